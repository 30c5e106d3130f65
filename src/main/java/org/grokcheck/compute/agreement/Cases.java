package org.grokcheck.compute.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;
import org.grokcheck.math.Seeds;

/** The catalogue: every architecture with every activation and every loss it can have. */
public final class Cases {
  private static final int SAMPLES = 5;

  /** Coefficients that single precision holds exactly, as all numbers of a case. */
  private static final List<Activation> ACTIVATIONS =
      List.of(
          new Activation.Identity(),
          new Activation.Relu(),
          new Activation.Tanh(),
          new Activation.Square(),
          new Activation.LinearQuadratic(0.5),
          new Activation.Hermite(List.of(0.25, 0.5, 0.125, -0.25)));

  private final Seeds seeds;
  private final List<Case> cases = new ArrayList<>();

  private Cases(long root) {
    this.seeds = new Seeds(root);
  }

  /**
   * All cases, the same for the same root.
   *
   * @param root of the random draws
   */
  public static List<Case> all(long root) {
    Cases catalogue = new Cases(root);
    for (Activation activation : ACTIVATIONS) {
      catalogue.addAll(activation);
    }
    catalogue.add(new Architecture.LstmClassifier(5, 3, 4, 1, 3));
    catalogue.add(new Architecture.LstmClassifier(5, 3, 3, 2, 3));
    catalogue.addShortest();
    return catalogue.cases;
  }

  /** The smallest of their kind: one layer, one position, one head, one token. */
  private void addShortest() {
    Activation relu = new Activation.Relu();
    Architecture.Transformer.Biases biases = new Architecture.Transformer.Biases(true, true, true);
    add(new Architecture.Mlp(List.of(3, 2), relu, true));
    add(new Architecture.EmbeddingSum(3, 1, 4, relu, 2));
    add(new Architecture.Transformer(3, 1, 2, 1, 3, 1, relu, false, biases, 2));
    add(new Architecture.Transformer(3, 1, 4, 4, 3, 2, relu, true, biases, 2));
    add(new Architecture.LstmClassifier(1, 2, 2, 1, 2));
  }

  private void addAll(Activation activation) {
    add(new Architecture.Mlp(List.of(4, 6, 5, 3), activation, true));
    add(new Architecture.Mlp(List.of(4, 7, 3), activation, false));
    add(new Architecture.Committee(5, 7, activation, false));
    add(new Architecture.Committee(5, 7, activation, true));
    add(new Architecture.EmbeddingSum(5, 2, 6, activation, 4));
    add(new Architecture.GraphConvolution(List.of(3, 5, 4), activation, 3));
    for (int layers = 1; layers <= 2; layers++) {
      add(transformer(layers, activation, false));
      add(transformer(layers, activation, true));
    }
  }

  private static Architecture transformer(int layers, Activation activation, boolean norm) {
    Architecture.Transformer.Biases biases =
        new Architecture.Transformer.Biases(norm, !norm, layers == 2);
    return new Architecture.Transformer(5, 3, 6, 2, 5, layers, activation, norm, biases, 4);
  }

  /** One case a loss; output maps take turns. */
  private void add(Architecture architecture) {
    if (architecture.outputs() > 1) {
      add(architecture, Loss.CROSS_ENTROPY, true);
      add(architecture, Loss.SQUARED, true);
    }
    add(architecture, Loss.SQUARED, false);
  }

  private void add(Architecture architecture, Loss loss, boolean classes) {
    String name = "%s %s %s".formatted(architecture, loss, classes ? "classes" : "values");
    RandomGenerator random = seeds.stream("compute.agreement/" + name);
    Draws draws = new Draws(random, SAMPLES);
    double[] theta = draws.theta(architecture);
    Model model = draws.model(architecture, cases.size() % 3);
    Inputs inputs = draws.inputs(architecture);
    Targets targets =
        classes ? draws.classes(architecture.outputs()) : draws.values(architecture.outputs());
    double[] direction = draws.normal(theta.length, 1);
    cases.add(new Case(name, model, inputs, targets, loss, theta, direction));
  }
}
