package org.grokcheck.compute.engine;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.agreement.Case;

/** Some of a case's samples as a case of their own. */
final class Samples {
  private Samples() {}

  static Case of(Case all, int... rows) {
    return new Case(
        all.name() + " samples " + Arrays.toString(rows),
        all.model(),
        inputs(all.inputs(), rows),
        targets(all.targets(), rows),
        all.loss(),
        all.theta(),
        all.direction());
  }

  private static Inputs inputs(Inputs inputs, int[] rows) {
    if (inputs instanceof Inputs.Dense dense) {
      return new Inputs.Dense(chosen(dense.rows(), rows));
    } else if (inputs instanceof Inputs.Tokens tokens) {
      return new Inputs.Tokens(
          IntStream.of(rows).mapToObj(i -> tokens.rows()[i]).toArray(int[][]::new));
    }
    Inputs.Graphs graphs = (Inputs.Graphs) inputs;
    return new Inputs.Graphs(IntStream.of(rows).mapToObj(graphs.graphs()::get).toList());
  }

  private static Targets targets(Targets targets, int[] rows) {
    return targets instanceof Targets.Values values
        ? new Targets.Values(chosen(values.rows(), rows))
        : new Targets.Classes(
            IntStream.of(rows).map(i -> ((Targets.Classes) targets).labels()[i]).toArray());
  }

  private static double[][] chosen(double[][] all, int[] rows) {
    return IntStream.of(rows).mapToObj(i -> all[i]).toArray(double[][]::new);
  }
}
