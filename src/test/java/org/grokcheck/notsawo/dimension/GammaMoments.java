package org.grokcheck.notsawo.dimension;

import java.util.function.DoubleUnaryOperator;
import org.grokcheck.math.LogQuadrature;

/** Means over a gamma law of whole shape and scale 1, by quadrature of its density. */
final class GammaMoments {
  private GammaMoments() {}

  /** E f(Γ(a)) for a positive f with at most a pole of order below a at 0. */
  static double of(int shape, DoubleUnaryOperator f) {
    double logGamma = 0;
    for (int i = 2; i < shape; i++) {
      logGamma += StrictMath.log(i);
    }
    double log = logGamma;
    DoubleUnaryOperator integrand =
        x -> StrictMath.exp((shape - 1) * StrictMath.log(x) - x - log) * f.applyAsDouble(x);
    double width = Math.sqrt(shape);
    double middle = shape;
    return LogQuadrature.integral(integrand, 1e-300, middle, 1e-11)
        + LogQuadrature.integral(integrand, middle, middle + 20 * width, 1e-11)
        + LogQuadrature.integral(integrand, middle + 20 * width, middle + 60 * width + 60, 1e-8);
  }
}
