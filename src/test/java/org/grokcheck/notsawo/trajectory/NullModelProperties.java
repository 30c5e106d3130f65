package org.grokcheck.notsawo.trajectory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.math.exact.SymmetricEigen;

/** App. G.3: shares of principal components of featureless paths. */
class NullModelProperties {
  private static final MathContext DIGITS = new MathContext(40);
  private static final String WALK = "notsawo.ext.pca_random_walk";
  private static final String INTEGRATED = "notsawo.ext.pca_integrated_walk";
  private static final String DRIFT = "notsawo.ext.pca_drift";
  private static final String MATRIX = "notsawo.appg3.matrix";

  /** Shares of the first components of an exact matrix, by rotations in sixty digits. */
  private static double[] shares(RationalMatrix gram) {
    SymmetricEigen eigen = new SymmetricEigen(gram);
    BigDecimal trace = gram.trace().toDecimal(DIGITS);
    return IntStream.range(0, eigen.size())
        .mapToObj(eigen::value)
        .sorted((a, b) -> b.compareTo(a))
        .limit(2)
        .mapToDouble(v -> v.divide(trace, DIGITS).doubleValue())
        .toArray();
  }

  private static RationalMatrix centred(RationalMatrix gram) {
    int n = gram.height();
    RationalMatrix centring =
        RationalMatrix.of(n, n, (i, j) -> Rational.of(i == j ? n - 1 : -1, n));
    return centring.times(gram).times(centring);
  }

  private static RationalMatrix aboutLast(RationalMatrix gram) {
    int last = gram.height() - 1;
    return RationalMatrix.of(
        last,
        last,
        (i, j) ->
            gram.get(i, j)
                .minus(gram.get(i, last))
                .minus(gram.get(last, j))
                .plus(gram.get(last, last)));
  }

  private static void compare(
      String claim,
      String part,
      String what,
      int points,
      double expected,
      double actual,
      String variant,
      double wrong) {
    Check.of(claim, what)
        .part(part)
        .by(Oracle.TABLE)
        .at("T", points)
        .expecting(
            expected, new Tolerance.Rounding(40.0 * points + 40, 1, "a decomposition in doubles"))
        .holds(actual)
        .rejects(variant, wrong);
  }

  @Property(tries = 8)
  @Checks(WALK)
  void closedFormOfARandomWalk(@ForAll @IntRange(min = 3, max = 10) int points) {
    RationalMatrix gram =
        RationalMatrix.of(points, points, (i, j) -> Rational.of(Math.min(i, j) + 1));
    double[] centred = shares(centred(gram));
    double[] last = shares(aboutLast(gram));
    RandomWalk walk = new RandomWalk(points);
    RandomWalk longer = new RandomWalk(points + 1);
    for (int k = 1; k <= 2; k++) {
      compare(
          WALK,
          "closed form",
          "centred share " + k,
          points,
          centred[k - 1],
          walk.centredShare(k),
          "one point more",
          longer.centredShare(k));
      compare(
          WALK,
          "closed form",
          "share about the last point " + k,
          points,
          last[k - 1],
          walk.aboutLastShare(k),
          "one point more",
          longer.aboutLastShare(k));
    }
    compare(
        WALK,
        "closed form",
        "trace of the centred matrix",
        points,
        1,
        walk.centredTrace() / centred(gram).trace().toDouble(),
        "T²/6",
        points * points / 6.0 / centred(gram).trace().toDouble());
    compare(
        WALK,
        "closed form",
        "trace about the last point",
        points,
        1,
        walk.aboutLastTrace() / aboutLast(gram).trace().toDouble(),
        "T²/2",
        points * points / 2.0 / aboutLast(gram).trace().toDouble());
  }

