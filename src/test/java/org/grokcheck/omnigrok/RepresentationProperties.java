package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Representations of the toy addition, their mixtures, and scores on labels. */
class RepresentationProperties {
  /** Counts by enumeration: affine embeddings, and whole numbers drawn from 2⁶² of them. */
  @Property(tries = 40)
  @Checks("omnigrok.op-vs-op2")
  void countsAreThoseOfAnEnumeration(@ForAll @IntRange(min = 1, max = 120) int p) {
    RandomGenerator random = RunSettings.seeds().stream("omnigrok.op-vs-op2/" + p);
    long[] generic = random.longs(p, 0, 1L << 62).toArray();
    Set<Long> affineSums = new HashSet<>();
    Set<Long> genericSums = new HashSet<>();
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        affineSums.add(7 + 3L * i + 7 + 3L * j);
        genericSums.add(generic[i] + generic[j]);
        pairs.add(i + "," + j);
      }
    }
    PairSums sums = new PairSums(p);
    exact("omnigrok.op-vs-op2", "sums of affine embeddings", "linear", p)
        .expectingExactly((long) affineSums.size())
        .holds(sums.linear())
        .rejects("2p", 2L * p);
    exact("omnigrok.op-vs-op2", "sums in general position", "random", p)
        .expectingExactly((long) genericSums.size())
        .holds(sums.generic())
        .rejects("p^2", sums.ordered());
    exact("omnigrok.op-vs-op2", "ordered pairs", "random", p)
        .expectingExactly((long) pairs.size())
        .holds(sums.ordered())
        .rejects("p(p+1)/2", sums.generic());
  }

  private static Check exact(String claim, String quantity, String part, int p) {
    return Check.of(claim, quantity).part(part).by(Oracle.EXACT).at("p", p);
  }

  @Provide
  Arbitrary<Rational> rationals() {
    return ExactArb.rational();
  }

  @Provide
  Arbitrary<Rational> shares() {
    return ExactArb.rational().map(r -> r.square().over(r.square().plus(Rational.ONE)));
  }

  /** Affine in m between its ends: the value at m is on the chord, whatever the chord. */
  @Property(tries = 60)
  @Checks({"omnigrok.eq4", "omnigrok.eq7"})
  void mixtureIsAffineBetweenItsEnds(
      @ForAll("shares") Rational m,
      @ForAll("rationals") Rational random,
      @ForAll @IntRange(min = 0, max = 20) int k) {
    Rational linear = Rational.of(k);
    Rational chord = linear.plus(m.times(random.minus(linear)));
    Rational swapped = new Messiness(m).mix(linear, random);
    for (String claim : new String[] {"omnigrok.eq4", "omnigrok.eq7"}) {
      Check.of(claim, "R(m)")
          .by(Oracle.EXACT)
          .at("m", m, "R_random", random, "R_linear", linear)
          .expectingExactly(chord)
          .holds(new Messiness(m).mix(random, linear))
          .rejects("ends swapped", swapped);
      Check.of(claim, "R(0) and R(1)")
          .by(Oracle.EXACT)
          .at("R_random", random, "R_linear", linear)
          .expectingExactly(RationalVector.of(linear, random))
          .holds(
              RationalVector.of(
                  new Messiness(Rational.ZERO).mix(random, linear),
                  new Messiness(Rational.ONE).mix(random, linear)));
    }
  }

  /** An Euler step of the entries of R, projected on the line of m, for a quadratic loss. */
  @Property(tries = 60)
  @Checks("omnigrok.eq6.m")
  void speedIsTheProjectionOfTheEntries(
      @ForAll("vectors") RationalVector random,
      @ForAll("vectors") RationalVector linear,
      @ForAll("vectors") RationalVector gradient,
      @ForAll("rationals") Rational rate) {
    RationalVector line = random.minus(linear);
    Rational slope = gradient.dot(line);
    Rational projected = gradient.times(rate.negate()).dot(line).over(line.normSquared());
    Check.of("omnigrok.eq6.m", "dm/dt where the entries of R move at eta_R")
        .by(Oracle.EXACT)
        .at("D", line, "eta_R", rate, "gradient", gradient)
        .expectingExactly(projected)
        .holds(Messiness.speed(line.normSquared(), rate, slope))
        .rejects("without |D|^2, eta_R being the rate of m", Messiness.printedSpeed(rate, slope))
        .rejects("opposite sign", projected.negate());
  }

  @Provide
  Arbitrary<RationalVector> vectors() {
    return ExactArb.vector(4);
  }

  /** Least squares on one-hot targets with a column of ones, by the normal equations. */
  @Property(tries = 12)
  @Checks("omnigrok.sec52.linsep")
  void scoresSolveTheNormalEquations(@ForAll @IntRange(min = 2, max = 12) int classes) {
    LabelScores scores = new LabelScores(classes);
    RationalMatrix design =
        RationalMatrix.of(classes, 2, (x, j) -> j == 0 ? Rational.ONE : Rational.of(x));
    RationalMatrix normal = design.transpose().times(design);
    for (int k = 0; k < classes; k++) {
      RationalVector right = design.transpose().times(RationalVector.unit(classes, k));
      RationalVector fit = Elimination.solve(normal, right).orElseThrow();
      for (int x = 0; x < classes; x++) {
        Check.of("omnigrok.sec52.linsep", "score of a class at a label")
            .part("least squares")
            .by(Oracle.EXACT)
            .at("K", classes, "k", k, "x", x)
            .expectingExactly(fit.get(0).plus(fit.get(1).times(x)))
            .holds(scores.leastSquares(k, x))
            .rejects("without the mean", scores.leastSquares(k, x).minus(Rational.of(1, classes)));
      }
    }
    Check.of("omnigrok.sec52.linsep", "accuracy of least squares, K >= 3")
        .part("least squares")
        .by(Oracle.EXACT)
        .at("K", classes)
        .expectingExactly(Rational.of(2, classes))
        .holds(scores.accuracy(scores::leastSquares))
        .rejects("all", Rational.of(classes + 1L, classes));
    Check.of("omnigrok.sec52.linsep", "accuracy of kx - k^2/2")
        .part("argmax")
        .by(Oracle.EXACT)
        .at("K", classes)
        .expectingExactly(Rational.ONE)
        .holds(scores.accuracy(scores::separating))
        .rejects("kx alone", scores.accuracy((k, x) -> Rational.of((long) k * x)));
  }

  /** Tabulated outputs as a decoder of one input: sums that are equal give outputs that are. */
  @Property(tries = 40)
  @Checks("omnigrok.eq8")
  void printedInputForgetsTheSecondSymbol(
      @ForAll @IntRange(min = 0, max = 9) int i, @ForAll @IntRange(min = 0, max = 9) int j) {
    Rational first = new Messiness(Rational.ZERO).mix(Rational.ONE, Rational.of(i));
    Rational second = new Messiness(Rational.ZERO).mix(Rational.ONE, Rational.of(j));
    Check.of("omnigrok.eq8", "input of the decoder for the label i + j")
        .by(Oracle.EXACT)
        .at("i", i, "j", j)
        .expectingExactly(Rational.of(i + j))
        .holds(first.plus(second))
        .refutes("E_i + E_i", first.plus(first));
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    assertEquals(1, new PairSums(1).generic());
    assertRefused("p: need a whole number of at least 1, got 0", () -> new PairSums(0));
    assertRefused("classes: need", () -> new LabelScores(1));
    assertRefused("m: need a number from 0 to 1", () -> new Messiness(Rational.of(-1, 9)));
    assertRefused("m: need a number from 0 to 1", () -> new Messiness(Rational.of(10, 9)));
    assertRefused(
        "D_norm_sq: need", () -> Messiness.speed(Rational.ZERO, Rational.ONE, Rational.ONE));
    assertEquals(Rational.ONE, new LabelScores(2).accuracy(new LabelScores(2)::leastSquares));
  }
}
