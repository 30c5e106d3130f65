package org.grokcheck.dynamics.trajectory;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The times at which a series crosses thresholds, interpolated linearly in log t (from t = 0,
 * linearly in t). Where one end of the interval is infinite the later end is taken.
 */
public final class EventTimes {
  private final Series series;

  /**
   * The events of one series.
   *
   * @throws IllegalArgumentException if a value is NaN
   */
  public EventTimes(Series series) {
    for (int k = 0; k < series.size(); k++) {
      if (Double.isNaN(series.value(k))) {
        throw new IllegalArgumentException(
            "series \"%s\": value %d, at log t = %s, is NaN; end the record before it"
                .formatted(series.name(), k, series.logTime(k)));
      }
    }
    this.series = series;
  }

  /** Returns when the threshold was first reached, whether or not it was kept. */
  public Crossing first(Threshold threshold) {
    for (int k = 0; k < series.size(); k++) {
      if (threshold.isReachedBy(series.value(k))) {
        return enter(k, threshold);
      }
    }
    return new Crossing.Never(series.times().last());
  }

  /** Returns when the threshold was reached for good, as far as the record goes. */
  public Crossing sustained(Threshold threshold) {
    int k = series.size();
    while (k > 0 && threshold.isReachedBy(series.value(k - 1))) {
      k--;
    }
    return k == series.size() ? new Crossing.Never(series.times().last()) : enter(k, threshold);
  }

  /** Returns {@link #first} for each of several thresholds, in their order. */
  public List<Crossing> first(List<Threshold> thresholds) {
    return thresholds.stream().map(this::first).toList();
  }

  /** Returns {@link #sustained} for each of several thresholds, in their order. */
  public List<Crossing> sustained(List<Threshold> thresholds) {
    return thresholds.stream().map(this::sustained).toList();
  }

  /**
   * Returns how far the second series lags behind the first in reaching each threshold for good.
   *
   * @param leading such as the accuracy on the training set
   * @param lagging such as the accuracy on the population
   */
  public static List<Delay> delays(Series leading, Series lagging, Threshold... thresholds) {
    EventTimes early = new EventTimes(leading);
    EventTimes late = new EventTimes(lagging);
    Function<Threshold, Delay> delay = t -> new Delay(early.sustained(t), late.sustained(t));
    return Arrays.stream(thresholds).map(delay).toList();
  }

  /** The crossing between index k, where the threshold is reached, and the one before. */
  private Crossing enter(int k, Threshold threshold) {
    if (k == 0) {
      return new Crossing.FromStart(series.logTime(0));
    }
    double before = series.value(k - 1);
    double after = series.value(k);
    double part = (threshold.level() - before) / (after - before);
    boolean known = Double.isFinite(before) && Double.isFinite(after);
    return new Crossing.Reached(known ? series.times().between(k - 1, part) : series.logTime(k));
  }
}
