package org.grokcheck.notsawo.dimension;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.LogQuadrature;
import org.grokcheck.math.exact.Monomial;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.junit.jupiter.api.Test;

/** The laws of local and pooled estimates: exact moments, quadrature and random points. */
class EstimateLawProperties {
  private static final String LOCAL = "notsawo.ext.mle_law";
  private static final String POOLED = "notsawo.ext.mackay_law";
  private static final int SAMPLES = 200_000;
  private static final int MOST_NEIGHBOURS = 4;
  private static final double FALSE_ALARM = 1e-9;

  /** Half the width of a band that holds an empirical distribution but for FALSE_ALARM: Massart. */
  private static double band(int samples) {
    return Math.sqrt(StrictMath.log(2 / FALSE_ALARM) / (2.0 * samples));
  }

  /**
   * X = Σ_{j&lt;k} m log(T_k/T_j) has E e^{−sX} = (1 + s)^{−(k−1)}, the transform of Γ(k − 1), at s
   * = 1, 2, ..., which fixes the law of the bounded variable e^{−X}. With S_j = T_j^m the arrivals
   * of a Poisson process, sums of exponentials, e^{−X} = ∏ S_j/S_k is homogeneous of degree 0 and
   * independent of S_k: its moments are E ∏ S_j^s/E S_k^{s(k−1)}.
   */
  @Property(tries = 12)
  @Checks(LOCAL)
  void transformOfTheSum(
      @ForAll @IntRange(min = 2, max = MOST_NEIGHBOURS) int k,
      @ForAll @IntRange(min = 1, max = 3) int s) {
    Polynomial product = Polynomial.constant(Rational.ONE);
    for (int j = 1; j < k; j++) {
      Polynomial arrival = Polynomial.sum(j, Polynomial::variable);
      for (int power = 0; power < s; power++) {
        product = product.times(arrival);
      }
    }
    Rational moment = exponentialMean(product).over(factorial(k - 1 + s * (k - 1), k - 1));
    Rational expected = Rational.ONE.over(Rational.of(1 + s).power(k - 1));
    Check.of(LOCAL, "E e^{−sX}")
        .part("law of the sum")
        .by(Oracle.EXACT)
        .at("k", k, "s", s)
        .expectingExactly(expected)
        .holds(moment)
        .rejects("Γ(k)", Rational.ONE.over(Rational.of(1 + s).power(k)));
  }

  /** Each variable a standard exponential, with E x^n = n!. */
  private static Rational exponentialMean(Polynomial polynomial) {
    Rational sum = Rational.ZERO;
    for (var term : polynomial.terms().entrySet()) {
      sum = sum.plus(term.getValue().times(mean(term.getKey())));
    }
    return sum;
  }

  private static Rational mean(Monomial monomial) {
    Rational product = Rational.ONE;
    for (int i = 0; i < MOST_NEIGHBOURS; i++) {
      product = product.times(factorial(monomial.exponent(i), 0));
    }
    return product;
  }

  /** n!/m!. */
  private static Rational factorial(int n, int m) {
    Rational product = Rational.ONE;
    for (int i = m + 1; i <= n; i++) {
      product = product.times(i);
    }
    return product;
  }

  @Provide
  Arbitrary<Double> dimensions() {
    return Arb.logUniform(0.5, 60);
  }

