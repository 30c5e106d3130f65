package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.agreement.Agreement;
import org.grokcheck.compute.agreement.Case;
import org.grokcheck.compute.agreement.Evaluation;
import org.grokcheck.compute.rounding.Enclosure;
import org.grokcheck.compute.rounding.RoundingAnalysis;
import org.junit.jupiter.api.Test;

/** Samples together, apart, and chosen from a larger set on the device. */
class EngineBatchTest {
  /** Every architecture and loss comes up; a step coprime to the cases of one activation. */
  private static final int STRIDE = 7;

  private static List<Case> some() {
    return IntStream.range(0, Parties.CASES.size())
        .filter(i -> i % STRIDE == 0)
        .mapToObj(Parties.CASES::get)
        .toList();
  }

  /** Both sides are within the radii of the exact value; the mean adds a rounding a sample. */
  @Test
  void aBatchIsTheMeanOfItsSamples() {
    for (Case all : some()) {
      int n = all.inputs().samples();
      double loss = 0;
      double[] gradient = new double[all.theta().length];
      double lossRadius = Parties.on(all).analysis(Precision.FLOAT64).loss().radii()[0];
      double[] radii = Parties.on(all).analysis(Precision.FLOAT64).gradient().radii().clone();
      for (int i = 0; i < n; i++) {
        Case one = Samples.of(all, i);
        Evaluation alone = Parties.DOUBLE.evaluate(one);
        RoundingAnalysis rounding = Agreement.on(one).analysis(Precision.FLOAT64);
        loss += alone.loss()[0] / n;
        lossRadius += share(rounding.loss(), 0, n);
        for (int j = 0; j < gradient.length; j++) {
          gradient[j] += alone.gradient()[j] / n;
          radii[j] += share(rounding.gradient(), j, n);
        }
      }
      Evaluation batch = Parties.evaluated(Parties.DOUBLE, all);
      assertEquals(batch.loss()[0], loss, lossRadius, all.name());
      for (int j = 0; j < gradient.length; j++) {
        assertEquals(batch.gradient()[j], gradient[j], radii[j], all.name());
      }
    }
  }

  /** Radius of one term of the mean with its division and its share in the sum of n terms. */
  private static double share(Enclosure e, int j, int n) {
    return (e.radii()[j] + n * 0x1p-53 * Math.abs(e.values()[j])) / n;
  }

  @Test
  void aSelectionIsAnObjectiveOnThoseSamples() {
    int[] rows = {3, 0, 3, 1};
    for (Case all : some()) {
      Case chosen = Samples.of(all, rows);
      RoundingAnalysis rounding = Agreement.on(chosen).analysis(Precision.FLOAT64);
      Evaluation expected = Parties.DOUBLE.evaluate(chosen);
      double[] gradient = selected(all, rows);
      for (int j = 0; j < gradient.length; j++) {
        double bound = 2 * rounding.gradient().radii()[j];
        assertEquals(expected.gradient()[j], gradient[j], bound, all.name());
      }
    }
  }

  private static double[] selected(Case all, int[] rows) {
    try (EngineObjective objective =
        Parties.CPU.objective(
            all.model(), all.inputs(), all.targets(), all.loss(), Precision.FLOAT64)) {
      return NativeErrors.scoped(
          () -> {
            Tensor leaf = objective.leaf(all.theta());
            Tensor loss = objective.loss(leaf, objective.select(rows));
            return Tensors.array(Gradients.of(loss, leaf));
          });
    }
  }
}
