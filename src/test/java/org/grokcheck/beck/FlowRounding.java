package org.grokcheck.beck;

import org.grokcheck.evidence.Tolerance;

/**
 * The rounding of the exact two-point trajectory, by what its parts promise.
 *
 * <p>A time is read off a quadrature, whose relative error is 1e-14, of e^{α(S̃−S̃₀)+βk} with
 * α(S̃−S̃₀) + βk = (i−x)(S̃−S̃₀) − (b−b₀) − i(S̃−S̃₀): log t has that error and a few roundings of
 * each term. S̃ − S̃₀ = log1p(rise)/g has the condition number κ = (e^{−gS̃₀}(1 + |gS̃₀|) +
 * |x|)/|e^{−gS̃₀} − x| of the slope at the start, large where S̃₀ is next to S̃_∞.
 *
 * @param model the flow
 * @param weightChange S̃ − S̃₀
 * @param biasChange b − b₀
 */
record FlowRounding(TwoPointModel model, double weightChange, double biasChange) {
  /** What the quadrature in the log domain promises. */
  private static final double QUADRATURE = 1e-14;

  /** Roundings of each term of an exponent: its factors, their product, the sums, the logarithm. */
  private static final double TERM_ROUNDINGS = 6;

  /** Roundings of a state at a given pull: growth, rise, logarithm, quotient, sum, each twice. */
  private static final double STATE_ROUNDINGS = 10;

  static FlowRounding of(TwoPointModel model, TwoPointState state) {
    return new FlowRounding(
        model, state.weight() - model.initialWeight(), state.bias() - model.initialBias());
  }

  /** The error of a log t that is read at a state, or for which a state is found. */
  double clock(double logTime) {
    double i = 1 / (model.sigma() * model.sigma());
    double x = model.points().x();
    double change = conditioned();
    double constants =
        8
            + Math.abs(StrictMath.log(model.eta()))
            + 2 * Math.abs(StrictMath.log(model.sigma()))
            + Math.abs(x * model.initialWeight())
            + Math.abs(model.initialBias());
    double terms =
        constants + Math.abs(logTime) + (Math.abs(i - x) + i) * change + Math.abs(biasChange);
    return QUADRATURE + TERM_ROUNDINGS * Tolerance.UNIT_ROUNDOFF * terms;
  }

  /** The rounding of S̃ at a given pull. */
  double weight() {
    double size = Math.abs(weightChange) + 3 * Math.abs(model.initialWeight());
    return STATE_ROUNDINGS * Tolerance.UNIT_ROUNDOFF * size;
  }

  /** The rounding of S̃ − S̃₀ at a given pull. */
  double weightChangeError() {
    return fellFar() ? weight() : STATE_ROUNDINGS * Tolerance.UNIT_ROUNDOFF * conditioned();
  }

  /** The rounding of b at a given pull. */
  double bias() {
    return biasChangeError()
        + 2 * Tolerance.UNIT_ROUNDOFF * (Math.abs(model.initialBias()) + Math.abs(biasChange));
  }

  /** The rounding of b − b₀ at a given pull. */
  double biasChangeError() {
    double i = 1 / (model.sigma() * model.sigma());
    return STATE_ROUNDINGS * Tolerance.UNIT_ROUNDOFF * Math.abs(biasChange)
        + i * weightChangeError();
  }

  /** A fall of S̃ by more than the inverse of 1 + x is formed as a difference. */
  private boolean fellFar() {
    return weightChange * model.points().onePlusX() < -0.5;
  }

  /** κ|S̃ − S̃₀|, or 2(κ's numerator)/(xg) where the pull towards S̃_∞ limits it. */
  private double conditioned() {
    double x = model.points().x();
    double g = model.points().onePlusX();
    double raised = StrictMath.exp(-g * model.initialWeight());
    double size = raised * (1 + g * Math.abs(model.initialWeight())) + Math.abs(x);
    double limited = x > 0 ? 2 * size / (x * g) : Double.POSITIVE_INFINITY;
    double slope = Math.abs(raised - x);
    return slope == 0 ? limited : Math.min(limited, Math.abs(weightChange) * size / slope);
  }
}
