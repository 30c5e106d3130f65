package org.grokcheck.beck;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.ExponentialMinimum;
import org.grokcheck.oracle.LineSeparation;

/** Arbitrary points on the line: on which side of separability, and where the weight ends. */
class OneDimensionalDataProperties {
  private static final String CLAIM = "beck.ext.d1-arbitrary";

  /** Sums over the points at S_∞, in doubles, for bounds only. */
  private record Sums(double[] x, double s) {
    static Sums of(LinePoints points, double s) {
      return new Sums(points.x(), s);
    }

    /** Σ f(x, Sx). */
    double over(DoubleBinaryOperator f) {
      return Arrays.stream(x).map(point -> f.applyAsDouble(point, s * point)).sum();
    }

    /** Σ pᵢf(xᵢ, Sxᵢ). */
    double mean(DoubleBinaryOperator f) {
      double total = over((point, y) -> StrictMath.exp(y));
      return over((point, y) -> StrictMath.exp(y) / total * f.applyAsDouble(point, y));
    }

    double largestExponent() {
      return Arrays.stream(x).map(point -> Math.abs(s * point)).max().orElseThrow();
    }

    /**
     * Roundings of the pull Σ xᵢe^{Sxᵢ} over its slope, for the better conditioned of two forms.
     */
    double minimiserError() {
      double plain = over((point, y) -> Math.abs(point) * StrictMath.exp(y));
      double total = Math.abs(Arrays.stream(x).sum());
      double centred = total + over((point, y) -> Math.abs(point * StrictMath.expm1(y)));
      double perTerm = 6 + 2 * largestExponent();
      double slope = over((point, y) -> point * point * StrictMath.exp(y));
      return Tolerance.UNIT_ROUNDOFF
          * (perTerm * Math.min(plain, centred) / slope + 2 * Math.abs(s));
    }
  }

  @Property(tries = 300)
  @Checks(CLAIM)
  void weightEndsAtTheRoot(@ForAll("inseparable") LinePoints points) {
    ExponentialMinimum minimum = new ExponentialMinimum(points.decimals());
    double expected = minimum.minimiser().doubleValue();
    Sums sums = Sums.of(points, expected);
    double mean = Arrays.stream(points.x()).sum();
    double square = Arrays.stream(points.x()).map(x -> x * x).sum();
    at(points, "S_∞", "Σ xᵢe^{Sxᵢ} = 0")
        .expecting(
            expected,
            Tolerance.remainder(sums.minimiserError(), "rounding of Σ xᵢe^{Sxᵢ} over Σ xᵢ²e^{Sxᵢ}"))
        .holds(points.data().minimiser())
        .rejects("e^{−Sx}", -expected)
        .rejects("−Σx/Σx², one step from 0", -mean / square);
  }

  @Property(tries = 300)
  @Checks(CLAIM)
  void rateIsTheTiltedVariance(@ForAll("inseparable") LinePoints points) {
    ExponentialMinimum minimum = new ExponentialMinimum(points.decimals());
    double expected = minimum.tiltedVariance().doubleValue();
    Sums sums = Sums.of(points, minimum.minimiser().doubleValue());
    double n = points.x().length;
    double exponent = sums.largestExponent();
    double rounding =
        Tolerance.UNIT_ROUNDOFF * (8 + 4 * exponent + 2 * StrictMath.log(n)) * expected;
    double shifted =
        2
            * sums.minimiserError()
            * sums.mean((x, y) -> Math.abs(x * x * x) + expected * Math.abs(x));
    at(points, "r", "Σ pᵢxᵢ²")
        .expecting(expected, Remainders.sum(rounding, shifted, "pᵢ with exponents Sxᵢ; r′(S)δS"))
        .holds(points.data().relaxationExponent())
        .rejects("untilted", Arrays.stream(points.x()).map(x -> x * x).sum() / n)
        .rejects("e^{Sx}/N for p", expected * minimum.meanExponential().doubleValue());
  }

