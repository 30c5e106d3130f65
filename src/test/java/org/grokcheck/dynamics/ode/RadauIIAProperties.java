package org.grokcheck.dynamics.ode;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.commons.math3.complex.Complex;
import org.grokcheck.harness.Arb;
import org.grokcheck.laws.IntegratorLaws;

class RadauIIAProperties extends IntegratorLaws {
  @Override
  protected Method<JacobianSystem> method() {
    return new RadauIIA();
  }

  /** The Padé approximation (2, 3) of the exponential. */
  @Override
  protected Complex stabilityFunction(Complex z) {
    Complex square = z.multiply(z);
    Complex over = z.multiply(0.4).add(1).add(square.multiply(0.05));
    Complex under =
        z.multiply(-0.6).add(1).add(square.multiply(0.15)).subtract(square.multiply(z).divide(60));
    return over.divide(under);
  }

  @Override
  protected int coarsest() {
    return 1;
  }

  /** A hundredth of the tolerance in each of 32 steps. */
  @Override
  protected double unsolved() {
    return 32 * 1e-14;
  }

  /** All of the left half-plane. */
  @Override
  protected Arbitrary<Complex> stableProducts() {
    return Combinators.combine(Arb.logUniform(1e-3, 1e9), Arb.uniform(-1.5707963, 1.5707963))
        .as((size, angle) -> new Complex(-size * Math.cos(angle), size * Math.sin(angle)));
  }

  /** Stages are bounded by (1 − zA)⁻¹, and solved to rounding times the condition of that. */
  @Override
  protected double largestStage(Complex z) {
    return 100;
  }
}
