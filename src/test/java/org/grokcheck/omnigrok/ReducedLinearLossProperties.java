package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Real;

/** Losses reduced to the norm: the secular equation, its slope, and the sphere of minimisers. */
class ReducedLinearLossProperties {
  private static final int SIZE = 5;
  private static final double FALSE_ALARM = 1e-9;
  private static final double Z =
      new NormalDistribution().inverseCumulativeProbability(1 - FALSE_ALARM / 2);

  /** A quadratic W·SW/2 − b·W in its axes, and a norm on either side of its minimum. */
  record Drawn(double[] s, double[] b, double norm) {
    static Drawn of(int number) {
      RandomGenerator random = RunSettings.seeds().stream("omnigrok.reduced/" + number);
      double[] s = random.doubles(SIZE, 0.2, 2).toArray();
      double[] b = random.doubles(SIZE, 0.2, 1).map(x -> number % 2 == 0 ? x : -x).toArray();
      return new Drawn(s, b, 0.1 + 3 * random.nextDouble());
    }

    ReducedLinearLoss reduced() {
      return at(Real.of(norm));
    }

    ReducedLinearLoss at(Real r) {
      return new ReducedLinearLoss(reals(s), reals(b), r);
    }

    double loss(double[] w) {
      double sum = 0;
      for (int i = 0; i < SIZE; i++) {
        sum += s[i] * w[i] * w[i] / 2 - b[i] * w[i];
      }
      return sum;
    }

    double[] gradient(double[] w) {
      double[] g = new double[SIZE];
      for (int i = 0; i < SIZE; i++) {
        g[i] = s[i] * w[i] - b[i];
      }
      return g;
    }

    double size() {
      return 2 * norm * norm + SIZE * norm;
    }
  }

  private static List<Real> reals(double[] values) {
    return Arrays.stream(values).mapToObj(Real::of).toList();
  }

  private static double[] doubles(List<Real> values) {
    return values.stream().mapToDouble(Real::toDouble).toArray();
  }

  private static double[] onSphere(RandomGenerator random, int size, double norm) {
    double[] w = new double[size];
    double square = 0;
    for (int i = 0; i < size; i++) {
      w[i] = random.nextGaussian();
      square += w[i] * w[i];
    }
    for (int i = 0; i < size; i++) {
      w[i] *= norm / Math.sqrt(square);
    }
    return w;
  }

  /** Descent with rescaling from another start is a second way to the minimum on the sphere. */
  @Property(tries = 30)
  @Checks({
    "omnigrok.ext.linear-reduced",
    "omnigrok.rescale-procedure",
    "omnigrok.eq5",
    "omnigrok.eq9"
  })
  void secularSolutionIsWhereRescaledDescentEnds(
      @ForAll @IntRange(min = 0, max = 1000) int number) {
    Drawn d = Drawn.of(number);
    RescaledDescent descent = new RescaledDescent(d::gradient, 0.2, d.norm());
    RandomGenerator random = RunSettings.seeds().stream("omnigrok.reduced/start-" + number);
    double[] end = descent.descent(onSphere(random, SIZE, d.norm()), 60000);
    ReducedLinearLoss reduced = d.reduced();
    double[] w = doubles(reduced.weights());
    Tolerance rest =
        Tolerance.sum(
            Tolerance.remainder(1e-9 * d.size(), "squares of what is left after 60000 steps"),
            new Tolerance.Rounding(60, d.size(), "sums of doubles"));
    String[] claims = {
      "omnigrok.ext.linear-reduced", "omnigrok.rescale-procedure", "omnigrok.eq5", "omnigrok.eq9"
    };
    for (String claim : claims) {
      Check.of(claim, "loss where descent with rescaling ends")
          .part(part(claim, "inside", "gradient steps"))
          .by(Oracle.SECOND_ALGORITHM)
          .at("draw", number, "r", d.norm())
          .expecting(d.loss(end), rest)
          .holds(reduced.loss().toDouble())
          .rejects("along b, which is radial descent", d.loss(scaled(d.b(), d.norm())));
    }
    // Not below any other point of the sphere.
    double[] other = onSphere(random, SIZE, d.norm());
    Check.of("omnigrok.ext.linear-reduced", "loss at another point of the sphere")
        .part("inside")
        .at("draw", number)
        .expectingAtMost(d.loss(other), new Tolerance.Rounding(60, d.size(), "sums of doubles"))
        .holds(d.loss(w));
    assertEquals(d.norm(), length(w), 4 * Math.ulp(d.norm()));
    assertEquals(d.norm(), length(descent.step(other)), 4 * Math.ulp(d.norm()));
  }

  private static String part(String claim, String first, String second) {
    return claim.endsWith("reduced") ? first : claim.endsWith("procedure") ? second : "";
  }

  private static double[] scaled(double[] v, double norm) {
    double factor = norm / length(v);
    return Arrays.stream(v).map(x -> factor * x).toArray();
  }

