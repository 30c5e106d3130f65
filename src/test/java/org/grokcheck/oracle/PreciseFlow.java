package org.grokcheck.oracle;

import static org.apfloat.ApfloatMath.exp;
import static org.apfloat.ApfloatMath.log;

import java.math.BigDecimal;
import org.apfloat.Apfloat;

/**
 * The two-point flow of L = ½(e^{−S+b} + e^{xS+b}) by its formulas as they are written,
 * cancellations included, with as many digits as they need.
 */
public final class PreciseFlow {
  private final long digits;
  private final Apfloat one;

  private PreciseFlow(long digits) {
    this.digits = digits;
    one = new Apfloat(1, digits);
  }

  /**
   * Arithmetic with fifty digits left where terms of size e^{exponent} cancel.
   *
   * @param exponent the largest exponent, at most some thousands
   */
  public static PreciseFlow against(double exponent) {
    return new PreciseFlow(60 + (long) Math.ceil(0.8686 * Math.abs(exponent)));
  }

  /**
   * A weight and a bias, and a time where the formula has one.
   *
   * @param weight S
   * @param bias b
   */
  public record State(Apfloat weight, Apfloat bias) {}

  /** dS/dτ = −(ησ²/2)(x e^{xS} − e^{−S}) and db/dτ = −(η/2)(e^{xS} + e^{−S}). */
  public State conformalRates(double x, double sigma, double eta, double weight) {
    Apfloat right = exp(of(x).multiply(of(weight)));
    Apfloat left = exp(of(weight).negate());
    Apfloat half = of(eta).divide(of(2));
    Apfloat pull = of(x).multiply(right).subtract(left);
    Apfloat square = of(sigma).multiply(of(sigma));
    return new State(
        half.multiply(square).multiply(pull).negate(), half.multiply(right.add(left)).negate());
  }

  /** x = 0: S = log(e^{S₀} + ητ/2), b = −log(e^{S₀} + ητ/2) − ητ/2 + S₀ + b₀. */
  public State criticalPair(double weight, double bias, double eta, double tau) {
    Apfloat y = of(eta).multiply(of(tau)).divide(of(2));
    Apfloat s = log(exp(of(weight)).add(y));
    return new State(s, of(weight).add(of(bias)).subtract(s).subtract(y));
  }

  /** x = 0: t from e^{ητ/2}(e^{S₀} − 1 + ητ/2) = e^{S₀+b₀}(η/2)t + e^{S₀} − 1. */
  public Apfloat criticalTime(double weight, double bias, double eta, double tau) {
    Apfloat y = of(eta).multiply(of(tau)).divide(of(2));
    Apfloat shift = exp(of(weight)).subtract(one);
    Apfloat left = exp(y).multiply(shift.add(y));
    Apfloat scale = exp(of(weight).add(of(bias))).multiply(of(eta)).divide(of(2));
    return left.subtract(shift).divide(scale);
  }

  /** x = −1: S = S₀ + log(1 + ητe^{−S₀}), b = b₀ − the same. */
  public State coincidentPair(double weight, double bias, double eta, double tau) {
    Apfloat grown = of(eta).multiply(of(tau)).multiply(exp(of(weight).negate()));
    Apfloat logQ = log(one.add(grown));
    return new State(of(weight).add(logQ), of(bias).subtract(logQ));
  }

  /** x = −1 in real time: log q = ½ log(1 + 2ηe^{b₀−S₀}t). */
  public State coincidentPairAt(double weight, double bias, double eta, Apfloat time) {
    Apfloat rate = exp(of(bias).subtract(of(weight))).multiply(of(eta)).multiply(of(2));
    Apfloat logQ = log(one.add(rate.multiply(time))).divide(of(2));
    return new State(of(weight).add(logQ), of(bias).subtract(logQ));
  }

  /** A double, exactly. */
  public Apfloat of(double value) {
    return new Apfloat(new BigDecimal(value), digits);
  }
}
