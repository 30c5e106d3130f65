package org.grokcheck.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects the observations of the running test, one entry a comparison, keeping the worst try.
 * Once a comparison has failed nothing more is recorded: shrinking must not replace the inputs at
 * which the failure was found.
 */
public final class Recorder {
  private static final ThreadLocal<@Nullable Recorder> CURRENT = new ThreadLocal<>();

  private final Set<String> claims;
  private final Map<List<String>, Observation> observations = new LinkedHashMap<>();
  private final Set<String> devices = new TreeSet<>();
  private String stale = "";
  private boolean frozen;

  private Recorder(Set<String> claims) {
    this.claims = claims;
  }

  /** Opens a recorder for a test of these claims on the calling thread. */
  public static Recorder begin(Set<String> claims) {
    Recorder recorder = new Recorder(Set.copyOf(claims));
    CURRENT.set(recorder);
    return recorder;
  }

  /**
   * The recorder of the running test.
   *
   * @throws IllegalStateException outside a test that checks claims
   */
  public static Recorder current() {
    return running()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no test is recording on this thread: annotate the test method with @Checks"
                        + " and compare on the test's own thread"));
  }

  /** The recorder of the running test; empty outside a test that checks claims. */
  public static Optional<Recorder> running() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Closes the recorder of the calling thread. */
  public static void end() {
    CURRENT.remove();
  }

  /**
   * The running test computes on a device, such as {@code NVIDIA H200}; {@code cpu} unless told.
   */
  public void computedOn(String device) {
    devices.add(device);
  }

  /** Where the test computed. */
  public String device() {
    return devices.isEmpty() ? "cpu" : String.join(", ", devices);
  }

  /**
   * The running test uses recorded numbers that are out of date: its claims are partial at most.
   */
  public void staleBecause(String why) {
    stale = why;
  }

  /** Why recorded numbers are out of date; empty if they aren't. */
  public String stale() {
    return stale;
  }

  void observe(Observation seen) {
    if (!claims.contains(seen.claim())) {
      throw new IllegalStateException(
          seen.claim() + " is observed but the test's @Checks names only " + claims);
    }
    if (frozen) {
      return;
    }
    List<String> key =
        List.of(
            seen.claim(),
            seen.part(),
            seen.quantity(),
            seen.variant(),
            seen.role().name(),
            seen.oracle().name());
    observations.merge(key, seen, Recorder::worse);
    frozen = seen.role() == Role.HOLDS && !seen.passed();
  }

  private static Observation worse(Observation a, Observation b) {
    Observation worst = b.slack() > a.slack() ? b : a;
    return new Observation(
        worst.claim(),
        worst.part(),
        worst.quantity(),
        worst.variant(),
        worst.role(),
        worst.oracle(),
        worst.tolerance(),
        a.derived() && b.derived(),
        worst.oneSided(),
        worst.value(),
        worst.expected(),
        worst.error(),
        worst.bound(),
        mean(a, b),
        worst.slack(),
        worst.worst(),
        a.tries() + b.tries(),
        finer(a.resolution(), b.resolution()),
        a.falseAlarm() + b.falseAlarm(),
        Math.min(a.power(), b.power()),
        worst.passed());
  }

  private static double mean(Observation a, Observation b) {
    return a.meanLogBound()
        + (b.meanLogBound() - a.meanLogBound()) * b.tries() / (a.tries() + b.tries());
  }

  private static double finer(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  /** What was seen so far, in order of first appearance. */
  public List<Observation> observations() {
    return List.copyOf(observations.values());
  }

  /**
   * What is wrong with a test that ended without a failure: a claim whose form was never held
   * against anything, a comparison that failed unnoticed, or a wrong variant that no try told
   * apart. Empty if nothing is.
   */
  public List<String> shortcomings() {
    List<String> problems = new ArrayList<>(unsound());
    for (Observation o : observations.values()) {
      if (o.role() != Role.HOLDS && !o.passed()) {
        problems.add(indistinct(o));
      }
    }
    return problems;
  }

  /**
   * The {@link #shortcomings} that no further try could mend: all but the variants that were not
   * told apart.
   */
  public List<String> unsound() {
    List<String> problems = new ArrayList<>();
    for (String claim : claims) {
      if (observations.values().stream()
          .noneMatch(o -> o.claim().equals(claim) && o.role() != Role.REJECTS)) {
        problems.add(claim + ": named in @Checks but its form was never observed");
      }
    }
    for (Observation o : observations.values()) {
      if (o.role() == Role.HOLDS && !o.passed()) {
        problems.add(unnoticed(o));
      }
    }
    return problems;
  }

  private static String unnoticed(Observation o) {
    return "%s: %s: error %.3g > bound %.3g at %s, and the failure was swallowed"
        .formatted(o.claim(), o.quantity(), o.error(), o.bound(), o.worst());
  }

  private static String indistinct(Observation o) {
    return "%s: %s: variant '%s' passes for the right form in all %d tries (largest slack %.3g)"
        .formatted(o.claim(), o.quantity(), o.variant(), o.tries(), o.slack());
  }
}
