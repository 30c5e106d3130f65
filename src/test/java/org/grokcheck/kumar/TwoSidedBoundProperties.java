package org.grokcheck.kumar;

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

/** Test over train loss at every step of training, for drawn samples from P_c on. */
class TwoSidedBoundProperties {
  private static final int STEPS = 120;

  /** Below it, of the loss at the start, outputs are differences of nearly equal numbers. */
  private static final double NOISE = 1e-12;

  @Provide
  Arbitrary<Double> scales() {
    return Arb.logUniform(0.05, 20);
  }

  @Provide
  Arbitrary<Double> shares() {
    return Arb.logUniform(1, 30);
  }

  @Property(tries = 200)
  @Checks({"kumar.ext.hard-upper-edge", "kumar.sec1.infinite-data"})
  void lossesStayWithinTheBoundOfTheSample(
      @ForAll @IntRange(min = 1, max = 4) int d,
      @ForAll("shares") double share,
      @ForAll("scales") double alpha,
      @ForAll("scales") double eps,
      @ForAll boolean centred,
      @ForAll @LongRange(min = 1) long draw) {
    RandomGenerator random = RunSettings.seeds().stream("kumar.ext.hard-upper-edge/" + draw);
    int samples = (int) Math.ceil(share * d * (d + 3) / 2);
    double[][] x = GaussianPoints.draw(samples, d, 1 / Math.sqrt(d), random);
    double[] beta = GaussianPoints.draw(1, d, 1, random)[0];
    int width = 1 + random.nextInt(2 * d + 2);
    MomentState start = MomentState.of(GaussianPoints.draw(width, d, 1, random));
    MomentState subtracted = centred ? start : new MomentState(new double[d], new double[d][d]);
    MomentTraining training = new MomentTraining(alpha, eps, x, labels(x, beta), subtracted);
    SampleSpread spread = SampleSpread.of(x);
    MomentState now = start;
    double noise = NOISE * Math.max(training.loss(start), 1e-300);
    for (int step = 0; step < STEPS; step++) {
      double train = training.loss(now);
      double test = now.minus(subtracted).risk(alpha, eps, beta).total();
      if (!(train > noise) || !(train < 1e12)) {
        break;
      }
      String at = "D=%d, P=%d, α=%.3g, ε=%.3g, step %d".formatted(d, samples, alpha, eps, step);
      for (String claim : new String[] {"kumar.ext.hard-upper-edge", "kumar.sec1.infinite-data"}) {
        compare(claim, at, train, test, spread);
      }
      now = training.next(now, 0.2 * width / (alpha * alpha * (1 + eps * eps * largest(x))), width);
    }
  }

  private static void compare(
      String claim, String at, double train, double test, SampleSpread spread) {
    Tolerance rounding =
        Tolerance.remainder(
            1e-6 * test,
            "roots of the losses hold six digits where losses hold 1e-12 of the start");
    Check.of(claim, "test loss is at most train loss over λ_min")
        .part("two-sided bound")
        .by(Oracle.INVARIANT)
        .at("run", at, "λ_min", spread.least(), "λ_max", spread.largest())
        .expectingAtMost(train / spread.least(), rounding)
        .holds(test)
        .rejects("train over test loss", train / spread.least() * train / test);
    Check.of(claim, "train loss over λ_max is at most test loss")
        .part("two-sided bound")
        .by(Oracle.INVARIANT)
        .at("run", at, "λ_min", spread.least(), "λ_max", spread.largest())
        .expectingAtMost(test, rounding)
        .holds(train / spread.largest())
        .rejects("train loss over λ_min", train / spread.least());
  }

  private static double largest(double[][] x) {
    double largest = 0;
    for (double[] row : x) {
      largest = Math.max(largest, MomentState.dot(row, row));
    }
    return largest;
  }

  private static double[] labels(double[][] x, double[] beta) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      double projection = MomentState.dot(beta, x[i]);
      y[i] = projection * projection / 2;
    }
    return y;
  }
}
