package org.grokcheck.notsawo.curve;

import java.util.List;

/**
 * The steps t₁ to t₄ of a run (claims {@code notsawo.sec2.t1_t3}, {@code notsawo.sec2.t2_t4},
 * {@code notsawo.sec2.delay}, {@code notsawo.appe1.phases}); ∞ for one that isn't reached.
 *
 * @param t1 first step at which the training accuracy exceeds that of guessing
 * @param t2 first step at which the training accuracy reaches the threshold
 * @param t3 as t₁, of the validation accuracy
 * @param t4 as t₂, of the validation accuracy
 */
public record Transitions(double t1, double t2, double t3, double t4) {
  /** The thresholds at which t₂ and t₄ are reported. */
  public static final List<Double> THRESHOLDS = List.of(0.95, 0.99, 1.0);

  /** A delay of less than so many times t₂ is no grokking, as long as nothing better is known. */
  public static final double GROKKING_FACTOR = 2;

  /** What a step belongs to. */
  public enum Phase {
    /** Neither set is fitted. */
    CONFUSION,
    /** The training set is fitted, the validation set isn't. */
    MEMORISATION,
    /** The validation set was fitted. */
    COMPREHENSION
  }

  /** What became of a run. */
  public enum Outcome {
    /** It generalised long after it had fitted the training set. */
    GROKKED,
    /** It generalised with the training set, or soon after. */
    GENERALISED_AT_ONCE,
    /** It fitted the training set only. */
    MEMORISED,
    /** It fitted neither. */
    NOT_FITTED
  }

  /**
   * Reads the four steps off two curves, each time the first passage.
   *
   * @param threshold of t₂ and t₄, in (0, 1]
   * @param guessing of t₁ and t₃, from 0 and below the threshold: 0 by the letter of the paper,
   *     which an untrained model exceeds, or {@link #aboveGuessing}
   * @throws IllegalArgumentException if a threshold is out of range
   */
  public static Transitions of(
      AccuracyCurve training, AccuracyCurve validation, double threshold, double guessing) {
    Require.that(
        threshold > 0 && threshold <= 1,
        "threshold: need a fraction above 0 and at most 1, got " + threshold);
    Require.that(
        guessing >= 0 && guessing < threshold,
        "guessing: need a fraction from 0 and below the threshold, got " + guessing);
    return new Transitions(
        training.firstAbove(guessing),
        training.first(threshold),
        validation.firstAbove(guessing),
        validation.first(threshold));
  }

  /**
   * Returns 1/C + 3√(1/C(1 − 1/C)/n), three standard errors above guessing among C classes on n
   * items.
   *
   * @param classes C ≥ 2
   * @param items n ≥ 1
   */
  public static double aboveGuessing(int classes, int items) {
    Require.that(classes >= 2, "C (classes): need at least 2, got " + classes);
    Require.that(items >= 1, "n (items): need at least 1, got " + items);
    double chance = 1.0 / classes;
    return chance + 3 * StrictMath.sqrt(chance * (1 - chance) / items);
  }

  /** Returns t₄ − t₂, which may be negative; NaN unless both are finite. */
  public double delay() {
    return Double.isFinite(t2) && Double.isFinite(t4) ? t4 - t2 : Double.NaN;
  }

  /** Returns the phase of a step. */
  public Phase phase(double step) {
    if (step >= t4) {
      return Phase.COMPREHENSION;
    }
    return step >= t2 ? Phase.MEMORISATION : Phase.CONFUSION;
  }

  /** Returns what became of the run: grokked if t₄ > {@value #GROKKING_FACTOR} t₂ > 0. */
  public Outcome outcome() {
    if (Double.isInfinite(t4)) {
      return Double.isInfinite(t2) ? Outcome.NOT_FITTED : Outcome.MEMORISED;
    }
    return Double.isFinite(t2) && t4 > GROKKING_FACTOR * Math.max(1, t2)
        ? Outcome.GROKKED
        : Outcome.GENERALISED_AT_ONCE;
  }
}
