package org.grokcheck.beck.experiment;

import java.util.List;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/** One recorded run of {@link DescentRuns}, with what the criteria ask of it. */
record TrainingRun(JobResult result) {
  /** Runs of a figure in d dimensions, by draw. */
  static List<TrainingRun> of(Recording recording, String figure, int d) {
    return recording.results().stream()
        .map(TrainingRun::new)
        .filter(r -> r.text("figure").equals(figure) && r.result.job().integer("d") == d)
        .toList();
  }

  String text(String parameter) {
    return result.job().text(parameter);
  }

  double number(String parameter) {
    return result.job().number(parameter);
  }

  String draw() {
    return text("draw");
  }

  double[] series(String name) {
    return result.measurements().values(name);
  }

  boolean inseparable() {
    return result.measurements().value(DescentRuns.INSEPARABLE) == 1;
  }

  double first(String name) {
    return series(name)[0];
  }

  double last(String name) {
    double[] values = series(name);
    return values[values.length - 1];
  }

  double largest(String name) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : series(name)) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  double smallest(String name) {
    double smallest = Double.POSITIVE_INFINITY;
    for (double value : series(name)) {
      smallest = Math.min(smallest, value);
    }
    return smallest;
  }

  /** Whether the largest value comes after the start. */
  boolean risesAbove(String name) {
    return largest(name) > first(name);
  }

  /** Steps until an accuracy first reaches a level; infinite if never. */
  double stepsTo(String accuracy, double level) {
    double[] values = series(accuracy);
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= level) {
        return Math.max(1, series(DescentRuns.STEPS)[i]);
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Steps to test accuracy over steps to training accuracy; infinite if the first never comes. */
  double delay(double level) {
    return stepsTo(DescentRuns.TEST_ACCURACY, level) / stepsTo(DescentRuns.TRAIN_ACCURACY, level);
  }

  Check check(String claim, String quantity) {
    return Check.of(claim, quantity).by(Oracle.REPRODUCTION).at("job", result.job().name());
  }
}
