package org.grokcheck.omnigrok.experiment;

import java.nio.file.Path;
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
import org.grokcheck.data.LabelledImages;
import org.grokcheck.data.Mnist;
import org.grokcheck.math.Seeds;

/**
 * The task of Sec. 4 ({@code omnigrok.sec4.mnist-setup}): a ReLU network 784-200-200-10 on the
 * first N training images of MNIST, tested on test images.
 */
final class Digits implements AutoCloseable {
  static final Architecture NETWORK =
      new Architecture.Mlp(List.of(Mnist.PIXELS, 200, 200, 10), new Activation.Relu(), true);

  /** Accuracy on the training images. */
  static final String TRAIN = "train accuracy";

  /** Accuracy on the test images. */
  static final String TEST = "test accuracy";

  /** Norm of the parameters in units of that at α = 1. */
  static final String NORM = "norm";

  private final EngineObjective training;
  private final EngineObjective test;

  private Digits(EngineObjective training, EngineObjective test) {
    this.training = training;
    this.test = test;
  }

  /**
   * Places the images of the project on the device.
   *
   * @param count N
   * @param tests number of test images
   */
  static Digits load(Engine engine, int count, int tests, Loss loss, Precision precision) {
    Mnist mnist = Mnist.load(Path.of(""));
    return new Digits(
        objective(engine, mnist.training(count), loss, precision),
        objective(engine, mnist.test(tests), loss, precision));
  }

  private static EngineObjective objective(
      Engine engine, LabelledImages images, Loss loss, Precision precision) {
    return engine.objective(
        Model.of(NETWORK),
        new Inputs.Dense(images.pixels()),
        new Targets.Classes(images.labels()),
        loss,
        precision);
  }

  EngineObjective training() {
    return training;
  }

  /** The first parameters of a draw at α = 1. */
  static double[] start(Seeds seeds, int seed) {
    RandomGenerator random = seeds.stream("omnigrok.sec4/draw" + seed);
    return Initialization.UNIFORM_FAN_IN.theta(NETWORK, random);
  }

  /**
   * Both accuracies and the norm.
   *
   * @param start parameters at α = 1
   */
  Readings readings(double[] start) {
    double unit = Vectors.norm(start);
    return new Readings(List.of(TRAIN, TEST, NORM), run -> read(run, unit));
  }

  double testAccuracy(Training run) {
    return run.accuracy(test);
  }

  private double[] read(Training run, double unit) {
    return new double[] {run.accuracy(training), run.accuracy(test), run.norm() / unit};
  }

  @Override
  public void close() {
    training.close();
    test.close();
  }
}
