package org.grokcheck.report.gate;

import static org.grokcheck.report.gate.Scenario.A;
import static org.grokcheck.report.gate.Scenario.B;
import static org.grokcheck.report.gate.Scenario.C;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grokcheck.evidence.Observation;
import org.grokcheck.evidence.ObservationFixture;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Role;
import org.grokcheck.evidence.TestRecord.Status;
import org.grokcheck.ledger.Ledger;
import org.grokcheck.report.gate.Finding.Level;
import org.junit.jupiter.api.Test;

/** Each rule of the gate: what passes it, and what one change fails it, with which words. */
class GateTest {
  private static final Baseline RECORDED = Baseline.of(Scenario.good().run(), "first");
  private static final String UNCHECKED = "ledger: 1 formula claims are NOT_CHECKED: not yet";

  private static List<String> lines(Scenario scenario, Level level) {
    return Gate.check(scenario.against(RECORDED)).findings().stream()
        .filter(f -> f.level() == level)
        .map(Finding::line)
        .toList();
  }

  /** The only red finding. */
  private static String red(Scenario scenario) {
    List<String> red = lines(scenario, Level.RED);
    assertEquals(1, red.size(), red::toString);
    return red.get(0);
  }

  private static Scenario withA(
      Status status, Oracle oracle, double slack, double bound, double falseAlarm) {
    return new Scenario().test(A, "T#" + A, status, oracle, slack, bound, falseAlarm).passing(B);
  }

  @Test
  void theRecordedRunIsGreen() {
    Gate gate = Gate.check(Scenario.good().against(RECORDED));
    assertTrue(gate.passes());
    assertEquals(List.of(UNCHECKED), gate.findings().stream().map(Finding::line).toList());
  }

  @Test
  void aBrokenClaimIsRed() {
    assertEquals(
        "beck.a: BROKEN: T#beck.a failed: because; replay: replay T#beck.a",
        red(withA(Status.FAILED, Oracle.TABLE, 0.1, 1e-14, 0)));
  }

  @Test
  void aTestThatLeftNoEvidenceIsRed() {
    assertEquals(
        "beck.b: BROKEN: expected test T#silent left no evidence; replay: replay T#beck.b",
        red(Scenario.good().planned("T#silent", B)));
  }

  @Test
  void idsThatTheLedgerLacksAreRed() {
    assertEquals(
        "beck.zz: evaluated by the code, but not in the ledger",
        red(Scenario.good().evaluating(A, "beck.zz")));
    assertEquals(
        "beck.zz: named by a test, but not in the ledger",
        red(Scenario.good().planned("T#zz", "beck.zz")));
  }

  @Test
  void aTestWithoutAClaimIsRed() {
    assertEquals(
        "T#homeless: names neither a claim nor why it has none",
        red(Scenario.good().unclaimed("T#homeless")));
  }

  @Test
  void aPartThatTheLedgerDoesNotNameIsRed() {
    Scenario parted =
        new Scenario()
            .seeing(
                A,
                "T#" + A,
                Status.PASSED,
                ObservationFixture.of(A).part("weigth").make(),
                ObservationFixture.of(A).error(1, 0).role(Role.REJECTS, "wrong").make())
            .passing(B);
    Ledger dividing =
        Ledger.parse(
            Map.of(
                "beck.yaml",
                Scenario.record(A)
                    + "  parts: [weight, bias]\n"
                    + Scenario.record(B)
                    + Scenario.record(C)));
    Baseline own = Baseline.of(parted.run(), "first");
    assertEquals(
        List.of("beck.a: part 'weigth' is checked, but the ledger names only weight, bias"),
        Gate.check(parted.against(own, dividing)).findings().stream()
            .filter(f -> f.level() == Level.RED)
            .map(Finding::line)
            .toList());
    assertTrue(Gate.check(parted.against(own)).passes());
    assertTrue(
        lines(parted, Level.NOTE)
            .contains("ledger: 1 claims are checked in parts that it doesn't name"));
  }

