package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;

import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/**
 * Figs. 10b, at small decay, and 10d, from recorded training on the real images, for four draws.
 */
class DigitDecaysReproduction {
  private static final int DRAWS = 4;
  private static final double LEAST = DigitDecays.GAMMAS.get(0);
  private static final double MIDDLE = DigitDecays.GAMMAS.get(1);
  private static final double LARGEST = DigitDecays.GAMMAS.get(2);

  /** Times are read at stops, so that each may be too long by this factor. */
  private static final double LATE = StrictMath.pow(10, 1.0 / DigitRuns.PER_DECADE);

  private static Recording recording() {
    return Recordings.of(new DigitDecays(), Scale.DESK);
  }

  private static RecordedJob run(Recording recording, double gamma, int seed) {
    return RecordedJob.only(recording, "gamma", gamma, "seed", seed);
  }

  private static double test(Recording recording, double gamma, int seed) {
    return run(recording, gamma, seed).value("steps to test " + DigitDecays.LEVEL);
  }

  private static double fit(Recording recording, double gamma, int seed) {
    return run(recording, gamma, seed).value("steps to fit");
  }

  /** By the law, times grow as 1/γ, by 5 from 0.1 to 0.02; from 0.5 to 0.1 they nearly do. */
  @Test
  @Checks(value = "omnigrok.fig10b", scale = Scale.DESK, needs = "mnist")
  void smallDecayGeneralisesSoonerThanByTheLaw() {
    Recording recording = recording();
    double ratio = MIDDLE / LEAST;
    for (int seed = 0; seed < DRAWS; seed++) {
      double middle = test(recording, MIDDLE, seed);
      double grown = test(recording, LEAST, seed) / middle;
      run(recording, LEAST, seed)
          .check("omnigrok.fig10b", "t(γ = 0.02)/t(γ = 0.1) in units of the law's 5")
          .part("small decay")
          .expectingAtMost(1 / (LATE * LATE), CRITERION)
          .holds(grown / ratio)
          .rejects("from 0.5 to 0.1", middle / test(recording, LARGEST, seed) / ratio);
      run(recording, LEAST, seed)
          .check("omnigrok.fig10b", "t(γ = 0.02) in units of t₀ + c/γ through the other two")
          .part("small decay")
          .expectingAtMost(1 / (LATE * LATE), CRITERION)
          .holds(test(recording, LEAST, seed) / affine(recording, seed))
          .rejects("by the law from γ = 0.1", ratio * middle / affine(recording, seed));
    }
  }

  private static double affine(Recording recording, int seed) {
    double middle = test(recording, MIDDLE, seed);
    double c = (middle - test(recording, LARGEST, seed)) / (1 / MIDDLE - 1 / LARGEST);
    return middle + c * (1 / LEAST - 1 / MIDDLE);
  }

  /** Exponents between two times, with what reading them at stops leaves open. */
  @Test
  @Checks(value = "omnigrok.fig10b", scale = Scale.DESK, needs = "mnist")
  void exponentsOfFourDrawsMeetTheInterval() {
    Recording recording = recording();
    double decades = StrictMath.log10(LARGEST / MIDDLE);
    double late = StrictMath.log10(LATE) / decades;
    for (int seed = 0; seed < DRAWS; seed++) {
      double ratio = test(recording, LARGEST, seed) / test(recording, MIDDLE, seed);
      double exponent = StrictMath.log10(ratio) / decades;
      RecordedJob any = run(recording, MIDDLE, seed);
      any.check("omnigrok.fig10b", "exponent from two times, from below")
          .part("exponent from 0.1 to 0.5")
          .expectingAtMost(-0.8, CRITERION)
          .holds(exponent - late)
          .rejects("an exponent of −1/2", -0.5 - late);
      any.check("omnigrok.fig10b", "exponent from two times, from above")
          .part("exponent from 0.1 to 0.5")
          .expectingAtMost(1, CRITERION)
          .holds(-exponent - late)
          .rejects("an exponent of −3/2", 1.5 - late);
    }
  }

  @Test
  @Checks(value = "omnigrok.fig10d", scale = Scale.DESK, needs = "mnist")
  void timesToGeneraliseSpreadAndTimesToFitHardly() {
    Recording recording = recording();
    for (int seed = 0; seed < DRAWS; seed++) {
      double test = test(recording, LEAST, seed) / test(recording, LARGEST, seed);
      double least = Double.POSITIVE_INFINITY;
      double most = 0;
      for (double gamma : DigitDecays.GAMMAS) {
        least = Math.min(least, fit(recording, gamma, seed));
        most = Math.max(most, fit(recording, gamma, seed));
      }
      RecordedJob any = run(recording, LEAST, seed);
      any.check("omnigrok.fig10d", "most steps to fit over the fewest")
          .part("times to fit")
          .expectingAtMost(2.5, CRITERION)
          .holds(most / least)
          .rejects("of steps to generalise", test);
      any.check("omnigrok.fig10d", "10 over the same of steps to generalise")
          .part("times to test accuracy 0.7")
          .expectingAtMost(1, CRITERION)
          .holds(10 / test)
          .rejects("of steps to fit", 10 * least / most);
    }
  }
}
