package org.grokcheck.dynamics.trajectory;

import java.util.OptionalDouble;

/** When a threshold was reached, if it was. */
public sealed interface Crossing {
  /** Returns log t where a time is known: not for {@link Never}. */
  OptionalDouble logTime();

  /**
   * The threshold was reached between two times of the record.
   *
   * @param log log t, interpolated
   */
  record Reached(double log) implements Crossing {
    @Override
    public OptionalDouble logTime() {
      return OptionalDouble.of(log);
    }
  }

  /**
   * It was reached when the record began: at this time or before.
   *
   * @param log log t of the first time
   */
  record FromStart(double log) implements Crossing {
    @Override
    public OptionalDouble logTime() {
      return OptionalDouble.of(log);
    }
  }

  /**
   * It was not reached, or not kept, by the end of the record.
   *
   * @param lastLog log t of the last time
   */
  record Never(double lastLog) implements Crossing {
    @Override
    public OptionalDouble logTime() {
      return OptionalDouble.empty();
    }
  }
}
