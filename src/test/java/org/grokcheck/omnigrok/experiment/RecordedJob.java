package org.grokcheck.omnigrok.experiment;

import java.util.List;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/** A job of a recording, with what the criteria ask of it. */
record RecordedJob(JobResult result) {
  /** A criterion of a figure has no rounding. */
  static final Tolerance CRITERION = new Tolerance.Exact();

  /**
   * The jobs with these parameters, in the order of the recording.
   *
   * @param namesAndValues name, value, name, value, ...
   */
  static List<RecordedJob> of(Recording recording, Object... namesAndValues) {
    return recording.results().stream()
        .map(RecordedJob::new)
        .filter(job -> job.has(namesAndValues))
        .toList();
  }

  /** The only job with these parameters. */
  static RecordedJob only(Recording recording, Object... namesAndValues) {
    List<RecordedJob> all = of(recording, namesAndValues);
    if (all.size() != 1) {
      throw new IllegalStateException(
          all.size() + " jobs have the parameters " + List.of(namesAndValues));
    }
    return all.get(0);
  }

  /** A run on 1000 digits with the squared loss. */
  static RecordedJob digits(Recording recording, double alpha, double gamma, int seed) {
    return only(
        recording, "loss", "squared", "alpha", alpha, "gamma", gamma, "N", 1000, "seed", seed);
  }

  private boolean has(Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String wanted = String.valueOf(namesAndValues[i + 1]);
      String given = result.job().parameters().get(String.valueOf(namesAndValues[i]));
      if (!wanted.equals(given)) {
        return false;
      }
    }
    return true;
  }

  double number(String parameter) {
    return result.job().number(parameter);
  }

  String name() {
    return result.job().name();
  }

  double value(String name) {
    return result.measurements().value(name);
  }

  double[] series(String name) {
    return result.measurements().values(name);
  }

  double last(String name) {
    double[] values = series(name);
    return values[values.length - 1];
  }

  Check check(String claim, String quantity) {
    return Check.of(claim, quantity).by(Oracle.REPRODUCTION).at("job", name());
  }
}
