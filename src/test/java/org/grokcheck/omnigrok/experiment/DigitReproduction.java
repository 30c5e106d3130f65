package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.DigitRuns.CROSS_ENTROPY;
import static org.grokcheck.omnigrok.experiment.DigitRuns.SQUARED;
import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Figs. 3d, 3e, 10b and 12 on the real images, from recorded training of two networks each. */
class DigitReproduction {
  private static final int SEEDS = 2;
  private static final double[] LAW = {0.1, 0.2, 0.3, 0.5};
  private static final double[] SIZES = {300, 1000, 3000};

  private static Recording recording() {
    return Recordings.of(new DigitRuns(), Scale.DESK);
  }

  private static RecordedJob run(
      Recording recording, String loss, double alpha, double gamma, int count, int seed) {
    return RecordedJob.only(
        recording, "loss", loss, "alpha", alpha, "gamma", gamma, "N", count, "seed", seed);
  }

  private static RecordedJob decayed(Recording recording, double gamma, int seed) {
    return run(recording, SQUARED, 8, gamma, 1000, seed);
  }

  private static double steps(RecordedJob run, String level) {
    return run.value("steps to test " + level);
  }

  @Test
  @Checks(value = "omnigrok.fig3d", scale = Scale.DESK, needs = "mnist")
  void testAccuracyRisesLongAfterTheFit() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob slow = decayed(recording, 0.1, seed);
      RecordedJob fast = decayed(recording, 1, seed);
      slow.check("omnigrok.fig3d", "steps to fit over steps to a test accuracy of 0.8")
          .expectingAtMost(0.2, CRITERION)
          .holds(slow.value("steps to fit") / steps(slow, "0.8"))
          .rejects("at γ = 1", fast.value("steps to fit") / steps(fast, "0.8"));
    }
    RecordedJob whole = decayed(recording, 0.1, 0);
    OmnigrokFigures.write(OmnigrokFigures.grokking(recording, whole));
    whole
        .check("omnigrok.fig3d", "error on all 10 000 test images after 16 000 steps")
        .expectingAtMost(0.15, CRITERION)
        .holds(1 - whole.last(Digits.TEST))
        .rejects("without decay", 1 - run(recording, SQUARED, 8, 0, 1000, 0).last(Digits.TEST));
  }

  private static DecayFit law(Recording recording, String level, int seed) {
    return new DecayFit(
        LAW, Arrays.stream(LAW).map(g -> steps(decayed(recording, g, seed), level)).toArray());
  }

  @Test
  @Checks(value = "omnigrok.fig10b", scale = Scale.DESK, needs = "mnist")
  void timesToGeneraliseFollowTheDecay() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (String level : DigitRuns.LEVELS) {
        exponent(recording, level, seed);
        saturation(recording, level, seed);
      }
    }
    OmnigrokFigures.write(
        OmnigrokFigures.times(
            "omnigrok.fig10b",
            "MNIST: time to generalise against decay",
            recording,
            List.of("0.7, first draw", "0.7, second draw", "0.8, first draw", "0.8, second draw"),
            List.of(
                law(recording, "0.7", 0),
                law(recording, "0.7", 1),
                law(recording, "0.8", 0),
                law(recording, "0.8", 1))));
  }

  /** The 95 % interval of the exponent meets [−1, −0.8], and t₀ + c/γ fits. */
  private static void exponent(Recording recording, String level, int seed) {
    DecayFit law = law(recording, level, seed);
    RecordedJob any = decayed(recording, 0.1, seed);
    String measured = " at %s (%.3f ± %.3f)".formatted(level, law.slope(), law.halfWidth());
    any.check("omnigrok.fig10b", "exponent, interval from below" + measured)
        .part("exponent from 0.1 to 0.5")
        .expectingAtMost(-0.8, CRITERION)
        .holds(law.slope() - law.halfWidth())
        .rejects("an exponent of −1/2", -0.5 - law.halfWidth());
    any.check("omnigrok.fig10b", "exponent, interval from above" + measured)
        .part("exponent from 0.1 to 0.5")
        .expectingAtMost(1, CRITERION)
        .holds(-law.slope() - law.halfWidth())
        .rejects("an exponent of −3/2", 1.5 - law.halfWidth());
    any.check("omnigrok.fig10b", "largest relative residual of t₀ + c/γ at " + level)
        .part("exponent from 0.1 to 0.5")
        .expectingAtMost(0.1, CRITERION)
        .holds(law.affineResidual());
  }

  private static void saturation(Recording recording, String level, int seed) {
    RecordedJob large = decayed(recording, 3, seed);
    large
        .check("omnigrok.fig10b", "t(γ = 1)/t(γ = 3) at " + level)
        .part("large decay")
        .expectingAtMost(1.3, CRITERION)
        .holds(steps(decayed(recording, 1, seed), level) / steps(large, level))
        .rejects("by the law", 3);
  }

  private static double delay(Recording recording, double count, int seed) {
    RecordedJob run = run(recording, SQUARED, 8, 0.5, (int) count, seed);
    return steps(run, "0.7") / run.value("steps to fit");
  }

  @Test
  @Checks(
      value = {"omnigrok.fig3e", "omnigrok.sec4.larger-N", "omnigrok.sec4.no-LU"},
      scale = Scale.DESK,
      needs = "mnist")
  void moreImagesGeneraliseSooner() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob few = run(recording, SQUARED, 8, 0.5, 60, seed);
      few.check("omnigrok.fig3e", "highest test accuracy of 60 images")
          .part("critical size")
          .expectingAtMost(0.7, CRITERION)
          .holds(highest(few.series(Digits.TEST)))
          .rejects(
              "of 300", highest(run(recording, SQUARED, 8, 0.5, 300, seed).series(Digits.TEST)));
      for (int i = 1; i < SIZES.length; i++) {
        growing(recording, SIZES[i - 1], SIZES[i], seed);
      }
      smallAndLarge(recording, seed);
    }
  }

  private static double highest(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private static void growing(Recording recording, double before, double after, int seed) {
    RecordedJob more = run(recording, SQUARED, 8, 0.5, (int) after, seed);
    double fewer = steps(run(recording, SQUARED, 8, 0.5, (int) before, seed), "0.7");
    more.check("omnigrok.fig3e", "steps to 0.7 in units of those of fewer images")
        .part("order in N")
        .expectingAtMost(1, CRITERION)
        .holds(steps(more, "0.7") / fewer)
        .rejects("the other way round", fewer / steps(more, "0.7"));
    more.check("omnigrok.sec4.larger-N", "t_test/t_train in units of that of fewer images")
        .expectingAtMost(1, CRITERION)
        .holds(delay(recording, after, seed) / delay(recording, before, seed))
        .rejects(
            "the other way round", delay(recording, before, seed) / delay(recording, after, seed));
  }

  private static void smallAndLarge(Recording recording, int seed) {
    RecordedJob small = run(recording, SQUARED, 8, 0.5, 300, seed);
    RecordedJob large = run(recording, SQUARED, 8, 0.5, 3000, seed);
    large
        .check("omnigrok.fig3e", "steps to 0.7 of 3000 images in units of those of 300")
        .part("order in N")
        .expectingAtMost(1 / 1.5, CRITERION)
        .holds(steps(large, "0.7") / steps(small, "0.7"));
    double wait = steps(small, "0.7") - small.value("steps to fit");
    large
        .check("omnigrok.sec4.no-LU", "t_test − t_train of 3000 images in units of that of 300")
        .expectingAtMost(0.2, CRITERION)
        .holds((steps(large, "0.7") - large.value("steps to fit")) / wait)
        .rejects("of 300 images", 1);
  }

  @Test
  @Checks(value = "omnigrok.sec4.larger-init", scale = Scale.DESK, needs = "mnist")
  void largeNormsFitWithoutGeneralising() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob standard = run(recording, SQUARED, 1, 0, 1000, seed);
      RecordedJob large = run(recording, SQUARED, 8, 0, 1000, seed);
      large
          .check("omnigrok.sec4.larger-init", "test accuracy at α = 8 less that at α = 1")
          .part("test error")
          .expectingAtMost(-0.3, CRITERION)
          .holds(large.last(Digits.TEST) - standard.last(Digits.TEST))
          .rejects(
              "with γ = 0.1",
              decayed(recording, 0.1, seed).last(Digits.TEST) - standard.last(Digits.TEST));
      for (RecordedJob run : new RecordedJob[] {standard, large}) {
        run.check("omnigrok.sec4.larger-init", "training error at the end")
            .part("training error")
            .expectingAtMost(0.01, CRITERION)
            .holds(1 - run.last(Digits.TRAIN));
      }
    }
  }

  @Test
  @Checks(
      value = {"omnigrok.fig12", "omnigrok.appE.alpha"},
      scale = Scale.DESK,
      needs = "mnist")
  void crossEntropyNeedsLargerNorms() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      plateau(run(recording, CROSS_ENTROPY, 100, 1, 200, seed));
      RecordedJob entropy = run(recording, CROSS_ENTROPY, 8, 1, 1000, seed);
      RecordedJob squared = decayed(recording, 1, seed);
      entropy
          .check("omnigrok.appE.alpha", "steps to 0.8 in units of those with squares, α = 8, γ = 1")
          .expectingAtMost(0.5, CRITERION)
          .holds(steps(entropy, "0.8") / steps(squared, "0.8"))
          .rejects(
              "of the squares at γ = 3",
              steps(decayed(recording, 3, seed), "0.8") / steps(squared, "0.8"));
    }
  }

  /** Fits at 0.3 to 0.4, stays there while the norm falls, and rises much later. */
  private static void plateau(RecordedJob run) {
    double[] test = run.series(Digits.TEST);
    int fit = first(run.series(Digits.TRAIN), DigitRuns.FITTED);
    double gain = run.last(Digits.TEST) - test[fit];
    run.check("omnigrok.fig12", "0.3 − test accuracy at the fit")
        .part("plateau")
        .expectingAtMost(0, CRITERION)
        .holds(0.3 - test[fit])
        .rejects("chance", 0.2);
    run.check("omnigrok.fig12", "test accuracy at the fit")
        .part("plateau")
        .expectingAtMost(0.4, CRITERION)
        .holds(test[fit])
        .rejects("at the end", run.last(Digits.TEST));
    run.check("omnigrok.fig12", "gain after the fit, at least")
        .part("late rise")
        .expectingAtMost(-0.15, CRITERION)
        .holds(-gain);
    int late = first(test, test[fit] + 0.9 * gain);
    run.check("omnigrok.fig12", "steps to fit over steps to 90 % of the gain")
        .part("late rise")
        .expectingAtMost(0.25, CRITERION)
        .holds(run.series("steps")[fit] / run.series("steps")[late]);
  }

  private static int first(double[] values, double level) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= level) {
        return i;
      }
    }
    throw new IllegalStateException("a level of " + level + " was never reached");
  }
}