  private static double length(double[] w) {
    return Math.sqrt(Arrays.stream(w).map(x -> x * x).sum());
  }

  @Property(tries = 30)
  @Checks({"omnigrok.ext.envelope", "omnigrok.eq6.w", "omnigrok.ext.linear-reduced"})
  void slopeIsTheRadialGradient(@ForAll @IntRange(min = 0, max = 1000) int number) {
    Drawn d = Drawn.of(number);
    Real r = Real.of(d.norm());
    Real h = r.times(Real.of(1e-15));
    Real change = d.at(r.plus(h)).loss().minus(d.at(r.minus(h)).loss());
    double slope = change.over(h.times(2)).toDouble();
    ReducedLinearLoss reduced = d.reduced();
    double[] w = doubles(reduced.weights());
    double[] g = d.gradient(w);
    double radial = 0;
    for (int i = 0; i < SIZE; i++) {
      radial += w[i] * g[i] / d.norm();
    }
    Tolerance tolerance =
        Tolerance.sum(
            Tolerance.remainder(1e-25, "h^2 times a third derivative"),
            new Tolerance.Ulp(2, "60 digits, rounded"));
    String[] claims = {"omnigrok.ext.envelope", "omnigrok.eq6.w", "omnigrok.ext.linear-reduced"};
    for (String claim : claims) {
      Check.of(claim, "dl/dr = -mu r")
          .part(part(claim, "slope", ""))
          .by(Oracle.FINITE_DIFFERENCE)
          .at("draw", number, "r", d.norm())
          .expecting(slope, tolerance)
          .holds(reduced.derivative().toDouble())
          .rejects("-mu", -reduced.multiplier().toDouble())
          .rejects("opposite sign", -slope);
    }
    Check.of("omnigrok.ext.envelope", "radial part of the gradient")
        .at("draw", number, "r", d.norm())
        .expecting(slope, new Tolerance.Rounding(60, 3 * d.norm() + SIZE, "sums of doubles"))
        .holds(radial);
    // Where decay balances the slope, W is the minimiser of the loss with its penalty.
    Real mu = reduced.multiplier();
    Check.of("omnigrok.eq6.w", "gradient of loss and penalty with gamma = mu, first component")
        .at("draw", number, "mu", mu)
        .expecting(-g[0], new Tolerance.Rounding(60, 3 * d.norm() + 1, "sums of doubles"))
        .holds(mu.times(reduced.weights().get(0)).toDouble())
        .rejects("gamma = mu/2", mu.times(reduced.weights().get(0)).toDouble() / 2);
  }

