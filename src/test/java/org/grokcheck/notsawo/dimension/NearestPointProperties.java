package org.grokcheck.notsawo.dimension;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Seeds;
import org.junit.jupiter.api.Test;

/** Steps 1 to 3 of the algorithm in App. H.1, and what estimates say about random points. */
class NearestPointProperties {
  private static final double FALSE_ALARM = 1e-9;
  private static final double Z = 6.1094;

  private static double[][] points(RandomGenerator random, int count, int dimension) {
    double[][] points = new double[count][dimension];
    for (double[] point : points) {
      Arrays.setAll(point, k -> random.nextDouble());
    }
    return points;
  }

  /** All distances from one point, the shortest first, without that to itself. */
  private static double[] sortedDistances(double[][] points, int i) {
    List<Double> distances = new ArrayList<>();
    for (int j = 0; j < points.length; j++) {
      if (j != i) {
        double square = 0;
        for (int k = 0; k < points[i].length; k++) {
          square += StrictMath.pow(points[i][k] - points[j][k], 2);
        }
        distances.add(Math.sqrt(square));
      }
    }
    return distances.stream().sorted().mapToDouble(d -> d).toArray();
  }

  @Property(tries = 20)
  @Checks({"notsawo.apph.step2", "notsawo.apph.step3"})
  void ratiosOfTheTwoShortest(
      @ForAll long seed,
      @ForAll @IntRange(min = 4, max = 25) int n,
      @ForAll @IntRange(min = 1, max = 6) int d) {
    double[][] points = points(new Seeds(seed).stream("points"), n, d);
    List<Double> ratios = TwoNearest.ratios(points);
    for (int i = 0; i < n; i++) {
      double[] sorted = sortedDistances(points, i);
      double expected = sorted[1] / sorted[0];
      Tolerance rounding =
          new Tolerance.Rounding(
              2.0 * d + 12, expected, "sums of d squares, their roots and a quotient");
      Check.of("notsawo.apph.step2", "μ_i")
          .by(Oracle.SECOND_ALGORITHM)
          .at("n", n, "d", d, "i", i + 1)
          .expecting(expected, rounding)
          .holds(ratios.get(i))
          .refutes("r_i(2)/r_i(i)", sorted[1] / sorted[Math.min(i, n - 2)]);
      Check.of("notsawo.apph.step3", "μ_i")
          .by(Oracle.SECOND_ALGORITHM)
          .at("n", n, "d", d, "i", i + 1)
          .expecting(expected, rounding)
          .holds(ratios.get(i))
          .rejects("third over first", sorted[2] / sorted[0])
          .rejects("inverted", 1 / expected);
    }
  }

  /** Scaling by powers of 2, turning the axes and doubling points change no ratio at all. */
  @Property(tries = 20)
  @Checks("notsawo.apph.step3")
  void invariantUnderSymmetries(@ForAll long seed, @ForAll @IntRange(min = 3, max = 20) int n) {
    double[][] points = points(new Seeds(seed).stream("points"), n, 2);
    List<Double> ratios = TwoNearest.ratios(points);
    double[][] moved = new double[2 * n][];
    for (int i = 0; i < n; i++) {
      moved[i] = new double[] {-8 * points[i][1], 8 * points[i][0]};
      moved[n + i] = moved[i].clone();
    }
    Check.of("notsawo.apph.step3", "μ of scaled, turned and doubled points")
        .by(Oracle.EXACT)
        .at("n", n)
        .expectingExactly(ratios)
        .holds(TwoNearest.ratios(moved))
        .rejects("one axis scaled", TwoNearest.ratios(stretched(points)));
  }

  private static double[][] stretched(double[][] points) {
    return Arrays.stream(points).map(p -> new double[] {p[0], 3 * p[1]}).toArray(double[][]::new);
  }

  /**
   * On a torus 1/m_2, averaged over points whose neighbourhoods overlap, still has the mean 1/m:
   * each point sees uniform points around it. In a cube those near the boundary don't.
   */
  @Test
  @Checks("notsawo.apph.poisson")
  void uniformPointsOnATorus() {
    inverseEstimates(2, 600, 150);
    inverseEstimates(5, 300, 150);
  }

