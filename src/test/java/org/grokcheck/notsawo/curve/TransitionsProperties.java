package org.grokcheck.notsawo.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.notsawo.curve.Transitions.Outcome;
import org.grokcheck.notsawo.curve.Transitions.Phase;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** Sec. 2 and App. E.1: the steps t₁ to t₄ and what follows from them, on noisy curves. */
class TransitionsProperties {
  private static final String EARLY = "notsawo.sec2.t1_t3";
  private static final String LATE = "notsawo.sec2.t2_t4";
  private static final String DELAY = "notsawo.sec2.delay";
  private static final String PHASES = "notsawo.appe1.phases";

  @Provide
  Arbitrary<NoisyCurve> curves() {
    return NoisyCurve.any();
  }

  private static Transitions of(NoisyCurve c, int threshold, int guessing) {
    return Transitions.of(
        c.trainingCurve(),
        c.validationCurve(),
        (double) threshold / NoisyCurve.UNIT,
        (double) guessing / NoisyCurve.UNIT);
  }

  private static Check check(String claim, String quantity, NoisyCurve c, int threshold) {
    return Check.of(claim, quantity)
        .by(Oracle.EXACT)
        .at("curve", c, "threshold", threshold + "/" + NoisyCurve.UNIT);
  }

  /** The first passage is the least of all steps at which the accuracy is there. */
  @Property(tries = 300)
  @Checks({EARLY, LATE})
  void firstPassages(@ForAll("curves") NoisyCurve c, @ForAll @IntRange(min = 1, max = 20) int k) {
    Transitions actual = of(c, k, k - 1);
    List<Double> expected =
        List.of(
            NoisyCurve.least(c.steps(), c.training(), k),
            NoisyCurve.least(c.steps(), c.validation(), k));
    check(EARLY, "t₁, t₃: first steps above (k−1)/20", c, k)
        .part("first passage")
        .expectingExactly(expected)
        .holds(List.of(actual.t1(), actual.t3()))
        .rejects(
            "at the threshold",
            List.of(
                c.trainingCurve().first((k - 1.0) / 20),
                c.validationCurve().first((k - 1.0) / 20)));
    check(LATE, "t₂, t₄: first steps with k/20", c, k)
        .part("first passage")
        .expectingExactly(expected)
        .holds(List.of(actual.t2(), actual.t4()))
        .rejects(
            "above the threshold",
            List.of(
                c.trainingCurve().firstAbove(k / 20.0), c.validationCurve().firstAbove(k / 20.0)))
        .rejects(
            "from there on",
            List.of(
                c.trainingCurve().sustained(k / 20.0), c.validationCurve().sustained(k / 20.0)));
  }

  /** t₁ ≤ t₂ and t₃ ≤ t₄; later at a higher threshold; not earlier where fewer steps are seen. */
  @Property(tries = 300)
  @Checks({EARLY, LATE})
  void ordersOfPassages(
      @ForAll("curves") NoisyCurve c, @ForAll @IntRange(min = 1, max = 19) int k) {
    Transitions at = of(c, k, 0);
    Transitions higher = of(c, k + 1, 0);
    boolean ordered = at.t1() <= at.t2() && at.t3() <= at.t4();
    boolean later = higher.t4() >= at.t4() && higher.t2() >= at.t2();
    AccuracyCurve coarse = c.coarseValidation();
    boolean delayed = coarse.first(k / 20.0) >= at.t4() && coarse.firstAbove(0) >= at.t3();
    for (String claim : List.of(EARLY, LATE)) {
      check(claim, "ordered, later at more, delayed by gaps", c, k)
          .part("order")
          .expectingExactly(List.of(true, true, true))
          .holds(List.of(ordered, later, delayed));
    }
  }

  /** On n items 100 % is what exceeds 1 − 1/(2n). */
  @Property(tries = 100)
  @Checks(LATE)
  void hundredPercentIsAllItems(@ForAll("curves") NoisyCurve c) {
    double almost = 1 - 0.5 / NoisyCurve.UNIT;
    check(LATE, "t₄ at 1 − 1/(2n)", c, NoisyCurve.UNIT)
        .part("all items")
        .expectingExactly(c.validationCurve().first(1))
        .holds(c.validationCurve().first(almost))
        .rejects("at 1 − 1/n", c.validationCurve().first(1 - 1.0 / NoisyCurve.UNIT));
  }

  /** Brute force: the least step with no later accuracy below, and the depth of the fall. */
  @Property(tries = 300)
  @Checks(LATE)
  void sustainedPassageAndDropBack(
      @ForAll("curves") NoisyCurve c, @ForAll @IntRange(min = 1, max = 20) int k) {
    double expected = Double.POSITIVE_INFINITY;
    for (int i = 0; i < c.steps().size(); i++) {
      int from = i;
      boolean stays =
          IntStream.range(from, c.steps().size()).allMatch(j -> c.validation().get(j) >= k);
      expected = stays ? Math.min(expected, c.steps().get(i)) : expected;
    }
    AccuracyCurve curve = c.validationCurve();
    boolean falls = curve.dropBack(k / 20.0, Long.MAX_VALUE) > 0;
    boolean differs = curve.sustained(k / 20.0) != curve.first(k / 20.0);
    check(LATE, "sustained t₄; a fall iff it differs from the first", c, k)
        .part("drop back")
        .expectingExactly(List.of(expected, differs))
        .holds(List.of(curve.sustained(k / 20.0), falls))
        .rejects("first passage", List.of(curve.first(k / 20.0), falls));
  }

