package org.grokcheck.beck.eval;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.beck.OneDimensionalData;
import org.grokcheck.beck.SeparableConstants;
import org.grokcheck.ledger.Evaluates;

/** Evaluates what separable points leave behind, and one-dimensional data in general. */
public final class SeparableEvaluations {
  private SeparableEvaluations() {}

  /** Constants of S̃ and b beyond their logarithms. */
  public record Constants(double c_inf, double u_inf, double v_inf) {}

  /** How near σ²M|b|/S̃ is to 1. */
  public record Approach(double ratio_M_abs_b_over_S) {}

  /** Minimiser of the exponential loss and what it fixes. */
  public record Minimum(double S_inf, double Z_inf, double relaxation_exponent, double entropy) {}

  /** Evaluates {@link SeparableConstants}. */
  @Evaluates("beck.ext.u-inf")
  public static Constants constants(BigDecimal M, double S0, double b0, double sigma) {
    SeparableConstants constants = SeparableConstants.of(M, sigma, S0, b0);
    return new Constants(
        constants.conserved(), constants.weightResidual(), constants.biasResidual());
  }

  /** Evaluates {@link SeparableConstants#approachRatio} from S̃₀ = b₀ = 0. */
  @Evaluates("beck.ext.u-slow")
  public static Approach approach(BigDecimal M, double l, double sigma) {
    return new Approach(SeparableConstants.of(M, sigma, 0, 0).approachRatio(l));
  }

  /** Evaluates {@link OneDimensionalData}. */
  @Evaluates("beck.ext.d1-arbitrary")
  public static Minimum minimum(List<BigDecimal> x) {
    OneDimensionalData data = OneDimensionalData.of(x);
    return new Minimum(
        data.minimiser(),
        StrictMath.exp(data.logMeanExponential()),
        data.relaxationExponent(),
        data.entropy());
  }
}
