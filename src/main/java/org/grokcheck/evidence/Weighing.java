package org.grokcheck.evidence;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokcheck.evidence.Judge.Outcome;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Kind;

/**
 * What the observations of passed tests are worth. A claim may have several parts; a part is as
 * good as its best oracle, the claim as its weakest part. The ledger may name the parts: then each
 * of them must be checked, and those that the printed form gets wrong must each have a witness.
 *
 * <p>A measured claim ({@link Kind#EMPIRICAL}) is settled by size, not by an oracle: each part
 * needs an observation at desk or paper scale, whatever it was compared with. A curve of a closed
 * form over the paper's range is of the paper's own size. A formula that a figure states is a
 * formula, and its kind says so.
 */
final class Weighing {
  private final Claim claim;
  private final List<Seen> seen;
  private final List<Observation> holds;
  private final List<Observation> refutes;
  private final List<String> stale;

  /** An observation with the scale of the test that made it. */
  private record Seen(Observation observation, Scale scale) {}

  Weighing(Claim claim, List<TestRecord> ran) {
    this.claim = claim;
    this.seen =
        ran.stream()
            .flatMap(r -> r.observations().stream().map(o -> new Seen(o, r.scale())))
            .filter(s -> s.observation().claim().equals(claim.id()))
            .toList();
    this.holds = with(Role.HOLDS);
    this.refutes = with(Role.REFUTES);
    this.stale =
        ran.stream().map(TestRecord::stale).filter(why -> !why.isEmpty()).distinct().toList();
  }

  private List<Observation> with(Role role) {
    return seen.stream().map(Seen::observation).filter(o -> o.role() == role).toList();
  }

  Outcome outcome() {
    List<String> shortfalls = shortfalls();
    if (!shortfalls.isEmpty()) {
      return new Outcome(Verdict.PARTIAL, String.join("; ", shortfalls));
    }
    Optional<String> powerless = powerless();
    if (powerless.isPresent()) {
      return new Outcome(Verdict.INCONCLUSIVE, powerless.get());
    }
    return refutes.isEmpty() ? weakestPart() : refuted();
  }

  private Outcome refuted() {
    String witness = refutes.get(0).variant() + " fails at " + refutes.get(0).worst();
    if (!holds.isEmpty()) {
      return new Outcome(
          Verdict.CORRECTED, witness + "; corrected form: " + weakestPart().reason());
    }
    boolean conclusive = refutes.stream().anyMatch(o -> o.oracle().compareTo(Oracle.TABLE) <= 0);
    return conclusive
        ? new Outcome(Verdict.REFUTED, witness)
        : new Outcome(Verdict.PARTIAL, witness + ", but not exactly nor at 30 digits");
  }

  /** What keeps otherwise good evidence from settling the claim. */
  private List<String> shortfalls() {
    return Stream.of(
            unchecked(), unwitnessed(), unpaired(), vacuous(), coarse(), small(), outdated())
        .flatMap(reasons -> reasons)
        .toList();
  }

