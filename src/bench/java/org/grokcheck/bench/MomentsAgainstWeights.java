package org.grokcheck.bench;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.kumar.MomentState;
import org.grokcheck.kumar.MomentTraining;
import org.grokcheck.math.Seeds;
import org.grokcheck.oracle.NeuronDescent;

/**
 * Time and deviation of the recursion of the moments against gradient descent on every weight of
 * the committee machine, both in plain double loops on one thread. A step of the weights takes at
 * least 4NPD operations, one of the moments 2PD² + 3D³: their quotient is what the recursion can
 * gain.
 */
public final class MomentsAgainstWeights {
  private static final double ALPHA = 1;
  private static final double EPS = 0.5;

  private MomentsAgainstWeights() {}

  /**
   * Prints both times, their ratio, and the largest deviation of an entry of M relative to the
   * largest entry.
   *
   * @param args N, D, P and the number of steps
   */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    int d = Integer.parseInt(args[1]);
    int p = Integer.parseInt(args[2]);
    int steps = Integer.parseInt(args[3]);
    RandomGenerator random = new Seeds(20260101).stream("bench/moments-against-weights");
    double[][] weights = GaussianPoints.draw(n, d, 1, random);
    double[][] x = GaussianPoints.draw(p, d, 1 / Math.sqrt(d), random);
    double[] y = new double[p];
    for (int mu = 0; mu < p; mu++) {
      y[mu] = d * x[mu][0] * x[mu][0];
    }
    double eta = 0.1 * n;
    NeuronDescent neurons = new NeuronDescent(ALPHA, EPS, x, y, weights);
    MomentState[] now = {MomentState.of(weights)};
    MomentTraining training = new MomentTraining(ALPHA, EPS, x, y, now[0]);
    Seconds direct = Seconds.FOREVER;
    Seconds moments = Seconds.FOREVER;
    for (int done = 0, block; done < steps; done += block) {
      block = Math.min(100, steps - done);
      int count = block;
      direct = direct.min(Seconds.of(count, () -> repeat(count, () -> neurons.step(eta))));
      moments =
          moments.min(
              Seconds.of(count, () -> repeat(count, () -> now[0] = training.next(now[0], eta, n))));
    }
    System.out.printf(
        Locale.ROOT,
        "N=%d D=%d P=%d, %d steps, loss %.3e: weights %.3f ms, moments %.3f ms a step, ratio %.1f"
            + " (%.1f by operations), deviation %.2e%n",
        n,
        d,
        p,
        steps,
        training.loss(now[0]),
        1e3 * direct.cpu(),
        1e3 * moments.cpu(),
        direct.cpu() / moments.cpu(),
        4.0 * n * p * d / (2.0 * p * d * d + 3.0 * d * d * d),
        deviation(now[0], MomentState.of(neurons.weights())));
  }

  private static void repeat(int count, Runnable step) {
    for (int k = 0; k < count; k++) {
      step.run();
    }
  }

  private static double deviation(MomentState a, MomentState b) {
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < a.dimension(); i++) {
      for (int j = 0; j <= i; j++) {
        largest = Math.max(largest, Math.abs(a.second(i, j)));
        difference = Math.max(difference, Math.abs(a.second(i, j) - b.second(i, j)));
      }
    }
    return difference / largest;
  }
}