  @Test
  void aWeakerVerdictIsRed() {
    assertEquals(
        List.of(
            "beck.a: weaker: VERIFIED -> PARTIAL (reproduced at quick scale only)" + REPLAY,
            HELD + "now by reproduction" + REPLAY),
        lines(withA(Status.PASSED, Oracle.REPRODUCTION, 0.1, 1e-14, 0), Level.RED));
  }

  @Test
  void anotherVerdictOfTheSameRankNeedsAReview() {
    assertEquals(
        List.of(
            "beck.a: another verdict of the same rank, which needs a review: VERIFIED ->"
                + " LIMIT_VERIFIED (limit with remainder)"
                + REPLAY,
            HELD + "now by limit with remainder" + REPLAY),
        lines(withA(Status.PASSED, Oracle.LIMIT, 0.1, 1e-14, 0), Level.RED));
  }

  @Test
  void aStrongerVerdictIsListed() {
    Baseline partial =
        Baseline.of(withA(Status.PASSED, Oracle.REPRODUCTION, 0.1, 1e-14, 0).run(), "first");
    Gate gate = Gate.check(Scenario.good().passing(C).against(partial));
    assertTrue(gate.passes());
    assertEquals(
        List.of(
            "beck.a: stronger: PARTIAL -> VERIFIED: re-record",
            "beck.c: stronger: newly checked, VERIFIED: re-record"),
        gate.findings().stream().map(Finding::line).toList());
  }

  private static final String HELD = "beck.a: 'q' of T#beck.a by 30+ digit values: ";
  private static final String REPLAY = "; replay: replay T#beck.a";

  @Test
  void anErrorPastItsRatchetIsRed() {
    assertEquals(
        HELD + "worst error over its bound rose from 0.100 to 0.210" + REPLAY,
        red(withA(Status.PASSED, Oracle.TABLE, 0.21, 1e-14, 0)));
    assertEquals(List.of(), lines(withA(Status.PASSED, Oracle.TABLE, 0.19, 1e-14, 0), Level.RED));
  }

  @Test
  void anErrorFarBelowItsBoundMayGrow() {
    Baseline tiny = Baseline.of(withA(Status.PASSED, Oracle.TABLE, 1e-5, 1e-14, 0).run(), "first");
    assertTrue(
        Gate.check(withA(Status.PASSED, Oracle.TABLE, 0.009, 1e-14, 0).against(tiny)).passes());
    assertFalse(
        Gate.check(withA(Status.PASSED, Oracle.TABLE, 0.011, 1e-14, 0).against(tiny)).passes());
  }

  @Test
  void comparisonsAreComparedAtTheSameSeedOnly() {
    Scenario other = new Scenario().seed(2);
    other.test(A, "T#" + A, Status.PASSED, Oracle.TABLE, 0.9, 1e-14, 0).passing(B);
    assertEquals(List.of(), lines(other, Level.RED));
    assertTrue(
        lines(other, Level.NOTE)
            .contains("root seed: 2, recorded with 1: comparisons are not compared"));
  }

  @Test
  void aLooserToleranceIsRed() {
    assertEquals(
        List.of(
            "beck.a: resolution coarsened from 1.00e-14 to 2.10e-14" + REPLAY,
            HELD + "tolerance loosened from 1.00e-14 to 2.10e-14 in the mean" + REPLAY),
        lines(withA(Status.PASSED, Oracle.TABLE, 0.1, 2.1e-14, 0), Level.RED));
    assertEquals(List.of(), lines(withA(Status.PASSED, Oracle.TABLE, 0.1, 1.09e-14, 0), Level.RED));
  }

