package org.grokcheck.kumar;

import java.util.random.RandomGenerator;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.oracle.NeuronDescent;
import org.junit.jupiter.api.Test;

/** Ten thousand steps of the moments beside ten thousand steps of every weight, in doubles. */
class LongDescentProperties {
  private static final int WIDTH = 40;
  private static final int DIMENSION = 5;
  private static final int SAMPLES = 14;
  private static final int[] STEPS = {1000, 10_000};

  @Test
  @Checks({"kumar.ext.closed-gd", "kumar.ext.width-equivalence"})
  void momentsFollowTheWeightsForTenThousandSteps() {
    for (double alpha : new double[] {0.3, 30}) {
      compare(alpha);
    }
  }

  private static void compare(double alpha) {
    double eps = 0.5;
    RandomGenerator random = RunSettings.seeds().stream("kumar.ext.closed-gd/long-" + alpha);
    double[][] weights = GaussianPoints.draw(WIDTH, DIMENSION, 1, random);
    double[][] x = GaussianPoints.draw(SAMPLES, DIMENSION, 1 / Math.sqrt(DIMENSION), random);
    double[] y = new double[SAMPLES];
    for (int mu = 0; mu < SAMPLES; mu++) {
      y[mu] = 2 * x[mu][0] * x[mu][0];
    }
    double eta = 0.1 * WIDTH / (alpha * alpha);
    NeuronDescent neurons = new NeuronDescent(alpha, eps, x, y, weights);
    MomentState start = MomentState.of(weights);
    MomentTraining training = new MomentTraining(alpha, eps, x, y, start);
    MomentState now = start;
    MomentState hasty = start;
    double initial = training.loss(start);
    int done = 0;
    for (int steps : STEPS) {
      for (; done < steps; done++) {
        neurons.step(eta);
        now = training.next(now, eta, WIDTH);
        hasty = training.next(hasty, eta * 1.001, WIDTH);
      }
      compare(alpha, steps, now, MomentState.of(neurons.weights()), hasty);
      Check.of("kumar.ext.closed-gd", "train loss has fallen, at the same steps")
          .by(Oracle.SECOND_ALGORITHM)
          .at("alpha", alpha, "steps", steps)
          .expecting(
              neurons.loss(),
              rounding(steps, 2 * alpha * Math.sqrt(neurons.loss()) * now.trace() + 1e-9))
          .holds(training.loss(now))
          .rejects("at the start", initial);
    }
  }

  private static void compare(
      double alpha, int steps, MomentState now, MomentState direct, MomentState hasty) {
    for (String claim : new String[] {"kumar.ext.closed-gd", "kumar.ext.width-equivalence"}) {
      for (int i = 0; i < DIMENSION; i++) {
        for (int j = 0; j <= i; j++) {
          Check.of(claim, "M after steps of every weight")
              .by(Oracle.SECOND_ALGORITHM)
              .at("alpha", alpha, "steps", steps, "N", WIDTH, "D", DIMENSION, "P", SAMPLES)
              .expecting(direct.second(i, j), rounding(steps, direct.trace()))
              .holds(now.second(i, j))
              .rejects("a learning rate 0.1 % larger", hasty.second(i, j));
        }
        Check.of(claim, "wbar after steps of every weight")
            .by(Oracle.SECOND_ALGORITHM)
            .at("alpha", alpha, "steps", steps, "N", WIDTH, "D", DIMENSION, "P", SAMPLES)
            .expecting(direct.mean(i), rounding(steps, direct.trace()))
            .holds(now.mean(i))
            .rejects("a learning rate 0.1 % larger", hasty.mean(i));
      }
    }
  }

  /** A step rounds P + N terms at most on a path; stable descent doesn't amplify what it finds. */
  private static Tolerance rounding(int steps, double scale) {
    return new Tolerance.Rounding(
        (double) steps * (SAMPLES + WIDTH),
        scale,
        "roundings of all steps add up, none is amplified");
  }
}
