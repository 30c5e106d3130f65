package org.grokcheck.beck;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.oracle.Dichotomies;
import org.grokcheck.oracle.FairTosses;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;
import org.junit.jupiter.api.Test;

/** Eq. (17), Wendel's probability, and the sentence that reads it as a binomial law. */
class WendelDichotomyProperties {
  private static final int MOST_POINTS = 120;
  private static final int MOST_COUNTED = 8;
  private static final int MOST_DIMENSIONS = 4;

  /** Laws symmetric under x → −x: of independent signs, hence each pattern equally likely. */
  private enum Law {
    CUBE {
      @Override
      long coordinate(RandomGenerator random, int axis) {
        return random.nextInt(-9999, 10_000);
      }
    },
    CAUCHY {
      @Override
      long coordinate(RandomGenerator random, int axis) {
        double numerator = random.nextGaussian();
        double ratio = numerator / random.nextGaussian();
        return Math.round(Math.max(-9999, Math.min(9999, 30 * ratio)));
      }
    },
    STRETCHED {
      @Override
      long coordinate(RandomGenerator random, int axis) {
        return Math.round(random.nextGaussian() * (axis == 0 ? 2000 : 20));
      }
    };

    abstract long coordinate(RandomGenerator random, int axis);
  }

  @Test
  @Checks("beck.eq17")
  void separableSignPatternsAreAsManyAsTheFormulaSays() {
    RandomGenerator random = RunSettings.seeds().stream("beck.eq17/points");
    for (Law law : Law.values()) {
      for (int d = 1; d <= MOST_DIMENSIONS; d++) {
        for (int n = d; n <= MOST_COUNTED; n++) {
          checkPatterns(law, new Dichotomies(points(law, random, n, d)), n, d);
        }
      }
    }
  }

  private static void checkPatterns(Law law, Dichotomies dichotomies, int n, int d) {
    BitSet separable = dichotomies.separable();
    BitSet all = dichotomies.inseparable();
    BigInteger favourable = Wendel.of(n, d).favourable();
    Check check =
        Check.of("beck.eq17", "separable patterns of fixed points")
            .part("theorem, counted")
            .by(Oracle.EXACT)
            .at("law", law, "N", n, "d", d);
    check
        .expectingExactly(separable.cardinality())
        .holds(favourable.shiftLeft(1).intValueExact())
        .rejects("Σ C(N, k)", 2 * Wendel.of(n + 1, d).favourable().intValueExact())
        .rejects("sum up to k = d", 2 * Wendel.of(n, d + 1).favourable().intValueExact());
    // The two certificates exclude each other; together they must cover every pattern.
    all.or(separable);
    check
        .expectingExactly(1 << n)
        .holds(all.cardinality())
        .rejects("separable ones alone", separable.cardinality());
  }

  private static long[][] points(Law law, RandomGenerator random, int n, int d) {
    while (true) {
      long[][] points = new long[n][d];
      for (long[] point : points) {
        for (int axis = 0; axis < d; axis++) {
          point[axis] = law.coordinate(random, axis);
        }
      }
      if (new Dichotomies(points).isGeneralPosition()) {
        return points;
      }
    }
  }

  @Test
  @Checks("beck.eq17")
  void countsFollowCoversRecursion() {
    for (int n = 1; n <= MOST_POINTS; n++) {
      FairTosses tosses = FairTosses.of(n - 1);
      for (int d = 1; d <= n; d++) {
        Check.of("beck.eq17", "Σ_{k<d} C(N-1, k)")
            .part("formula")
            .by(Oracle.EXACT)
            .at("N", n, "d", d)
            .expectingExactly(tosses.fewerThan(d))
            .holds(Wendel.of(n, d).favourable())
            .rejects("sum up to k = d", Wendel.of(n, d + 1).favourable())
            .rejects("N for N - 1", Wendel.of(n + 1, d).favourable());
      }
    }
  }

  @Test
  @Checks("beck.eq17")
  void doublesAndLogarithmsAgreeWithTheTable() {
    for (Row row : ReferenceTable.read("beck/wendel.csv")) {
      int n = Integer.parseInt(row.text("N"));
      int d = Integer.parseInt(row.text("d"));
      Wendel wendel = Wendel.of(n, d);
      compare(row, "p", wendel.probability(), 1 - wendel.complement());
      compare(row, "one_minus_p", wendel.complement(), 1 - wendel.probability());
      compareLog(row, "log_p", wendel.logProbability(), wendel.probability());
      compareLog(row, "log_one_minus_p", wendel.logComplement(), wendel.complement());
    }
  }

  private static void compare(Row row, String column, double actual, double bySubtraction) {
    double expected = row.number(column);
    Tolerance tolerance =
        expected >= Double.MIN_NORMAL
            ? new Tolerance.Ulp(1, "62 bits kept of an exact integer, rounded once")
            : new Tolerance.Ulp(2, "rounded twice where subnormal");
    table(row, column)
        .expecting(expected, tolerance)
        .holds(actual)
        .rejects("complement by subtraction", bySubtraction);
  }

  private static void compareLog(Row row, String column, double actual, double probability) {
    double expected = row.number(column);
    // log p of a small p is log of 62 bits, at most 43, less a multiple of log 2.
    double scale = probability > 0.5 ? Math.abs(expected) : 86 + Math.abs(expected);
    table(row, column)
        .expecting(expected, new Tolerance.Rounding(4, scale, "logarithm, product, sum"))
        .holds(actual)
        .rejects("logarithm of the rounded value", StrictMath.log(probability));
  }

  private static Check table(Row row, String column) {
    return Check.of("beck.eq17", column)
        .part("values")
        .by(Oracle.TABLE)
        .at("N", row.text("N"), "d", row.text("d"));
  }

  @Test
  @Checks("beck.appa.binomial")
  void isTheLawOfFewerThanDimensionSuccesses() {
    for (int n = 2; n <= 17; n++) {
      long[] byHeads = new long[n];
      for (int outcome = 0; outcome < 1 << (n - 1); outcome++) {
        byHeads[Integer.bitCount(outcome)]++;
      }
      for (int d = 1; d < n; d++) {
        checkReading(byHeads, n, d);
      }
    }
  }

  private static void checkReading(long[] byHeads, int n, int d) {
    long fewer = sum(byHeads, 0, d);
    long more = sum(byHeads, d + 1, n);
    Check check = Check.of("beck.appa.binomial", "outcomes of N - 1 fair tosses").by(Oracle.EXACT);
    check
        .at("N", n, "d", d)
        .expectingExactly(BigInteger.valueOf(fewer))
        .holds(Wendel.of(n, d).favourable())
        .refutes("more than d successes", BigInteger.valueOf(more))
        .rejects("at most d successes", BigInteger.valueOf(fewer + byHeads[d]));
    double all = 1L << (n - 1);
    Check.of("beck.appa.binomial", "the printed reading, evaluated")
        .by(Oracle.EXACT)
        .at("N", n, "d", d)
        .expecting(fewer / all, new Tolerance.Exact())
        .holds(Wendel.of(n, d).probability())
        .refutes("more than d successes", Wendel.asPrintedBinomialReading(n, d));
  }

  private static long sum(long[] values, int from, int to) {
    long sum = 0;
    for (int k = from; k < to; k++) {
      sum += values[k];
    }
    return sum;
  }
}
