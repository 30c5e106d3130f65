package org.grokcheck.kumar;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.oracle.SimulatedRegression;

/**
 * Trained networks at α, 2α and 4α against their linearisation and its end. A deviation c/α + c'/α²
 * + … has ratios r(α) → ½, and 2r(2α) − r(α) lacks the term of order 1/α.
 */
class LazyLimitProperties {
  private static final double ALPHA = 256;
  private static final int STEPS = 60;

  /** A problem with M = I and w̄ = 0 at the start, as a wide network has. */
  private record Problem(double[][] samples, double[] labels, double eps) {
    static Problem drawn(String name, int d, int count, double eps) {
      RandomGenerator random = RunSettings.seeds().stream(name);
      double[][] x = GaussianPoints.draw(count, d, 1 / Math.sqrt(d), random);
      double[] y = new double[count];
      for (int mu = 0; mu < count; mu++) {
        y[mu] = x[mu][0] * x[mu][0] / 2;
      }
      return new Problem(x, y, eps);
    }

    int dimension() {
      return samples[0].length;
    }

    MomentState start() {
      int d = dimension();
      double[][] identity = new double[d][d];
      for (int i = 0; i < d; i++) {
        identity[i][i] = 1;
      }
      return new MomentState(new double[d], identity);
    }

    MomentTraining training(double alpha) {
      return new MomentTraining(alpha, eps, samples, labels, start());
    }

    /** x·x' + ε²(x·x')². */
    double kernel(double[] x, double[] other) {
      double inner = MomentState.dot(x, other);
      return inner + eps * eps * inner * inner;
    }

    /** η₀ at 0.4 of the edge, which is at least P over the trace. */
    double rate() {
      double trace = 0;
      for (double[] x : samples) {
        trace += kernel(x, x);
      }
      return 0.4 * samples.length / trace;
    }

    /**
     * sup over steps and samples of |f − f_lin| at a width N, the linear residuals by r ← r − (2η₀
     * /P) K₅ r.
     */
    double deviation(double alpha, double width) {
      MomentTraining training = training(alpha);
      MomentState now = start();
      double[] linear = labels.clone();
      double sup = 0;
      for (int step = 0; step < STEPS; step++) {
        double[] r = training.residuals(now);
        double[] next = new double[r.length];
        for (int mu = 0; mu < r.length; mu++) {
          sup = Math.max(sup, Math.abs(r[mu] - linear[mu]));
          next[mu] = linear[mu];
          for (int nu = 0; nu < r.length; nu++) {
            double pull = 2 * rate() / r.length * linear[nu];
            next[mu] -= pull * kernel(samples[mu], samples[nu]);
          }
        }
        linear = next;
        now = training.next(now, rate() * width / (alpha * alpha), (long) width);
      }
      return sup;
    }

    /** D²⟨(y − f̃)²⟩ once the samples are learned. */
    double finalRisk(double alpha) {
      MomentTraining training = training(alpha);
      MomentState now = start();
      double[] beta = new double[dimension()];
      beta[0] = 1;
      double loss = training.loss(now);
      double learned = 1e-26 * loss;
      for (int step = 0; step < 400_000 && loss > learned; step++) {
        now = training.next(now, rate() / (alpha * alpha), 1);
        loss = training.loss(now);
      }
      if (loss > learned) {
        throw new IllegalStateException("not learned in 400000 steps, loss " + loss);
      }
      double d = dimension();
      return d * d * now.minus(start()).risk(alpha, eps, beta).total();
    }
  }

  @Provide
  Arbitrary<Double> eps() {
    return Arb.logUniform(0.3, 3);
  }

  private static void compareRatio(
      String claim, String part, String quantity, DoubleUnaryOperator deviation, Object... at) {
    double[] sup = new double[4];
    for (int k = 0; k < 4; k++) {
      sup[k] = deviation.applyAsDouble(ALPHA * (1 << k));
    }
    double coarse = 2 * sup[2] / sup[1] - sup[1] / sup[0];
    double fine = 2 * sup[3] / sup[2] - sup[2] / sup[1];
    Check.of(claim, quantity)
        .part(part)
        .by(Oracle.LIMIT)
        .at(at)
        .expecting(
            fine,
            Tolerance.sum(
                Tolerance.remainder(
                    Math.abs(fine - coarse), "three times the term of order 1/α² that is left"),
                Tolerance.remainder(
                    1e-5, "rounding of a deviation of at least 1e-6 at a scale of 1, over steps")))
        .holds(0.5)
        .rejects("1/α²", 0.25)
        .rejects("no decay", 1);
  }

  @Property(tries = 12)
  @Checks({"kumar.sec4.output-rescaling", "kumar.sec4.width"})
  void networksFollowTheirLinearisationAtTheRateOneOverAlpha(
      @ForAll @IntRange(min = 2, max = 4) int d,
      @ForAll("eps") double eps,
      @ForAll @LongRange(min = 1) long draw) {
    Problem problem = Problem.drawn("kumar.sec4.output-rescaling/" + draw, d, d + 2, eps);
    compareRatio(
        "kumar.sec4.output-rescaling",
        "rate",
        "sup|f − f_lin| at 2α over that at α",
        alpha -> problem.deviation(alpha, 1),
        "D",
        d,
        "eps",
        eps);
    compareRatio(
        "kumar.sec4.width",
        "alpha ~ sqrt(N)",
        "sup|f − f_lin| at 4N over that at N, α = √N",
        alpha -> problem.deviation(alpha, alpha * alpha),
        "D",
        d,
        "eps",
        eps);
    double narrow = problem.deviation(4, 16);
    Check.of("kumar.sec4.width", "sup|f − f_lin| at 4N over that at N, α fixed")
        .part("fixed alpha")
        .by(Oracle.EXACT)
        .at("D", d, "eps", eps)
        .expectingExactly(narrow)
        .holds(problem.deviation(4, 64))
        .rejects("half of it, as if width alone linearised", narrow / 2);
  }

  @Property(tries = 6)
  @Checks("kumar.sec5.1.alpha-inf")
  void finalRiskTendsToThatOfTheKernel(
      @ForAll @IntRange(min = 2, max = 3) int d,
      @ForAll("eps") double eps,
      @ForAll @LongRange(min = 1) long draw) {
    Problem problem = Problem.drawn("kumar.sec5.1.alpha-inf/" + draw, d, d, eps);
    double kernel = new SimulatedRegression(d, eps, 0).fit(problem.samples()).risk();
    double[] risk = new double[4];
    for (int k = 0; k < 4; k++) {
      risk[k] = problem.finalRisk(ALPHA * (1 << k));
    }
    double coarse = 2 * risk[2] - risk[1];
    double fine = 2 * risk[3] - risk[2];
    Check.of("kumar.sec5.1.alpha-inf", "final D²⟨(y − f)²⟩/|β|⁴ as α → ∞")
        .by(Oracle.LIMIT)
        .at("D", d, "P", d, "eps", eps)
        .expecting(
            fine,
            Tolerance.sum(
                Tolerance.remainder(
                    Math.abs(fine - coarse), "three times the term of order 1/α² that is left"),
                Tolerance.remainder(1e-7, "rounding of α times differences of moments")))
        .holds(kernel)
        .rejects("no generalisation at all", 0.75)
        .rejects("α = 256", risk[0]);
  }
}
