package org.grokcheck.kumar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.CommitteePolynomial;
import org.grokcheck.oracle.KernelOperator;

/**
 * The kernel at w̄ = 0 and M of known eigenvalues, from the gradients of a network that has them.
 */
class AnyMomentSpectrumProperties {
  /**
   * 2D neurons ± r_a u_a, with the columns u_a of a Householder reflection as an orthonormal basis
   * of rationals: w̄ = 0 and M = (1/D) Σ r_a² u_a u_aᵀ.
   */
  record Case(Rational eps, RationalVector roots, RationalVector normal, Rational point) {
    int dimension() {
      return roots.size();
    }

    RationalVector moments() {
      return RationalVector.of(dimension(), a -> roots.get(a).square());
    }

    RationalMatrix reflection() {
      Rational factor = Rational.TWO.over(normal.normSquared());
      return RationalMatrix.identity(dimension()).minus(normal.outer(normal).times(factor));
    }

    RationalMatrix weights() {
      RationalMatrix basis = reflection();
      int d = dimension();
      return RationalMatrix.of(
          2 * d, d, (i, k) -> basis.get(k, i % d).times(roots.get(i % d)).times(i < d ? 1 : -1));
    }

    KernelOperator operator() {
      int d = dimension();
      CommitteePolynomial network = CommitteePolynomial.quadratic(d, 2 * d, Rational.ONE, eps);
      return new KernelOperator(d, network.kernelAt(weights()).times(Rational.of(2L * d)));
    }

    QuadraticSector sector() {
      return new QuadraticSector(eps, moments().times(Rational.of(1, dimension())));
    }

    Check check(String claim, String quantity) {
      return Check.of(claim, quantity)
          .by(Oracle.EXACT)
          .at("D", dimension(), "eps", eps, "roots", roots, "normal", normal);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.integers()
        .between(1, 3)
        .flatMap(
            d ->
                Combinators.combine(
                        ExactArb.nonzero(),
                        Arbitraries.frequencyOf(
                            Tuple.of(3, ExactArb.vector(d)), Tuple.of(1, degenerate(d))),
                        ExactArb.vector(d).filter(v -> v.normSquared().signum() != 0),
                        ExactArb.nonzero())
                    .as(Case::new));
  }

  /** Equal and vanishing m_a. */
  private static Arbitrary<RationalVector> degenerate(int d) {
    return Arbitraries.of(Rational.ZERO, Rational.ONE).list().ofSize(d).map(RationalVector::new);
  }

  /** det(T − λI) over linear and quadratic functions, at a random λ: the whole spectrum at once. */
  @Property(tries = 15)
  @Checks("kumar.ext.ntk-spectrum-anyM")
  void characteristicPolynomialHasTheStatedRoots(@ForAll("cases") Case c) {
    int d = c.dimension();
    RationalMatrix matrix = c.operator().matrix();
    RationalMatrix shifted =
        matrix.minus(RationalMatrix.identity(matrix.height()).times(c.point()));
    QuadraticSector sector = c.sector();
    Rational linear = Rational.of(1, d).minus(c.point()).power(d);
    Rational products =
        sector.products().stream()
            .map(value -> value.minus(c.point()))
            .reduce(Rational.ONE, Rational::times);
    Rational squares =
        sector.characteristic(c.point().over(sector.unit())).times(sector.unit().power(d));
    Rational twice =
        sector
            .characteristic(c.point().over(sector.unit().times(2)))
            .times(sector.unit().times(2).power(d));
    c.check("kumar.ext.ntk-spectrum-anyM", "det(T - λI)")
        .expectingExactly(Elimination.determinant(shifted))
        .holds(linear.times(products).times(squares))
        .rejects("squares at twice the value", linear.times(products).times(twice))
        .rejects("2m_a alone on squares", linear.times(products).times(diagonal(sector, c)));
    c.check("kumar.ext.ntk-spectrum-anyM", "trace T = <K(x, x)>")
        .expectingExactly(c.operator().meanDiagonal())
        .holds(matrix.trace());
  }

  private static Rational diagonal(QuadraticSector sector, Case c) {
    return sector.moments().entries().stream()
        .map(m -> m.times(2).times(sector.unit()).minus(c.point()))
        .reduce(Rational.ONE, Rational::times);
  }

  /** An enclosure: the characteristic polynomial changes its sign within two ulps of a value. */
  @Property(tries = 20)
  @Checks("kumar.ext.ntk-spectrum-anyM")
  void doublesEncloseTheRoots(@ForAll("cases") Case c) {
    QuadraticSector sector = c.sector();
    List<Double> values = sector.squares();
    c.check("kumar.ext.ntk-spectrum-anyM", "number of eigenvalues on squares")
        .expectingExactly(c.dimension())
        .holds(values.size());
    for (int k = 1; k < values.size(); k++) {
      c.check("kumar.ext.ntk-spectrum-anyM", "they descend")
          .expectingExactly(true)
          .holds(values.get(k) <= values.get(k - 1));
    }
    for (double value : values) {
      c.check("kumar.ext.ntk-spectrum-anyM", "a root within two ulps of an eigenvalue")
          .expectingExactly(true)
          .holds(hasRoot(sector, value))
          .rejects("2m_a without the rank-one part", hasRoot(sector, lowered(sector, value)));
    }
  }

