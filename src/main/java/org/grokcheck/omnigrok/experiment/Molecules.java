package org.grokcheck.omnigrok.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Initialization;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.data.Molecule;
import org.grokcheck.data.Qm9;
import org.grokcheck.data.Smiles;
import org.grokcheck.math.Seeds;

/**
 * The task of {@code omnigrok.appA.qm9}: the isotropic polarizability of molecules, in bohr³, from
 * their graphs, by two graph convolutions with ReLU and a linear layer.
 *
 * <p>Features are those of a node times the number of atoms of its molecule, so that the mean over
 * nodes that ends the network acts as a sum over atoms, up to biases: the polarizability grows with
 * the molecule.
 */
final class Molecules implements AutoCloseable {
  private static final List<String> ELEMENTS = List.of("H", "C", "N", "O", "F");

  /** Elements, whether there is a double bond, a triple bond, and the number of hydrogens. */
  private static final int FEATURES = ELEMENTS.size() + 3;

  static final Architecture NETWORK =
      new Architecture.GraphConvolution(List.of(FEATURES, 128, 64), new Activation.Relu(), 1);

  /** Mean square on the training molecules, in units of the variance of the test targets. */
  static final String TRAIN = "train loss";

  /** The same on the test molecules. */
  static final String TEST = "test loss";

  /** Norm of the parameters in units of that at α = 1. */
  static final String NORM = "norm";

  private final EngineObjective training;
  private final EngineObjective test;
  private final double unit;

  private Molecules(EngineObjective training, EngineObjective test, double unit) {
    this.training = training;
    this.test = test;
    this.unit = unit;
  }

  /**
   * Places a draw of molecules on the device. The test molecules are the same for every number of
   * training molecules, and fewer of these are among more.
   *
   * @param entries to draw from
   * @param count number of training molecules
   * @param tests number of test molecules, others than those
   * @param random the order in which molecules are drawn
   */
  static Molecules draw(
      Engine engine,
      List<Qm9.Entry> entries,
      int count,
      int tests,
      RandomGenerator random,
      Precision precision) {
    if (entries.size() < count + tests) {
      throw new IllegalArgumentException(
          "%d molecules are too few for %d to train on and %d to test on"
              .formatted(entries.size(), count, tests));
    }
    List<Qm9.Entry> order = NormGrid.shuffled(entries, random);
    List<Qm9.Entry> held = order.subList(0, tests);
    return new Molecules(
        objective(engine, order.subList(tests, tests + count), precision),
        objective(engine, held, precision),
        variance(held));
  }

  private static EngineObjective objective(
      Engine engine, List<Qm9.Entry> entries, Precision precision) {
    double[][] targets = new double[entries.size()][];
    List<Inputs.Graph> graphs = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      targets[i] = new double[] {entries.get(i).alpha()};
      graphs.add(graph(entries.get(i).molecule()));
    }
    return engine.objective(
        Model.of(NETWORK),
        new Inputs.Graphs(graphs),
        new Targets.Values(targets),
        Loss.SQUARED,
        precision);
  }

  /**
   * The graph of a molecule.
   *
   * @throws IllegalArgumentException if it holds an element that QM9 does not
   */
  static Inputs.Graph graph(Molecule molecule) {
    int atoms = molecule.elements().size();
    double[][] features = new double[atoms][FEATURES];
    for (int i = 0; i < atoms; i++) {
      int element = ELEMENTS.indexOf(molecule.elements().get(i));
      if (element < 0) {
        throw new IllegalArgumentException(
            "element %s is none of %s".formatted(molecule.elements().get(i), ELEMENTS));
      }
      features[i][element] = atoms;
    }
    for (Molecule.Bond bond : molecule.bonds()) {
      bond(features, molecule, bond.from(), bond.to(), bond.order());
      bond(features, molecule, bond.to(), bond.from(), bond.order());
    }
    return new Inputs.Graph(
        features,
        molecule.bonds().stream()
            .map(bond -> new int[] {bond.from(), bond.to()})
            .toArray(int[][]::new));
  }

  private static void bond(
      double[][] features, Molecule molecule, int atom, int neighbour, int order) {
    int atoms = features.length;
    if (order > 1) {
      features[atom][ELEMENTS.size() + order - 2] = atoms;
    }
    if (molecule.elements().get(neighbour).equals("H")) {
      features[atom][FEATURES - 1] += atoms;
    }
  }

  private static double variance(List<Qm9.Entry> entries) {
    double mean = entries.stream().mapToDouble(Qm9.Entry::alpha).average().orElseThrow();
    return entries.stream()
        .mapToDouble(e -> (e.alpha() - mean) * (e.alpha() - mean))
        .average()
        .orElseThrow();
  }

  /** Those of the project, or for the probe some that everyone has. */
  static List<Qm9.Entry> entries(boolean probe) {
    return probe ? known() : Qm9.load(Path.of("")).entries();
  }

  /** Alkanes, alcohols and amines too large for QM9, with an additive target. */
  private static List<Qm9.Entry> known() {
    List<Qm9.Entry> entries = new ArrayList<>();
    for (int carbons = 10; carbons < 16; carbons++) {
      for (String end : List.of("C", "O", "N")) {
        String smiles = "C".repeat(carbons) + "=C" + end;
        double alpha = 10.0 * carbons + 5 * smiles.length() + end.charAt(0) % 7;
        entries.add(new Qm9.Entry(smiles, Smiles.parse(smiles), alpha));
      }
    }
    return entries;
  }

  /** The first parameters of a draw at α = 1. */
  static double[] start(Seeds seeds, int seed) {
    return Initialization.UNIFORM_FAN_IN.theta(NETWORK, seeds.stream("omnigrok.appA.qm9/w" + seed));
  }

  /** The molecules of a draw. */
  static RandomGenerator order(Seeds seeds, int seed) {
    return seeds.stream("omnigrok.appA.qm9/draw" + seed);
  }

  EngineObjective training() {
    return training;
  }

  /** Variance of the test targets in bohr⁶, the loss of the best constant. */
  double variance() {
    return unit;
  }

  /**
   * Both losses and the norm.
   *
   * @param start parameters at α = 1
   */
  Readings readings(double[] start) {
    double one = Vectors.norm(start);
    return new Readings(
        List.of(TRAIN, TEST, NORM),
        run -> new double[] {trainLoss(run), testLoss(run), run.norm() / one});
  }

  double trainLoss(Training run) {
    return run.loss() / unit;
  }

  double testLoss(Training run) {
    return run.loss(test) / unit;
  }

  @Override
  public void close() {
    training.close();
    test.close();
  }
}
