package org.grokcheck.oracle;

/**
 * How far a normal approximation of Wendel's probability can be off, whatever d, from Fourier's
 * inversion: with y = 2d − N,
 *
 * <p>p = ½ + (1/2π) ∫_{|t|&lt;π/2} cos^{N−1}(t) sin(yt)/sin(t) dt, Φ(y/√v) = ½ + (1/2π) ∫
 * e^{−vt²/2} sin(yt)/t dt,
 *
 * <p>and a factor (1 + αt² − vt⁴/12) in the second integrand adds φ(x)(αx − (3x − x³)/12)/v at x =
 * y/√v. With |sin(yt)| ≤ 1 the difference of the integrands bounds the difference of p and the
 * approximation.
 */
public final class WendelRemainder {
  /** e^{−u²/2} at the end is below 1e-38 of the integral. */
  private static final double END = 14;

  private static final int PANELS = 2000;

  /** What Simpson's rule may miss at the kinks, of which there are three: h² of the integral. */
  private static final double QUADRATURE = 1e-4;

  private WendelRemainder() {}

  /** The largest |p − Φ(x)|, x = (2d − N)/√N; near 0.1611/N. */
  public static double ofGaussian(int points) {
    return bound(points, points, t -> 0);
  }

  /** The largest |p − Φ(x) − φ(x)(x³ + 5x)/(12N)|, x = (2d − N)/√N; near 0.0747/N². */
  public static double ofSecondOrder(int points) {
    double v = points;
    return bound(points, v, t -> t * t * (2.0 / 3 - v * t * t / 12));
  }

  /** The largest |p − Φ(x) − φ(x)(x³ − x)/(12n)|, n = N − 1, x = (2d − N)/√n; near 0.0330/n². */
  public static double ofSecondOrderAboutTosses(int points) {
    double v = points - 1;
    return bound(points, v, t -> t * t * (1.0 / 6 - v * t * t / 12));
  }

  private interface Correction {
    double at(double t);
  }

  /**
   * (1/π) ∫₀^∞ |cos^{N−1}(t) t/sin(t) 1_{t&lt;π/2} − e^{−vt²/2}(1 + c(t))| dt/t by Simpson's rule.
   */
  private static double bound(int points, double v, Correction correction) {
    double step = END / PANELS;
    double sum = 0;
    for (int k = 0; k < PANELS; k++) {
      double u = k * step;
      sum +=
          density(points, v, correction, u)
              + 4 * density(points, v, correction, u + step / 2)
              + density(points, v, correction, u + step);
    }
    return sum * step / 6 / Math.PI * (1 + QUADRATURE);
  }

  /** The integrand in u = t√v. */
  private static double density(int points, double v, Correction correction, double u) {
    if (u == 0) {
      return 0;
    }
    double t = u / Math.sqrt(v);
    double gaussian = StrictMath.exp(-u * u / 2);
    if (t >= Math.PI / 2) {
      return gaussian * Math.abs(1 + correction.at(t)) / u;
    }
    double half = StrictMath.sin(t / 2);
    double logCosine = StrictMath.log1p(-2 * half * half);
    double logSinc = StrictMath.log(StrictMath.sin(t) / t);
    double excess = (points - 1) * logCosine - logSinc + u * u / 2;
    return gaussian * Math.abs(StrictMath.expm1(excess) - correction.at(t)) / u;
  }
}
