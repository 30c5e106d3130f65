package org.grokcheck.omnigrok.experiment;

import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.Checkpoint;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.experiment.JobContext;

/**
 * A training run with readings at steps that lie by a constant factor apart.
 *
 * @param name of the run, for its checkpoints
 * @param objective loss and samples
 * @param settings optimiser
 * @param batches samples of each step
 * @param steps at most
 * @param perDecade stops
 */
record Descent(
    String name,
    EngineObjective objective,
    OptimizerSettings settings,
    Batches batches,
    long steps,
    int perDecade) {
  /** Steps between checkpoints. */
  private static final int BETWEEN = 2000;

  /**
   * Runs it.
   *
   * @param start first θ
   * @param readings taken at every stop
   * @param done ends the run early; judged at every stop
   * @param context receives progress and checkpoints
   */
  Curve run(double[] start, Readings readings, Predicate<Curve> done, JobContext context) {
    Curve curve = new Curve(readings.names());
    try (Training training = begin(start, curve, context.saved())) {
      long saved = training.steps();
      for (long stop : stops(steps, perDecade).tailSet(training.steps(), saved == 0)) {
        training.run(stop - training.steps());
        curve.add(stop, readings.values().apply(training));
        context.progress().accept((double) stop / steps);
        if (done.test(curve)) {
          break;
        }
        if (stop - saved >= BETWEEN) {
          context.save(curve.in(training.checkpoint()));
          saved = stop;
        }
      }
    }
    return curve;
  }

  private Training begin(double[] start, Curve curve, Optional<Checkpoint> saved) {
    if (saved.isEmpty()) {
      return Training.start(name, objective, settings, batches, start);
    }
    curve.restore(saved.get());
    return Training.resume(name, objective, settings, batches, saved.get());
  }

  /** Steps at which a run is read: the first, the last, and so many a decade between. */
  static TreeSet<Long> stops(long steps, int perDecade) {
    TreeSet<Long> stops = new TreeSet<>();
    stops.add(0L);
    for (int k = 0; ; k++) {
      long stop = Math.round(StrictMath.pow(10, (double) k / perDecade));
      if (stop >= steps) {
        stops.add(steps);
        return stops;
      }
      stops.add(stop);
    }
  }
}
