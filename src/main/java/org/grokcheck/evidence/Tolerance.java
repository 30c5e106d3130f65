package org.grokcheck.evidence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The largest error that a comparison accepts, as a type with its derivation. The bound is absolute
 * and in the units of the compared quantity.
 */
public sealed interface Tolerance {
  /** Unit roundoff of IEEE double precision, 2^-53. */
  double UNIT_ROUNDOFF = 0x1p-53;

  /**
   * The largest accepted |actual - expected|.
   *
   * @param expected the oracle's value
   */
  double bound(double expected);

  /** Why the bound is what it is. */
  String why();

  /** Whether the bound follows from an argument; a {@link Ratchet} only repeats a measurement. */
  default boolean derived() {
    return true;
  }

  /** Probability that the comparison fails although the claim holds; 0 unless random. */
  default double falseAlarm() {
    return 0;
  }

  /** A remainder whose size an argument gives as one number. */
  static Tolerance remainder(double size, String why) {
    return new Truncation(size, 1, 1, why);
  }

  /** Several causes of error, each with its own reason. */
  static Tolerance sum(Tolerance... terms) {
    return new Sum(List.of(terms));
  }

  /** Short form for reports, with the derivation. */
  default String describe() {
    return getClass().getSimpleName() + ": " + why();
  }

  /** Equality. */
  record Exact() implements Tolerance {
    @Override
    public double bound(double expected) {
      return 0;
    }

    @Override
    public String why() {
      return "exact arithmetic, no error allowed";
    }
  }

  /**
   * {@code n} units in the last place of the expected value.
   *
   * @param n accepted ulps, positive
   * @param why where the ulps come from
   */
  record Ulp(double n, String why) implements Tolerance {
    public Ulp {
      requirePositive("n", n);
      requireReason(why);
    }

    @Override
    public double bound(double expected) {
      return n * Math.ulp(expected);
    }

    @Override
    public String describe() {
      return n + " ulp: " + why;
    }
  }

  /**
   * Accumulated rounding: {@code γ_n · scale} with {@code γ_n = n u / (1 - n u)}.
   *
   * @param operations roundings n on the longest path
   * @param scale condition number times the size of the result, in the result's units: Σ|terms|
   * @param why what is counted
   */
  record Rounding(double operations, double scale, String why) implements Tolerance {
    public Rounding {
      requirePositive("operations", operations);
      requireReason(why);
      if (!(scale >= 0)) {
        throw new IllegalArgumentException("scale = " + scale + " must be >= 0");
      }
    }

    @Override
    public double bound(double expected) {
      double nu = operations * UNIT_ROUNDOFF;
      return nu / (1 - nu) * scale;
    }

    @Override
    public String describe() {
      return "rounding γ_" + operations + "·" + scale + ": " + why;
    }
  }

  /**
   * A remainder {@code C h^p} of a series, a limit or a discretisation.
   *
   * @param constant C
   * @param h the small parameter
   * @param order p
   * @param why where C and p come from
   */
  record Truncation(double constant, double h, double order, String why) implements Tolerance {
    public Truncation {
      requireReason(why);
      if (!(constant >= 0) || !(h >= 0)) {
        throw new IllegalArgumentException(
            "C = " + constant + " and h = " + h + " must both be >= 0");
      }
    }

    @Override
    public double bound(double expected) {
      return constant * StrictMath.pow(h, order);
    }

    @Override
    public String describe() {
      String power = h == 1 ? "" : "·" + h + (order == 1 ? "" : "^" + order);
      return "remainder " + constant + power + ": " + why;
    }
  }

  /**
   * A central-limit bound {@code z · se}, z the two-sided normal quantile of the false-alarm rate.
   *
   * @param standardError of the estimate
   * @param falseAlarm probability that one comparison fails although the claim holds
   * @param z the matching quantile
   * @param why how the standard error was obtained
   */
  record Clt(double standardError, double falseAlarm, double z, String why) implements Tolerance {
    public Clt {
      requireReason(why);
      requirePositive("falseAlarm", falseAlarm);
      requirePositive("z", z);
    }

    @Override
    public double bound(double expected) {
      return z * standardError;
    }

    @Override
    public String describe() {
      return z
          + " standard errors of "
          + standardError
          + " (false alarm "
          + falseAlarm
          + "): "
          + why;
    }
  }

  /**
   * A finite-size deviation {@code c N^-ν}.
   *
   * @param constant c
   * @param size N
   * @param exponent ν
   * @param why fit or derivation of c and ν
   */
  record FiniteSize(double constant, double size, double exponent, String why)
      implements Tolerance {
    public FiniteSize {
      requirePositive("size", size);
      requireReason(why);
    }

    @Override
    public double bound(double expected) {
      return constant * StrictMath.pow(size, -exponent);
    }
  }

  /**
   * Twice a recorded worst error, at least 2 ulp: no derivation, so never enough for a coarse
   * check.
   *
   * @param recordedWorst the worst error of the recorded run
   * @param why what was recorded, and when
   */
  record Ratchet(double recordedWorst, String why) implements Tolerance {
    public Ratchet {
      requireReason(why);
    }

    @Override
    public double bound(double expected) {
      return Math.max(2 * recordedWorst, 2 * Math.ulp(expected));
    }

    @Override
    public boolean derived() {
      return false;
    }
  }

  /**
   * Errors of several causes, whose bounds add up.
   *
   * @param terms the bound of each cause, with its derivation; at least two
   */
  record Sum(List<Tolerance> terms) implements Tolerance {
    public Sum {
      terms = List.copyOf(terms);
      if (terms.size() < 2) {
        throw new IllegalArgumentException(
            "terms has " + terms.size() + " entries; a sum needs at least 2");
      }
    }

    @Override
    public double bound(double expected) {
      return terms.stream().mapToDouble(term -> term.bound(expected)).sum();
    }

    @Override
    public String why() {
      return terms.stream().map(Tolerance::why).collect(Collectors.joining("; plus "));
    }

    @Override
    public boolean derived() {
      return terms.stream().allMatch(Tolerance::derived);
    }

    @Override
    public double falseAlarm() {
      return terms.stream().mapToDouble(Tolerance::falseAlarm).sum();
    }

    @Override
    public String describe() {
      return terms.stream().map(Tolerance::describe).collect(Collectors.joining("; plus "));
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " = " + value + " must be > 0");
    }
  }

  private static void requireReason(String why) {
    if (why.isBlank()) {
      throw new IllegalArgumentException("why is blank: a tolerance carries its derivation");
    }
  }
}
