package org.grokcheck.cli.agreement;

import java.util.List;
import org.grokcheck.compute.agreement.Finding;

/**
 * One quantity of one pair of parties over all cases, told by the comparison that came nearest to
 * its bound or exceeds it most.
 *
 * @param pair who was compared
 * @param quantity what was compared
 * @param status how it ended
 * @param reason why nothing was compared; empty if something was
 * @param comparisons number of cases
 * @param error the distance at the worst
 * @param bound what rounding explains there
 * @param slack error/bound, at most 1 where they agree
 * @param at the worst case
 */
public record Row(
    String pair,
    String quantity,
    Status status,
    String reason,
    int comparisons,
    double error,
    double bound,
    double slack,
    String at) {

  /** How a comparison ended. */
  public enum Status {
    /** Rounding explains every difference. */
    AGREE,
    /** It does not. */
    DISAGREE,
    /** Nothing was compared. */
    NOT_CHECKED
  }

  /** The row of the findings on all cases, at least one. */
  static Row of(String pair, String quantity, List<Finding> findings) {
    Finding worst = findings.get(0);
    boolean all = true;
    for (Finding f : findings) {
      all &= f.holds();
      if (!(f.slack() <= worst.slack())) {
        worst = f;
      }
    }
    return new Row(
        pair,
        quantity,
        all ? Status.AGREE : Status.DISAGREE,
        "",
        findings.size(),
        worst.error(),
        worst.bound(),
        worst.slack(),
        worst.of());
  }

  static Row notChecked(String pair, String reason) {
    return new Row(pair, "", Status.NOT_CHECKED, reason, 0, Double.NaN, Double.NaN, Double.NaN, "");
  }
}
