package org.grokcheck.report.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.grokcheck.evidence.EvidenceBook;
import org.grokcheck.evidence.Judge;
import org.grokcheck.evidence.Observation;
import org.grokcheck.evidence.ObservationFixture;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Plan;
import org.grokcheck.evidence.Plan.PlannedTest;
import org.grokcheck.evidence.Role;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.evidence.TestRecord.Status;
import org.grokcheck.experiment.Provenance;
import org.grokcheck.ledger.Ledger;
import org.grokcheck.report.ClaimsFile;

/** A run of made-up tests over a ledger of three claims, judged by the real rules. */
final class Scenario {
  static final String A = "beck.a";
  static final String B = "beck.b";
  static final String C = "beck.c";
  static final Ledger LEDGER = Ledger.parse(Map.of("beck.yaml", record(A) + record(B) + record(C)));

  private final List<PlannedTest> planned = new ArrayList<>();
  private final List<TestRecord> records = new ArrayList<>();
  private final List<String> unclaimed = new ArrayList<>();
  private final Map<String, List<String>> needs = new HashMap<>();
  private Set<String> evaluated = Set.of(A);
  private long seed = 1;

  static String record(String id) {
    return """
    - id: %s
      locator: Eq. (1)
      title: t
      kind: identity
      statement: s
      inputs: x > 0
      as_printed: holds
      correction: null
      background: none
      edge_cases: []
      properties: []
      reproduction: null
      links: []
    """
        .formatted(id);
  }

  /** A and B, each with a test that passes with slack 0.1, bound 1e-14, resolution 1e-14. */
  static Scenario good() {
    return new Scenario().passing(A).passing(B);
  }

  Scenario passing(String claim) {
    return test(claim, "T#" + claim, Status.PASSED, Oracle.TABLE, 0.1, 1e-14, 0);
  }

  Scenario test(
      String claim,
      String test,
      Status status,
      Oracle oracle,
      double slack,
      double bound,
      double falseAlarm) {
    return seeing(
        claim,
        test,
        status,
        observed(claim, Role.HOLDS, oracle, slack, bound, falseAlarm),
        observed(claim, Role.REJECTS, oracle, 9, bound, 0));
  }

  /** A test of a claim that saw these things. */
  Scenario seeing(String claim, String test, Status status, Observation... seen) {
    planned.add(new PlannedTest(test, List.of(claim), Scale.QUICK));
    records.add(
        new TestRecord(
            test,
            List.of(claim),
            Scale.QUICK,
            "cpu",
            needs.getOrDefault(test, List.of()),
            "",
            status,
            "because",
            seed,
            "5",
            10,
            0,
            0.1,
            "replay " + test,
            List.of(seen)));
    return this;
  }

  private static Observation observed(
      String claim, Role role, Oracle oracle, double slack, double bound, double falseAlarm) {
    return observed(claim, "q", role, "wrong", oracle, slack, bound, 10, falseAlarm);
  }

  static Observation observed(
      String claim,
      String quantity,
      Role role,
      String variant,
      Oracle oracle,
      double slack,
      double bound,
      long tries,
      double falseAlarm) {
    return ObservationFixture.of(claim)
        .quantity(quantity)
        .role(role, variant)
        .by(oracle)
        .error(slack * bound, bound)
        .at("x=1", tries)
        .resolution(bound)
        .chance(falseAlarm, 1)
        .make(true);
  }

  /** Says what the test that is told next needs. */
  Scenario needing(String test, String... capabilities) {
    needs.put(test, List.of(capabilities));
    return this;
  }

  Scenario planned(String test, String claim) {
    planned.add(new PlannedTest(test, List.of(claim), Scale.QUICK));
    return this;
  }

  Scenario unclaimed(String test) {
    unclaimed.add(test);
    return this;
  }

  Scenario evaluating(String... claims) {
    evaluated = Set.of(claims);
    return this;
  }

  Scenario seed(long root) {
    seed = root;
    return this;
  }

  ClaimsFile run() {
    Judge judge = new Judge(plan(), EvidenceBook.of(records));
    Provenance provenance =
        new Provenance(
            seed,
            "abc",
            "17",
            "os",
            2,
            "cpu",
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:01:00Z",
            60,
            new TreeMap<>());
    return ClaimsFile.of(LEDGER.claims().stream().map(judge::judge).toList(), provenance);
  }

  private Plan plan() {
    return new Plan(planned, unclaimed);
  }

  GateInput against(Baseline baseline) {
    return against(baseline, LEDGER);
  }

  GateInput against(Baseline baseline, Ledger ledger) {
    return new GateInput(ledger, plan(), evaluated, run(), baseline, Set.of(), Set.of());
  }
}