  /** The list as a whole: how long it is, its order, and that it adds up to ⟨K(x, x)⟩ and ⟨K²⟩. */
  @Property(tries = 20)
  @Checks("kumar.ext.ntk-spectrum-anyM")
  void descendingValuesAddUpToTheTrace(@ForAll("cases") Case c) {
    int d = c.dimension();
    List<Double> values = c.sector().descending();
    List<Double> sorted = new ArrayList<>(values);
    sorted.sort(Comparator.reverseOrder());
    c.check("kumar.ext.ntk-spectrum-anyM", "eigenvalues on quadratics: number and order")
        .expectingExactly(List.of(d * (d + 1) / 2, sorted))
        .holds(List.of(values.size(), values))
        .rejects("squares alone", List.of(d * (d + 1L) / 2, c.sector().squares()));
    Rational linear = Rational.ONE;
    double sum = c.operator().meanDiagonal().minus(linear).toDouble();
    double squares = c.operator().meanSquare().minus(linear.over(d)).toDouble();
    c.check("kumar.ext.ntk-spectrum-anyM", "their sum is <K(x, x)> − 1")
        .expecting(sum, new Tolerance.Rounding(8, sum, "two ulps of each, and their sum"))
        .holds(values.stream().mapToDouble(v -> v).sum())
        .rejects("with the linear ones", sum + 1);
    c.check("kumar.ext.ntk-spectrum-anyM", "the sum of their squares is <K²> − 1/D")
        .expecting(squares, new Tolerance.Rounding(11, squares, "as their sum, and squares"))
        .holds(values.stream().mapToDouble(v -> v * v).sum())
        .rejects("with the linear ones", squares + 1.0 / d);
  }

  private static double lowered(QuadraticSector sector, double value) {
    return value - sector.unit().times(sector.moments().get(0)).toDouble();
  }

  private static boolean hasRoot(QuadraticSector sector, double value) {
    double ulps = 2 * Math.ulp(value);
    Rational low = Rational.of(value - ulps).over(sector.unit());
    Rational high = Rational.of(value + ulps).over(sector.unit());
    Rational middle = Rational.of(value).over(sector.unit());
    boolean atPole =
        sector.moments().entries().stream()
            .anyMatch(m -> m.times(2).compareTo(low) > 0 && m.times(2).compareTo(high) < 0);
    return sector.characteristic(middle).signum() == 0
        || sector.characteristic(low).signum() * sector.characteristic(high).signum() < 0
        || (atPole && sector.characteristic(nearestPole(sector, middle)).signum() == 0);
  }

  private static Rational nearestPole(QuadraticSector sector, Rational at) {
    return sector.moments().entries().stream()
        .map(m -> m.times(2))
        .min((p, q) -> p.minus(at).abs().compareTo(q.minus(at).abs()))
        .orElseThrow();
  }

  /** Two neurons ± r β: M = r²ββᵀ, so that κ = r²|β|². */
  @Property(tries = 8)
  @Checks("kumar.ext.final-ntk")
  void trainedKernelKnowsTheTarget(@ForAll("trained") ExactCase c) {
    int d = c.dimension();
    Rational r = c.readouts().get(0);
    RationalMatrix weights =
        new RationalMatrix(List.of(c.beta().times(r), c.beta().times(r.negate())));
    CommitteePolynomial network = CommitteePolynomial.quadratic(d, 2, Rational.ONE, c.eps());
    KernelOperator k = new KernelOperator(d, network.kernelAt(weights).times(Rational.TWO));
    TrainedKernel trained = new TrainedKernel(d, c.eps(), r.square().times(c.beta().normSquared()));
    Polynomial y = network.target(c.beta());
    c.check("kumar.ext.final-ntk", "<K y>")
        .expectingExactly(k.apply(y))
        .holds(k.there(y).times(trained.target()))
        .rejects("2ε²κ/D²", k.there(y).times(trained.beside().times(2)));
    RationalVector beside =
        c.x().minus(c.beta().times(c.x().dot(c.beta()).over(c.beta().normSquared())));
    Polynomial product =
        CommitteePolynomial.linear(c.beta(), network.input())
            .times(CommitteePolynomial.linear(beside, network.input()));
    c.check("kumar.ext.final-ntk", "<K (β·x)(u·x)>")
        .expectingExactly(k.apply(product))
        .holds(k.there(product).times(trained.beside()));
    Polynomial rest = CommitteePolynomial.linear(beside, network.input()).square();
    Polynomial traceless = rest.minus(y.times(y(c, beside)));
    c.check("kumar.ext.final-ntk", "other quadratics")
        .expectingExactly(Polynomial.ZERO)
        .holds(k.apply(traceless));
    Rational squared = k.form(y).square().over(k.meanSquare()).over(k.inner(y, y).square());
    c.check("kumar.ext.final-ntk", "A²")
        .expectingExactly(squared)
        .holds(trained.alignmentSquared())
        .rejects("at the start", new InitialAlignment(d, c.eps()).uncentredSquared());
    Polynomial centred = y.minus(network.average(y));
    KernelOperator kc = k.centred();
    c.check("kumar.ext.final-ntk", "A_c²")
        .expectingExactly(
            kc.form(centred)
                .square()
                .over(kc.meanSquare())
                .over(k.inner(centred, centred).square()))
        .holds(trained.centredAlignmentSquared())
        .rejects("not centred", trained.alignmentSquared());
  }

  /** The multiple of y that makes (u·x)² − c y orthogonal to all of K: 2|u|²/(3|β|²). */
  private static Rational y(ExactCase c, RationalVector beside) {
    return beside.normSquared().times(2).over(c.beta().normSquared().times(3));
  }

  @Provide
  Arbitrary<ExactCase> trained() {
    return ExactCase.upTo(3, 1);
  }
}
