package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Decimal;

/**
 * Losses, accuracy and gradient fields on a few points, against 50 digits and their differences.
 */
class TrainingSetProperties {
  /** Step of a central difference at 60 digits: its error is of order 1e-36. */
  private static final BigDecimal STEP = new BigDecimal("1e-18");

  /** A set with a weight, a bias, a scale and a learning rate, all exact. */
  record State(SmallSets set, List<Double> weight, double bias, double sigma, double eta) {
    double[] vector() {
      return weight.stream().mapToDouble(Double::doubleValue).toArray();
    }

    TrainingSet data() {
      return TrainingSet.of(exactRows());
    }

    /** The points as the product sees them. */
    double[][] exactRows() {
      return set.rows();
    }

    List<BigDecimal> exactWeight() {
      return weight.stream().map(Decimal::of).toList();
    }

    /** Σ |S_j x_j| + |b| over the points, at most: the size of a sum's terms. */
    double size() {
      double most = 0;
      for (double[] x : exactRows()) {
        double sum = Math.abs(bias);
        for (int j = 0; j < x.length; j++) {
          sum += Math.abs(weight.get(j) * x[j]) * Math.max(1, sigma);
        }
        most = Math.max(most, sum);
      }
      return most;
    }
  }

  @Provide
  Arbitrary<State> states() {
    return SmallSets.all()
        .flatMap(
            set ->
                Combinators.combine(
                        Arb.signedLogUniform(0.01, 3).list().ofSize(set.dimension()),
                        Arbitraries.frequencyOf(
                            Tuple.of(4, Arb.signedLogUniform(0.01, 20)),
                            Tuple.of(1, Arbitraries.of(0.0, -800.0, 800.0))),
                        Arb.logUniform(0.2, 5),
                        Arb.logUniform(1e-3, 1))
                    .as((weight, bias, sigma, eta) -> new State(set, weight, bias, sigma, eta)));
  }

  private static Check table(String claim, String quantity, State state) {
    return Check.of(claim, quantity).by(Oracle.TABLE).at("state", state);
  }

  /** fᵢ for the exact doubles of the product's points, scaled. */
  private static List<BigDecimal> outputs(
      State state, List<BigDecimal> weight, BigDecimal bias, BigDecimal scale) {
    List<BigDecimal> outputs = new ArrayList<>();
    for (double[] x : state.exactRows()) {
      BigDecimal sum = bias;
      for (int j = 0; j < x.length; j++) {
        sum =
            Decimal.plus(sum, Decimal.times(Decimal.times(weight.get(j), scale), Decimal.of(x[j])));
      }
      outputs.add(sum);
    }
    return outputs;
  }

