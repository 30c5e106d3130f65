package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.grokcheck.notsawo.signal.RocArea;
import org.grokcheck.notsawo.signal.RocArea.Interval;

/**
 * A score of a run that may forecast whether it generalises: of early losses, or of settings alone.
 */
public enum Predictor {
  /** The paper's activity, m₀ = ΣL². */
  ENERGY("energy m0", r -> r.signature().energy()),
  /** T times the variance. */
  VARIANCE("T times variance", r -> r.signature().energyAboutMean()),
  /** Energy without the moving average. */
  OSCILLATION("oscillation", r -> r.signature().oscillation()),
  /** Learning rate. */
  RATE("learning rate", r -> r.number(SmallRunExperiment.RATE)),
  /** Weight decay. */
  DECAY("weight decay", r -> r.number(SmallRunExperiment.DECAY)),
  /** Learning rate times weight decay. */
  PRODUCT(
      "rate times decay",
      r -> r.number(SmallRunExperiment.RATE) * r.number(SmallRunExperiment.DECAY));

  /** Draws of the bootstrap. */
  public static final int DRAWS = 2000;

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final ToDoubleFunction<GridRun> score;

  Predictor(String label, ToDoubleFunction<GridRun> score) {
    this.label = label;
    this.score = score;
  }

  /** Returns the name of reports. */
  public String label() {
    return label;
  }

  /** Returns the score of a run. */
  public double score(GridRun run) {
    return score.applyAsDouble(run);
  }

  /** Returns the area under the ROC curve over runs that didn't generalise early. */
  public double area(List<GridRun> runs) {
    return RocArea.of(scores(runs, true), scores(runs, false));
  }

  /** Returns the area with its 95 % bootstrap interval. */
  public Interval interval(List<GridRun> runs, RandomGenerator random) {
    return RocArea.bootstrap(scores(runs, true), scores(runs, false), 0.95, DRAWS, random);
  }

  private double[] scores(List<GridRun> runs, boolean generalised) {
    return runs.stream()
        .filter(r -> !r.generalisedEarly() && r.generalisedLater() == generalised)
        .mapToDouble(this::score)
        .toArray();
  }
}
