package org.grokcheck.report.gate;

import java.util.Comparator;
import java.util.List;
import org.grokcheck.report.ClaimRecord;
import org.grokcheck.report.gate.Finding.Level;

/**
 * What the rules found.
 *
 * @param findings those that fail the build first
 */
public record Gate(List<Finding> findings) {
  /** What must hold whatever was recorded. */
  private static final List<Rule> ALWAYS =
      List.of(new BrokenRule(), new OrphanRule(), new SkipRule(), new FalseAlarmRule());

  /** What must not get worse than recorded. */
  private static final List<Rule> COMPARED =
      List.of(new CapabilityRule(), new VerdictRule(), new RatchetRule(), new CoverageRule());

  public Gate {
    findings = findings.stream().sorted(Comparator.comparing(Finding::level)).toList();
  }

  /** Applies every rule. */
  public static Gate check(GateInput input) {
    return new Gate(
        List.of(ALWAYS, COMPARED).stream()
            .flatMap(List::stream)
            .flatMap(rule -> rule.check(input))
            .toList());
  }

  /** Applies the rules that don't compare: what fails them must not be recorded. */
  public static Gate checkAlone(GateInput input) {
    return new Gate(ALWAYS.stream().flatMap(rule -> rule.check(input)).toList());
  }

  /** Looks for broken claims only, which is all that a run of some of the tests can tell. */
  public static Gate checkPartial(List<ClaimRecord> claims) {
    return new Gate(BrokenRule.broken(claims).toList());
  }

  /** Whether nothing fails the build. */
  public boolean passes() {
    return findings.stream().noneMatch(f -> f.level() == Level.RED);
  }

  /** Number of findings of a level. */
  public long count(Level level) {
    return findings.stream().filter(f -> f.level() == level).count();
  }
}
