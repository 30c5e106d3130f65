package org.grokcheck.compute.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.compute.Layout.Role;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;

/**
 * Draws of the parts of a case, rounded to single precision.
 *
 * @param random the stream
 * @param samples number of samples
 */
record Draws(RandomGenerator random, int samples) {
  /** Longest sequence where the architecture does not say; some tokens of a sequence repeat. */
  private static final int LENGTH = 4;

  private static final double SHALLOW = 0.5;

  private static final double DEEP = 0.125;

  double[] normal(int length, double scale) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return values;
  }

  private double[][] matrix(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = normal(columns, 1);
    }
    return matrix;
  }

  /**
   * Embeddings of variance 1, weights of variance 1/(2 fanIn) or, where layers are deep, 1/(8
   * fanIn): bounds grow with the sizes of Jacobians, and would say nothing if those were large.
   * Gains are near 1, biases and shifts near 0, none of them at it.
   */
  double[] theta(Architecture architecture) {
    double[] theta = new double[architecture.parameters()];
    double variance = architecture instanceof Architecture.Transformer ? DEEP : SHALLOW;
    for (Block block : architecture.layout().blocks()) {
      double[] entries = normal(block.size(), scale(block, variance));
      for (int i = 0; i < entries.length; i++) {
        double centre = block.role() == Role.GAIN ? 1 : 0;
        theta[block.offset() + i] = (float) (centre + entries[i]);
      }
    }
    return theta;
  }

  private static double scale(Block block, double variance) {
    return switch (block.role()) {
      case WEIGHT -> Math.sqrt(variance / block.fanIn());
      case EMBEDDING -> 1;
      default -> 0.2;
    };
  }

  /** Kinds 0, 1, 2: plain, scaled, scaled and centred. */
  Model model(Architecture architecture, int kind) {
    return switch (kind) {
      case 0 -> Model.of(architecture);
      case 1 -> Model.scaled(architecture, 1.5);
      default -> Model.centred(architecture, 0.75, theta(architecture));
    };
  }

  Inputs inputs(Architecture architecture) {
    if (architecture instanceof Architecture.Mlp mlp) {
      return new Inputs.Dense(matrix(samples, mlp.widths().get(0)));
    } else if (architecture instanceof Architecture.Committee committee) {
      return new Inputs.Dense(matrix(samples, committee.inputs()));
    } else if (architecture instanceof Architecture.EmbeddingSum sum) {
      return tokens(sum.vocabulary(), sum.positions());
    } else if (architecture instanceof Architecture.Transformer transformer) {
      return tokens(transformer.vocabulary(), transformer.positions());
    } else if (architecture instanceof Architecture.LstmClassifier lstm) {
      return tokens(lstm.vocabulary(), Math.min(lstm.vocabulary(), LENGTH));
    }
    return graphs(((Architecture.GraphConvolution) architecture).widths().get(0));
  }

  private Inputs tokens(int vocabulary, int length) {
    int[][] rows = new int[samples][length];
    for (int[] row : rows) {
      for (int t = 0; t < length; t++) {
        row[t] = random.nextInt(vocabulary);
      }
    }
    return new Inputs.Tokens(rows);
  }

  /** Graphs of 1, 2, 3, ... nodes, each pair joined with probability a half, the last for sure. */
  private Inputs graphs(int features) {
    List<Inputs.Graph> graphs = new ArrayList<>();
    for (int size = 1; size <= samples; size++) {
      List<int[]> edges = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < i; j++) {
          if (random.nextBoolean() || (i == j + 1 && i == size - 1)) {
            edges.add(new int[] {i, j});
          }
        }
      }
      graphs.add(new Inputs.Graph(matrix(size, features), edges.toArray(int[][]::new)));
    }
    return new Inputs.Graphs(graphs);
  }

  Targets classes(int outputs) {
    int[] labels = new int[samples];
    for (int i = 0; i < samples; i++) {
      labels[i] = random.nextInt(outputs);
    }
    return new Targets.Classes(labels);
  }

  Targets values(int outputs) {
    return new Targets.Values(matrix(samples, outputs));
  }
}