  /** Invariant under a shift of the steps; not negative where validation never leads. */
  @Property(tries = 300)
  @Checks(DELAY)
  void delayIsADifference(
      @ForAll("curves") NoisyCurve c,
      @ForAll @IntRange(min = 1, max = 20) int k,
      @ForAll @LongRange(min = 0, max = 1_000_000) long shift) {
    NoisyCurve shifted =
        new NoisyCurve(
            c.steps().stream().map(s -> s + shift).toList(), c.training(), c.validation());
    double t2 = NoisyCurve.least(c.steps(), c.training(), k);
    double t4 = NoisyCurve.least(c.steps(), c.validation(), k);
    boolean both = Double.isFinite(t2) && Double.isFinite(t4);
    check(DELAY, "t₄ − t₂ after a shift, NaN unless both are reached", c, k)
        .expectingExactly(both ? t4 - t2 : Double.NaN)
        .holds(of(shifted, k, 0).delay())
        .rejects("t₄ − t₁", t4 - NoisyCurve.least(c.steps(), c.training(), 1))
        .rejects("t₂ − t₄", t2 - t4);
    List<Integer> lower = new ArrayList<>();
    for (int i = 0; i < c.steps().size(); i++) {
      lower.add(Math.min(c.training().get(i), c.validation().get(i)));
    }
    Transitions behind = of(new NoisyCurve(c.steps(), c.training(), lower), k, 0);
    check(DELAY, "delay ≥ 0 where validation never leads", c, k)
        .expectingExactly(true)
        .holds(behind.t4() >= behind.t2());
  }

  /** Each step belongs to one phase, and phases follow one another. */
  @Property(tries = 300)
  @Checks(PHASES)
  void phasesCoverTheAxis(
      @ForAll("curves") NoisyCurve c, @ForAll @IntRange(min = 1, max = 20) int k) {
    Transitions t = of(c, k, 0);
    List<Phase> expected = new ArrayList<>();
    List<Phase> actual = new ArrayList<>();
    List<Phase> byAccuracy = new ArrayList<>();
    boolean memorised = false;
    boolean understood = false;
    for (int i = 0; i < c.steps().size(); i++) {
      memorised |= c.training().get(i) >= k;
      understood |= c.validation().get(i) >= k;
      expected.add(phase(memorised, understood));
      actual.add(t.phase(c.steps().get(i)));
      byAccuracy.add(phase(c.training().get(i) >= k, c.validation().get(i) >= k));
    }
    check(PHASES, "phase of each step", c, k)
        .expectingExactly(expected)
        .holds(actual)
        .rejects("by the accuracy of the step alone", byAccuracy);
  }

  private static Phase phase(boolean memorised, boolean understood) {
    if (understood) {
      return Phase.COMPREHENSION;
    }
    return memorised ? Phase.MEMORISATION : Phase.CONFUSION;
  }

  @Property(tries = 1)
  @Infrastructure("what becomes of a run, a word for the user; and refused curves")
  void outcomesAndRefusals() {
    double never = Double.POSITIVE_INFINITY;
    outcome(Outcome.GROKKED, new Transitions(0, 10, 0, 21));
    outcome(Outcome.GENERALISED_AT_ONCE, new Transitions(0, 10, 0, 20));
    outcome(Outcome.GENERALISED_AT_ONCE, new Transitions(0, never, 0, 20));
    outcome(Outcome.GENERALISED_AT_ONCE, new Transitions(0, 0, 0, 2));
    outcome(Outcome.MEMORISED, new Transitions(0, 10, 0, never));
    outcome(Outcome.NOT_FITTED, new Transitions(0, never, 0, never));
    refused("steps, accuracies: need", () -> new AccuracyCurve(new long[0], new double[0]));
    refused("steps[1]: need", () -> new AccuracyCurve(new long[] {1, 1}, new double[] {0, 1}));
    refused("accuracies[0]: need", () -> new AccuracyCurve(new long[] {1}, new double[] {100}));
    refused(
        "accuracies[0]: need", () -> new AccuracyCurve(new long[] {1}, new double[] {Double.NaN}));
    AccuracyCurve flat = new AccuracyCurve(new long[] {1, 4}, new double[] {0.5, 0.25});
    refused("threshold: need", () -> Transitions.of(flat, flat, 0, 0));
    refused("guessing: need", () -> Transitions.of(flat, flat, 0.5, 0.5));
    refused("C (classes): need", () -> Transitions.aboveGuessing(1, 10));
    refused("n (items): need", () -> Transitions.aboveGuessing(2, 0));
    Assertions.assertEquals(0.5, flat.largest());
    Assertions.assertEquals(4, flat.lastStep());
    Assertions.assertEquals(2, flat.size());
    Assertions.assertEquals(0.25, flat.dropBack(0.5, 3));
    Assertions.assertEquals(0, flat.dropBack(0.5, 2));
    Assertions.assertEquals(1.25, Transitions.aboveGuessing(2, 4), 1e-15);
  }

  private static void outcome(Outcome expected, Transitions transitions) {
    Assertions.assertEquals(expected, transitions.outcome(), transitions::toString);
  }

  private static void refused(String start, Executable call) {
    String message =
        String.valueOf(Assertions.assertThrows(IllegalArgumentException.class, call).getMessage());
    Assertions.assertTrue(message.startsWith(start), message);
  }
}
