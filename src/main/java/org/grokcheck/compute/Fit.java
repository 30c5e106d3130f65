package org.grokcheck.compute;

import java.util.Arrays;

/** Whether models, samples and losses fit together; the same for every engine. */
public final class Fit {
  private Fit() {}

  /**
   * Refuses samples that the model or the loss can't take.
   *
   * @throws IllegalArgumentException naming what does not fit, and how to mend it
   */
  public static void require(Model model, Inputs inputs, Targets targets, Loss loss) {
    require(model, inputs);
    targets(model.architecture().outputs(), targets, loss);
    Require.that(
        inputs.samples() == targets.samples(),
        "there are %d inputs and %d targets; give one target a sample"
            .formatted(inputs.samples(), targets.samples()));
  }

  /**
   * Refuses samples that the model can't take.
   *
   * @throws IllegalArgumentException naming what does not fit, and how to mend it
   */
  public static void require(Model model, Inputs inputs) {
    inputs(model.architecture(), inputs);
  }

  private static void inputs(Architecture architecture, Inputs inputs) {
    if (inputs instanceof Inputs.Dense dense) {
      features(architecture, dense.rows()[0].length);
    } else if (inputs instanceof Inputs.Tokens tokens) {
      tokens(architecture, tokens);
    } else if (inputs instanceof Inputs.Graphs graphs) {
      Require.that(
          architecture instanceof Architecture.GraphConvolution, kind(architecture, inputs));
      int wanted = ((Architecture.GraphConvolution) architecture).widths().get(0);
      for (Inputs.Graph graph : graphs.graphs()) {
        width(wanted, graph.features()[0].length);
      }
    }
  }

  private static void features(Architecture architecture, int given) {
    if (architecture instanceof Architecture.Mlp mlp) {
      width(mlp.widths().get(0), given);
    } else if (architecture instanceof Architecture.Committee committee) {
      width(committee.inputs(), given);
    } else {
      throw new IllegalArgumentException(
          architecture.getClass().getSimpleName() + " does not take real feature vectors");
    }
  }

  private static void width(int wanted, int given) {
    Require.that(
        wanted == given,
        "a sample has %d features; the architecture takes %d".formatted(given, wanted));
  }

  private static void tokens(Architecture architecture, Inputs.Tokens tokens) {
    int vocabulary;
    int length = tokens.rows()[0].length;
    int positions = length;
    if (architecture instanceof Architecture.Transformer transformer) {
      vocabulary = transformer.vocabulary();
      positions = transformer.positions();
    } else if (architecture instanceof Architecture.EmbeddingSum sum) {
      vocabulary = sum.vocabulary();
      positions = sum.positions();
    } else if (architecture instanceof Architecture.LstmClassifier lstm) {
      vocabulary = lstm.vocabulary();
    } else {
      throw new IllegalArgumentException(kind(architecture, tokens));
    }
    Require.that(
        positions == length,
        "a sequence has %d tokens; the architecture takes %d".formatted(length, positions));
    for (int[] row : tokens.rows()) {
      for (int token : row) {
        if (token >= vocabulary) {
          throw new IllegalArgumentException(
              "token %d is not in the vocabulary 0..%d".formatted(token, vocabulary - 1));
        }
      }
    }
  }

  private static String kind(Architecture architecture, Inputs inputs) {
    return "%s does not take inputs of kind %s"
        .formatted(architecture.getClass().getSimpleName(), inputs.getClass().getSimpleName());
  }

  private static void targets(int outputs, Targets targets, Loss loss) {
    if (targets instanceof Targets.Values values) {
      Require.that(
          loss != Loss.CROSS_ENTROPY, "the cross-entropy takes class labels, not real targets");
      Require.that(
          values.rows()[0].length == outputs,
          "targets have %d entries a row; the model has %d outputs"
              .formatted(values.rows()[0].length, outputs));
    } else if (targets instanceof Targets.Classes classes) {
      int largest = Arrays.stream(classes.labels()).max().orElse(0);
      Require.that(
          largest < outputs,
          "labels hold %d; the classes are 0 to %d".formatted(largest, outputs - 1));
    }
  }
}