  /** Beside the comparison that is closest to its bound, one that is far from it. */
  private static Scenario withAside(Observation... aside) {
    List<Observation> seen = new ArrayList<>(List.of(aside));
    seen.add(0, Scenario.observed(A, "close", Role.HOLDS, "", Oracle.TABLE, 0.9, 1e-14, 10, 0));
    return new Scenario()
        .seeing(A, "T#" + A, Status.PASSED, seen.toArray(new Observation[0]))
        .passing(B);
  }

  private static Observation aside(Role role, String variant, double bound, long tries) {
    return Scenario.observed(A, "far", role, variant, Oracle.TABLE, 0.2, bound, tries, 0);
  }

  private static final Scenario WITH_ASIDE =
      withAside(
          aside(Role.HOLDS, "", 1e-13, 10),
          aside(Role.REJECTS, "no root", 1e-13, 10),
          aside(Role.REFUTES, "eq. (1)", 1e-13, 10));

  private static List<String> worse(Observation... aside) {
    Baseline recorded = Baseline.of(WITH_ASIDE.run(), "first");
    return Gate.check(withAside(aside).against(recorded)).findings().stream()
        .filter(f -> f.level() == Level.RED)
        .map(Finding::what)
        .toList();
  }

  @Test
  void whatGetsWorseBesideTheWorstComparisonIsRed() {
    String far = "'far' of T#beck.a by 30+ digit values: ";
    Observation holds = aside(Role.HOLDS, "", 1e-13, 10);
    Observation rejects = aside(Role.REJECTS, "no root", 1e-13, 10);
    Observation refutes = aside(Role.REFUTES, "eq. (1)", 1e-13, 10);
    assertEquals(List.of(), worse(holds, rejects, refutes));
    assertEquals(
        List.of(far + "tolerance loosened from 1.00e-13 to 1.20e-13 in the mean"),
        worse(aside(Role.HOLDS, "", 1.2e-13, 10), rejects, refutes));
    assertEquals(
        List.of(far + "9 tries, had 10"), worse(aside(Role.HOLDS, "", 1e-13, 9), rejects, refutes));
    assertEquals(
        List.of(far + "no longer rejects 'no root'"),
        worse(holds, aside(Role.REJECTS, "another", 1e-13, 10), refutes));
    assertTrue(worse(holds, rejects).contains(far + "no longer refutes 'eq. (1)'"));
    assertTrue(worse(rejects, refutes).contains(far + "0 tries, had 10"));
    assertTrue(worse().contains(far + "comparison lost"));
  }

  @Test
  void aLostTestIsRed() {
    assertEquals(
        List.of(
            "beck.a: weaker: VERIFIED -> NOT_CHECKED (not yet)",
            "beck.a: lost its test T#beck.a",
            "coverage: 1 claims have a test, 2 had"),
        lines(new Scenario().passing(B), Level.RED));
    Baseline two =
        Baseline.of(
            Scenario.good().test(A, "T#more", Status.PASSED, Oracle.TABLE, 0.1, 1e-14, 0).run(),
            "first");
    assertEquals(
        "beck.a: lost its test T#more",
        Gate.check(Scenario.good().against(two)).findings().get(0).line());
  }

  @Test
  void falseAlarmsHaveABudget() {
    assertEquals(
        "false alarms: the declared rates add up to 1.10e-06, more than 1e-06",
        red(withA(Status.PASSED, Oracle.TABLE, 0.1, 1e-14, 1.1e-6)));
    assertEquals(
        List.of(), lines(withA(Status.PASSED, Oracle.TABLE, 0.1, 1e-14, 0.9e-6), Level.RED));
  }

  @Test
  void anUnexpectedSkipIsRed() {
    Scenario partly = Scenario.good().test(C, "T#c1", Status.SKIPPED, Oracle.TABLE, 0.1, 1e-14, 0);
    assertEquals("beck.c: T#c1 skipped: because; replay: replay T#c1", red(partly));
    assertEquals("beck.c: T#c1 skipped: because; replay: replay T#c1", red(partly.passing(C)));
  }