  /** Shares tend to 6/(πk)² and 8/((2k − 1)π)², with remainders of order 1/T² and 1/T. */
  @Property(tries = 12)
  @Checks(WALK)
  void limitOfARandomWalk(
      @ForAll @IntRange(min = 1, max = 4) int k, @ForAll("longPaths") double size) {
    long points = (long) size;
    RandomWalk walk = new RandomWalk(points);
    double wave = Math.PI * k;
    double odd = (2 * k - 1) * Math.PI;
    Check.of(WALK, "centred share " + k)
        .part("limit")
        .by(Oracle.LIMIT)
        .at("T", points)
        .expecting(
            6 / (wave * wave),
            Tolerance.remainder(2.0 / points / points + 1e-15, "(1/2 + 6/(πk)²)/T² to first order"))
        .holds(walk.centredShare(k))
        .rejects("about the last point", walk.aboutLastShare(k));
    Check.of(WALK, "share about the last point " + k)
        .part("limit")
        .by(Oracle.LIMIT)
        .at("T", points)
        .expecting(
            8 / (odd * odd),
            Tolerance.remainder(1.0 / points / points + 1e-15, "8/((2k−1)π)² (1/4)/T² and 1/(6T²)"))
        .holds(walk.aboutLastShare(k))
        .rejects("centred", walk.centredShare(k));
  }

  @Provide
  Arbitrary<Double> longPaths() {
    return Arb.logUniform(1000, 1e9);
  }

  @Property(tries = 8)
  @Checks(INTEGRATED)
  void averagedIncrements(
      @ForAll @IntRange(min = 3, max = 8) int points,
      @ForAll @IntRange(min = 0, max = 9) int tenths) {
    Rational beta = Rational.of(tenths, 10);
    RationalMatrix sums =
        RationalMatrix.of(
            points,
            points,
            (i, j) -> j > i ? Rational.ZERO : Rational.ONE.minus(beta.power(i - j + 1)));
    double[] exact = shares(centred(sums.times(sums.transpose())));
    GramShares shares =
        GramShares.centred(NullPaths.averaged(points, BigDecimal.valueOf(tenths, 1)));
    GramShares other = GramShares.centred(NullPaths.averaged(points, new BigDecimal("0.55")));
    for (int k = 1; k <= 2; k++) {
      compare(
          INTEGRATED,
          "averaged increments",
          "share " + k,
          points,
          exact[k - 1],
          shares.share(k),
          "β = 0.55",
          other.share(k));
    }
  }

  /** The values that the claim names for 1000 points. */
  @Property(tries = 1)
  @Checks(INTEGRATED)
  void betweenBothWalks() {
    Check.of(INTEGRATED, "first two shares at β = 0.99, T = 1000")
        .part("named values")
        .by(Oracle.SECOND_ALGORITHM)
        .expecting(0.903, Tolerance.remainder(5e-4, "half a unit of the last digit"))
        .holds(GramShares.centred(NullPaths.averaged(1000, new BigDecimal("0.99"))).firstTwo())
        .rejects("a random walk", 0.7599)
        .rejects("an integrated walk", 0.9918);
  }

  @Property(tries = 8)
  @Checks(DRIFT)
  void drift(
      @ForAll @IntRange(min = 3, max = 8) int points, @ForAll @IntRange(min = 0, max = 64) int s) {
    RationalMatrix drift =
        RationalMatrix.of(
            points,
            points,
            (i, j) ->
                Rational.of(Math.min(i, j) + 1)
                    .plus(Rational.of(2L * s * (i + 1) * (j + 1), points)));
    double[] exact = shares(centred(drift));
    GramShares shares = GramShares.centred(NullPaths.withDrift(points, s));
    GramShares half = GramShares.centred(NullPaths.withDrift(points, (s + 1) / 2.0 + 0.25));
    for (int k = 1; k <= 2; k++) {
      compare(
          DRIFT,
          "drift",
          "share " + k,
          points,
          exact[k - 1],
          shares.share(k),
          "another drift",
          half.share(k));
    }
  }

