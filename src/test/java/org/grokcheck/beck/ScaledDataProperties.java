package org.grokcheck.beck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Decimal;

/** Data of scale σ: the same flow and descent in S̃ = σS, and the same limit. */
class ScaledDataProperties {
  @Provide
  Arbitrary<TrainingState> states() {
    return TrainingState.arbitrary();
  }

  private static Check table(String claim, String quantity, TrainingState state) {
    return Check.of(claim, quantity).by(Oracle.TABLE).at("state", state);
  }

  @Property(tries = 80)
  @Checks({"beck.eq14", "beck.eq45", "beck.eq46"})
  void scaledDataFollowTheScaledRates(@ForAll("states") TrainingState any) {
    double bias = Math.abs(any.bias()) > 100 ? -2 : any.bias();
    TrainingState state = new TrainingState(any.set(), any.weight(), bias, any.sigma(), any.eta());
    int d = state.set().dimension();
    double[] weight = state.vector();
    double[] scaled = weight.clone();
    for (int j = 0; j < d; j++) {
      scaled[j] *= state.sigma();
    }
    double[] plain = state.data().scaledDataRates(weight, bias, state.sigma(), state.eta());
    double[] rescaled = state.data().rescaledRates(scaled, bias, state.sigma(), state.eta());
    double largest = Math.max(1, state.sigma());
    Tolerance tolerance = state.rounding(scaled, bias, 4 * state.eta() * largest * largest);
    for (int j = 0; j <= d; j++) {
      double fall = state.eta() * state.fall(false, j, Decimal.of(bias), Decimal.of(state.sigma()));
      double factor = j < d ? state.sigma() : 1;
      table("beck.eq45", j < d ? "dS/dt on data times σ" : "db/dt", state)
          .expecting(fall, tolerance)
          .holds(plain[j])
          .rejects("without the outer σ", j < d ? plain[j] / factor : Double.NaN)
          .rejects(
              "without the inner σ",
              state.data().exponentialRates(weight, bias, state.eta())[j] * factor);
      for (String claim : new String[] {"beck.eq46", "beck.eq14"}) {
        table(claim, j < d ? "dS̃/dt, S̃ = σS" : "db/dt", state)
            .expecting(fall * factor, tolerance)
            .holds(rescaled[j])
            .rejects("σ for σ²", j < d ? rescaled[j] / factor : Double.NaN)
            .rejects(
                "σ² for b, none for S",
                rescaled[j] * (j < d ? 1 / (factor * factor) : state.sigma() * state.sigma()));
      }
    }
  }

  /** With σ a power of 2 the two runs do the same roundings: they agree to the last bit. */
  @Property(tries = 100)
  @Checks("beck.appf.f1-rule")
  void descentOnScaledDataIsDescentAtScaledRates(
      @ForAll("states") TrainingState any,
      @ForAll @IntRange(min = -2, max = 3) int power,
      @ForAll boolean logistic) {
    double sigma = StrictMath.scalb(1.0, power);
    double bias = Math.abs(any.bias()) > 100 ? -2 : Math.min(2, any.bias());
    int d = any.set().dimension();
    double[][] scaledPoints = any.exactRows();
    for (double[] row : scaledPoints) {
      for (int j = 0; j < d; j++) {
        row[j] *= sigma;
      }
    }
    double eta = any.eta() / 1024;
    GradientDescent.Loss loss =
        logistic ? GradientDescent.Loss.LOGISTIC : GradientDescent.Loss.EXPONENTIAL;
    double[] direct =
        new GradientDescent(TrainingSet.of(scaledPoints), loss, eta, eta).run(any.start(bias), 60);
    double[] scaledStart = any.start(bias);
    for (int j = 0; j < d; j++) {
      scaledStart[j] *= sigma;
    }
    double[] byRule =
        new GradientDescent(any.data(), loss, sigma * sigma * eta, eta).run(scaledStart, 60);
    double[] unscaledStart =
        new GradientDescent(any.data(), loss, sigma * sigma * eta, eta).run(any.start(bias), 60);
    double[] bothRates =
        new GradientDescent(any.data(), loss, sigma * sigma * eta, sigma * sigma * eta)
            .run(scaledStart, 60);
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
