package org.grokcheck.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;
import org.grokcheck.math.Seeds;

/** Random problems for an architecture: inputs of its kind, both losses, scaled and centred. */
public final class TrainingProblems {
  private static final double[] SCALES = {0.25, 1, 3, -1.5};

  private final Architecture shape;
  private final RandomGenerator random;

  private TrainingProblems(Architecture shape, RandomGenerator random) {
    this.shape = shape;
    this.random = random;
  }

  /** Problems for any of some architectures. */
  public static Arbitrary<TrainingProblem> of(List<? extends Architecture> shapes) {
    return Combinators.combine(Arbitraries.of(shapes), Arbitraries.longs())
        .as((shape, seed) -> of(shape, seed));
  }

  /** One problem. */
  public static TrainingProblem of(Architecture shape, long seed) {
    return new TrainingProblems(shape, new Seeds(seed).stream("problem")).draw();
  }

  private TrainingProblem draw() {
    int samples = 1 + random.nextInt(4);
    boolean classes = shape.outputs() > 1 && random.nextBoolean();
    Targets targets =
        classes
            ? new Targets.Classes(ints(samples, shape.outputs()))
            : new Targets.Values(matrix(samples, shape.outputs()));
    Loss loss = classes && random.nextInt(4) > 0 ? Loss.CROSS_ENTROPY : Loss.SQUARED;
    return new TrainingProblem(
        model(), inputs(samples), targets, loss, theta(), direction(), direction());
  }

  private Model model() {
    double scale = SCALES[random.nextInt(SCALES.length)];
    return random.nextBoolean() ? Model.scaled(shape, scale) : Model.centred(shape, scale, theta());
  }

  /** Entries of every block at the size of its usual start, none of them 0. */
  private double[] theta() {
    double[] theta = new double[shape.parameters()];
    double spread = random.nextBoolean() ? 1 : 0.5;
    for (Block block : shape.layout().blocks()) {
      for (int i = block.offset(); i < block.offset() + block.size(); i++) {
        theta[i] =
            switch (block.role()) {
              case GAIN -> (float) (1 + 0.3 * random.nextGaussian());
              case BIAS, SHIFT -> (float) (0.3 * random.nextGaussian());
              default -> (float) (spread * random.nextGaussian() / Math.sqrt(block.fanIn()));
            };
      }
    }
    return theta;
  }

  private double[] direction() {
    double[] w = new double[shape.parameters()];
    for (int i = 0; i < w.length; i++) {
      w[i] = (float) (random.nextGaussian() / Math.sqrt(w.length));
    }
    return w;
  }

  private Inputs inputs(int samples) {
    if (shape instanceof Architecture.Mlp a) {
      return new Inputs.Dense(matrix(samples, a.widths().get(0)));
    } else if (shape instanceof Architecture.Committee a) {
      return new Inputs.Dense(matrix(samples, a.inputs()));
    } else if (shape instanceof Architecture.EmbeddingSum a) {
      return tokens(samples, a.positions(), a.vocabulary());
    } else if (shape instanceof Architecture.Transformer a) {
      return tokens(samples, a.positions(), a.vocabulary());
    } else if (shape instanceof Architecture.LstmClassifier a) {
      return tokens(samples, 1 + random.nextInt(4), a.vocabulary());
    }
    int features = ((Architecture.GraphConvolution) shape).widths().get(0);
    return new Inputs.Graphs(
        IntStream.range(0, samples).mapToObj(i -> graph(1 + random.nextInt(4), features)).toList());
  }

  private Inputs tokens(int samples, int length, int vocabulary) {
    return new Inputs.Tokens(
        IntStream.range(0, samples).mapToObj(i -> ints(length, vocabulary)).toArray(int[][]::new));
  }

  private Inputs.Graph graph(int nodes, int features) {
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < i; j++) {
        if (random.nextBoolean()) {
          edges.add(new int[] {i, j});
        }
      }
    }
    return new Inputs.Graph(matrix(nodes, features), edges.toArray(int[][]::new));
  }

  private int[] ints(int length, int bound) {
    return IntStream.range(0, length).map(i -> random.nextInt(bound)).toArray();
  }

  private double[][] matrix(int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
    return matrix;
  }
}
