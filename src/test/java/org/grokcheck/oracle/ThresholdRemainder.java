package org.grokcheck.oracle;

/**
 * Rigorous remainders of the threshold times of an inseparable two-point flow, from those of its
 * weight and bias ({@link InseparableRemainder}: u, m/Z − 1 and δ, all falling with time).
 *
 * <p>At the training threshold m e^b = ε, hence t_tr ηε = (m/Z)/(1+u). At the population threshold
 * b + S̃²/2 = log ε, hence log(t_gen ηεZ) − S̃_∞²/2 = −log(1+u) + S̃_∞δ + δ²/2. The remainders are
 * taken at a time before both thresholds: where u ≤ 1 at t = 1/(2ηε), both losses still exceed ε
 * there.
 */
public final class ThresholdRemainder {
  private final InseparableRemainder flow;
  private final double earliest;

  /**
   * Remainders for one threshold.
   *
   * @param flow the flow's remainders
   * @param eta learning rate
   * @param logEpsilon log ε
   */
  public ThresholdRemainder(InseparableRemainder flow, double eta, double logEpsilon) {
    this.flow = flow;
    earliest = -StrictMath.log(2 * eta) - logEpsilon;
  }

  /** The largest possible |log(t_tr ηε)|. */
  public double training() {
    return usable()
        ? Math.max(
            StrictMath.log1p(flow.biasExcess(earliest)),
            StrictMath.log1p(flow.lossExcess(earliest)))
        : Double.POSITIVE_INFINITY;
  }

  /** The largest possible |log(t_gen ηεZ) − S̃_∞²/2|. */
  public double generalization() {
    if (!usable()) {
      return Double.POSITIVE_INFINITY;
    }
    double weight = flow.stationaryWeight();
    double first = generalization(earliest);
    double later = earliest + StrictMath.log(2) - flow.logZ() + 0.5 * weight * weight - first;
    return Math.min(first, generalization(Math.max(earliest, later)));
  }

  private double generalization(double logTime) {
    double lag = flow.weightLag(logTime);
    return StrictMath.log1p(flow.biasExcess(logTime)) + lag * (flow.stationaryWeight() + 0.5 * lag);
  }

  private boolean usable() {
    return flow.biasExcess(earliest) <= 1;
  }
}