  @Property(tries = 300)
  @Checks(CLAIM)
  void lossAndEntropyAtTheRoot(@ForAll("inseparable") LinePoints points) {
    ExponentialMinimum minimum = new ExponentialMinimum(points.decimals());
    double z = minimum.meanExponential().doubleValue();
    double expected = minimum.entropy().doubleValue();
    Sums sums = Sums.of(points, minimum.minimiser().doubleValue());
    double n = points.x().length;
    double terms = 1 + 2 * sums.largestExponent() + StrictMath.log(n);
    // log Σe^{Sx} is stationary at S_∞, so that δS counts at second order.
    double second = square(sums.minimiserError()) * sums.mean((x, y) -> x * x);
    Tolerance loss =
        Remainders.sum(8 * Tolerance.UNIT_ROUNDOFF * terms, second, "exponents Sxᵢ, log N");
    at(points, "Z", "log (1/N)Σ e^{S_∞xᵢ}")
        .expecting(StrictMath.log(z), loss)
        .holds(points.data().logMeanExponential())
        .rejects("without 1/N", StrictMath.log(z * n));
    double slope = Math.abs(sums.s()) * sums.mean((x, y) -> x * x) * sums.minimiserError();
    at(points, "entropy", "−Σ pᵢ log pᵢ")
        .expecting(
            expected,
            Remainders.sum(8 * Tolerance.UNIT_ROUNDOFF * terms * 2, 2 * slope, "as log Z; S r δS"))
        .holds(points.data().entropy())
        .rejects("log N", StrictMath.log(n));
    at(points, "entropy", "−Σ pᵢ log pᵢ = log(NZ)")
        .expecting(
            StrictMath.log(n * z),
            Remainders.sum(8 * Tolerance.UNIT_ROUNDOFF * terms * 2, 2 * slope, "as log Z; S r δS"))
        .holds(points.data().entropy())
        .rejects("log Z", StrictMath.log(z));
  }

  @Property(tries = 300)
  @Checks(CLAIM)
  void sidesOfSeparability(@ForAll("all") LinePoints points) {
    OneDimensionalData data = points.data();
    LineSeparation exact = new LineSeparation(points.decimals());
    at(points, "sides", "separable: some S has Sxᵢ ≤ −1 for all i")
        .by(Oracle.EXACT)
        .expectingExactly(exact.isFeasible())
        .holds(data.isSeparable())
        .rejects("max > 0", Arrays.stream(points.x()).max().orElseThrow() > 0);
    double least = Arrays.stream(points.x()).min().orElseThrow();
    double most = Arrays.stream(points.x()).max().orElseThrow();
    at(points, "sides", "inseparable: the loss rises in both directions")
        .expectingExactly(least < 0 && most > 0)
        .holds(data.isInseparable())
        .rejects("not separable", !data.isSeparable());
    at(points, "sides", "margin")
        .by(Oracle.EXACT)
        .expecting(LineSeparation.toDouble(exact.distanceOfOrigin()), new Tolerance.Exact())
        .holds(data.margin())
        .rejects("max|x|", points.largest());
  }

  @Property(tries = 200)
  @Checks(CLAIM)
  void weightOfOneSidedPointsDiverges(@ForAll("oneSided") LinePoints points) {
    OneDimensionalData data = points.data();
    double side = Math.signum(Arrays.stream(points.x()).sum());
    double step = Arrays.stream(points.sizes()).filter(x -> x > 0).min().orElseThrow();
    at(points, "sides", "S_∞ of one-sided points")
        .expectingExactly(-side * Double.POSITIVE_INFINITY)
        .holds(data.minimiser())
        .rejects("towards the points", side * Double.POSITIVE_INFINITY);
    // So far out that e^{Sx} is 0 in doubles for all points but those at 0.
    double far = -side * 800 / step;
    double mean =
        Arrays.stream(points.x()).map(x -> StrictMath.exp(far * x)).average().orElseThrow();
    at(points, "Z", "log inf (1/N)Σ e^{Sxᵢ} of one-sided points")
        .by(Oracle.LIMIT)
        .expecting(StrictMath.log(mean), new Tolerance.Exact())
        .holds(data.logMeanExponential())
        .rejects("1/N for k/N", -StrictMath.log(points.x().length));
  }

  private static Check at(LinePoints points, String part, String quantity) {
    return Check.of(CLAIM, quantity).by(Oracle.TABLE).part(part).at(points.inputs());
  }

  private static double square(double value) {
    return value * value;
  }

  @Provide
  Arbitrary<LinePoints> inseparable() {
    return LinePoints.inseparable();
  }

  @Provide
  Arbitrary<LinePoints> oneSided() {
    return Arbitraries.oneOf(LinePoints.separable(), LinePoints.boundary());
  }

  @Provide
  Arbitrary<LinePoints> all() {
    Arbitrary<LinePoints> origin = Arbitraries.just(new LinePoints(List.of(0.0, 0.0)));
    return Arbitraries.oneOf(LinePoints.inseparable(), oneSided(), oneSided(), origin);
  }
}
