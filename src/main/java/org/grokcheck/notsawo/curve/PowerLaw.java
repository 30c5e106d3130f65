package org.grokcheck.notsawo.curve;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.grokcheck.math.DecimalFunctions;

/**
 * t₄(r) = a r^−γ + b, the step at which a run with the training fraction r generalises (claims
 * {@code notsawo.sec2.power_law}, {@code notsawo.appe.fit_add}, {@code notsawo.appe.fit_s5}).
 *
 * <p>r has the unit in which a is given: the paper's constants make sense with r in percent only,
 * though its figure gives r as a fraction. Results have some 40 digits, since a and r^−γ leave the
 * range in which a double holds them apart.
 *
 * @param gamma γ > 0
 * @param a > 0, in steps · (unit of r)^γ
 * @param b ≥ 0, in steps
 */
public record PowerLaw(BigDecimal gamma, BigDecimal a, BigDecimal b) {
  private static final DecimalFunctions DECIMALS = new DecimalFunctions(60);
  private static final MathContext DIGITS = DECIMALS.context();
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Checks the constants.
   *
   * @throws IllegalArgumentException if γ or a isn't positive, or b is negative
   */
  public PowerLaw {
    Require.positive("gamma", gamma);
    Require.positive("a", a);
    Require.notNegative("b", b);
  }

  /** Returns the paper's law for addition modulo 97, r in percent. */
  public static PowerLaw printedForAddition() {
    return new PowerLaw(
        new BigDecimal("7.73"), new BigDecimal("1.09e15"), new BigDecimal("1442.63"));
  }

  /** Returns the paper's law for S_5, r in percent. */
  public static PowerLaw printedForPermutations() {
    return new PowerLaw(new BigDecimal("1.18"), new BigDecimal("1.85e6"), BigDecimal.ZERO);
  }

  /** Returns t₄(r) for r > 0, in steps. */
  public BigDecimal at(BigDecimal r) {
    return decaying(r).add(b, DIGITS);
  }

  private BigDecimal decaying(BigDecimal r) {
    Require.positive("r", r);
    return a.multiply(DECIMALS.pow(r, gamma.negate()), DIGITS);
  }

  /**
   * Returns −d ln t₄/d ln r = γ a r^−γ/t₄, between 0 and γ (claims {@code
   * notsawo.ext.local_exponent}, {@code notsawo.sec4.theta_rate}): Θ(r^−γ) would make it γ.
   */
  public BigDecimal localExponent(BigDecimal r) {
    BigDecimal part = decaying(r);
    return gamma.multiply(part).divide(part.add(b, DIGITS), DIGITS);
  }

  /**
   * Returns (a/b)^(1/γ), the r at which the local exponent is γ/2.
   *
   * @throws IllegalArgumentException for b = 0, where the exponent is γ everywhere
   */
  public BigDecimal halfway() {
    Require.positive("b", b);
    return DECIMALS.pow(a.divide(b, DIGITS), BigDecimal.ONE.divide(gamma, DIGITS));
  }

  /** Returns the law for r as a fraction where this one takes percent: a becomes a·100^−γ. */
  public PowerLaw inFractions() {
    return new PowerLaw(gamma, a.multiply(DECIMALS.pow(HUNDRED, gamma.negate()), DIGITS), b);
  }

  /**
   * Returns the law through three points whose r are in geometric progression (claim {@code
   * notsawo.ext.three_point}): γ = ln((t₁−t₂)/(t₂−t₃))/ln ρ, a = (t₁−t₂)/(r^−γ(1−ρ^−γ)), b = t₁ − a
   * r^−γ.
   *
   * @param r r, ρr, ρ²r with r > 0 and ρ > 1, to 12 digits
   * @param t steps, falling and convex
   * @throws IllegalArgumentException if the points lie on no such law
   */
  public static PowerLaw through(List<BigDecimal> r, List<BigDecimal> t) {
    Require.that(
        r.size() == 3 && t.size() == 3,
        "r, t: need 3 numbers each, got " + r.size() + " and " + t.size());
    BigDecimal rho = ratio(r);
    BigDecimal first = t.get(0).subtract(t.get(1));
    BigDecimal second = t.get(1).subtract(t.get(2));
    Require.that(
        first.compareTo(second) > 0 && second.signum() > 0,
        "t: need t1 - t2 > t2 - t3 > 0, got " + first + " and " + second);
    BigDecimal curvature = first.divide(second, DIGITS);
    BigDecimal gamma = DECIMALS.log(curvature).divide(DECIMALS.log(rho), DIGITS);
    BigDecimal share = BigDecimal.ONE.subtract(BigDecimal.ONE.divide(curvature, DIGITS));
    BigDecimal part = first.divide(share, DIGITS);
    BigDecimal a = part.multiply(DECIMALS.pow(r.get(0), gamma), DIGITS);
    return new PowerLaw(gamma, a, t.get(0).subtract(part));
  }

  private static BigDecimal ratio(List<BigDecimal> r) {
    Require.positive("r[0]", r.get(0));
    BigDecimal rho = r.get(1).divide(r.get(0), DIGITS);
    Require.that(
        rho.compareTo(BigDecimal.ONE) > 0, "r: need rising numbers, got " + r.get(0) + ", ...");
    BigDecimal apart = rho.multiply(r.get(1), DIGITS).subtract(r.get(2)).abs();
    Require.that(
        apart.compareTo(r.get(2).movePointLeft(12)) <= 0,
        "r: need r[1]/r[0] = r[2]/r[1], got " + r);
    return rho;
  }
}