  /** Near the constrained minimum the slowest tangential error falls by a fixed factor. */
  @Property(tries = 20)
  @Checks("omnigrok.ext.gd-rescale-rate")
  void errorsFallByTheTangentialHessian(@ForAll @IntRange(min = 0, max = 1000) int number) {
    Drawn d = Drawn.of(number);
    double eta = 0.3;
    double[] w = doubles(d.reduced().weights());
    double mu = d.reduced().multiplier().toDouble();
    RescaledDescent descent = new RescaledDescent(d::gradient, eta, d.norm());
    // Apply the map to w ± h u along a tangent u, and read off its derivative.
    RandomGenerator random = RunSettings.seeds().stream("omnigrok.reduced/u-" + number);
    double[] u = tangent(onSphere(random, SIZE, 1), w);
    double h = 1e-6 * d.norm();
    double[] up = descent.step(moved(w, u, h));
    double[] down = descent.step(moved(w, u, -h));
    double[] hessian = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      hessian[i] = d.s()[i] * u[i];
    }
    double[] projected = tangent(hessian, w);
    // lambda = -mu in the ledger's sign, grad = lambda W.
    double lambda = -mu;
    for (int i = 0; i < SIZE; i++) {
      double factor = (u[i] - eta * projected[i]) / (1 - eta * lambda);
      Check.of("omnigrok.ext.gd-rescale-rate", "derivative of the map along a tangent")
          .by(Oracle.FINITE_DIFFERENCE)
          .at("draw", number, "component", i)
          .expecting(
              (up[i] - down[i]) / (2 * h),
              Tolerance.sum(
                  Tolerance.remainder(
                      50 * 1e-12 / Math.pow(1 - eta * lambda, 3), "h^2 times the third derivative"),
                  new Tolerance.Rounding(60, d.norm() / h, "differences of doubles")))
          .holds(factor)
          .rejects("without 1 - eta lambda", u[i] - eta * projected[i]);
    }
  }

  private static double[] moved(double[] w, double[] u, double h) {
    double[] moved = w.clone();
    for (int i = 0; i < w.length; i++) {
      moved[i] += h * u[i];
    }
    return moved;
  }

  private static double[] tangent(double[] v, double[] w) {
    double dot = 0;
    double square = 0;
    for (int i = 0; i < w.length; i++) {
      dot += v[i] * w[i];
      square += w[i] * w[i];
    }
    return moved(v, w, -dot / square);
  }

  /** Interpolators of one norm: loss 0 on a sphere, test losses over a whole interval. */
  @Example
  @Checks({"omnigrok.eq1", "omnigrok.eq3", "omnigrok.ext.linear-reduced"})
  void interpolatorsHaveManyTestLosses() {
    int draws = 10_000;
    int dimension = 7;
    RandomGenerator random = RunSettings.seeds().stream("omnigrok.eq1/sphere");
    double rho = 1.5;
    double q = 0.8;
    ZeroLossSphere sphere = new ZeroLossSphere(Real.of(2), Real.of(q), Real.of(2.5));
    assertEquals(rho, sphere.radius().toDouble(), 1e-15);
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (int k = 0; k < draws; k++) {
      double[] z = onSphere(random, dimension, rho);
      double loss = rho * rho + q * q - 2 * q * z[0];
      sum += loss;
      squares += loss * loss;
      largest = Math.max(largest, loss);
    }
    Check.of("omnigrok.ext.linear-reduced", "largest test loss of the drawn interpolators")
        .part("beyond")
        .at("draws", draws)
        .expectingAtMost(
            sphere.largestTestLoss().toDouble(), new Tolerance.Ulp(4, "sums of doubles"))
        .holds(largest)
        .rejects("beyond it", largest + 4 * rho * q);
    double mean = sum / draws;
    double error = Math.sqrt((squares / draws - mean * mean) / draws);
    double haar = sphere.meanTestLoss().toDouble();
    double rival = (rho - q) * (rho - q);
    for (String claim : new String[] {"omnigrok.ext.linear-reduced", "omnigrok.eq1"}) {
      Check.of(claim, "mean test loss of the interpolators of one norm")
          .part(claim.endsWith("reduced") ? "mean" : "selection by the mean")
          .by(Oracle.STATISTICAL)
          .at("draws", draws)
          .expecting(mean, new Tolerance.Clt(error, FALSE_ALARM, Z, "sample's deviation"))
          .power(1)
          .holds(haar)
          .rejects("the least", rival);
    }
    double[] aligned = {rho, 0};
    double best = Math.pow(aligned[0] - q, 2);
    double worst = Math.pow(-aligned[0] - q, 2);
    for (String claim : new String[] {"omnigrok.eq1", "omnigrok.eq3"}) {
      Check check =
          Check.of(claim, "test loss of a second interpolator of the same norm")
              .part(claim.endsWith("eq1") ? "selection by a rule" : "")
              .by(Oracle.SECOND_ALGORITHM)
              .at("rho", rho, "q", q);
      if (claim.endsWith("eq1")) {
        check
            .expecting(worst, new Tolerance.Ulp(4, "sums of doubles"))
            .holds(sphere.largestTestLoss().toDouble())
            .refutes("one value for all minimisers", best);
      } else {
        check
            .expecting(best, new Tolerance.Ulp(8, "sums of doubles"))
            .holds(sphere.leastTestLoss().toDouble())
            .rejects("one value for all minimisers", worst);
      }
    }
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    List<Real> s = List.of(Real.ONE, Real.TWO);
    List<Real> b = List.of(Real.ZERO, Real.ONE);
    assertEquals(1.0, new ReducedLinearLoss(s, b, Real.ONE).weights().get(1).toDouble());
    assertRefused(
        "largest norm of (S + mu)^-1 b: need", () -> new ReducedLinearLoss(s, b, Real.of(1.01)));
    assertRefused("b: need 2", () -> new ReducedLinearLoss(s, List.of(Real.ONE), Real.ONE));
    assertRefused("r: need", () -> new ReducedLinearLoss(s, b, Real.ZERO));
    assertRefused(
        "|b|: need", () -> new ReducedLinearLoss(s, List.of(Real.ZERO, Real.ZERO), Real.ONE));
    assertRefused(
        "eigenvalues: need",
        () -> new ReducedLinearLoss(List.of(Real.of(-1), Real.ONE), b, Real.ONE));
    assertRefused("r_min: need", () -> new ZeroLossSphere(Real.of(-1), Real.ONE, Real.ONE));
    assertRefused("q_norm: need", () -> new ZeroLossSphere(Real.ONE, Real.of(-1), Real.ONE));
    assertRefused("r: need at least", () -> new ZeroLossSphere(Real.TWO, Real.ONE, Real.ONE));
    assertRefused("eta: need", () -> new RescaledDescent(w -> w, 0, 1));
    assertRefused("r: need", () -> new RescaledDescent(w -> w, 1, Double.POSITIVE_INFINITY));
    assertRefused(
        "W: a step led to 0", () -> new RescaledDescent(double[]::clone, 1, 1).step(new double[1]));
  }
}
