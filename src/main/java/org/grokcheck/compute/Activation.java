package org.grokcheck.compute;

import java.util.List;

/** A scalar nonlinearity φ, applied entry by entry. */
public sealed interface Activation {
  /** φ(z) = z. */
  record Identity() implements Activation {}

  /** φ(z) = max(0, z), with φ'(0) = 0. */
  record Relu() implements Activation {}

  /** φ(z) = tanh z. */
  record Tanh() implements Activation {}

  /** φ(z) = z². */
  record Square() implements Activation {}

  /**
   * φ(z) = z + ε z²/2, the activation of {@code kumar.eq1}.
   *
   * @param epsilon ε, the size of the nonlinear part; finite
   */
  record LinearQuadratic(double epsilon) implements Activation {
    public LinearQuadratic {
      Require.finite("epsilon", epsilon);
    }
  }

  /**
   * φ(z) = Σ_k c_k He_k(z) in the probabilists' Hermite polynomials: He_0 = 1, He_1 = z, He_{k+1} =
   * z He_k − k He_{k−1}.
   *
   * @param coefficients c_0, c_1, ...; at least one, all finite
   */
  record Hermite(List<Double> coefficients) implements Activation {
    public Hermite {
      coefficients = List.copyOf(coefficients);
      Require.that(!coefficients.isEmpty(), "coefficients: need at least c_0, got none");
      coefficients.forEach(c -> Require.finite("coefficients", c));
    }
  }
}
