package org.grokcheck.report.dossier;

import java.util.Comparator;
import java.util.List;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Observation;
import org.grokcheck.evidence.Role;

/**
 * What was observed under one claim.
 *
 * @param comparisons what holds, closest to its bound first
 * @param variants wrong variants that the same comparisons told apart
 * @param witnesses printed forms that fail
 */
record EvidenceView(List<Comparison> comparisons, List<Variant> variants, List<Witness> witnesses) {

  /** One comparison over all its tries, at the worst of them. */
  record Comparison(
      String part,
      String quantity,
      String oracle,
      String tries,
      String error,
      String bound,
      String slack,
      int fill,
      String style,
      String resolution,
      String tolerance,
      String worst,
      String power) {}

  /** A wrong variant with how far beyond the bound it lies. */
  record Variant(String name, String quantity, String excess, boolean rejected) {}

  /** A printed form with the input at which it fails. */
  record Witness(
      String variant,
      String quantity,
      String inputs,
      String printed,
      String relation,
      String truth,
      String error,
      String bound,
      String oracle) {}

  static EvidenceView of(Judgement judgement) {
    return new EvidenceView(
        judgement.observations(Role.HOLDS).stream()
            .sorted(Comparator.comparingDouble(Observation::slack).reversed())
            .map(EvidenceView::comparison)
            .toList(),
        judgement.observations(Role.REJECTS).stream().map(EvidenceView::variant).toList(),
        judgement.observations(Role.REFUTES).stream().map(EvidenceView::witness).toList());
  }

  static Comparison comparison(Observation o) {
    boolean statistical = o.power() < 1;
    return new Comparison(
        o.part(),
        o.quantity(),
        o.oracle().label(),
        Numbers.count(o.tries()),
        Numbers.of(o.error()),
        (o.oneSided() ? "excess ≤ " : "") + Numbers.of(o.bound()),
        Numbers.slack(o.slack()),
        (int) Math.round(100 * Math.min(1, o.slack())),
        o.passed() ? o.slack() > 0.9 ? "near" : "" : "over",
        Numbers.of(o.resolution()),
        o.tolerance(),
        o.worst(),
        statistical ? Numbers.of(o.power()) : "");
  }

  static Witness witness(Observation o) {
    return new Witness(
        o.variant(),
        o.quantity(),
        o.worst(),
        Numbers.exactly(o.value()),
        o.oneSided() ? "at most" : "equal to",
        Numbers.exactly(o.expected()),
        Numbers.of(o.error()),
        Numbers.of(o.bound()),
        o.oracle().label());
  }

  private static Variant variant(Observation o) {
    return new Variant(o.variant(), o.quantity(), Numbers.of(o.slack()), o.passed());
  }

  boolean any() {
    return !comparisons.isEmpty() || !variants.isEmpty() || !witnesses.isEmpty();
  }
}
