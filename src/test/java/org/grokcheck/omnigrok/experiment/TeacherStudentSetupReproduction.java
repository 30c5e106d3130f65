package org.grokcheck.omnigrok.experiment;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.harness.TestEngine;
import org.junit.jupiter.api.Test;

/** The task of Sec. 3, against the same draws and a network by loops. */
class TeacherStudentSetupReproduction {
  private static final String CLAIM = "omnigrok.sec3.setup";
  private static final PlainNetwork NETWORK = new PlainNetwork(new int[] {5, 100, 100, 5}, false);
  private static final int SAMPLES = 100;
  private static final double FALSE_ALARM = 1e-9;
  private static final double Z =
      new NormalDistribution().inverseCumulativeProbability(1 - FALSE_ALARM / 2);

  /** Teacher, student and both sets of inputs, in the order in which the task draws them. */
  private record Draw(double[] teacher, double[] student, double[][] training, double[][] test) {
    static Draw of(int seed) {
      RandomGenerator random = RunSettings.seeds().stream("omnigrok.sec3/draw" + seed);
      return new Draw(NETWORK.draw(random), NETWORK.draw(random), inputs(random), inputs(random));
    }

    private static double[][] inputs(RandomGenerator random) {
      double[][] x = new double[SAMPLES][5];
      for (double[] row : x) {
        for (int j = 0; j < 5; j++) {
          row[j] = random.nextGaussian();
        }
      }
      return x;
    }

    double[][] labels(double[][] inputs) {
      return Arrays.stream(inputs).map(x -> NETWORK.output(teacher, x)).toArray(double[][]::new);
    }
  }

  @Test
  @Checks(CLAIM)
  void labelsAreTheTeachersAndBothLossesAreZeroThere() {
    Check.of(CLAIM, "number of parameters")
        .part("network")
        .by(Oracle.EXACT)
        .expectingExactly((5 + 1) * 100 + (100 + 1) * 100 + (100 + 1) * 5)
        .holds(TeacherStudent.NETWORK.parameters())
        .rejects("without biases", 5 * 100 + 100 * 100 + 100 * 5);
    Draw draw = Draw.of(0);
    try (TeacherStudent task = TeacherStudent.draw(TestEngine.open(), RunSettings.seeds(), 0)) {
      labels(draw, draw.training(), task.training(), "training");
      labels(draw, draw.test(), task.test(), "test");
    }
  }

  private static void labels(
      Draw draw, double[][] inputs, TeacherStudent.Samples samples, String set) {
    Check.of(CLAIM, "number of samples")
        .part("labels")
        .by(Oracle.EXACT)
        .at("set", set)
        .expectingExactly(SAMPLES)
        .holds(samples.labels().length)
        .rejects("of both sets", 2 * SAMPLES);
    double[][] labels = draw.labels(inputs);
    for (int i = 0; i < SAMPLES; i++) {
      for (int k = 0; k < 5; k++) {
        Check.of(CLAIM, "label")
            .part("labels")
            .by(Oracle.SECOND_ALGORITHM)
            .at("set", set, "sample", i, "output", k)
            .expecting(
                labels[i][k], new Tolerance.Rounding(600, 2, "sums of 100 weights below 0.1"))
            .holds(samples.labels()[i][k])
            .rejects("the student's output", NETWORK.output(draw.student(), inputs[i])[k]);
      }
    }
    Check.of(CLAIM, "loss of the teacher")
        .part("labels")
        .by(Oracle.INVARIANT)
        .at("set", set)
        .expectingExactly(0.0)
        .holds(samples.objective().loss(draw.teacher()))
        .rejects("of the student", samples.objective().loss(draw.student()));
  }

  /** All parameters times α, and the mean over samples and outputs of squares. */
  @Test
  @Checks(CLAIM)
  void studentIsTheScaledDraw() {
    Draw draw = Draw.of(1);
    double[][] labels = draw.labels(draw.training());
    try (TeacherStudent task = TeacherStudent.draw(TestEngine.open(), RunSettings.seeds(), 1)) {
      for (double alpha : new double[] {0.5, 1, 2}) {
        double[] scaled = Arrays.stream(draw.student()).map(w -> alpha * w).toArray();
        double loss = NETWORK.loss(scaled, draw.training(), labels);
        double other = NETWORK.loss(draw.student(), draw.training(), labels);
        Check.of(CLAIM, "training loss of the student at the start")
            .part("start")
            .by(Oracle.SECOND_ALGORITHM)
            .at("alpha", alpha)
            .expecting(loss, new Tolerance.Rounding(4000, loss, "sums of 500 squares"))
            .holds(task.training().objective().loss(task.start(alpha)))
            .rejects("at alpha = 1", alpha == 1 ? Double.NaN : other);
      }
    }
  }

  /** Components of the inputs of four draws: variance 1, whatever d_in. */
  @Test
  @Checks(CLAIM)
  void inputsAreStandardNormal() {
    double square = 0;
    double product = 0;
    int count = 0;
    for (int seed = 0; seed < 4; seed++) {
      Draw draw = Draw.of(seed);
      for (double[][] inputs : new double[][][] {draw.training(), draw.test()}) {
        for (double[] x : inputs) {
          for (int j = 0; j < 5; j++) {
            square += x[j] * x[j];
            product += x[j] * x[(j + 1) % 5];
            count++;
          }
        }
      }
    }
    moment("mean square of a component", square / count, 1, Math.sqrt(2.0 / count), 1.0 / 5);
    moment("mean product of two components", product / count, 0, Math.sqrt(1.0 / count), 1);
  }

  private static void moment(
      String quantity, double seen, double expected, double error, double rival) {
    double power =
        new NormalDistribution().cumulativeProbability(Math.abs(expected - rival) / error - Z);
    Check.of(CLAIM, quantity)
        .part("inputs")
        .by(Oracle.STATISTICAL)
        .expecting(seen, new Tolerance.Clt(error, FALSE_ALARM, Z, "products of normal numbers"))
        .power(power)
        .holds(expected)
        .rejects("rival", rival);
  }
}
