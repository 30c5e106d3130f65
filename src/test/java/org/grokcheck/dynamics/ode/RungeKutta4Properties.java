package org.grokcheck.dynamics.ode;

import net.jqwik.api.Arbitrary;
import org.apache.commons.math3.complex.Complex;
import org.grokcheck.harness.Arb;
import org.grokcheck.laws.IntegratorLaws;

class RungeKutta4Properties extends IntegratorLaws {
  @Override
  protected Method<OdeSystem> method() {
    return new RungeKutta4();
  }

  /** The exponential series up to z⁴. */
  @Override
  protected Complex stabilityFunction(Complex z) {
    Complex sum = Complex.ONE;
    for (int k = 4; k >= 1; k--) {
      sum = sum.multiply(z).divide(k).add(1);
    }
    return sum;
  }

  /** The negative axis down to −2.785. */
  @Override
  protected Arbitrary<Complex> stableProducts() {
    return Arb.uniform(-2.785, 0).map(Complex::valueOf);
  }
}
