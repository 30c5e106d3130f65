package org.grokcheck.report.gate;

import java.util.List;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.report.ClaimRecord;

/**
 * A claim as the baseline keeps it.
 *
 * @param id the claim's id
 * @param verdict its verdict
 * @param resolution relative change that the claim's coarsest part would notice, to three digits;
 *     NaN if none
 * @param needs capabilities without which it can't be checked whole
 */
public record RecordedClaim(String id, Verdict verdict, double resolution, List<String> needs) {

  public RecordedClaim {
    needs = List.copyOf(needs);
  }

  static RecordedClaim of(ClaimRecord claim) {
    return new RecordedClaim(
        claim.id(), claim.verdict(), RecordedCheck.rounded(claim.resolution()), claim.needs());
  }
}