  private static void inverseEstimates(int d, int n, int samples) {
    RandomGenerator random = RunSettings.seeds().stream("notsawo.poisson/" + d);
    double[] torus = new double[samples];
    double[] cube = new double[samples];
    for (int s = 0; s < samples; s++) {
      double[][] points = points(random, n, d);
      torus[s] = meanLog(TwoNearest.ratios(points, NearestPointProperties::onTorus));
      cube[s] = meanLog(TwoNearest.ratios(points));
    }
    double mean = StatUtils.mean(torus);
    double error = Math.sqrt(StatUtils.variance(torus) / samples);
    double rival = 1 / (d + 1.0);
    Comparison inverse =
        Check.of("notsawo.apph.poisson", "mean of 1/m_2 in " + d + " dimensions")
            .by(Oracle.STATISTICAL)
            .at("d", d, "n", n, "samples", samples)
            .expecting(mean, clt(error))
            .power(power(1.0 / d - rival, error))
            .holds(1.0 / d)
            .rejects("one dimension more", rival);
    if (d == 5) {
      inverse.rejects("a cube with its boundary", StatUtils.mean(cube));
    }
  }

  private static Tolerance clt(double error) {
    return new Tolerance.Clt(error, FALSE_ALARM, Z, "standard deviation over samples");
  }

  private static double power(double apart, double error) {
    return new NormalDistribution().cumulativeProbability(Math.abs(apart) / error - Z);
  }

  private static double meanLog(List<Double> ratios) {
    return ratios.stream().mapToDouble(StrictMath::log).average().orElseThrow();
  }

  private static double onTorus(double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      double gap = Math.abs(x[k] - y[k]);
      double shorter = Math.min(gap, 1 - gap);
      sum += shorter * shorter;
    }
    return sum;
  }

  /**
   * Points on a flat torus of dimension 2 in six dimensions: estimates find the 2 of the set, not
   * the 6 of the space around it. Chords are shorter than arcs by r²/24, at most 1e-3 here.
   */
  @Test
  @Checks("notsawo.apph.definition")
  void dimensionBelongsToTheSet() {
    RandomGenerator random = RunSettings.seeds().stream("notsawo.definition");
    int samples = 60;
    double[] estimates = new double[samples];
    for (int s = 0; s < samples; s++) {
      double[][] points = new double[500][];
      for (int i = 0; i < points.length; i++) {
        points[i] = embedded(random.nextDouble(), random.nextDouble());
      }
      estimates[s] = 1 / meanLog(TwoNearest.ratios(points));
    }
    double error = Math.sqrt(StatUtils.variance(estimates) / samples);
    double bias = 2.0 / 499;
    Check.of("notsawo.apph.definition", "estimate")
        .by(Oracle.STATISTICAL)
        .at("n", 500, "samples", samples)
        .expecting(
            StatUtils.mean(estimates),
            Tolerance.sum(
                clt(error),
                Tolerance.remainder(
                    0.02, "dependence changes the bias 2/(n − 1) by less than itself; chords")))
        .power(power(6 - 2, error))
        .holds(2 + bias)
        .refutes("the dimension of the ambient space", 6);
  }

  /** Both angles on circles, in orthogonal planes that are turned against the axes. */
  private static double[] embedded(double u, double v) {
    double a = StrictMath.cos(2 * Math.PI * u);
    double b = StrictMath.sin(2 * Math.PI * u);
    double c = StrictMath.cos(2 * Math.PI * v);
    double d = StrictMath.sin(2 * Math.PI * v);
    double half = Math.sqrt(0.5);
    return new double[] {half * (a + c), half * (a - c), half * b, half * b, 0.6 * d, 0.8 * d};
  }

  /** 0.35 to 0.90 in steps of 0.05 are 12 values; in steps of 0.5, as printed, 2. */
  @Property(tries = 1)
  @Checks("notsawo.apph2.setting")
  void gridOfTrainingShares() {
    Check.of("notsawo.apph2.setting", "values from 0.35 to 0.90")
        .by(Oracle.EXACT)
        .expectingExactly(12)
        .holds(values(5))
        .refutes("steps of 0.5", values(50));
  }

  /** How many shares a grid from 35 to 90 percent has. */
  private static int values(int step) {
    int count = 0;
    for (int percent = 35; percent <= 90; percent += step) {
      count++;
    }
    return count;
  }
}
