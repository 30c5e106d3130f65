package org.grokcheck.oracle;

import static org.apfloat.ApfloatMath.beta;
import static org.apfloat.ApfloatMath.exp;
import static org.apfloat.ApfloatMath.hypergeometric2F1;
import static org.apfloat.ApfloatMath.log;
import static org.apfloat.ApfloatMath.pow;

import java.math.BigDecimal;
import org.apfloat.Apfloat;

/**
 * Real time of the two-point flow as a function of its weight, in closed form: with i = 1/σ², E =
 * e^{(1+x)S}, a = (1+i)/(1+x), t = (2i/η)e^{−b₀−iS₀}(1−xE₀)^{i/x}[G(S) − G(S₀)].
 */
public final class PreciseTime {
  private static final long DIGITS = 40;

  private final Apfloat one = new Apfloat(1, DIGITS);
  private final Apfloat x;
  private final Apfloat i;
  private final Apfloat a;

  /**
   * The closed form for one data set.
   *
   * @param x second point, in (−1, 1) and not 0
   * @param sigma scale of the points
   */
  public PreciseTime(double x, double sigma) {
    this.x = of(x);
    i = one.divide(of(sigma).multiply(of(sigma)));
    a = one.add(i).divide(one.add(this.x));
  }

  /** G(S) = (e^{(1+i)S}/(1+i)) 2F1(a, 1 + i/x; a + 1; xE). */
  public Apfloat byHypergeometric(Apfloat weight) {
    Apfloat front = exp(one.add(i).multiply(weight)).divide(one.add(i));
    return front.multiply(hypergeometric2F1(a, one.add(i.divide(x)), a.add(one), argument(weight)));
  }

  /** G(S) = x^{−a}B(xE; a, −i/x)/(1 + x), the incomplete beta function, for 0 &lt; xE &lt; 1. */
  public Apfloat byIncompleteBeta(Apfloat weight) {
    Apfloat incomplete = beta(argument(weight), a, i.divide(x).negate());
    return incomplete.divide(pow(x, a)).divide(one.add(x));
  }

  /** log t for the difference G(S) − G(S₀). */
  public double logTime(double eta, double start, double bias, Apfloat difference) {
    Apfloat scale = i.multiply(of(2)).divide(of(eta));
    Apfloat shift = exp(of(bias).add(i.multiply(of(start))).negate());
    Apfloat gap = one.subtract(argument(of(start)));
    Apfloat power = exp(i.divide(x).multiply(log(gap)));
    return Precise.log(scale.multiply(shift).multiply(power).multiply(difference));
  }

  /** The weight at which log(1 − xE) is less than at the start by x(1+x)k. */
  public Apfloat weightAt(double start, double k) {
    Apfloat g = one.add(x);
    Apfloat gap = one.subtract(argument(of(start)));
    Apfloat later = gap.multiply(exp(x.multiply(g).multiply(of(k)).negate()));
    return log(one.subtract(later).divide(x)).divide(g);
  }

  /** A double, exactly. */
  public Apfloat of(double value) {
    return new Apfloat(new BigDecimal(value), DIGITS);
  }

  private Apfloat argument(Apfloat weight) {
    return x.multiply(exp(one.add(x).multiply(weight)));
  }
}
