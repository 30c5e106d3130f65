package org.grokcheck.kumar.experiment;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/** One recorded run of an {@link EngineExperiment}, with what the criteria ask of its curves. */
record EngineCurves(JobResult result) {
  static List<EngineCurves> of(Recording recording) {
    return recording.results().stream().map(EngineCurves::new).toList();
  }

  /** Runs of one series. */
  static List<EngineCurves> of(Recording recording, String series) {
    return of(recording).stream()
        .filter(r -> r.result.job().text("series").equals(series))
        .toList();
  }

  int seed() {
    return result.job().integer(EngineExperiment.SEED);
  }

  double number(String parameter) {
    return result.job().number(parameter);
  }

  double[] curve(String name) {
    return result.measurements().values(name);
  }

  double first(String name) {
    return curve(name)[0];
  }

  double last(String name) {
    double[] curve = curve(name);
    return curve[curve.length - 1];
  }

  double smallest(String name) {
    return Arrays.stream(curve(name)).min().orElseThrow();
  }

  double largest(String name) {
    return Arrays.stream(curve(name)).max().orElseThrow();
  }

  /** Index at which a growing curve is first at least at a level; the length if never. */
  int reaches(String name, double level) {
    double[] curve = curve(name);
    int k = 0;
    while (k < curve.length && curve[k] < level) {
      k++;
    }
    return k;
  }

  /** Steps until a growing curve is at least at a level; infinite if never. */
  double stepsTo(String name, double level) {
    int k = reaches(name, level);
    double[] steps = curve(EngineExperiment.STEPS);
    return k == steps.length ? Double.POSITIVE_INFINITY : Math.max(1, steps[k]);
  }

  /** Steps until a falling curve is at most a share of its start; infinite if never. */
  double stepsBelow(String name, double share) {
    double[] curve = curve(name);
    for (int k = 0; k < curve.length; k++) {
      if (curve[k] <= share * curve[0]) {
        return Math.max(1, curve(EngineExperiment.STEPS)[k]);
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  Check check(String claim, String quantity) {
    return Check.of(claim, quantity).by(Oracle.REPRODUCTION).at("job", result.job().name());
  }
}
