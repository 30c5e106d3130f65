package org.grokcheck.omnigrok.experiment;

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
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.math.Seeds;

/**
 * The task of Sec. 3 ({@code omnigrok.sec3.setup}): a tanh network 5-100-100-5 learns the outputs
 * of another with the same architecture on 100 Gaussian inputs, and is tested on 100 more.
 */
final class TeacherStudent implements AutoCloseable {
  static final Architecture NETWORK =
      new Architecture.Mlp(List.of(5, 100, 100, 5), new Activation.Tanh(), true);
  private static final int SAMPLES = 100;

  private final Samples training;
  private final Samples test;
  private final double[] student;

  /** Inputs on the device, with the teacher's outputs. */
  record Samples(EngineObjective objective, double[][] labels) {
    /** Mean squared residual of each sample. */
    double[] errors(double[] theta) {
      return Thresholds.squaredErrors(objective.outputs(theta), labels);
    }
  }

  private TeacherStudent(Samples training, Samples test, double[] student) {
    this.training = training;
    this.test = test;
    this.student = student;
  }

  /**
   * A draw of teacher, student and inputs, in double precision.
   *
   * @param seed number of the draw
   */
  static TeacherStudent draw(Engine engine, Seeds seeds, int seed) {
    RandomGenerator random = seeds.stream("omnigrok.sec3/draw" + seed);
    double[] teacher = Initialization.UNIFORM_FAN_IN.theta(NETWORK, random);
    double[] student = Initialization.UNIFORM_FAN_IN.theta(NETWORK, random);
    Samples training = samples(engine, teacher, random);
    return new TeacherStudent(training, samples(engine, teacher, random), student);
  }

  private static Samples samples(Engine engine, double[] teacher, RandomGenerator random) {
    Inputs inputs = new Inputs.Dense(GaussianPoints.draw(SAMPLES, 5, 1, random));
    Model model = Model.of(NETWORK);
    Targets none = new Targets.Values(new double[SAMPLES][5]);
    double[][] outputs;
    try (EngineObjective unlabelled =
        engine.objective(model, inputs, none, Loss.SQUARED, Precision.FLOAT64)) {
      outputs = unlabelled.outputs(teacher);
    }
    Targets labels = new Targets.Values(outputs);
    return new Samples(
        engine.objective(model, inputs, labels, Loss.SQUARED, Precision.FLOAT64), outputs);
  }

  Samples training() {
    return training;
  }

  Samples test() {
    return test;
  }

  /** The student's first parameters, times α. */
  double[] start(double alpha) {
    return Vectors.scaled(alpha, student);
  }

  /** Norm of the student's first parameters at α = 1. */
  double unitNorm() {
    return Vectors.norm(student);
  }

  @Override
  public void close() {
    training.objective().close();
    test.objective().close();
  }
}
