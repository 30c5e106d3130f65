package org.grokcheck.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokcheck.evidence.Plan.PlannedTest;
import org.grokcheck.evidence.TestRecord.Status;
import org.grokcheck.ledger.AsPrinted;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.ClaimFixture;
import org.grokcheck.ledger.Kind;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final String ID = "beck.eq6";
  private final List<Observation> seen = new ArrayList<>();
  private AsPrinted asPrinted = AsPrinted.HOLDS;
  private Kind kind = Kind.IDENTITY;
  private Status status = Status.PASSED;
  private Scale scale = Scale.QUICK;
  private String stale = "";
  private List<String> parts = List.of();
  private List<String> refutedParts = List.of();

  private JudgeTest observe(Role role, Oracle oracle, String part) {
    return observe(role, oracle, part, 1e-15, true, 1);
  }

  private static Observation with(double bound, boolean passed) {
    return ObservationFixture.of(ID).by(Oracle.EXACT).error(0, bound).make(passed);
  }

  @Test
  void exactArithmeticWithAToleranceProvesNothing() {
    kind = Kind.QUALITATIVE;
    seen.add(with(1e-16, true));
    assertEquals(Verdict.VERIFIED, judge().verdict());
    seen.clear();
    seen.add(with(0, true));
    assertEquals(Verdict.PROVED, judge().verdict());
  }

  @Test
  void aFailedComparisonInAPassedTestBreaksTheClaim() {
    seen.add(with(1, false));
    assertEquals(Verdict.BROKEN, judge().verdict());
    assertTrue(judge().reason().contains("although a comparison failed"));
  }

  @Test
  void aVariantAloneIsNoEvidence() {
    observe(Role.REJECTS, Oracle.EXACT, "");
    assertEquals(Verdict.BROKEN, judge().verdict());
  }

  @Test
  void aRefutationNeedsAnExactOrAThirtyDigitWitness() {
    asPrinted = AsPrinted.FALSE;
    observe(Role.REFUTES, Oracle.STATISTICAL, "");
    assertEquals(Verdict.PARTIAL, judge().verdict());
  }

  private JudgeTest observe(
      Role role, Oracle oracle, String part, double resolution, boolean derived, double power) {
    seen.add(
        ObservationFixture.of(ID)
            .part(part)
            .role(role, "variant")
            .by(oracle)
            .tolerance("t", derived)
            .error(0, oracle == Oracle.EXACT ? 0 : 1)
            .at("b=1", 10)
            .resolution(resolution)
            .chance(0, power)
            .make(true));
    return this;
  }

  private Judgement judge() {
    PlannedTest planned = new PlannedTest("T#m", List.of(ID), scale);
    return new Judge(new Plan(List.of(planned), List.of()), EvidenceBook.of(List.of(record())))
        .judge(claim());
  }

  private TestRecord record() {
    return new TestRecord(
        "T#m",
        List.of(ID),
        scale,
        "cpu",
        List.of(),
        stale,
        status,
        "because",
        1,
        "1",
        10,
        0,
        0.1,
        "replay",
        seen);
  }

  private Claim claim() {
    return ClaimFixture.bare(ID)
        .kind(kind)
        .asPrinted(asPrinted)
        .parts(parts, refutedParts)
        .notChecked(Optional.of("needs a device"))
        .make();
  }

  @Test
  void eachOracleHasItsVerdict() {
    kind = Kind.QUALITATIVE;
    for (Oracle oracle : Oracle.values()) {
      seen.clear();
      scale = Scale.PAPER;
      observe(Role.HOLDS, oracle, "");
      assertEquals(oracle.establishes(), judge().verdict());
    }
  }

  @Test
  void aPartIsAsGoodAsItsBestOracleAndTheClaimAsItsWeakestPart() {
    observe(Role.HOLDS, Oracle.EXACT, "a").observe(Role.HOLDS, Oracle.STATISTICAL, "a");
    observe(Role.REJECTS, Oracle.EXACT, "a");
    assertEquals(Verdict.PROVED, judge().verdict());
    observe(Role.HOLDS, Oracle.LIMIT, "b");
    assertEquals(Verdict.LIMIT_VERIFIED, judge().verdict());
  }

  @Test
  void aFormulaWithoutARejectedVariantIsPartial() {
    observe(Role.HOLDS, Oracle.TABLE, "");
    assertEquals(Verdict.PARTIAL, judge().verdict());
    assertTrue(judge().reason().contains("no wrong variant"));
  }

  @Test
  void aRefutedPrintedFormWithAGoodCorrectionIsCorrected() {
    asPrinted = AsPrinted.MISPRINT;
    observe(Role.HOLDS, Oracle.TABLE, "").observe(Role.REFUTES, Oracle.TABLE, "");
    assertEquals(Verdict.CORRECTED, judge().verdict());
    assertTrue(judge().reason().contains("b=1"));
    assertFalse(Judge.disagrees(claim(), Verdict.CORRECTED));
  }

  @Test
  void aRefutedFormThatNothingSavesIsRefuted() {
    asPrinted = AsPrinted.FALSE;
    observe(Role.REFUTES, Oracle.TABLE, "");
    assertEquals(Verdict.REFUTED, judge().verdict());
  }

  @Test
  void aMisprintWithoutWitnessIsPartial() {
    asPrinted = AsPrinted.MISPRINT;
    observe(Role.HOLDS, Oracle.TABLE, "").observe(Role.REJECTS, Oracle.TABLE, "");
    assertEquals(Verdict.PARTIAL, judge().verdict());
    assertTrue(judge().reason().contains("misprint"));
  }

  @Test
  void disagreementWithTheLedgerIsTold() {
    assertTrue(Judge.disagrees(claim(), Verdict.CORRECTED));
    assertFalse(Judge.disagrees(claim(), Verdict.VERIFIED));
    asPrinted = AsPrinted.FALSE;
    assertTrue(Judge.disagrees(claim(), Verdict.VERIFIED));
    assertFalse(Judge.disagrees(claim(), Verdict.PARTIAL));
  }

  @Test
  void aFailureBreaksTheClaimWhateverElseHolds() {
    observe(Role.HOLDS, Oracle.TABLE, "").observe(Role.REJECTS, Oracle.TABLE, "");
    status = Status.FAILED;
    assertEquals(Verdict.BROKEN, judge().verdict());
    assertTrue(judge().reason().contains("because"));
  }

  @Test
  void aMissingTestBreaksTheClaim() {
    Plan plan = new Plan(List.of(new PlannedTest("T#m", List.of(ID), scale)), List.of());
    Judgement missing = new Judge(plan, EvidenceBook.of(List.of())).judge(claim());
    assertEquals(Verdict.BROKEN, missing.verdict());
    assertTrue(missing.reason().contains("left no evidence"));
  }

  @Test
  void aTestThatObservesNothingBreaksTheClaim() {
    assertEquals(Verdict.BROKEN, judge().verdict());
    assertTrue(judge().reason().contains("without observing"));
  }

  @Test
  void withoutTestsTheLedgersReasonIsGiven() {
    Judgement none =
        new Judge(new Plan(List.of(), List.of()), EvidenceBook.of(List.of())).judge(claim());
    assertEquals(Verdict.NOT_CHECKED, none.verdict());
    assertEquals("needs a device", none.reason());
  }

  @Test
  void aSkippedTestIsNotCheckedWithItsReason() {
    status = Status.SKIPPED;
    assertEquals(Verdict.NOT_CHECKED, judge().verdict());
    assertEquals("because", judge().reason());
  }

  @Test
  void aCoarseCheckWithoutDerivationIsPartial() {
    observe(Role.REJECTS, Oracle.TABLE, "");
    observe(Role.HOLDS, Oracle.TABLE, "", 1e-3, false, 1);
    assertEquals(Verdict.PARTIAL, judge().verdict());
    seen.remove(1);
    observe(Role.HOLDS, Oracle.TABLE, "", 1e-3, true, 1);
    assertEquals(Verdict.VERIFIED, judge().verdict());
  }

  @Test
  void aPowerlessTestIsInconclusiveUnlessABetterOracleSpeaks() {
    observe(Role.REJECTS, Oracle.TABLE, "");
    observe(Role.HOLDS, Oracle.STATISTICAL, "", 1e-3, true, 0.5);
    assertEquals(Verdict.INCONCLUSIVE, judge().verdict());
    observe(Role.HOLDS, Oracle.TABLE, "");
    assertEquals(Verdict.VERIFIED, judge().verdict());
  }

  @Test
  void aQuickReproductionIsPartial() {
    kind = Kind.EMPIRICAL;
    observe(Role.HOLDS, Oracle.REPRODUCTION, "");
    assertEquals(Verdict.PARTIAL, judge().verdict());
    scale = Scale.DESK;
    assertEquals(Verdict.REPRODUCED, judge().verdict());
  }

  @Test
  void aMeasuredClaimIsSettledBySizeNotByItsOracle() {
    kind = Kind.EMPIRICAL;
    observe(Role.HOLDS, Oracle.TABLE, "");
    assertEquals(Verdict.PARTIAL, judge().verdict());
    assertEquals("reproduced at quick scale only", judge().reason());
    scale = Scale.PAPER;
    assertEquals(Verdict.REPRODUCED, judge().verdict());
    kind = Kind.IDENTITY;
    observe(Role.REJECTS, Oracle.TABLE, "");
    scale = Scale.QUICK;
    assertEquals(Verdict.VERIFIED, judge().verdict());
  }

  @Test
  void eachPartOfAMeasuredClaimNeedsItsSize() {
    kind = Kind.EMPIRICAL;
    observe(Role.HOLDS, Oracle.REPRODUCTION, "height");
    TestRecord quick = record();
    seen.clear();
    scale = Scale.DESK;
    observe(Role.HOLDS, Oracle.REPRODUCTION, "width");
    TestRecord desk = record();
    assertEquals(
        "height: reproduced at quick scale only",
        new Weighing(claim(), List.of(quick, desk)).outcome().reason());
    assertEquals(Verdict.REPRODUCED, new Weighing(claim(), List.of(desk)).outcome().verdict());
  }

  @Test
  void aPartThatTheLedgerNamesMustBeChecked() {
    parts = List.of("weight", "bias");
    observe(Role.REJECTS, Oracle.TABLE, "weight").observe(Role.HOLDS, Oracle.TABLE, "weight");
    assertEquals(Verdict.PARTIAL, judge().verdict());
    assertEquals("part 'bias' is not checked", judge().reason());
    observe(Role.HOLDS, Oracle.TABLE, "bias");
    assertEquals(Verdict.VERIFIED, judge().verdict());
  }

  @Test
  void aWitnessAgainstOnePartCorrectsNoOther() {
    asPrinted = AsPrinted.MISPRINT;
    observe(Role.HOLDS, Oracle.TABLE, "weight").observe(Role.REFUTES, Oracle.TABLE, "bias");
    assertEquals(Verdict.PARTIAL, judge().verdict());
    assertEquals("part 'bias' is refuted, and its corrected form not checked", judge().reason());
    observe(Role.HOLDS, Oracle.TABLE, "bias");
    assertEquals(Verdict.CORRECTED, judge().verdict());
  }

  @Test
  void theWitnessMustBeAgainstThePartThatTheLedgerNames() {
    asPrinted = AsPrinted.MISPRINT;
    parts = List.of("weight", "bias");
    refutedParts = List.of("bias");
    observe(Role.HOLDS, Oracle.TABLE, "weight").observe(Role.HOLDS, Oracle.TABLE, "bias");
    observe(Role.REFUTES, Oracle.TABLE, "weight");
    assertEquals(Verdict.PARTIAL, judge().verdict());
    assertEquals(
        "the ledger calls part 'bias' misprint, without a witness; part 'weight' is refuted, while"
            + " the ledger says that it holds",
        judge().reason());
    seen.remove(2);
    observe(Role.REFUTES, Oracle.TABLE, "bias");
    assertEquals(Verdict.CORRECTED, judge().verdict());
  }

  @Test
  void aRefutedPartThatNothingSavesRefutesTheClaim() {
    asPrinted = AsPrinted.FALSE;
    parts = List.of("weight");
    refutedParts = List.of("weight");
    observe(Role.REFUTES, Oracle.TABLE, "weight");
    assertEquals(Verdict.REFUTED, judge().verdict());
  }

  @Test
  void staleEvidenceIsPartial() {
    observe(Role.HOLDS, Oracle.TABLE, "").observe(Role.REJECTS, Oracle.TABLE, "");
    stale = "recorded by other sources";
    assertEquals(Verdict.PARTIAL, judge().verdict());
    assertEquals("stale: recorded by other sources", judge().reason());
  }

  @Test
  void theCoarsestPartIsTheFinestCheckOfTheCoarsestPart() {
    observe(Role.HOLDS, Oracle.TABLE, "a", 1e-3, true, 1);
    observe(Role.HOLDS, Oracle.TABLE, "a", 1e-9, true, 1);
    observe(Role.HOLDS, Oracle.TABLE, "b", 1e-7, true, 1);
    assertEquals(1e-7, judge().coarsest().orElseThrow().resolution());
    assertEquals(30, judge().tries());
  }
}
