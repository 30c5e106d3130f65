package org.grokcheck.notsawo.signal;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.DecimalFunctions;

/**
 * The signal A e^{−κt} cos(ωt + φ) on [0, T] and the energies of its derivatives (claim {@code
 * notsawo.ext.hjorth_damped}).
 *
 * <p>With s = −κ + iω, the square of the d-th derivative is ½A²[|s|^{2d} e^{−2κt} + Re(s^{2d}
 * e^{2iφ} e^{2st})], whose integral is closed. The two parts cancel for short records, so 120
 * digits are carried.
 *
 * @param amplitude A, not 0
 * @param decay κ; positive if T is infinite
 * @param frequency ω
 * @param phase φ
 * @param duration T > 0, may be infinite
 */
public record DampedOscillation(
    BigDecimal amplitude,
    BigDecimal decay,
    BigDecimal frequency,
    BigDecimal phase,
    double duration) {
  private static final int DIGITS = 120;
  private static final DecimalFunctions DECIMALS = new DecimalFunctions(DIGITS);
  private static final MathContext WORK = DECIMALS.context();
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** e^{−2κT} below 10^−400 changes no digit. */
  private static final BigDecimal FADED = BigDecimal.valueOf(1000);

  /**
   * Checks the constants.
   *
   * @throws IllegalArgumentException if A is 0, T isn't positive, or the energy is infinite
   */
  public DampedOscillation {
    Require.that(amplitude.signum() != 0, "A (amplitude): need a number other than 0, got 0");
    Require.that(duration > 0, "T (duration): need a number above 0, got " + duration);
    Require.that(
        Double.isFinite(duration) || decay.signum() > 0,
        "kappa (decay): need a number above 0 where T is infinite, got " + decay);
  }

  /** A complex decimal. */
  private record Complex(BigDecimal re, BigDecimal im) {
    Complex times(Complex other) {
      return new Complex(
          re.multiply(other.re).subtract(im.multiply(other.im)).round(WORK),
          re.multiply(other.im).add(im.multiply(other.re)).round(WORK));
    }

    /** |this|². */
    BigDecimal square() {
      return re.multiply(re).add(im.multiply(im)).round(WORK);
    }

    Complex over(Complex other) {
      BigDecimal size = other.square();
      Complex product = times(new Complex(other.re, other.im.negate()));
      return new Complex(product.re.divide(size, WORK), product.im.divide(size, WORK));
    }
  }

  /**
   * Returns m_{2d} = ∫₀ᵀ (d-th derivative)² dt.
   *
   * @param derivative d, from 0
   * @throws IllegalArgumentException if d is negative
   */
  public BigDecimal energy(int derivative) {
    Require.that(derivative >= 0, "d (derivative): need at least 0, got " + derivative);
    Complex s = new Complex(decay.negate(), frequency);
    Complex power = new Complex(BigDecimal.ONE, BigDecimal.ZERO);
    for (int k = 0; k < 2 * derivative; k++) {
      power = power.times(s);
    }
    BigDecimal size = s.square().pow(derivative, WORK);
    BigDecimal steady =
        size.multiply(integral(new Complex(s.re().multiply(TWO), BigDecimal.ZERO)).re());
    Complex turned = unit(phase.multiply(TWO));
    Complex twice = new Complex(s.re().multiply(TWO), s.im().multiply(TWO));
    BigDecimal waving = power.times(turned).times(integral(twice)).re();
    return amplitude.pow(2).divide(TWO, WORK).multiply(steady.add(waving), WORK);
  }

  /** ∫₀ᵀ e^{zt} dt = (e^{zT} − 1)/z. */
  private Complex integral(Complex z) {
    if (z.square().signum() == 0) {
      return new Complex(new BigDecimal(duration), BigDecimal.ZERO);
    }
    Complex end = exponential(z);
    return new Complex(end.re().subtract(BigDecimal.ONE), end.im()).over(z);
  }

  private Complex exponential(Complex z) {
    Complex nothing = new Complex(BigDecimal.ZERO, BigDecimal.ZERO);
    if (Double.isInfinite(duration)) {
      return nothing;
    }
    BigDecimal time = new BigDecimal(duration);
    BigDecimal exponent = z.re().multiply(time);
    if (exponent.compareTo(FADED.negate()) < 0) {
      return nothing;
    }
    BigDecimal size = DECIMALS.exp(exponent);
    Complex angle = unit(z.im().multiply(time));
    return new Complex(size.multiply(angle.re(), WORK), size.multiply(angle.im(), WORK));
  }

  private static Complex unit(BigDecimal angle) {
    return new Complex(DECIMALS.cos(angle), DECIMALS.sin(angle));
  }

  /** Returns the mobility and both complexities; NaN where one is 0/0. */
  public Shape shape() {
    return Shape.of(energy(0), energy(1), energy(2));
  }

  /**
   * Mobility √(m₂/m₀), Hjorth's complexity √(m₄m₀)/m₂ and the printed one √(m₄/m₂) (claims {@code
   * notsawo.appf.mobility}, {@code notsawo.appf.complexity}).
   */
  public record Shape(double mobility, double complexity, double printedComplexity) {
    private static Shape of(BigDecimal m0, BigDecimal m2, BigDecimal m4) {
      double mobility = root(m2, m0);
      double ofDerivative = root(m4, m2);
      return new Shape(mobility, root(m4.multiply(m0), m2.multiply(m2)), ofDerivative);
    }

    private static double root(BigDecimal numerator, BigDecimal denominator) {
      if (denominator.signum() == 0) {
        return Double.NaN;
      }
      return numerator.divide(denominator, WORK).sqrt(WORK).doubleValue();
    }
  }
}
