package org.grokcheck.notsawo.dimension;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.LogQuadrature;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.oracle.Precise;

/** App. H.1: local estimates and their two averages. */
class LocalEstimateProperties {
  /** Ascending distances: the first, and each after it by its gap in logarithms. */
  @Provide
  Arbitrary<List<Double>> distances() {
    Arbitrary<List<Double>> gaps = Arb.logUniform(1e-12, 3).list().ofMinSize(1).ofMaxSize(12);
    return gaps.flatMap(
        g ->
            Arb.logUniform(1e-6, 1e6)
                .map(
                    first -> {
                      List<Double> distances = new ArrayList<>(List.of(first));
                      double last = first;
                      for (double growth : g) {
                        last *= 1 + growth;
                        distances.add(last);
                      }
                      return distances;
                    }));
  }

  private static LocalEstimate of(List<Double> distances, double scale) {
    return new LocalEstimate(
        distances.stream().map(t -> new BigDecimal(t).multiply(new BigDecimal(scale))).toList());
  }

  private static Apfloat sumOfLogs(List<Double> distances) {
    Apfloat last = Precise.of(distances.get(distances.size() - 1));
    Apfloat sum = Apfloat.ZERO;
    for (double t : distances.subList(0, distances.size() - 1)) {
      sum = sum.add(ApfloatMath.log(last.divide(Precise.of(t))));
    }
    return sum;
  }

  @Property(tries = 40)
  @Checks("notsawo.apph.mle_local")
  void formula(@ForAll("distances") List<Double> distances) {
    int k = distances.size();
    double sum = Precise.toDouble(sumOfLogs(distances));
    double expected = (k - 1) / sum;
    Tolerance rounding =
        new Tolerance.Rounding(k + 8.0, expected, "a sum of k − 1 positive logarithms, inverted");
    Check.of("notsawo.apph.mle_local", "m_k")
        .part("formula")
        .by(Oracle.TABLE)
        .at("T", distances)
        .expecting(expected, rounding)
        .holds(of(distances, 1).mostLikely())
        .rejects("k − 2", (k - 2) / sum)
        .rejects("k for k − 1", k / sum)
        .rejects(
            "mean of inverses",
            IntStream.range(0, k - 1)
                    .mapToDouble(j -> 1 / StrictMath.log(distances.get(k - 1) / distances.get(j)))
                    .sum()
                / (k - 1));
    Check.of("notsawo.apph.mle_local", "m_k of distances in other units")
        .part("formula")
        .by(Oracle.INVARIANT)
        .at("T", distances)
        .expecting(expected, rounding)
        .holds(of(distances, 1024).mostLikely());
  }

  /**
   * It maximises the likelihood: the score (k − 1)/m − Σ log(T_k/T_j) of the density ∏ m
   * (T_j/T_k)^m vanishes there.
   */
  @Property(tries = 20)
  @Checks("notsawo.apph.mle_local")
  void scoreVanishes(@ForAll("distances") List<Double> distances) {
    int k = distances.size();
    double sum = Precise.toDouble(sumOfLogs(distances));
    LocalEstimate estimate = of(distances, 1);
    Check.of("notsawo.apph.mle_local", "score")
        .part("maximum of the likelihood")
        .by(Oracle.INVARIANT)
        .at("T", distances)
        .expecting(0, new Tolerance.Rounding(k + 8.0, sum, "a sum of k − 1 positive logarithms"))
        .holds((k - 1) / estimate.mostLikely() - sum)
        .rejects(
            "the estimate without bias", k > 2 ? (k - 1) / estimate.unbiased() - sum : 2 * sum);
  }

  /** At k = 2 the estimate is 1/log μ. */
  @Property(tries = 40)
  @Checks("notsawo.apph.k2")
  void twoNeighbours(@ForAll("gaps") double gap, @ForAll("scales") double first) {
    double second = first * (1 + gap);
    Apfloat log = ApfloatMath.log(Precise.of(second).divide(Precise.of(first)));
    double expected = Precise.toDouble(Precise.ONE.divide(log));
    Check.of("notsawo.apph.k2", "m_2")
        .by(Oracle.TABLE)
        .at("r1", first, "r2", second)
        .expecting(expected, new Tolerance.Rounding(4, expected, "a logarithm and a quotient"))
        .holds(of(List.of(first, second), 1).mostLikely())
        .rejects("1/μ", first / second)
        .rejects("1/(μ − 1)", 1 / gap);
  }

  @Provide
  Arbitrary<Double> gaps() {
    return Arb.logUniform(1e-12, 1e3);
  }