  @Property(tries = 20)
  @Checks(LOCAL)
  void moments(@ForAll("dimensions") double m, @ForAll @IntRange(min = 4, max = 40) int k) {
    EstimateLaw law = EstimateLaw.local(Rational.of(m), k);
    double mean = GammaMoments.of(k - 1, x -> (k - 1) * m / x);
    double square = GammaMoments.of(k - 1, x -> (k - 1) * m / x * ((k - 1) * m / x));
    double accuracy = 1e-9;
    Check.of(LOCAL, "mean")
        .part("moments")
        .by(Oracle.SECOND_ALGORITHM)
        .at("m", m, "k", k)
        .expecting(mean, Tolerance.remainder(accuracy * mean, "quadrature"))
        .holds(law.mean().toDouble())
        .rejects("m", m)
        .rejects("m k/(k − 1)", m * k / (k - 1));
    Check.of(LOCAL, "variance")
        .part("moments")
        .by(Oracle.SECOND_ALGORITHM)
        .at("m", m, "k", k)
        .expecting(square - mean * mean, Tolerance.remainder(4 * accuracy * square, "two moments"))
        .holds(law.variance().toDouble())
        .rejects("without bias", law.unbiasedVariance().toDouble());
    double scale = (k - 2.0) / (k - 1);
    Check.of(LOCAL, "variance with k − 2")
        .part("moments")
        .by(Oracle.SECOND_ALGORITHM)
        .at("m", m, "k", k)
        .expecting(
            scale * scale * (square - mean * mean),
            Tolerance.remainder(4 * accuracy * square, "two moments"))
        .holds(law.unbiasedVariance().toDouble())
        .rejects("m²/(k − 2)", m * m / (k - 2));
  }

  /** At k = 2 the median is m/log 2, and in general the quantile has the probability p. */
  @Property(tries = 20)
  @Checks(LOCAL)
  void quantiles(@ForAll("dimensions") double m, @ForAll @IntRange(min = 2, max = 30) int k) {
    double median = EstimateLaw.local(Rational.of(m), 2).quantile(0.5);
    double expected = m / StrictMath.log(2);
    Check.of(LOCAL, "median at k = 2")
        .part("quantiles")
        .by(Oracle.INVARIANT)
        .at("m", m)
        .expecting(expected, Tolerance.remainder(1e-7 * expected, "accuracy of the root finder"))
        .holds(median)
        .rejects("m", m);
    double upper = EstimateLaw.local(Rational.of(m), k).quantile(0.9);
    double edge = (k - 1) * m / upper;
    double below = tail(k - 1, edge);
    Check.of(LOCAL, "P(m̂ ≥ quantile of 0.9)")
        .part("quantiles")
        .by(Oracle.SECOND_ALGORITHM)
        .at("m", m, "k", k)
        .expecting(0.1, Tolerance.remainder(1e-7, "accuracy of the root finder"))
        .holds(1 - below)
        .rejects("k for k − 1", 1 - tail(k, edge));
  }

  /** P(Γ(a) &gt; x) = Σ_{i&lt;a} e^{−x} x^i/i!. */
  private static double tail(int shape, double x) {
    double term = StrictMath.exp(-x);
    double sum = 0;
    for (int i = 0; i < shape; i++) {
      sum += term;
      term *= x / (i + 1);
    }
    return sum;
  }

  /** Distances of a Poisson process seen from one point: T_j^m are sums of exponentials. */
  @Test
  @Checks(LOCAL)
  void randomNeighbours() {
    compareLaw(2, 3);
    compareLaw(5, 5);
  }