  @Property(tries = 8)
  @Checks(DRIFT)
  void relaxation(
      @ForAll @IntRange(min = 3, max = 8) int points, @ForAll @IntRange(min = 1, max = 64) int c) {
    RationalMatrix kernel =
        RationalMatrix.of(
            points,
            points,
            (i, j) -> Rational.of(StrictMath.exp(-c * (double) Math.abs(i - j) / points)));
    double[] exact = shares(centred(kernel));
    GramShares shares = GramShares.centred(NullPaths.relaxing(points, c));
    GramShares longer = GramShares.centred(NullPaths.relaxing(points, 2.0 * c));
    for (int k = 1; k <= 2; k++) {
      compare(
          DRIFT,
          "relaxation",
          "share " + k,
          points,
          exact[k - 1],
          shares.share(k),
          "twice the length",
          longer.share(k));
    }
  }

  /** The values that the claim names, and the order in the drift. */
  @Property(tries = 1)
  @Checks(DRIFT)
  void namedShares() {
    int points = 300;
    double grid = 3.0 / points / points;
    double[][] drifts = {{0, 0.760}, {1, 0.877}, {4, 0.951}, {16, 0.985}, {64, 0.996}};
    double[][] lengths = {{1, 0.703}, {10, 0.344}};
    double before = 0;
    for (double[] row : drifts) {
      double share = GramShares.centred(NullPaths.withDrift(points, row[0])).firstTwo();
      named("drift", "s", row, share, grid, before);
      before = row[1];
    }
    before = 0.76;
    for (double[] row : lengths) {
      double share = GramShares.centred(NullPaths.relaxing(points, row[0])).firstTwo();
      named("relaxation", "c", row, share, 6.0 / points, before);
      before = row[1];
    }
  }

  private static void named(
      String part, String name, double[] row, double share, double grid, double other) {
    Check.of(DRIFT, "first two shares at " + name + " = " + row[0])
        .part(part + ", named values")
        .by(Oracle.TABLE)
        .expecting(row[1], Tolerance.remainder(5e-4 + grid, "half a digit, and 300 points for 800"))
        .holds(share)
        .rejects("that of its neighbour", other);
  }

  /** Shares from the Gram matrix of points are those from the covariance of their coordinates. */
  @Property(tries = 12)
  @Checks(MATRIX)
  void gramAndCovarianceAgree(@ForAll("paths") RationalMatrix path) {
    int points = path.height();
    RationalMatrix gram = path.times(path.transpose());
    double[][] products = new double[points][];
    for (int i = 0; i < points; i++) {
      products[i] = gram.row(i).toDoubles();
    }
    RationalVector mean =
        path.transpose().times(RationalVector.of(points, i -> Rational.of(1, points)));
    RationalMatrix gaps =
        RationalMatrix.of(points, path.width(), (i, j) -> path.get(i, j).minus(mean.get(j)));
    RationalMatrix fromLast =
        RationalMatrix.of(
            points - 1, path.width(), (i, j) -> path.get(i, j).minus(path.get(points - 1, j)));
    double[] centred = shares(gaps.transpose().times(gaps));
    double[] last = shares(fromLast.transpose().times(fromLast));
    for (int k = 1; k <= 2; k++) {
      Check.of(MATRIX, "centred share " + k)
          .part("centred")
          .by(Oracle.SECOND_ALGORITHM)
          .at("path", path)
          .expecting(
              centred[k - 1],
              new Tolerance.Rounding(2000, 1, "products and eigenvalues in doubles"))
          .holds(GramShares.centred(products).share(k))
          .rejects("about the last point", last[k - 1]);
      Check.of(MATRIX, "share about the last point " + k)
          .part("about the last point")
          .by(Oracle.SECOND_ALGORITHM)
          .at("path", path)
          .expecting(
              last[k - 1], new Tolerance.Rounding(2000, 1, "products and eigenvalues in doubles"))
          .holds(GramShares.aboutLast(products).share(k))
          .rejects("centred", centred[k - 1]);
    }
  }

  @Provide
  Arbitrary<RationalMatrix> paths() {
    return ExactArb.matrix(6, 4);
  }
}
