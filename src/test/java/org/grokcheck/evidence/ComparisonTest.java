package org.grokcheck.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Tolerance ABSOLUTE = new Tolerance.Truncation(1, 0.125, 1, "for the test");
  private Recorder recorder = Recorder.begin(Set.of("beck.eq6"));

  @BeforeEach
  void open() {
    recorder = Recorder.begin(Set.of("beck.eq6"));
  }

  @AfterEach
  void close() {
    Recorder.end();
  }

  private static Comparison compare(double expected) {
    return Check.of("beck.eq6", "q").at("b", 1).expecting(expected, ABSOLUTE);
  }

  @Test
  void acceptsAnErrorEqualToTheBoundAndNothingBeyond() {
    compare(1).holds(1.125);
    CheckFailed failed = assertThrows(CheckFailed.class, () -> compare(1).holds(1.1250001));
    assertTrue(failed.getMessage().contains("beck.eq6: q = 1.1250001, expected 1.0"));
    assertTrue(failed.getMessage().contains("at b=1"));
  }

  @Test
  void countsNanAsInfinitelyWrong() {
    assertThrows(CheckFailed.class, () -> compare(1).holds(Double.NaN));
    assertEquals(Double.POSITIVE_INFINITY, recorder.observations().get(0).error());
  }

  @Test
  void acceptsTheSameInfinityOnly() {
    Check.of("beck.eq6", "q")
        .expecting(Double.POSITIVE_INFINITY, new Tolerance.Exact())
        .holds(Double.POSITIVE_INFINITY);
    assertThrows(
        CheckFailed.class,
        () ->
            Check.of("beck.eq6", "q")
                .expecting(Double.POSITIVE_INFINITY, new Tolerance.Exact())
                .holds(Double.MAX_VALUE));
  }

  @Test
  void theTypicalBoundIsTheGeometricMeanOverAllTries() {
    for (double bound : new double[] {1, 1, 1e-8, 1e-8}) {
      Tolerance tolerance = new Tolerance.Truncation(bound, 1, 1, "for the test");
      Check.of("beck.eq6", "q").expecting(2, tolerance).holds(2 + bound / 2);
    }
    assertEquals(1e-4, recorder.observations().get(0).typicalBound(), 1e-16);
  }

  @Test
  void checksUpperBoundsFromOneSide() {
    Comparison atMost = Check.of("beck.eq6", "q").expectingAtMost(2, ABSOLUTE);
    atMost.holds(-1e9).holds(2.125);
    assertThrows(CheckFailed.class, () -> atMost.holds(2.2));
    assertTrue(Double.isNaN(recorder.observations().get(0).resolution()));
  }

  @Test
  void keepsTheWorstTryAndCountsAll() {
    compare(1).holds(1.0625);
    Check.of("beck.eq6", "q").at("b", 2).expecting(1, ABSOLUTE).holds(1.1);
    compare(1).holds(1);
    Observation o = recorder.observations().get(0);
    assertEquals(3, o.tries());
    assertEquals(0.125, o.typicalBound(), 1e-15);
    assertEquals("b=2", o.worst());
    assertEquals(0.8, o.slack(), 1e-12);
    assertEquals(0.125, o.resolution(), 0);
  }

  @Test
  void recordsNothingAfterAFailure() {
    assertThrows(CheckFailed.class, () -> compare(1).holds(2));
    assertThrows(CheckFailed.class, () -> compare(1).holds(3));
    assertEquals(1, recorder.observations().size());
    assertEquals(2, recorder.observations().get(0).value());
  }

  @Test
  void aVariantMustFailInSomeTry() {
    compare(1).holds(1).rejects("mutant", 1.1);
    assertEquals(1, recorder.shortcomings().size());
    assertTrue(recorder.shortcomings().get(0).contains("'mutant' passes"));
    compare(1).holds(1).rejects("mutant", 5);
    assertEquals(0, recorder.shortcomings().size());
  }

  @Test
  void theWitnessIsTheWorstTryOfThePrintedForm() {
    compare(1).holds(1).refutes("printed", 1.05);
    Check.of("beck.eq6", "q").at("b", 7).expecting(1, ABSOLUTE).holds(1).refutes("printed", -3);
    Observation witness =
        recorder.observations().stream().filter(o -> o.role() == Role.REFUTES).findFirst().get();
    assertTrue(witness.passed());
    assertEquals("b=7", witness.worst());
    assertEquals(-3, witness.value());
  }

  @Test
  void exactComparisonsUseEquals() {
    Check.of("beck.eq6", "set").expectingExactly(Set.of(1, 2)).holds(Set.of(2, 1));
    assertThrows(
        CheckFailed.class,
        () -> Check.of("beck.eq6", "set").expectingExactly("a").rejects("b", "b").holds("c"));
    assertTrue(Double.isNaN(recorder.observations().get(0).resolution()));
  }

  @Test
  void anInfiniteBoundTellsNothingAndNanStillFails() {
    Tolerance none = new Tolerance.Truncation(Double.POSITIVE_INFINITY, 1, 1, "for the test");
    Comparison any = Check.of("beck.eq6", "q").expecting(1, none);
    any.holds(5).rejects("mutant", 7).refutes("printed", 8);
    assertEquals(0, recorder.observations().size());
    assertThrows(CheckFailed.class, () -> any.holds(Double.NaN));
  }

  @Test
  void undefinedVariantsDoNotCount() {
    compare(1).holds(1).rejects("mutant", Double.NaN).rejects("mutant", Double.NEGATIVE_INFINITY);
    compare(1).refutes("printed", Double.NaN);
    assertEquals(1, recorder.observations().size());
    compare(1).refutes("it diverges", Double.POSITIVE_INFINITY);
    assertEquals(2, recorder.observations().size());
  }

  @Test
  void aSwallowedFailureIsAShortcoming() {
    assertThrows(CheckFailed.class, () -> compare(1).holds(2));
    assertEquals(1, recorder.shortcomings().size());
    assertTrue(recorder.shortcomings().get(0).contains("swallowed"));
  }

  @Test
  void aVariantAloneObservesNoForm() {
    compare(1).rejects("mutant", 9);
    assertEquals(1, recorder.shortcomings().size());
    assertTrue(recorder.shortcomings().get(0).contains("never observed"));
  }

  @Test
  void aClaimWithoutObservationIsAShortcoming() {
    assertEquals(1, recorder.shortcomings().size());
    assertTrue(recorder.shortcomings().get(0).contains("never observed"));
  }

  @Test
  void refusesClaimsThatTheTestDoesNotName() {
    assertThrows(
        IllegalStateException.class,
        () -> Check.of("beck.eq5", "q").expecting(0, ABSOLUTE).holds(0));
  }

  @Test
  void refusesToCompareOutsideATest() {
    Recorder.end();
    assertThrows(IllegalStateException.class, () -> compare(1).holds(1));
  }

  @Test
  void refusesUnpairedInputsAndSenselessPower() {
    assertThrows(IllegalArgumentException.class, () -> Check.of("beck.eq6", "q").at("b"));
    assertThrows(IllegalArgumentException.class, () -> compare(1).power(1.5));
    assertThrows(IllegalArgumentException.class, () -> compare(1).power(Double.NaN));
  }

  @Test
  void sumsFalseAlarmsOverTries() {
    Tolerance clt = new Tolerance.Clt(0.1, 1e-9, 6.1, "for the test");
    Check.of("beck.eq6", "mean").by(Oracle.STATISTICAL).expecting(0, clt).power(0.99).holds(0.05);
    Check.of("beck.eq6", "mean").by(Oracle.STATISTICAL).expecting(0, clt).power(0.95).holds(0.6);
    Observation o = recorder.observations().get(0);
    assertEquals(2e-9, o.falseAlarm(), 1e-24);
    assertEquals(0.95, o.power());
    assertFalse(o.oneSided());
  }
}
