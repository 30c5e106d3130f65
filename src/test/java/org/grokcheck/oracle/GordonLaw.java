package org.grokcheck.oracle;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The law of S_∞·x on the training points for N → ∞ ({@code beck.ext.cgmt-law}): P(V ≤ v) = Φ((v +
 * e^{a+v})/s), with s and a of {@link GordonLimit}.
 */
public final class GordonLaw {
  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();
  private static final int PANELS = 400;
  private static final double REACH = 9;

  private final double s;
  private final double a;

  /** The law at a limit. */
  public GordonLaw(GordonLimit limit) {
    s = limit.norm();
    a = limit.offset();
  }

  /** P(V > v). */
  public double above(double v) {
    return NORMAL.cumulativeProbability(-(v + StrictMath.exp(a + v)) / s);
  }

  /** P(V > 0) = Q(e^a/s). */
  public double positiveShare() {
    return above(0);
  }

  /** E[V; V > 0]/(s P(V > 0)), by E[V; V > 0] = ∫_0^∞ P(V > v) dv. */
  public double meanPositive() {
    // P(V > v) < Φ(−v/s) is nothing beyond 9s, and e^{a+v} cuts it off sooner.
    double end = REACH * s;
    return integral(this::above, end) / (s * positiveShare());
  }

  private static double integral(DoubleUnaryOperator f, double end) {
    double sum = 0;
    for (int k = 0; k < PANELS; k++) {
      sum +=
          RULES
              .legendreHighPrecision(10, end * k / PANELS, end * (k + 1) / PANELS)
              .integrate(f::applyAsDouble);
    }
    return sum;
  }
}
