package org.grokcheck.report.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.report.CheckRecord;

/**
 * A comparison as the baseline keeps it: numbers to three digits, so that a line changes only where
 * something has changed. They are NaN where nothing was held, only a printed form refuted.
 *
 * @param claim the claim's id
 * @param part part of the claim; empty where there is only one
 * @param quantity what was compared
 * @param test {@code class#method}
 * @param oracle where the expected value comes from
 * @param worst error of the try that came closest to its bound
 * @param bound accepted error of that try
 * @param typicalBound geometric mean of the accepted errors of all tries
 * @param tries comparisons made
 * @param variants wrong variants that it told apart
 * @param witnesses printed forms that it refuted
 */
public record RecordedCheck(
    String claim,
    String part,
    String quantity,
    String test,
    Oracle oracle,
    double worst,
    double bound,
    double typicalBound,
    long tries,
    List<String> variants,
    List<String> witnesses) {
  /** The order of a baseline's lines. */
  static final Comparator<RecordedCheck> ORDER =
      Comparator.comparing(RecordedCheck::claim)
          .thenComparing(RecordedCheck::part)
          .thenComparing(RecordedCheck::quantity)
          .thenComparing(RecordedCheck::test)
          .thenComparing(RecordedCheck::oracle);

  private static final MathContext THREE_DIGITS = new MathContext(3);

  public RecordedCheck {
    variants = List.copyOf(variants);
    witnesses = List.copyOf(witnesses);
  }

  /** What tells one comparison from the others, but for its oracle. */
  record Key(String claim, String part, String quantity, String test) {}

  static RecordedCheck of(String claim, CheckRecord check) {
    return new RecordedCheck(
        claim,
        check.part(),
        check.quantity(),
        check.test(),
        check.oracle(),
        rounded(check.worst()),
        rounded(check.bound()),
        rounded(check.typicalBound()),
        check.tries(),
        check.variants(),
        check.witnesses());
  }

  static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(THREE_DIGITS).doubleValue() : value;
  }

  Key key() {
    return new Key(claim, part, quantity, test);
  }

  /** The worst error as a share of its bound; NaN where nothing was held. */
  double slack() {
    return worst == 0 ? 0 : worst / bound;
  }

  /** Such as {@code 'b' of T#m by 30+ digit values, part 'bias'}. */
  String name() {
    String where = part.isEmpty() ? "" : ", part '" + part + "'";
    return "'" + quantity + "' of " + test + " by " + oracle.label() + where;
  }
}
