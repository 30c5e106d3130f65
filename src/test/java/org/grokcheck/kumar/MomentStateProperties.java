package org.grokcheck.kumar;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * The moments in doubles against the network's definition in exact arithmetic. A polynomial whose
 * longest path has n roundings is computed to γ_n times the polynomial of the absolute values, all
 * signs plus.
 */
class MomentStateProperties {
  /** Doubles of many magnitudes and both signs. */
  static final class Case {
    private final double alpha;
    private final double eps;
    private final double[][] weights;
    private final double[] beta;
    private final double[] x;
    private final double[] z;

    Case(double alpha, double eps, double[][] weights, double[] beta, double[] x, double[] z) {
      this.alpha = alpha;
      this.eps = eps;
      this.weights = weights;
      this.beta = beta;
      this.x = x;
      this.z = z;
    }

    int dimension() {
      return beta.length;
    }

    MomentState moments() {
      return MomentState.of(weights);
    }

    RationalMatrix exactWeights() {
      return RationalMatrix.of(weights.length, dimension(), (i, k) -> Rational.of(weights[i][k]));
    }

    /** The same network with every number replaced by its size. */
    Case sizes() {
      double[][] w = new double[weights.length][];
      for (int i = 0; i < w.length; i++) {
        w[i] = abs(weights[i]);
      }
      return new Case(Math.abs(alpha), Math.abs(eps), w, abs(beta), abs(x), abs(z));
    }

    Check check(String claim, String quantity) {
      return Check.of(claim, quantity)
          .by(Oracle.EXACT)
          .at(
              "D",
              dimension(),
              "N",
              weights.length,
              "alpha",
              alpha,
              "eps",
              eps,
              "W",
              Arrays.deepToString(weights));
    }
  }

  private static double[] abs(double[] v) {
    return Arrays.stream(v).map(Math::abs).toArray();
  }

  private static RationalVector exact(double[] v) {
    return RationalVector.of(v.length, i -> Rational.of(v[i]));
  }

  @Provide
  Arbitrary<Case> cases() {
    return ExactArb.shapes(5, 6)
        .flatMap(
            s ->
                Combinators.combine(
                        number(),
                        number(),
                        vector(s.get1()).array(double[][].class).ofSize(s.get2()),
                        vector(s.get1()),
                        vector(s.get1()),
                        vector(s.get1()))
                    .as(Case::new));
  }

  private static Arbitrary<double[]> vector(int size) {
    return number().array(double[].class).ofSize(size);
  }

  /** The coordinates of moderate size in both signs; 0 among them. */
  private static Arbitrary<Double> number() {
    return Arb.signedLogUniform(1e-3, 1e3);
  }

  /** γ_n of the polynomial at the sizes; N + 2 roundings make a moment. */
  private static Tolerance rounding(Case c, int roundings, double size) {
    return new Tolerance.Rounding(
        roundings + c.weights.length + 2,
        size,
        "longest path of additions and products, at the sizes of all terms");
  }

  @Property(tries = 100)
  @Checks({"kumar.sec5.f-moments", "kumar.eq5"})
  void outputAndKernelAreRightToTheirRounding(@ForAll("cases") Case c) {
    CommitteeNeurons exact = new CommitteeNeurons(c.exactWeights(), Rational.of(c.eps));
    Case sizes = c.sizes();
    CommitteeNeurons large = new CommitteeNeurons(sizes.exactWeights(), Rational.of(sizes.eps));
    Rational expected = exact.output(exact(c.x)).times(Rational.of(c.alpha));
    double size = large.output(exact(sizes.x)).times(Rational.of(sizes.alpha)).toDouble();
    double actual = c.moments().output(c.alpha, c.eps, c.x);
    c.check("kumar.sec5.f-moments", "f(x) in doubles")
        .expecting(expected.toDouble(), rounding(c, 2 * c.dimension() + 5, size))
        .holds(actual)
        .rejects("ε for ε/2", c.moments().output(c.alpha, 2 * c.eps, c.x));
    double kernel = exact.kernel(exact(c.x), exact(c.z)).toDouble();
    double kernelSize = large.kernel(exact(sizes.x), exact(sizes.z)).toDouble();
    c.check("kumar.eq5", "K(x, x') in doubles")
        .expecting(kernel, rounding(c, 3 * c.dimension() + 8, kernelSize))
        .holds(c.moments().kernel(c.eps, c.x, c.z))
        .rejects("ε for ε²", c.moments().kernel(Math.sqrt(Math.abs(c.eps)), c.x, c.z));
  }

  /** Sums over neurons, as defined. */
  private record CommitteeNeurons(RationalMatrix weights, Rational eps) {
    Rational output(RationalVector x) {
      return RationalVector.sum(
              weights.height(),
              i -> {
                Rational h = weights.row(i).dot(x);
                return h.plus(h.square().times(eps).over(2));
              })
          .over(weights.height());
    }

