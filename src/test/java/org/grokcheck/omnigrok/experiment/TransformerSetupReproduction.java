package org.grokcheck.omnigrok.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.Initialization;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.harness.TestEngine;
import org.junit.jupiter.api.Test;

/** The transformer and the task of Secs. 5.1 and B at the paper's size, before its first steps. */
class TransformerSetupReproduction {
  private static final String CLAIM = "omnigrok.sec51.transformer";
  private static final String STREAM = "omnigrok.sec51.transformer/setup";
  private static final int P = 113;
  private static final int D = 128;
  private static final double RATE = 1e-3;
  private static final double FALSE_ALARM = 1e-9;
  private static final double Z =
      new NormalDistribution().inverseCumulativeProbability(1 - FALSE_ALARM / 2);

  /** Symbols and "=", three places, four square matrices, two layers with biases, scores. */
  @Test
  @Checks(CLAIM)
  void sizesAreThoseOfThePaper() {
    int hidden = 2 * D * 512 + 512 + D;
    int whole = (P + 1) * D + 3 * D + 4 * D * D + hidden + D * (P + 1);
    Architecture network = ModularAddition.network(P);
    Check.of(CLAIM, "number of parameters at p = 113")
        .part("network")
        .by(Oracle.EXACT)
        .expectingExactly(whole)
        .holds(network.parameters())
        .rejects("without the token =", whole - 2 * D)
        .rejects("biases everywhere", whole + 4 * D + P + 1);
    // Entries of variance 1/d have squares of mean 1/d and variance 2/d²; biases start at 0.
    double wide = (P + 1) * D + 3 * D + 4 * D * D + 2 * D * 512;
    double last = D * (P + 1);
    double mean = wide / D + last / (P + 1);
    double error = Math.sqrt(2 * (wide / D / D + last / (P + 1) / (P + 1)));
    double seen =
        square(ModularAddition.firstParameters(network, RunSettings.seeds().stream(STREAM)));
    double other =
        square(Initialization.UNIFORM_FAN_IN.theta(network, RunSettings.seeds().stream(STREAM)));
    Check.of(CLAIM, "|W|^2 of the first parameters")
        .part("first norm")
        .by(Oracle.STATISTICAL)
        .at("draws", 1)
        .expecting(seen, new Tolerance.Clt(error, FALSE_ALARM, Z, "sum of squares of normals"))
        .power(new NormalDistribution().cumulativeProbability(Math.abs(mean - other) / error - Z))
        .holds(mean)
        .rejects("the default of footnote 1", other);
  }

  private static double square(double[] theta) {
    double sum = 0;
    for (double w : theta) {
      sum += w * w;
    }
    return sum;
  }

  /** Cross-entropy of the sums modulo 113 on three tenths of all ordered pairs. */
  @Test
  @Checks(CLAIM)
  void taskAndFirstStepAreThoseOfThePaper() {
    try (ModularAddition task =
        ModularAddition.draw(
            TestEngine.open(), P, 0.3, Precision.FLOAT64, RunSettings.seeds().stream(STREAM))) {
      double[] start = task.start();
      double[][] scores = task.training().outputs(start);
      List<int[]> pairs = shuffledPairs();
      Check.of(CLAIM, "number of training pairs, 0.3 of 113^2")
          .part("task")
          .by(Oracle.EXACT)
          .expectingExactly(3831)
          .holds(scores.length)
          .rejects("of unordered pairs", (int) Math.round(0.3 * P * (P + 1) / 2));
      double loss = loss(scores, pairs, P);
      Check.of(CLAIM, "first training loss")
          .part("task")
          .by(Oracle.SECOND_ALGORITHM)
          .expecting(loss, new Tolerance.Rounding(8000, loss, "sums of 3831 logarithms"))
          .holds(task.training().loss(start))
          .rejects("sums without the modulus", loss(scores, pairs, 2 * P));
      firstStep(task, start);
    }
  }

  private static List<int[]> shuffledPairs() {
    RandomGenerator random = RunSettings.seeds().stream(STREAM);
    ModularAddition.firstParameters(ModularAddition.network(P), random);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < P; i++) {
      for (int j = 0; j < P; j++) {
        pairs.add(new int[] {i, j});
      }
    }
    for (int k = pairs.size() - 1; k > 0; k--) {
      Collections.swap(pairs, k, random.nextInt(k + 1));
    }
    return pairs;
  }

  /** Mean of ln Σ e^s − s at the label (i + j) mod the modulus, or at the last score beyond it. */
  private static double loss(double[][] scores, List<int[]> pairs, int modulus) {
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      int label = Math.min((pairs.get(k)[0] + pairs.get(k)[1]) % modulus, P);
      double all = 0;
      for (double score : scores[k]) {
        all += StrictMath.exp(score);
      }
      sum += StrictMath.log(all) - scores[k][label];
    }
    return sum / scores.length;
  }

  /** AdamW at t = 1: W ← (1 − ηγ)W − ηg/(|g| + ε), the decay outside the moments. */
  private static void firstStep(ModularAddition task, double[] start) {
    double[] g = task.training().gradient(start);
    OptimizerSpec adam = new OptimizerSpec.Adam(RATE, 0.9, 0.98, 1e-8, 1, true);
    double[] end;
    try (Training training =
        Training.start(
            CLAIM, task.training(), OptimizerSettings.of(adam), new Batches.Full(), start)) {
      training.run(1);
      end = training.theta();
    }
    for (int i = 0; i < start.length; i += 997) {
      double coupled = g[i] + start[i];
      Check.of(CLAIM, "weight after the first step, gamma = 1")
          .part("optimiser")
          .by(Oracle.SECOND_ALGORITHM)
          .at("weight", i)
          .expecting(
              (1 - RATE) * start[i] - RATE * g[i] / (Math.abs(g[i]) + 1e-8),
              Tolerance.remainder(
                  1e-9, "1e-3 times 1e-14/1e-8, the gradient taken twice in another order"))
          .holds(end[i])
          .rejects("decay in the gradient", start[i] - RATE * coupled / (Math.abs(coupled) + 1e-8));
    }
  }
}
