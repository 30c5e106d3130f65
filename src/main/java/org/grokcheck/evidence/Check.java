package org.grokcheck.evidence;

import java.util.StringJoiner;

/**
 * Starts a comparison of the running test: {@code Check.of("beck.eq6", "A_gen").by(TABLE).at("b",
 * b).expecting(table, tolerance).holds(actual)}. One comparison serves three uses, so that what
 * accepts the formula is the very thing that rejects its wrong variants: see {@link Comparison}.
 */
public final class Check {
  private final String claim;
  private final String quantity;
  private final String part;
  private final Oracle oracle;
  private final String at;

  private Check(String claim, String quantity, String part, Oracle oracle, String at) {
    this.claim = claim;
    this.quantity = quantity;
    this.part = part;
    this.oracle = oracle;
    this.at = at;
  }

  /**
   * A comparison under a claim.
   *
   * @param claim id of a claim named in the test's {@link Checks}
   * @param quantity what is compared, in the words of the report
   */
  public static Check of(String claim, String quantity) {
    return new Check(claim, quantity, "", Oracle.INVARIANT, "");
  }

  /** Names the part of the claim; a claim's verdict is that of its weakest part. */
  public Check part(String name) {
    return new Check(claim, quantity, name, oracle, at);
  }

  /** Says where the expected value comes from; {@link Oracle#INVARIANT} unless told. */
  public Check by(Oracle source) {
    return new Check(claim, quantity, part, source, at);
  }

  /**
   * The inputs of this try, kept for the worst one.
   *
   * @param namesAndValues name, value, name, value, ...
   */
  public Check at(Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "at() got " + namesAndValues.length + " arguments; it takes pairs of name and value");
    }
    StringJoiner text = new StringJoiner(", ");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text.add(namesAndValues[i] + "=" + namesAndValues[i + 1]);
    }
    return new Check(claim, quantity, part, oracle, text.toString());
  }

  /**
   * Compares with a value: error = |actual - expected|.
   *
   * @param expected the oracle's value; may be infinite, then only the same infinity agrees
   * @param tolerance the accepted error with its derivation
   */
  public Comparison expecting(double expected, Tolerance tolerance) {
    return new Comparison(this, expected, tolerance, false);
  }

  /**
   * Compares with an upper bound: error = max(0, actual - most).
   *
   * @param most the largest value that the claim allows
   * @param tolerance what rounding may add to it
   */
  public Comparison expectingAtMost(double most, Tolerance tolerance) {
    return new Comparison(this, most, tolerance, true);
  }

  /** Compares with an exact object by {@code equals}: error 0 or 1, no tolerance. */
  public ExactComparison expectingExactly(Object expected) {
    return new ExactComparison(expecting(0, new Tolerance.Exact()), expected);
  }

  String claim() {
    return claim;
  }

  String quantity() {
    return quantity;
  }

  String part() {
    return part;
  }

  Oracle oracle() {
    return oracle;
  }

  String at() {
    return at;
  }

  /** A comparison by {@code equals}. */
  public static final class ExactComparison {
    private final Comparison comparison;
    private final Object expected;

    private ExactComparison(Comparison comparison, Object expected) {
      this.comparison = comparison;
      this.expected = expected;
    }

    /** The checked form must equal the expected object. */
    public ExactComparison holds(Object actual) {
      comparison.holds(distance(actual));
      return this;
    }

    /** A wrong variant must differ in at least one try. */
    public ExactComparison rejects(String variant, Object wrong) {
      comparison.rejects(variant, distance(wrong));
      return this;
    }

    /** The printed form must differ in at least one try. */
    public ExactComparison refutes(String variant, Object printed) {
      comparison.refutes(variant, distance(printed));
      return this;
    }

    private double distance(Object actual) {
      return expected.equals(actual) ? 0 : 1;
    }
  }
}
