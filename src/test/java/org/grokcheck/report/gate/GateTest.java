package org.grokcheck.report.gate;

import static org.grokcheck.report.gate.Scenario.A;
import static org.grokcheck.report.gate.Scenario.B;
import static org.grokcheck.report.gate.Scenario.C;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.TestRecord.Status;
import org.grokcheck.report.gate.Baseline.Entry;
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
  void aWeakerVerdictIsRed() {
    assertEquals(
        "beck.a: weaker: VERIFIED -> PARTIAL (reproduced at quick scale only);"
            + " replay: replay T#beck.a",
        red(withA(Status.PASSED, Oracle.REPRODUCTION, 0.1, 1e-14, 0)));
  }

  @Test
  void anotherVerdictOfTheSameRankNeedsAReview() {
    assertEquals(
        "beck.a: another verdict of the same rank, which needs a review: VERIFIED -> LIMIT_VERIFIED"
            + " (limit with remainder); replay: replay T#beck.a",
        red(withA(Status.PASSED, Oracle.LIMIT, 0.1, 1e-14, 0)));
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

  @Test
  void anErrorPastItsRatchetIsRed() {
    assertEquals(
        "beck.a: worst error over its bound rose from 0.100 to 0.210 (q); replay: replay T#beck.a",
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
  void errorsAreComparedAtTheSameSeedOnly() {
    Scenario other = new Scenario().seed(2);
    other.test(A, "T#" + A, Status.PASSED, Oracle.TABLE, 0.9, 1e-14, 0).passing(B);
    assertEquals(List.of(), lines(other, Level.RED));
    assertTrue(
        lines(other, Level.NOTE)
            .contains("root seed: 2, recorded with 1: errors and tolerances are not compared"));
  }

  @Test
  void aLooserToleranceIsRed() {
    assertEquals(
        List.of(
            "beck.a: tolerance loosened from 1.00e-14 to 2.10e-14 (q); replay: replay T#beck.a",
            "beck.a: resolution coarsened from 1.00e-14 to 2.10e-14 (q); replay: replay T#beck.a"),
        lines(withA(Status.PASSED, Oracle.TABLE, 0.1, 2.1e-14, 0), Level.RED));
    assertEquals(List.of(), lines(withA(Status.PASSED, Oracle.TABLE, 0.1, 1.9e-14, 0), Level.RED));
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
    assertEquals("beck.c: skipped: because; replay: replay T#c1", red(partly));
    assertEquals(
        "beck.c: skipped: not checked in part: because; replay: replay T#c1",
        red(partly.passing(C)));
  }

  private static Baseline needing(String capability) {
    Entry a = RECORDED.claims().get(0);
    Entry needy =
        new Entry(
            a.id(),
            a.verdict(),
            a.quantity(),
            a.bound(),
            a.slack(),
            a.resolution(),
            a.tests(),
            List.of(capability));
    return new Baseline(1, "first", "abc", "", 1, List.of(needy, RECORDED.claims().get(1)));
  }

  @Test
  void whatNeedsAnAbsentCapabilityIsListedAndNotCompared() {
    Scenario skipped = withA(Status.SKIPPED, Oracle.TABLE, 0.1, 1e-14, 0);
    Gate gate = Gate.check(skipped.against(needing("cuda")));
    assertTrue(gate.passes(), () -> gate.findings().toString());
    assertEquals("beck.a: not compared: needs cuda", gate.findings().get(1).line());
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
