package org.grokcheck.report.gate;

import static org.grokcheck.report.gate.Scenario.A;
import static org.grokcheck.report.gate.Scenario.B;
import static org.grokcheck.report.gate.Scenario.C;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.TestRecord.Status;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final Baseline RECORDED = Baseline.of(Scenario.good().run(), "first");
  private static final String HEADING = "Changes against the baseline of 2026-01-01T00:01:00Z: ";

  private static Scenario with(Oracle oracle) {
    return new Scenario().test(A, "T#" + A, Status.PASSED, oracle, 0.1, 1e-14, 0);
  }

  @Test
  void theSameRunChangesNothing() {
    assertEquals(HEADING + "none", Changes.markdown(RECORDED, Scenario.good().run()));
  }

  @Test
  void whatIsNewAndWhatIsLostIsNamed() {
    assertEquals(
        HEADING
            + "\n  - 1 new: `beck.c` VERIFIED"
            + "\n  - 1 lost: `beck.b` VERIFIED"
            + "\n  - comparisons: 1 new, 1 lost",
        Changes.markdown(RECORDED, new Scenario().passing(A).passing(C).run()));
  }

  @Test
  void strongerAndWeakerVerdictsAreTold() {
    Scenario partial = with(Oracle.REPRODUCTION).passing(B);
    assertEquals(
        HEADING + "\n  - 1 weaker: `beck.a` VERIFIED → PARTIAL",
        Changes.markdown(RECORDED, partial.run()));
    assertEquals(
        HEADING + "\n  - 1 stronger: `beck.a` PARTIAL → VERIFIED",
        Changes.markdown(Baseline.of(partial.run(), "first"), Scenario.good().run()));
    assertEquals(
        HEADING + "\n  - 1 another verdict: `beck.a` VERIFIED → LIMIT_VERIFIED",
        Changes.markdown(RECORDED, with(Oracle.LIMIT).passing(B).run()));
  }
}