  @Provide
  Arbitrary<Double> scales() {
    return Arb.logUniform(1e-9, 1e9);
  }

  @Provide
  Arbitrary<List<Rational>> estimates() {
    return ExactArb.nonzero()
        .map(r -> Rational.of(r.abs().toDouble()))
        .list()
        .ofMinSize(2)
        .ofMaxSize(9);
  }

  @Property(tries = 40)
  @Checks({"notsawo.apph.mackay", "notsawo.apph.levina_bickel"})
  void bothAverages(@ForAll("estimates") List<Rational> local) {
    Rational sum = Rational.ZERO;
    Rational inverses = Rational.ZERO;
    for (Rational m : local) {
      sum = sum.plus(m);
      inverses = inverses.plus(Rational.ONE.over(m));
    }
    int n = local.size();
    double mean = sum.over(n).toDouble();
    double harmonic = Rational.of(n).over(inverses).toDouble();
    GlobalEstimate estimate = new GlobalEstimate(local.stream().map(Rational::toDouble).toList());
    Check.of("notsawo.apph.mackay", "inverse of the mean inverse")
        .part("formula")
        .by(Oracle.EXACT)
        .at("m", local)
        .expecting(
            harmonic, new Tolerance.Rounding(n + 4.0, harmonic, "n positive terms, inverted"))
        .holds(estimate.mackay())
        .rejects("the mean", mean)
        .rejects("not inverted", 1 / harmonic);
    Check.of("notsawo.apph.levina_bickel", "mean")
        .part("formula")
        .by(Oracle.EXACT)
        .at("m", local)
        .expecting(mean, new Tolerance.Rounding(n + 4.0, mean, "n positive terms"))
        .holds(estimate.levinaBickel())
        .rejects("inverse of the mean inverse", harmonic);
    Check.of("notsawo.apph.levina_bickel", "MacKay over the mean")
        .part("never below MacKay's")
        .by(Oracle.INVARIANT)
        .at("m", local)
        .expectingAtMost(1, new Tolerance.Rounding(2 * n + 8.0, 1, "both sums"))
        .holds(estimate.mackay() / estimate.levinaBickel())
        .rejects("inverted", estimate.levinaBickel() / estimate.mackay());
  }

  /**
   * At k = 2 the mean of min(m_2, M) is ∫_0^M P(m_2 &gt; x) dx, P = 1 − e^{−m/x}, which grows by m
   * log 10 + O(m²/M) with every decade of M: the average has no finite mean.
   */
  @Property(tries = 12)
  @Checks("notsawo.apph.levina_bickel")
  void meanDivergesForTwoNeighbours(
      @ForAll @IntRange(min = 1, max = 20) int m, @ForAll @IntRange(min = 4, max = 9) int decade) {
    EstimateLaw law = EstimateLaw.local(Rational.of(m), 2);
    double low = StrictMath.pow(10, decade);
    double growth =
        LogQuadrature.integral(
            u -> law.survival(StrictMath.exp(u)) * StrictMath.exp(u),
            StrictMath.log(low),
            StrictMath.log(10 * low),
            1e-10);
    double expected = m * StrictMath.log(10);
    Check.of("notsawo.apph.levina_bickel", "growth of the cut-off mean with a decade")
        .part("no mean for k = 2")
        .by(Oracle.LIMIT)
        .at("m", m, "M", low)
        .expecting(
            expected,
            Tolerance.remainder(
                m * (double) m / low + 1e-6 * expected,
                "second order of 1 − e^{−m/x}, and the quadrature"))
        .holds(growth)
        .rejects("a finite mean", 0);
  }

  /** A weighted mean of the law at k ≥ 3: the average tends to m(k − 1)/(k − 2), not to m. */
  @Property(tries = 15)
  @Checks("notsawo.apph.levina_bickel")
  void limitIsBiased(
      @ForAll @IntRange(min = 3, max = 40) int k, @ForAll @IntRange(min = 1, max = 30) int m) {
    double expected = m * (k - 1.0) / (k - 2);
    Check.of("notsawo.apph.levina_bickel", "mean of m_k")
        .part("biased for k ≥ 3")
        .by(Oracle.SECOND_ALGORITHM)
        .at("m", m, "k", k)
        .expecting(
            expected, Tolerance.remainder(1e-9 * expected, "quadrature, and gammas in doubles"))
        .holds(GammaMoments.of(k - 1, x -> (k - 1.0) * m / x))
        .rejects("m", m);
  }
}
