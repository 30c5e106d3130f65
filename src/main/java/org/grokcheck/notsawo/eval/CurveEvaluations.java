package org.grokcheck.notsawo.eval;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.notsawo.curve.PowerLaw;

/** Evaluates the law of the generalisation step. */
public final class CurveEvaluations {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private CurveEvaluations() {}

  /** A step and the slope there. */
  public record Step(BigDecimal t4, BigDecimal local_exponent) {}

  /** Evaluates {@link PowerLaw#at} in percent. */
  @Evaluates("notsawo.appe.fit_add")
  public static Step addition(BigDecimal r_percent, BigDecimal gamma, BigDecimal a, BigDecimal b) {
    PowerLaw law = new PowerLaw(gamma, a, b);
    return new Step(law.at(r_percent), law.localExponent(r_percent));
  }

  /** A step by the other reading. */
  public record Literal(BigDecimal t4_if_r_is_a_fraction) {}

  /** Evaluates {@link PowerLaw#at}, r a fraction and a as printed. */
  @Evaluates("notsawo.appe.fit_add")
  public static Literal literally(
      BigDecimal r_fraction, BigDecimal gamma, BigDecimal a, BigDecimal b) {
    return new Literal(new PowerLaw(gamma, a, b).at(r_fraction));
  }

  /** A step and the constant in the other unit. */
  public record Converted(BigDecimal t4, BigDecimal a_in_fraction_units) {}

  /** Evaluates {@link PowerLaw#inFractions}. */
  @Evaluates("notsawo.appe.fit_s5")
  public static Converted permutations(
      BigDecimal r_percent, BigDecimal gamma, BigDecimal a, BigDecimal b) {
    PowerLaw law = new PowerLaw(gamma, a, b);
    return new Converted(law.at(r_percent), law.inFractions().a());
  }

  /** Where the slope is halved, and what it is far out. */
  public record Slope(BigDecimal r_half, BigDecimal exponent_at_1000) {}

  /** Evaluates {@link PowerLaw#localExponent}. */
  @Evaluates("notsawo.ext.local_exponent")
  public static Slope slope(BigDecimal gamma, BigDecimal a, BigDecimal b) {
    PowerLaw law = new PowerLaw(gamma, a, b);
    return new Slope(law.halfway(), law.localExponent(THOUSAND));
  }

  /** The constants of a law. */
  public record Law(BigDecimal gamma, BigDecimal a, BigDecimal b) {}

  /** Evaluates {@link PowerLaw#through}. */
  @Evaluates("notsawo.ext.three_point")
  public static Law through(List<BigDecimal> r, List<BigDecimal> t) {
    PowerLaw law = PowerLaw.through(r, t);
    return new Law(law.gamma(), law.a(), law.b());
  }
}