    Rational kernel(RationalVector x, RationalVector other) {
      return RationalVector.sum(
              weights.height(), i -> slope(weights.row(i), x).times(slope(weights.row(i), other)))
          .times(x.dot(other))
          .over(weights.height());
    }

    private Rational slope(RationalVector w, RationalVector x) {
      return Rational.ONE.plus(eps.times(w.dot(x)));
    }
  }

  /** L by Isserlis: ⟨(½xᵀAx)²⟩ = (¼(Tr A)² + ½ Tr A²)/D² is eq. (6), proved elsewhere. */
  @Property(tries = 60)
  @Checks("kumar.eq6")
  void riskIsRightToItsRounding(@ForAll("cases") Case c) {
    PopulationRisk exact = risk(c, Rational.of(c.alpha));
    Case sizes = c.sizes();
    // −|α| turns ββᵀ − αεM of sizes into the sum of sizes.
    PopulationRisk large = risk(sizes, Rational.of(-sizes.alpha));
    MomentState.Risk actual = c.moments().risk(c.alpha, c.eps, c.beta);
    int roundings = 2 * c.dimension() * c.dimension() + 16 + c.weights.length;
    c.check("kumar.eq6", "L in doubles")
        .expecting(exact.total().toDouble(), rounding(c, roundings, large.total().toDouble()))
        .holds(actual.total())
        .rejects("variance left out", actual.misalignment() + actual.linearPower())
        .rejects("linear power left out", actual.misalignment() + actual.variance());
    c.check("kumar.eq6", "linear power in doubles")
        .expecting(
            exact.linearPower().toDouble(),
            rounding(c, c.dimension() + 8 + c.weights.length, large.linearPower().toDouble()))
        .holds(actual.linearPower());
  }

  private static PopulationRisk risk(Case c, Rational alpha) {
    return PopulationRisk.of(
        alpha, Rational.of(c.eps), WeightMoments.of(c.exactWeights()), exact(c.beta));
  }

  @Provide
  Arbitrary<DescentCase> descents() {
    return DescentCase.small();
  }

  /** A step in doubles against a step of the exact moments from the same doubles. */
  @Property(tries = 40)
  @Checks("kumar.ext.closed-gd")
  void stepIsRightToItsRounding(@ForAll("descents") DescentCase c) {
    int d = c.dimension();
    MomentState start = MomentState.of(doubles(c.weights()));
    MomentTraining training =
        new MomentTraining(
            c.alpha().toDouble(),
            c.eps().toDouble(),
            doubles(c.samples()),
            c.targets().toDoubles(),
            new MomentState(new double[d], new double[d][d]));
    MomentState next = training.next(start, c.eta().toDouble(), c.width());
    MomentDescent exact = c.uncentred();
    WeightMoments expected = exact.next(start.exact(), c.eta(), c.width());
    MomentDescent large =
        new MomentDescent(
            c.alpha().abs().negate(),
            c.eps().abs(),
            sizes(c.samples()),
            new RationalVector(c.targets().entries().stream().map(Rational::abs).toList()),
            MomentDescent.nothing(d));
    // Negative α makes all terms of the residual add up; negative η undoes its sign in the step.
    WeightMoments absolute =
        new WeightMoments(
            new RationalVector(start.exact().mean().entries().stream().map(Rational::abs).toList()),
            sizes(start.exact().second()));
    WeightMoments size = large.next(absolute, c.eta().abs().negate(), c.width());
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        c.check("kumar.ext.closed-gd", "M after a step in doubles")
            .expecting(
                expected.second().get(i, j).toDouble(),
                new Tolerance.Rounding(
                    4 * d + 2 * c.samples().height() + 24,
                    size.second().get(i, j).toDouble(),
                    "longest path of residual, map and product, at the sizes of all terms"))
            .holds(next.second(i, j))
            .rejects("not moved", start.second(i, j));
      }
    }
    c.check("kumar.ext.closed-gd", "loss in doubles")
        .expecting(
            exact.loss(start.exact()).toDouble(),
            new Tolerance.Rounding(
                4 * d + c.samples().height() + 16,
                large.loss(absolute).toDouble(),
                "longest path of residual and sum, at the sizes of all terms"))
        .holds(training.loss(start))
        .rejects("sum for mean", training.loss(start) * (c.samples().height() + 1));
  }

  private static double[][] doubles(RationalMatrix m) {
    return m.rows().stream().map(RationalVector::toDoubles).toArray(double[][]::new);
  }

  private static RationalMatrix sizes(RationalMatrix m) {
    return RationalMatrix.of(m.height(), m.width(), (i, j) -> m.get(i, j).abs());
  }
}