  private static Set<String> parts(List<Observation> observations) {
    return observations.stream()
        .map(Observation::part)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Parts that the ledger names and nothing holds; where nothing holds at all, see below. */
  private Stream<String> unchecked() {
    Set<String> held = parts(holds);
    Predicate<String> answered =
        part -> held.contains(part) || (holds.isEmpty() && claim.refutedParts().contains(part));
    return claim.parts().stream()
        .filter(answered.negate())
        .map(part -> "part '" + part + "' is not checked");
  }

  /** A printed form that the ledger calls wrong, while nothing shows it. */
  private Stream<String> unwitnessed() {
    String status = claim.asPrinted().label();
    if (!claim.asPrinted().contradicted()) {
      return Stream.empty();
    }
    if (refutes.isEmpty()) {
      return Stream.of("the ledger calls the printed form " + status + ", without a witness");
    }
    Set<String> witnessed = parts(refutes);
    return claim.refutedParts().stream()
        .filter(part -> !witnessed.contains(part))
        .map(part -> "the ledger calls part '" + part + "' " + status + ", without a witness");
  }

  /** A witness against one part is no reason to correct another. */
  private Stream<String> unpaired() {
    Set<String> held = parts(holds);
    Stream<String> uncorrected =
        parts(refutes).stream()
            .filter(part -> !holds.isEmpty() && !held.contains(part))
            .map(part -> "part '" + part + "' is refuted, and its corrected form not checked");
    Stream<String> unexpected =
        parts(refutes).stream()
            .filter(part -> claim.parts().contains(part) && !claim.refutedParts().contains(part))
            .map(part -> "part '" + part + "' is refuted, while the ledger says that it holds");
    return Stream.concat(uncorrected, unexpected);
  }

  private Stream<String> vacuous() {
    boolean toldApart = seen.stream().anyMatch(s -> s.observation().role() != Role.HOLDS);
    return claim.kind().isFormula() && !toldApart
        ? Stream.of("no wrong variant is shown to be rejected")
        : Stream.empty();
  }

  private Stream<String> coarse() {
    return holds.stream()
        .filter(o -> !o.derived() && o.resolution() > Judge.COARSE)
        .map(
            o ->
                "%s is checked only to %.1g, without a derivation"
                    .formatted(o.quantity(), o.resolution()));
  }

  /** What is settled by size, and was seen at quick scale only. */
  private Stream<String> small() {
    List<Observation> large =
        seen.stream().filter(s -> s.scale() != Scale.QUICK).map(Seen::observation).toList();
    Predicate<String> seenLarge =
        part -> large.stream().anyMatch(o -> o.role() == Role.HOLDS && o.part().equals(part));
    return bestOracles().entrySet().stream()
        .filter(e -> claim.kind() == Kind.EMPIRICAL || e.getValue() == Oracle.REPRODUCTION)
        .map(Map.Entry::getKey)
        .filter(seenLarge.negate())
        .map(part -> (part.isEmpty() ? "" : part + ": ") + "reproduced at quick scale only");
  }

  private Stream<String> outdated() {
    return stale.stream().map(why -> "stale: " + why);
  }

  private Optional<String> powerless() {
    return holds.stream()
        .filter(o -> o.oracle() == Oracle.STATISTICAL && o.power() < Judge.ENOUGH_POWER)
        .filter(o -> holds.stream().noneMatch(p -> isBetter(p, o)))
        .map(o -> "%s: power %.2f against its rival".formatted(o.quantity(), o.power()))
        .findFirst();
  }

  private static boolean isBetter(Observation p, Observation o) {
    return p.part().equals(o.part()) && p.oracle().compareTo(o.oracle()) < 0;
  }

  private Map<String, Oracle> bestOracles() {
    Map<String, Oracle> best = new TreeMap<>();
    holds.forEach(o -> best.merge(o.part(), strength(o), (a, b) -> a.compareTo(b) <= 0 ? a : b));
    return best;
  }

  private Outcome weakestPart() {
    Map<String, Oracle> best = bestOracles();
    Oracle weakest = best.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    String reason =
        best.entrySet().stream()
            .map(e -> (e.getKey().isEmpty() ? "" : e.getKey() + ": ") + e.getValue().label())
            .collect(Collectors.joining("; "));
    return new Outcome(established(weakest), reason);
  }

  /** Agreement with any oracle makes a measured claim reproduced, never proved. */
  private Verdict established(Oracle weakest) {
    return claim.kind() == Kind.EMPIRICAL && weakest != Oracle.STATISTICAL
        ? Verdict.REPRODUCED
        : weakest.establishes();
  }

  /** Exact arithmetic proves only what is compared without tolerance. */
  private static Oracle strength(Observation o) {
    return o.oracle() == Oracle.EXACT && o.bound() > 0 ? Oracle.TABLE : o.oracle();
  }
}