  private static Scenario skipping(String test, String... needs) {
    return new Scenario()
        .needing(test, needs)
        .test(A, test, Status.SKIPPED, Oracle.TABLE, 0.1, 1e-14, 0);
  }

  @Test
  void aSkipForWantOfADeclaredNeedIsListed() {
    Scenario needy = skipping("T#a2", "cuda").passing(A).passing(B);
    assertTrue(lines(needy, Level.NOTE).contains("beck.a: T#a2 skipped: because"));
    Baseline recorded = Baseline.of(needy.run(), "first");
    assertEquals(List.of("cuda"), recorded.find(A).orElseThrow().needs());
    assertTrue(Gate.check(needy.against(recorded)).passes());
    Scenario withoutReason = skipping("T#a3").needing("T#a2", "cuda");
    withoutReason
        .test(A, "T#a2", Status.SKIPPED, Oracle.TABLE, 0.1, 1e-14, 0)
        .passing(A)
        .passing(B);
    assertEquals(
        List.of("beck.a: T#a3 skipped: because; replay: replay T#a3"),
        Gate.check(withoutReason.against(recorded)).findings().stream()
            .filter(f -> f.level() == Level.RED)
            .map(Finding::line)
            .toList());
  }

  @Test
  void whatNeedsNothingIsComparedBesideWhatIsSkipped() {
    Scenario needy = skipping("T#a2", "cuda").passing(A).passing(B);
    Scenario worse =
        skipping("T#a2", "cuda")
            .test(A, "T#" + A, Status.PASSED, Oracle.TABLE, 0.5, 1e-14, 0)
            .passing(B);
    Gate gate = Gate.check(worse.against(Baseline.of(needy.run(), "first")));
    assertEquals(
        List.of(
            "'q' of T#beck.a by 30+ digit values: worst error over its bound rose from 0.100 to"
                + " 0.500"),
        gate.findings().stream().filter(f -> f.level() == Level.RED).map(Finding::what).toList());
  }

  @Test
  void recordingKeepsWhatThisMachineCannotCheck() {
    Scenario whole =
        new Scenario()
            .needing("T#a2", "cuda")
            .test(A, "T#a2", Status.PASSED, Oracle.TABLE, 0.1, 1e-14, 0)
            .passing(A)
            .passing(B);
    Baseline recorded = Baseline.of(whole.run(), "with a device");
    Scenario needy = skipping("T#a2", "cuda").passing(A).passing(B);
    Baseline kept = Baseline.of(needy.run(), "without").keeping(recorded, needy.run());
    assertEquals(recorded.claims(), kept.claims());
    assertEquals(recorded.checks(), kept.checks());
  }

  private static Baseline needing(String capability) {
    RecordedClaim a = RECORDED.claims().get(0);
    RecordedClaim needy =
        new RecordedClaim(a.id(), a.verdict(), a.resolution(), List.of(capability));
    return new Baseline(
        2, "first", "abc", "", 1, List.of(needy, RECORDED.claims().get(1)), RECORDED.checks());
  }

  @Test
  void whatNeedsAnAbsentCapabilityIsListedAndNotCompared() {
    Scenario skipped = skipping("T#" + A, "cuda").passing(B);
    Gate gate = Gate.check(skipped.against(needing("cuda")));
    assertTrue(gate.passes(), () -> gate.findings().toString());
    assertEquals("beck.a: verdict not compared: needs cuda", gate.findings().get(2).line());
    assertFalse(Gate.check(skipped.against(RECORDED)).passes());
  }

  @Test
  void aRequiredCapabilityMustBeThere() {
    GateInput input = Scenario.good().against(needing("cuda"));
    GateInput demanding =
        new GateInput(
            input.ledger(),
            input.plan(),
            input.evaluated(),
            input.current(),
            input.baseline(),
            Set.of(),
            Set.of("cuda"));
    assertEquals(
        "cuda: required, but absent on this machine",
        Gate.check(demanding).findings().get(0).line());
  }
}
