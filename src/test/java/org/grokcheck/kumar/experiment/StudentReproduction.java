package org.grokcheck.kumar.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.Initialization;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Figs. 8, 17 and 18, from recorded runs of students. */
class StudentReproduction {
  private static final Tolerance CRITERION = new Tolerance.Exact();
  private static final double ACCURATE = 0.9;
  private static final double FINE = 1e-3;

  private static Recording recording() {
    return Recordings.of(new StudentTeacher(), Scale.DESK);
  }

  private static double steps(EngineCurves run, String set, double threshold) {
    return run.stepsTo(StudentTeacher.accuracy(set, threshold), ACCURATE);
  }

  /** Steps by which the test accuracy at θ comes later; infinite if it never comes. */
  private static double delay(EngineCurves run, double threshold) {
    return steps(run, EngineExperiment.TEST, threshold)
        - steps(run, EngineExperiment.TRAIN, threshold);
  }

  @Test
  @Checks(value = "kumar.fig8", scale = Scale.DESK)
  void delayOfTheAccuracyGrowsWithTheOutputScale() {
    List<EngineCurves> runs = EngineCurves.of(recording());
    for (double threshold : new double[] {1e-2, FINE}) {
      double[] delays =
          StudentTeacher.ALPHAS.stream()
              .mapToDouble(
                  alpha ->
                      Sweep.median(
                          runs.stream()
                              .filter(r -> r.number("alpha") == alpha)
                              .mapToDouble(r -> delay(r, threshold))
                              .toArray()))
              .toArray();
      Check.of("kumar.fig8", "rank correlation of the median delay of five draws with α, times −1")
          .by(Oracle.REPRODUCTION)
          .at("theta", threshold, "delays", Arrays.toString(delays))
          .expectingAtMost(-0.8, CRITERION)
          .holds(-Sweep.rank(delays))
          .rejects("falls", -Sweep.rank(Sweep.reversed(delays)));
    }
  }

  @Test
  @Checks(
      value = {"kumar.fig17", "kumar.sec16.1.equivalence"},
      scale = Scale.DESK)
  void thresholdDecidesWhetherTheAccuracyGroks() {
    for (EngineCurves run : EngineCurves.of(recording())) {
      List<Double> delays = new ArrayList<>();
      for (double threshold : StudentTeacher.THRESHOLDS) {
        if (steps(run, EngineExperiment.TRAIN, threshold) < Double.POSITIVE_INFINITY) {
          delays.add(Math.max(1, delay(run, threshold)));
        }
      }
      double shortest = delays.stream().mapToDouble(d -> d).min().orElseThrow();
      double longest = delays.stream().mapToDouble(d -> d).max().orElseThrow();
      run.check("kumar.fig17", "shortest over longest delay, at the best and the worst θ")
          .expectingAtMost(0.2, CRITERION)
          .holds(shortest / longest)
          .rejects("one and the same θ", 1);
      double loss =
          run.stepsBelow(EngineExperiment.TEST, 0.1) / run.stepsBelow(EngineExperiment.TRAIN, 0.1);
      double accuracy =
          steps(run, EngineExperiment.TEST, FINE) / steps(run, EngineExperiment.TRAIN, FINE);
      if (run.number("alpha") == 0.1) {
        run.check("kumar.sec16.1.equivalence", "test over training steps to a tenth of the loss")
            .expectingAtMost(2, CRITERION)
            .holds(loss)
            .refutes("equivalent to the accuracy's at θ = 1e-3", accuracy);
      }
    }
  }

  @Test
  @Checks(value = "kumar.fig18", scale = Scale.DESK)
  void lossesMoveTogether() {
    for (EngineCurves run : EngineCurves.of(recording())) {
      double[] train = run.curve(EngineExperiment.TRAIN);
      double[] test = run.curve(EngineExperiment.TEST);
      run.check("kumar.fig18", "largest |log(test/train)| until training loss is a tenth")
          .part("together")
          .expectingAtMost(0.3, CRITERION)
          .holds(gap(train, test, 0.1))
          .rejects("until it is a hundredth", gap(train, test, 0.01));
      run.check("kumar.fig18", "test loss when training loss is a hundredth over that at the end")
          .part("no late fall")
          .expectingAtMost(3, CRITERION)
          .holds(test[below(train, 0.01)] / test[test.length - 1])
          .rejects(
              "when training loss is a tenth", test[below(train, 0.1)] / test[test.length - 1]);
    }
  }

  @Test
  @Checks("kumar.sec8.3.1.setup")
  void aStudentWithItsTeachersWeightsHasNoLoss() {
    double[] teacher =
        Initialization.UNIFORM_FAN_IN.theta(
            StudentTeacher.NETWORK, RunSettings.seeds().stream("kumar.sec8.3.1.setup/teacher"));
    double[][] samples =
        GaussianPoints.draw(50, 5, 1, RunSettings.seeds().stream("kumar.sec8.3.1.setup/samples"));
    Check.of("kumar.sec8.3.1.setup", "number of parameters")
        .part("size")
        .by(Oracle.EXACT)
        .expectingExactly(5 * 100 + 100 + 100 * 100 + 100 + 100 * 5 + 5)
        .holds(StudentTeacher.NETWORK.parameters())
        .rejects("without biases", 5 * 100 + 100 * 100 + 100 * 5);
    double[] twice = Arrays.stream(teacher).map(w -> 2 * w).toArray();
    Engine engine = Engine.open(new DeviceChoice.Cpu());
    double[][] labels = StudentTeacher.labels(engine, teacher, samples);
    try (EngineObjective loss =
        StudentTeacher.objective(engine, Model.of(StudentTeacher.NETWORK), samples, labels)) {
      Check.of("kumar.sec8.3.1.setup", "loss with the teacher's weights")
          .part("target")
          .by(Oracle.INVARIANT)
          .expecting(0, CRITERION)
          .holds(loss.loss(teacher))
          .rejects("with weights twice as large", loss.loss(twice));
    }
  }

  private static int below(double[] curve, double share) {
    int k = 0;
    while (curve[k] > share * curve[0]) {
      k++;
    }
    return k;
  }

  private static double gap(double[] train, double[] test, double share) {
    double largest = 0;
    for (int k = 0; k < below(train, share); k++) {
      largest = Math.max(largest, Math.abs(StrictMath.log(test[k] / train[k])));
    }
    return largest;
  }
}
