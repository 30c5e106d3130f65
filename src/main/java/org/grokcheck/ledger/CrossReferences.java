package org.grokcheck.ledger;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what no claim can know by itself: that ids are unique and links lead somewhere. */
final class CrossReferences {
  private CrossReferences() {}

  static void check(List<ClaimReader.Draft> drafts) {
    Map<String, Claim> byId = new LinkedHashMap<>();
    for (ClaimReader.Draft draft : drafts) {
      Claim claim = draft.claim();
      Claim first = byId.putIfAbsent(claim.id(), claim);
      if (first != null && !claim.id().isEmpty()) {
        draft.fields().problem("id", "'" + claim.id() + "' is already at " + first.source());
      }
    }
    drafts.forEach(draft -> checkLinks(draft, byId.keySet()));
  }

  private static void checkLinks(ClaimReader.Draft draft, Set<String> ids) {
    Set<String> seen = new HashSet<>();
    for (Fields.Item link : draft.links()) {
      String target = link.text();
      if (target.equals(draft.claim().id())) {
        draft.fields().problem(link.line(), "links", "the claim links to itself");
      } else if (!ids.contains(target)) {
        draft
            .fields()
            .problem(
                link.line(),
                "links",
                "no claim '" + target + "'" + Nearest.didYouMean(target, ids));
      } else if (!seen.add(target)) {
        draft.fields().problem(link.line(), "links", "'" + target + "' is listed twice");
      }
    }
  }
}