  private static void compareLaw(int k, double m) {
    RandomGenerator random = RunSettings.seeds().stream("notsawo.mle-law/" + k);
    double[] estimates = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      estimates[i] = localEstimate(random, k, m);
    }
    Arrays.sort(estimates);
    EstimateLaw law = EstimateLaw.local(Rational.of(m), k);
    EstimateLaw rival = EstimateLaw.local(Rational.of(m), k + 1);
    double band = band(SAMPLES);
    double apart = distance(estimates, rival);
    Check.of(LOCAL, "largest gap of the distributions, k = " + k)
        .part("random neighbours")
        .by(Oracle.STATISTICAL)
        .at("k", k, "m", m, "samples", SAMPLES)
        .expecting(0, new Tolerance.Clt(band, FALSE_ALARM, 1, "Massart's bound"))
        .power(power(apart, band))
        .holds(distance(estimates, law))
        .rejects("one neighbour more", apart);
  }

  /** Massart: a rival's gap falls into the band only if the sample strays from it by the rest. */
  private static double power(double apart, double band) {
    double rest = Math.max(0, apart - band);
    return Math.max(0, 1 - 2 * StrictMath.exp(-2.0 * SAMPLES * rest * rest));
  }

  private static double localEstimate(RandomGenerator random, int k, double m) {
    double[] distance = new double[k];
    double arrival = 0;
    for (int j = 0; j < k; j++) {
      arrival += random.nextExponential();
      distance[j] = StrictMath.pow(arrival, 1 / m);
    }
    double sum = 0;
    for (double t : distance) {
      sum += StrictMath.log(distance[k - 1] / t);
    }
    return (k - 1) / sum;
  }

  private static double distance(double[] sorted, EstimateLaw law) {
    GammaDistribution gamma = new GammaDistribution(law.shape(), 1);
    double scale = law.shape() * law.dimension().toDouble();
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double below = 1 - gamma.cumulativeProbability(scale / sorted[i]);
      largest = Math.max(largest, Math.abs(below - i / (double) sorted.length));
      largest = Math.max(largest, Math.abs(below - (i + 1) / (double) sorted.length));
    }
    return largest;
  }

  @Property(tries = 20)
  @Checks(POOLED)
  void pooledMoments(
      @ForAll("dimensions") double m,
      @ForAll @IntRange(min = 1, max = 30) int n,
      @ForAll @IntRange(min = 2, max = 6) int k) {
    int shape = n * (k - 1);
    EstimateLaw law = EstimateLaw.pooled(Rational.of(m), n, k);
    Check.of(POOLED, "mean of the inverse")
        .part("moments")
        .by(Oracle.SECOND_ALGORITHM)
        .at("m", m, "n", n, "k", k)
        .expecting(
            GammaMoments.of(shape, x -> x / (shape * m)),
            Tolerance.remainder(1e-9 / m, "quadrature"))
        .holds(law.meanOfInverse().toDouble())
        .rejects("inverse of the mean", shape > 1 ? 1 / law.mean().toDouble() : 0);
    if (shape < 3) {
      return;
    }
    double mean = GammaMoments.of(shape, x -> shape * m / x);
    double square = GammaMoments.of(shape, x -> shape * m / x * (shape * m / x));
    Check.of(POOLED, "mean")
        .part("moments")
        .by(Oracle.SECOND_ALGORITHM)
        .at("m", m, "n", n, "k", k)
        .expecting(mean, Tolerance.remainder(1e-9 * mean, "quadrature"))
        .holds(law.mean().toDouble())
        .rejects("n k for n(k − 1)", m * n * k / (n * k - 1.0))
        .rejects("no bias", m);
    Check.of(POOLED, "variance")
        .part("moments")
        .by(Oracle.SECOND_ALGORITHM)
        .at("m", m, "n", n, "k", k)
        .expecting(square - mean * mean, Tolerance.remainder(4e-9 * square, "two moments"))
        .holds(law.variance().toDouble())
        .rejects("m²/a", m * m / shape);
  }

  /** m_k Q(α)/(n(k − 1)) covers m with the stated probability, for independent ratios. */
  @Property(tries = 15)
  @Checks(POOLED)
  void intervalCoversExactly(
      @ForAll @IntRange(min = 1, max = 30) int n, @ForAll @IntRange(min = 2, max = 6) int k) {
    EstimateLaw law = EstimateLaw.pooled(Rational.of(3), n, k);
    int shape = n * (k - 1);
    double low = shape * 3 / law.quantile(0.975);
    double high = shape * 3 / law.quantile(0.025);
    double coverage = LogQuadrature.integral(x -> density(shape, x), low, high, 1e-11);
    Check.of(POOLED, "coverage of the interval of 95 percent")
        .part("interval")
        .by(Oracle.SECOND_ALGORITHM)
        .at("n", n, "k", k)
        .expecting(coverage, Tolerance.remainder(1e-7, "accuracy of two quantiles"))
        .holds(0.95)
        .rejects("quantiles of Γ(nk)", tail(n * k, low) - tail(n * k, high));
  }

  private static double density(int shape, double x) {
    double log = -x;
    for (int i = 1; i < shape; i++) {
      log += StrictMath.log(x / i);
    }
    return StrictMath.exp(log);
  }
}