  /** (1/N) Σ ℓ(fᵢ). */
  private static BigDecimal loss(List<BigDecimal> outputs, boolean logistic) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal output : outputs) {
      BigDecimal power = Decimal.exp(output);
      sum = Decimal.plus(sum, logistic ? softplus(output, power) : power);
    }
    return Decimal.over(sum, BigDecimal.valueOf(outputs.size()));
  }

  private static BigDecimal softplus(BigDecimal output, BigDecimal power) {
    if (output.doubleValue() < -60) {
      // log(1 + p) = p − p²/2 + p³/3, with p below 1e-26.
      BigDecimal square = Decimal.times(power, power);
      return Decimal.minus(power, Decimal.over(square, Decimal.TWO));
    }
    return output.doubleValue() > 200 ? output : Decimal.log(Decimal.plus(BigDecimal.ONE, power));
  }

  @Property(tries = 200)
  @Checks({"beck.eq1", "beck.eq8", "beck.eq2"})
  void lossesAndAccuracyAgreeWithFiftyDigits(@ForAll("states") State state) {
    List<BigDecimal> outputs =
        outputs(state, state.exactWeight(), Decimal.of(state.bias), BigDecimal.ONE);
    double size = state.size();
    double logistic = loss(outputs, true).doubleValue();
    table("beck.eq1", "L", state)
        .expecting(
            logistic,
            new Tolerance.Rounding(
                2.0 * state.set.dimension() + 8, logistic * (1 + size), "outputs of d terms, exp"))
        .holds(state.data().logisticLoss(state.vector(), state.bias))
        .rejects(
            "exponential loss",
            StrictMath.exp(
                Math.min(700, state.data().logExponentialLoss(state.vector(), state.bias))))
        .rejects("log(1 + e^{−f})", state.data().logisticLoss(negated(state.vector()), -state.bias))
        .rejects("sum for mean", 2 * logistic);
    double logLoss = Decimal.log(loss(outputs, false)).doubleValue();
    table("beck.eq8", "log L_e", state)
        .expecting(
            logLoss,
            new Tolerance.Rounding(
                2.0 * state.set.dimension() + 8, 2 + size + Math.abs(logLoss), "outputs, exp, log"))
        .holds(state.data().logExponentialLoss(state.vector(), state.bias))
        .rejects("without 1/N", logLoss + StrictMath.log(2))
        .rejects("without the bias", logLoss - state.bias);
    long right = outputs.stream().filter(f -> f.signum() < 0).count();
    long ties = outputs.stream().filter(f -> f.signum() == 0).count();
    if (outputs.stream().allMatch(f -> f.signum() == 0 || Math.abs(f.doubleValue()) > 1e-12 * size)
        && ties == ties(state)) {
      table("beck.eq2", "N A", state)
          .by(Oracle.EXACT)
          .expectingExactly(right + 0.5 * ties)
          .holds(
              (double)
                      Math.round(
                          2
                              * state.set.size()
                              * state.data().accuracy(state.vector(), state.bias, 0.5))
                  / 2)
          .rejects("Θ(f)", state.set.size() - right - 0.5 * ties);
    }
  }

  private static long ties(State state) {
    return Arrays.stream(state.data().outputs(state.vector(), state.bias))
        .filter(f -> f == 0)
        .count();
  }

  private static double[] negated(double[] weight) {
    double[] copy = weight.clone();
    for (int j = 0; j < copy.length; j++) {
      copy[j] = -copy[j];
    }
    return copy;
  }

  /** −∂L/∂(coordinate) by a central difference, of the loss on the points times scale. */
  private static double fall(
      State state, boolean logistic, int coordinate, BigDecimal bias, BigDecimal scale) {
    BigDecimal[] values = new BigDecimal[2];
    for (int side = 0; side < 2; side++) {
      BigDecimal step = side == 0 ? STEP : STEP.negate();
      List<BigDecimal> weight = new ArrayList<>(state.exactWeight());
      BigDecimal moved = bias;
      if (coordinate < weight.size()) {
        weight.set(coordinate, weight.get(coordinate).add(step));
      } else {
        moved = bias.add(step);
      }
      values[side] = loss(outputs(state, weight, moved, scale), logistic);
    }
    BigDecimal difference = values[1].subtract(values[0]);
    return Decimal.over(difference, STEP.multiply(Decimal.TWO)).doubleValue();
  }

  /** What rounding may do to a rate: relative to its largest terms. */
  private static Tolerance rounding(State state, double[] weight, double bias, double factor) {
    double largest = 0;
    double[][] rows = state.exactRows();
    for (int i = 0; i < rows.length; i++) {
      double reach = 1;
      double output = bias;
      for (int j = 0; j < rows[i].length; j++) {
        reach = Math.max(reach, Math.abs(rows[i][j]));
        output += weight[j] * rows[i][j];
      }
      largest += reach * StrictMath.exp(output) / rows.length;
    }
    return new Tolerance.Truncation(
        factor * largest * (40 + 16 * state.size()) * 0x1p-53 + largest * factor * 1e-30,
        1,
        1,
        "outputs rounded in d terms, exp, sum over points; differences to 1e-30");
  }

  @Property(tries = 60)
  @Checks({"beck.eq9", "beck.eq10", "beck.eq3", "beck.appc.beta-ode", "beck.eq50"})
  void ratesAreMinusTheGradient(@ForAll("states") State any) {
    State state =
        Math.abs(any.bias) > 100 ? new State(any.set, any.weight, -2, any.sigma, any.eta) : any;
    int d = state.set.dimension();
    double[] weight = state.vector();
    BigDecimal bias = Decimal.of(state.bias);
    double[] real = state.data().exponentialRates(weight, state.bias, state.eta);
    double[] conformal = state.data().conformalRates(weight, state.eta);
    double[] stepped =
        new GradientDescent(state.data(), GradientDescent.Loss.LOGISTIC, state.eta, state.eta)
            .run(append(weight, state.bias), 1);
    Tolerance tolerance = rounding(state, weight, state.bias, state.eta);
    Tolerance free = rounding(state, weight, 0, state.eta);
    for (int j = 0; j <= d; j++) {
      double fall = state.eta * fall(state, false, j, bias, BigDecimal.ONE);
      double freeFall = state.eta * fall(state, false, j, BigDecimal.ZERO, BigDecimal.ONE);
      String name = j < d ? "dS/dt" : "db/dt";
      table("beck.eq9", name, state)
          .expecting(fall, tolerance)
          .holds(real[j])
          .rejects("without e^b", conformal[j])
          .rejects("uphill", -real[j])
          .rejects("sum for mean", 2 * real[j]);
      table("beck.eq10", j < d ? "dS/dτ" : "db/dτ", state)
          .part("rates")
          .expecting(freeFall, free)
          .holds(conformal[j])
          .rejects("with e^b", real[j]);
      double logistic = state.eta * fall(state, true, j, bias, BigDecimal.ONE);
      double start = j < d ? weight[j] : state.bias;
      table("beck.eq3", "one step", state)
          .expecting(
              start + logistic,
              new Tolerance.Truncation(
                  tolerance.bound(0) + 4 * Math.ulp(Math.abs(start) + Math.abs(logistic)),
                  1,
                  1,
                  "as for the rates; the sum"))
          .holds(stepped[j])
          .rejects("uphill", start - logistic)
          .rejects("exponential loss", start + real[j]);
    }
    double mean =
        Decimal.exp(
                Decimal.log(
                    loss(
                        outputs(state, state.exactWeight(), BigDecimal.ZERO, BigDecimal.ONE),
                        false)))
            .doubleValue();
    double beta = StrictMath.exp(state.bias);
    table("beck.appc.beta-ode", "dβ/dt = β db/dt", state)
        .expecting(
            -state.eta * beta * beta * mean,
            new Tolerance.Truncation(
                beta * tolerance.bound(0) + 8 * Math.ulp(state.eta * beta * beta * mean),
                1,
                1,
                "β times the rate of b"))
        .holds(beta * real[d])
        .rejects("β for β²", -state.eta * beta * mean)
        .rejects("db/dt", real[d]);
    compareNormRate(state, weight, conformal, free);
  }

  private static void compareNormRate(
      State state, double[] weight, double[] conformal, Tolerance tolerance) {
    BigDecimal norm = norm(state.exactWeight());
    if (norm.signum() == 0) {
      return;
    }
    // d‖S‖/dτ as the rate of the loss along Ŝ.
    BigDecimal[] values = new BigDecimal[2];
    for (int side = 0; side < 2; side++) {
      BigDecimal factor = BigDecimal.ONE.add(Decimal.over(side == 0 ? STEP : STEP.negate(), norm));
      List<BigDecimal> moved = new ArrayList<>();
      for (BigDecimal s : state.exactWeight()) {
        moved.add(Decimal.times(s, factor));
      }
      values[side] = loss(outputs(state, moved, BigDecimal.ZERO, BigDecimal.ONE), false);
    }
    double rate =
        state.eta
            * Decimal.over(values[1].subtract(values[0]), STEP.multiply(Decimal.TWO)).doubleValue();
    double length = 0;
    for (int j = 0; j < weight.length; j++) {
      length += conformal[j] * conformal[j];
    }
    table("beck.eq50", "d‖S‖/dτ", state)
        .expecting(
            rate,
            new Tolerance.Truncation(
                2 * weight.length * tolerance.bound(0) + 8 * Math.ulp(Math.sqrt(length)),
                1,
                1,
                "d rates, projected"))
        .holds(state.data().conformalNormRate(weight, state.eta))
        .rejects("‖dS/dτ‖", Math.sqrt(length))
        .rejects("S for Ŝ", state.data().conformalNormRate(weight, state.eta) * norm.doubleValue());
  }

  private static BigDecimal norm(List<BigDecimal> weight) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal s : weight) {
      sum = Decimal.plus(sum, Decimal.times(s, s));
    }
    return Decimal.sqrt(sum);
  }

  private static double[] append(double[] weight, double bias) {
    double[] all = Arrays.copyOf(weight, weight.length + 1);
    all[weight.length] = bias;
    return all;
  }

  @Property(tries = 80)
  @Checks({"beck.eq14", "beck.eq45", "beck.eq46"})
  void scaledDataFollowTheScaledRates(@ForAll("states") State any) {
    double bias = Math.abs(any.bias) > 100 ? -2 : any.bias;
    State state = new State(any.set, any.weight, bias, any.sigma, any.eta);
    int d = state.set.dimension();
    double[] weight = state.vector();
    double[] scaled = weight.clone();
    for (int j = 0; j < d; j++) {
      scaled[j] *= state.sigma;
    }
    double[] plain = state.data().scaledDataRates(weight, bias, state.sigma, state.eta);
    double[] rescaled = state.data().rescaledRates(scaled, bias, state.sigma, state.eta);
    double largest = Math.max(1, state.sigma);
    Tolerance tolerance = rounding(state, scaled, bias, 4 * state.eta * largest * largest);
    for (int j = 0; j <= d; j++) {
      double fall = state.eta * fall(state, false, j, Decimal.of(bias), Decimal.of(state.sigma));
      double factor = j < d ? state.sigma : 1;
      table("beck.eq45", j < d ? "dS/dt on data times σ" : "db/dt", state)
          .expecting(fall, tolerance)
          .holds(plain[j])
          .rejects("without the outer σ", j < d ? plain[j] / factor : Double.NaN)
          .rejects(
              "without the inner σ",
              state.data().exponentialRates(weight, bias, state.eta)[j] * factor);
      for (String claim : new String[] {"beck.eq46", "beck.eq14"}) {
        table(claim, j < d ? "dS̃/dt, S̃ = σS" : "db/dt", state)
            .expecting(fall * factor, tolerance)
            .holds(rescaled[j])
            .rejects("σ for σ²", j < d ? rescaled[j] / factor : Double.NaN)
            .rejects(
                "σ² for b, none for S",
                rescaled[j] * (j < d ? 1 / (factor * factor) : state.sigma * state.sigma));
      }
    }
  }

  /** With σ a power of 2 the two runs do the same roundings: they agree to the last bit. */
  @Property(tries = 100)
  @Checks("beck.appf.f1-rule")
  void descentOnScaledDataIsDescentAtScaledRates(
      @ForAll("states") State any,
      @ForAll @IntRange(min = -2, max = 3) int power,
      @ForAll boolean logistic) {
    double sigma = StrictMath.scalb(1.0, power);
    double bias = Math.abs(any.bias) > 100 ? -2 : Math.min(2, any.bias);
    int d = any.set.dimension();
    double[][] scaledPoints = any.exactRows();
    for (double[] row : scaledPoints) {
      for (int j = 0; j < d; j++) {
        row[j] *= sigma;
      }
    }
    double eta = any.eta / 1024;
    GradientDescent.Loss loss =
        logistic ? GradientDescent.Loss.LOGISTIC : GradientDescent.Loss.EXPONENTIAL;
    double[] direct =
        new GradientDescent(TrainingSet.of(scaledPoints), loss, eta, eta)
            .run(append(any.vector(), bias), 60);
    double[] start = any.vector();
    for (int j = 0; j < d; j++) {
      start[j] *= sigma;
    }
    double[] byRule =
        new GradientDescent(any.data(), loss, sigma * sigma * eta, eta)
            .run(append(start, bias), 60);
    double[] unscaledStart =
        new GradientDescent(any.data(), loss, sigma * sigma * eta, eta)
            .run(append(any.vector(), bias), 60);
    double[] bothRates =
        new GradientDescent(any.data(), loss, sigma * sigma * eta, sigma * sigma * eta)
            .run(append(start, bias), 60);
    if (!Double.isFinite(direct[d]) || Arrays.stream(direct).anyMatch(Double::isNaN)) {
      return;
    }
    Check.of("beck.appf.f1-rule", "b after 60 steps, and σS")
        .by(Oracle.EXACT)
        .at("state", any, "sigma", sigma, "loss", loss)
        .expectingExactly(scaledWeights(direct, sigma))
        .holds(boxed(byRule))
        .rejects("without (A), S₀ times σ", boxed(unscaledStart))
        .rejects("σ²η for b as well", boxed(bothRates));
  }

  private static List<Double> scaledWeights(double[] state, double sigma) {
    List<Double> all = new ArrayList<>();
    for (int j = 0; j < state.length; j++) {
      all.add(j < state.length - 1 ? state[j] * sigma : state[j]);
    }
    return all;
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  @Property(tries = 100)
  @Checks("beck-summary.b-rate")
  void rateOfTheBiasIsBounded(@ForAll("states") State state) {
    int d = state.set.dimension();
    double logisticFall = -state.data().logisticRates(state.vector(), state.bias, state.eta)[d];
    double loss =
        loss(outputs(state, state.exactWeight(), Decimal.of(state.bias), BigDecimal.ONE), true)
            .doubleValue();
    Tolerance rounding =
        new Tolerance.Rounding(
            16, state.eta * Math.min(1, loss) * (1 + state.size()), "outputs, exp, sum");
    table("beck-summary.b-rate", "|db/dt| of the logistic loss", state)
        .expectingAtMost(state.eta * Math.min(1, loss), rounding)
        .holds(logisticFall)
        .rejects(
            "of the exponential loss",
            state.bias > 100
                ? Double.NaN
                : -state.data().exponentialRates(state.vector(), state.bias, state.eta)[d])
        .rejects("sum for mean", logisticFall * state.set.size());
  }

  @Property(tries = 100)
  @Checks("beck.appf.f1-same-limit")
  void limitOfTheScaledWeightIsTheSameForEveryScale(
      @ForAll("surrounding") SmallSets set, @ForAll("sigmas") double sigma) {
    double[][] rows = set.rows();
    for (double[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= sigma;
      }
    }
    ExponentialMinimiser unit = ExponentialMinimiser.of(set.rows());
    ExponentialMinimiser scaled = ExponentialMinimiser.of(rows);
    double reach = 0;
    for (double[] x : set.rows()) {
      for (double c : x) {
        reach = Math.max(reach, Math.abs(c));
      }
    }
    double gradient =
        set.size()
            * set.dimension()
            * reach
            * (16 + 4 * set.dimension() * reach * unit.norm())
            * 0x1p-53;
    double bound = 2 * gradient / unit.relaxationExponent() + 16 * unit.norm() * 0x1p-53;
    for (int j = 0; j < set.dimension(); j++) {
      Check.of("beck.appf.f1-same-limit", "S̃_∞ = σS_∞(σX)")
          .by(Oracle.INVARIANT)
          .at("points", set, "sigma", sigma)
          .expecting(
              unit.minimiser()[j],
              new Tolerance.Truncation(
                  bound, 1, 1, "rounding of the gradient over its least curvature, twice"))
          .holds(sigma * scaled.minimiser()[j])
          .rejects("S_∞ for S̃_∞", scaled.minimiser()[j])
          .rejects("S_∞/σ", scaled.minimiser()[j] / sigma);
    }
  }

  @Provide
  Arbitrary<SmallSets> surrounding() {
    return SurroundingSets.all();
  }

  @Provide
  Arbitrary<Double> sigmas() {
    return Arb.logUniform(0.1, 10);
  }
}
