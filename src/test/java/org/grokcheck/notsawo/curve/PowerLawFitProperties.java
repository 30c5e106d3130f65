package org.grokcheck.notsawo.curve;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Property;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Normal;
import org.grokcheck.notsawo.curve.PowerLawFit.Interval;

/** App. E.3: how well γ, a and b are determined by a curve of t₄ against r. */
class PowerLawFitProperties {
  private static final String CLAIM = "notsawo.ext.identifiability";
  private static final double FALSE_ALARM = 1e-9;
  private static final double GAMMA = 7.73;
  private static final double A = 1.09e15;
  private static final double B = 1442.63;
  private static final int FITS = 300;

  private static double[] fractions(int points) {
    double[] r = new double[points];
    Arrays.setAll(r, i -> 20 + 70.0 * i / (points - 1));
    return r;
  }

  private static double[] exact(double[] r) {
    return Arrays.stream(r).map(x -> A * StrictMath.pow(x, -GAMMA) + B).toArray();
  }

  /** Without noise the fit is the law; a grid of 61 points a parameter misses it otherwise. */
  @Property(tries = 1)
  @Checks(CLAIM)
  void exactPointsGiveTheLawBack() {
    for (int points : new int[] {8, 15}) {
      double[] r = fractions(points);
      PowerLawFit fit = PowerLawFit.of(r, exact(r));
      Check.of(CLAIM, "γ from exact points")
          .part("fit")
          .by(Oracle.INVARIANT)
          .at("points", points)
          .expecting(
              GAMMA,
              Tolerance.remainder(
                  1e-5, "a minimum is found to the root of rounding, 10⁻⁸, times condition 10³"))
          .holds(fit.gamma())
          .rejects("slope of a straight line", straight(r, exact(r)));
      Check.of(CLAIM, "b from exact points")
          .part("fit")
          .by(Oracle.INVARIANT)
          .at("points", points)
          .expecting(B, Tolerance.remainder(B * 1e-5, "as γ"))
          .holds(fit.b())
          .rejects("0", 0);
    }
  }

  private static double straight(double[] r, double[] t) {
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < r.length; i++) {
      line.addData(StrictMath.log(r[i]), StrictMath.log(t[i]));
    }
    return -line.getSlope();
  }

  /** Jacobian of ln t₄ by γ, ln a and ln b, with r in units of {@code unit}. */
  private static RealMatrix jacobian(double[] r, double unit) {
    RealMatrix jacobian = new Array2DRowRealMatrix(r.length, 3);
    for (int i = 0; i < r.length; i++) {
      double part = A * StrictMath.pow(r[i], -GAMMA);
      double share = part / (part + B);
      jacobian.setRow(i, new double[] {-share * StrictMath.log(r[i] / unit), share, 1 - share});
    }
    return jacobian;
  }

  private static double condition(RealMatrix matrix) {
    return new SingularValueDecomposition(matrix).getConditionNumber();
  }

  @Property(tries = 1)
  @Checks(CLAIM)
  void centringDecorrelates() {
    for (int points : new int[] {8, 15}) {
      double[] r = fractions(points);
      double center = StrictMath.exp(Arrays.stream(r).map(StrictMath::log).average().orElseThrow());
      RealMatrix plain = jacobian(r, 1);
      Check.of(CLAIM, "1 − correlation of γ and ln a, r in percent")
          .part("collinear")
          .by(Oracle.INVARIANT)
          .at("points", points)
          .expectingAtMost(0.003, Tolerance.remainder(1e-9, "condition 3600 times rounding"))
          .holds(1 - correlation(plain))
          .rejects("r in units of its geometric mean", 1 - correlation(jacobian(r, center)));
      boolean eight = points == 8;
      quoted(
          "r in percent",
          points,
          condition(plain),
          eight ? 53.2 : 59.5,
          condition(jacobian(r, center)));
      quoted(
          "r centred",
          points,
          condition(jacobian(r, center)),
          eight ? 11.3 : 12.8,
          condition(plain));
    }
  }

  /** Correlation of γ and ln a in a fit by least squares. */
  private static double correlation(RealMatrix jacobian) {
    RealMatrix covariance =
        new LUDecomposition(jacobian.transpose().multiply(jacobian)).getSolver().getInverse();
    return covariance.getEntry(0, 1)
        / StrictMath.sqrt(covariance.getEntry(0, 0) * covariance.getEntry(1, 1));
  }

  private static void quoted(String unit, int points, double actual, double quoted, double other) {
    Check.of(CLAIM, "condition number of the Jacobian, " + unit)
        .part("condition")
        .by(Oracle.SECOND_ALGORITHM)
        .at("points", points)
        .expecting(quoted, Tolerance.remainder(0.05, "quoted to a tenth"))
        .holds(actual)
        .rejects("in the other unit", other);
  }

  /** Fits to points with 10 percent noise: how often the intervals hold the true γ, how wide. */
  @Property(tries = 1)
  @Checks(CLAIM)
  void intervalsHoldTheTruth() {
    RandomGenerator random = RunSettings.seeds().stream(CLAIM + "/coverage");
    double[] r = fractions(8);
    double[] t = exact(r);
    int covered = 0;
    int coveredByHalf = 0;
    double[] widths = new double[FITS];
    for (int k = 0; k < FITS; k++) {
      double[] noisy =
          Arrays.stream(t).map(x -> x * StrictMath.exp(0.1 * random.nextGaussian())).toArray();
      PowerLawFit fit = PowerLawFit.of(r, noisy);
      Interval interval = fit.gammaInterval(0.95);
      covered += holds(interval) ? 1 : 0;
      coveredByHalf += holds(fit.gammaInterval(0.5)) ? 1 : 0;
      widths[k] = interval.high() - interval.low();
    }
    coverage((double) covered / FITS, (double) coveredByHalf / FITS);
    width(widths);
  }

  private static boolean holds(Interval interval) {
    return interval.low() <= GAMMA && GAMMA <= interval.high();
  }

  private static void coverage(double share, double ofHalf) {
    double z = Normal.quantileSf(FALSE_ALARM / 2);
    double error = Math.sqrt(0.9 * 0.1 / FITS);
    double rivalError = Math.sqrt(0.25 / FITS);
    Check.of(CLAIM, "share of intervals that hold γ")
        .part("coverage")
        .by(Oracle.STATISTICAL)
        .at("fits", FITS)
        .expecting(
            0.945,
            Tolerance.sum(
                Tolerance.remainder(0.045, "the claim's range, 0.9 to 0.99"),
                new Tolerance.Clt(error, FALSE_ALARM, z, "binomial at its wider end, 0.9")))
        .power(Normal.cdf((0.9 - z * error - 0.5) / rivalError))
        .holds(share)
        .rejects("at the level of 50 percent", ofHalf);
  }

  private static void width(double[] widths) {
    Arrays.sort(widths);
    double quartiles = widths[3 * FITS / 4] - widths[FITS / 4];
    double error = 1.2533 * quartiles / 1.349 / Math.sqrt(FITS);
    double z = Normal.quantileSf(FALSE_ALARM / 2);
    Check.of(CLAIM, "median width of the intervals of γ")
        .part("width")
        .by(Oracle.STATISTICAL)
        .at("fits", FITS)
        .expecting(
            2,
            Tolerance.sum(
                Tolerance.remainder(1, "the claim's range, 1 to 3"),
                new Tolerance.Clt(error, FALSE_ALARM, z, "a median, from the quartiles")))
        .holds(widths[FITS / 2])
        .rejects("0.01, as three digits of γ would need", 0.01);
  }
}
