package org.grokcheck.dynamics.ode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.complex.Complex;
import org.grokcheck.harness.Arb;
import org.grokcheck.laws.IntegratorLaws;

class RungeKuttaChebyshevProperties extends IntegratorLaws {
  private static final int STAGES = 7;

  @Override
  protected Method<OdeSystem> method() {
    return new RungeKuttaChebyshev(STAGES);
  }

  /** Stages hardly depend on their number within this many steps of the coarsest grid. */
  @Override
  protected int coarsest() {
    return 4;
  }

  /** a + b T_s(w₀ + w₁z) with T_s = cosh(s arcosh ·) and its derivatives by hand. */
  @Override
  protected Complex stabilityFunction(Complex z) {
    double damped = 1 + 2.0 / 13 / (STAGES * STAGES);
    double u = StrictMath.log(damped + Math.sqrt(damped * damped - 1));
    double root = StrictMath.sinh(u);
    double value = StrictMath.cosh(STAGES * u);
    double first = STAGES * StrictMath.sinh(STAGES * u) / root;
    double second = (STAGES * STAGES * value - damped * first) / (root * root);
    double b = second / (first * first);
    Complex x = z.multiply(first / second).add(damped);
    return chebyshev(x).multiply(b).add(1 - b * value);
  }

  /** T₇ as a polynomial. */
  private static Complex chebyshev(Complex x) {
    Complex square = x.multiply(x);
    return square
        .multiply(64)
        .subtract(112)
        .multiply(square)
        .add(56)
        .multiply(square)
        .subtract(7)
        .multiply(x);
  }

  /**
   * The negative axis down to −(s² − 1)/1.54, less the 20 % by which the radius is overestimated.
   */
  @Override
  protected Arbitrary<Complex> stableProducts() {
    return Arb.uniform(-(STAGES * STAGES - 1) / 1.54 / 1.201, 0).map(Complex::valueOf);
  }

  /** Seven stages of a recursion whose factors are below 2, on a bounded polynomial. */
  @Override
  protected double largestStage(Complex z) {
    return STAGES * (1 + z.abs()) + (z.getImaginary() == 0 ? 0 : StrictMath.exp(z.abs()));
  }

  /** c₁ … c_s grow to 1, and all stages but the first are of second order: Σ for y′ = t. */
  @Property(tries = 50)
  void stagesLieAtTheirNodes(@ForAll @IntRange(min = 2, max = 400) int stages) {
    ChebyshevCoefficients c = ChebyshevCoefficients.of(stages);
    double[] square = new double[stages + 1];
    for (int j = 2; j <= stages; j++) {
      square[j] =
          c.mu(j) * square[j - 1] + c.nu(j) * square[j - 2] + 2 * c.muRate(j) * c.node(j - 1);
    }
    // Rounding grows as s² along the recursion.
    double bound = 16.0 * stages * stages * 0x1p-53;
    assertEquals(1, c.node(stages), bound);
    assertEquals(1, square[stages], bound);
  }
}
