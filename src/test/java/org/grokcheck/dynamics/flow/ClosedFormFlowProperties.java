package org.grokcheck.dynamics.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.harness.Arb;
import org.grokcheck.math.LogQuadrature;

/** Data whose flow can be solved by hand, out to t = 10⁵⁰ and beyond. */
class ClosedFormFlowProperties {
  private static final double LOG10 = StrictMath.log(10);

  @Provide
  Arbitrary<Double> sizes() {
    return Arb.logUniform(0.1, 10);
  }

  @Provide
  Arbitrary<Double> decades() {
    return Arb.uniform(-3, 250);
  }

  /** As many as steps in τ itself can follow, which must be as short as τ here. */
  @Provide
  Arbitrary<Double> fewerDecades() {
    return Arb.uniform(-3, 50);
  }

  /** One point in the plane, of norm ρ. */
  private static PlainMatrix point(double rho) {
    return PlainMatrix.of(new double[][] {{0.6 * rho, -0.8 * rho}});
  }

  /**
   * Steps times tolerance: three hundred at most in a run of this kind, of ε times (‖S‖ + 1/ρ, 1).
   */
  private static double bound(double tolerance, double rho, double norm) {
    return 300 * tolerance * (1 + norm + 1 / rho) * (1 + rho);
  }

  /** f′ = −c e^f, c = 1 + ρ²: f = −log(1 + ct), S = xf/c, b = f/c. */
  @Property(tries = 40)
  void onePointWithExponentialLoss(
      @ForAll("sizes") double rho, @ForAll("decades") double decade, @ForAll FlowMethod method) {
    double c = 1 + rho * rho;
    double logTime = decade * LOG10;
    double f = -new FlowClock(StrictMath.log(c)).reading(logTime);
    double tolerance = method == FlowMethod.IMPLICIT ? 1e-10 : 1e-6;
    LinearClassifier classifier = new LinearClassifier(point(rho), OutputLoss.EXPONENTIAL);
    ClassifierState late =
        new LogTimeFlow(classifier, method, tolerance)
            .at(ClassifierState.zero(2), logTime)
            .get(0)
            .state();
    assertOnPath(late, f, c, rho, bound(tolerance, rho, -f));
  }

  private static void assertOnPath(
      ClassifierState state, double f, double c, double rho, double bound) {
    assertEquals(0.6 * rho * f / c, state.weight()[0], bound);
    assertEquals(-0.8 * rho * f / c, state.weight()[1], bound);
    assertEquals(f / c, state.bias(), bound);
  }

  /** τ = ((1 + ct)^{1−1/c} − 1)/ρ² in the same flow: log(1 + ρ²τ) = (1 − 1/c) log(1 + ct). */
  @Property(tries = 20)
  void onePointInConformalTime(
      @ForAll("sizes") double rho,
      @ForAll("fewerDecades") double decade,
      @ForAll FlowMethod method) {
    double c = 1 + rho * rho;
    double logTime = decade * LOG10;
    double f = -new FlowClock(StrictMath.log(c)).reading(logTime);
    double tolerance = method == FlowMethod.IMPLICIT ? 1e-10 : 1e-5;
    ConformalState late =
        new ConformalFlow(point(rho), method, tolerance)
            .atLogTimes(ClassifierState.zero(2), logTime)
            .get(0);
    double bound = bound(tolerance, rho, -f);
    assertOnPath(late.timed().state(), f, c, rho, bound);
    double stretched = StrictMath.log1p(rho * rho * late.tau());
    assertEquals(-rho * rho / c * f, stretched, bound * (1 + rho));
    assertEquals(logTime, late.timed().logTime(), 1e-9 * (1 + StrictMath.exp(-logTime)));
  }

  /** f′ = −c/(1 + e^{−f}): e^{−f} − f − 1 = ct, a residual that grows as e^{−f}. */
  @Property(tries = 40)
  void onePointWithLogisticLoss(
      @ForAll("sizes") double rho, @ForAll("decades") double decade, @ForAll FlowMethod method) {
    double c = 1 + rho * rho;
    double logTime = decade * LOG10;
    double tolerance = method == FlowMethod.IMPLICIT ? 1e-10 : 1e-6;
    LinearClassifier classifier = new LinearClassifier(point(rho), OutputLoss.LOGISTIC);
    ClassifierState late =
        new LogTimeFlow(classifier, method, tolerance)
            .at(ClassifierState.zero(2), logTime)
            .get(0)
            .state();
    double f = logisticOutput(StrictMath.log(c) + logTime);
    assertOnPath(late, f, c, rho, bound(tolerance, rho, -f));
  }

  /** f from log(e^{−f} − f − 1) = y, by bisection on −f. */
  private static double logisticOutput(double y) {
    double low = 0;
    double high = 1000;
    for (int k = 0; k < 80; k++) {
      double middle = 0.5 * (low + high);
      double log =
          middle < 30
              ? StrictMath.log(StrictMath.expm1(middle) + middle)
              : middle + StrictMath.log1p((middle - 1) * StrictMath.exp(-middle));
      if (log < y) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return -low;
  }

  /**
   * N orthogonal points: S·xᵢ = −log(1 + ρᵢ²τ/N), b = −Σ ρᵢ⁻² log(1 + ρᵢ²τ/N), and t = ∫ e^{−b} dτ
   * by quadrature.
   */
  @Property(tries = 30)
  void orthogonalPointsInConformalTime(
      @ForAll @IntRange(min = 1, max = 4) int n,
      @ForAll("sizes") double rho,
      @ForAll("sizes") double tau,
      @ForAll FlowMethod method) {
    double[][] points = new double[n][n];
    for (int i = 0; i < n; i++) {
      points[i][i] = rho * (1 + 0.5 * i);
    }
    double tolerance = method == FlowMethod.IMPLICIT ? 1e-10 : 1e-6;
    List<ConformalState> states =
        new ConformalFlow(PlainMatrix.of(points), method, tolerance)
            .atConformalTimes(ClassifierState.zero(n), tau, 100 * tau);
    for (ConformalState late : states) {
      double norm = 0;
      for (int i = 0; i < n; i++) {
        double x = points[i][i];
        double expected = -StrictMath.log1p(x * x * late.tau() / n) / x;
        norm += Math.abs(expected);
        assertEquals(expected, late.timed().state().weight()[i], bound(tolerance, rho, norm));
      }
      double bound = bound(tolerance, rho, norm) * (1 + 3 * rho);
      assertEquals(bias(points, late.tau()), late.timed().state().bias(), bound);
      double logTime = LogQuadrature.logIntegral(u -> -bias(points, u), 0, late.tau());
      assertEquals(logTime, late.timed().logTime(), bound * (1 + 1 / late.tau()));
    }
  }

  private static double bias(double[][] points, double tau) {
    double bias = 0;
    for (int i = 0; i < points.length; i++) {
      double square = points[i][i] * points[i][i];
      bias -= StrictMath.log1p(square * tau / points.length) / square;
    }
    return bias;
  }
}
