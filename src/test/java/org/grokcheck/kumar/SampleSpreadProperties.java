package org.grokcheck.kumar;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Isserlis;
import org.grokcheck.math.exact.Monomial;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.KernelOperator;

/** The span of f̃ − y, and how far a sample is from the population in it. */
class SampleSpreadProperties {
  private static final String EDGE = "kumar.ext.hard-upper-edge";
  private static final String LIMIT = "kumar.sec1.infinite-data";

  private static Check check(String claim, String quantity, int d, int p) {
    return Check.of(claim, quantity).by(Oracle.EXACT).at("D", d, "P", p);
  }

  @Provide
  Arbitrary<ExactCase> networks() {
    return ExactCase.upTo(3, 3);
  }

  @Property(tries = 30)
  @Checks(EDGE)
  void errorsLieInTheSpan(@ForAll("networks") ExactCase c) {
    List<Monomial> span = KernelOperator.monomials(c.dimension());
    Polynomial centred = c.network().outputAt(c.weights()).minus(c.network().outputAt(start(c)));
    Polynomial readouts = c.network().outputAt(c.weights(), c.readouts());
    Polynomial target = c.network().target(c.beta());
    c.check(EDGE, "terms of f − y outside x_a, x_a x_b")
        .part("span")
        .expectingExactly(0)
        .holds(outside(centred.minus(target), span))
        .holds(outside(readouts.minus(target), span))
        .rejects("with a constant", outside(target.minus(Polynomial.constant(c.eps())), span))
        .rejects("a cubic target", outside(target.times(Polynomial.variable(0)), span));
    c.check(EDGE, "dimension of the span")
        .part("span")
        .expectingExactly(span.size())
        .holds((int) new InitialSpectrum(c.dimension(), c.eps()).rank())
        .rejects("D(D+1)/2", span.size() - c.dimension());
  }

  private static RationalMatrix start(ExactCase c) {
    return c.weights().plus(c.readouts().outer(c.other()));
  }

  private static int outside(Polynomial p, List<Monomial> span) {
    List<Monomial> terms = new ArrayList<>(p.terms().keySet());
    terms.removeAll(span);
    return terms.size();
  }

  /** Generic samples, from 1 to 3 more than P_c of them. */
  @Provide
  Arbitrary<RationalMatrix> samples() {
    return Arbitraries.integers()
        .between(1, 3)
        .flatMap(
            d ->
                Arbitraries.integers()
                    .between(1, d * (d + 3) / 2 + 3)
                    .flatMap(p -> ExactArb.matrix(p, d)));
  }

  /** Values of x_a and x_a x_b at the samples: of full rank, only 0 vanishes at all of them. */
  @Property(tries = 60)
  @Checks(EDGE)
  void zeroTrainLossIsZeroTestLossFromTheThresholdOn(@ForAll("samples") RationalMatrix x) {
    int d = x.width();
    int complete = d * (d + 3) / 2;
    check(EDGE, "independent conditions of P samples", d, x.height())
        .part("threshold")
        .expectingExactly(Elimination.rank(values(x)))
        .holds(Math.min(x.height(), complete))
        .rejects("P_c = D(D+1)/2", Math.min(x.height(), d * (d + 1) / 2));
  }

  private static RationalMatrix values(RationalMatrix x) {
    return new RationalMatrix(x.rows().stream().map(SampleSpreadProperties::values).toList());
  }

  private static RationalVector values(RationalVector x) {
    List<Rational> values = new ArrayList<>(x.entries());
    for (int i = 0; i < x.size(); i++) {
      for (int j = 0; j <= i; j++) {
        values.add(x.get(i).times(x.get(j)));
      }
    }
    return new RationalVector(values);
  }

  /** One sample less, and kernel regression has no train loss but a test loss. */
  @Property(tries = 100)
  @Checks(EDGE)
  void belowTheThresholdThereIsNoBound(@ForAll("almost") Regression c) {
    // One sample of the fit by its own elimination; all of them are as good.
    Rational truth = c.regression().targets().get(0);
    int count = c.regression().samples().height();
    check(EDGE, "label of a fit at P = P_c − 1", c.dimension(), count)
        .part("threshold")
        .expectingExactly(truth)
        .holds(c.regression().predict(c.regression().samples().row(0)))
        .rejects("not fitted", Rational.ZERO);
    Rational error =
        c.regression().predict(c.x()).minus(CommitteeMachine.target(c.regression().beta(), c.x()));
    check(EDGE, "its error elsewhere is not 0", c.dimension(), count)
        .part("threshold")
        .expectingExactly(true)
        .holds(error.signum() != 0)
        .rejects("as from P_c on", false);
  }

  /** A regression and a new point. */
  record Regression(KernelRegression regression, RationalVector x) {
    int dimension() {
      return x.size();
    }
  }

  @Provide
  Arbitrary<Regression> almost() {
    return Arbitraries.integers()
        .between(2, 3)
        .flatMap(
            d ->
                Combinators.combine(
                        coarse(d).list().ofSize(d * (d + 3) / 2 - 1).map(RationalMatrix::new),
                        coarse(d),
                        coarse(d),
                        ExactArb.coarse())
                    .as(
                        (x, beta, other, eps) ->
                            new Regression(
                                new KernelRegression(TangentKernel.infiniteWidth(d, eps), x, beta),
                                other)));
  }

  private static Arbitrary<RationalVector> coarse(int size) {
    return ExactArb.coarse().list().ofSize(size).map(RationalVector::new);
  }

  /** Exact second moments Σ̂ of the sample and Σ of the population; signs of determinants. */
  @Property(tries = 40)
  @Checks(EDGE)
  void endsAreThoseOfThePencil(@ForAll("samples") RationalMatrix x) {
    int d = x.width();
    SampleSpread spread = SampleSpread.of(doubles(x));
    RationalMatrix population = population(d);
    RationalMatrix values = values(x);
    RationalMatrix sample = values.transpose().times(values).times(Rational.of(1, x.height()));
    // Backward error of the symmetric eigenproblem, with the sums over samples.
    double width = 1e-13 * (d * d + x.height()) * spread.largest();
    check(EDGE, "λ_min is where Σ̂ − λΣ stops to be positive definite", d, x.height())
        .part("two-sided bound")
        .expectingExactly("true false")
        .holds(
            exceeds(sample, population, spread.least() - width)
                + " "
                + exceeds(sample, population, spread.least() + width))
        .rejects(
            "twice as large, and a little",
            exceeds(sample, population, 2 * spread.least() + 2 * width) + " false");
    check(EDGE, "λ_max is where λΣ − Σ̂ begins to be positive definite", d, x.height())
        .part("two-sided bound")
        .expectingExactly("false true")
        .holds(
            isBelow(sample, population, spread.largest() - width)
                + " "
                + isBelow(sample, population, spread.largest() + width))
        .rejects("half as large", "false " + isBelow(sample, population, spread.largest() / 2));
  }

  private static boolean exceeds(RationalMatrix sample, RationalMatrix population, double lambda) {
    return isPositive(sample.minus(population.times(Rational.of(lambda))));
  }

  private static boolean isBelow(RationalMatrix sample, RationalMatrix population, double lambda) {
    return isPositive(population.times(Rational.of(lambda)).minus(sample));
  }

  /** Sylvester's criterion. */
  private static boolean isPositive(RationalMatrix m) {
    for (int size = 1; size <= m.height(); size++) {
      RationalMatrix minor = RationalMatrix.of(size, size, m::get);
      if (Elimination.determinant(minor).signum() <= 0) {
        return false;
      }
    }
    return true;
  }

  /** ⟨v vᵀ⟩ of the functions that {@link #values} lists. */
  private static RationalMatrix population(int d) {
    List<Polynomial> v = functions(d);
    return RationalMatrix.of(
        v.size(),
        v.size(),
        (i, j) -> Isserlis.average(v.get(i).times(v.get(j)), 0, d, Rational.of(1, d)).toConstant());
  }

  private static List<Polynomial> functions(int d) {
    List<Polynomial> v = new ArrayList<>(Polynomial.variables(0, d));
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        v.add(Polynomial.variable(i).times(Polynomial.variable(j)));
      }
    }
    return v;
  }

  /** |ψ|² = vᵀΣ⁻¹v, whatever the root is that makes ψ of v. */
  @Property(tries = 3)
  @Checks({EDGE, LIMIT})
  void spreadVanishesLikeOneOverP(
      @ForAll @IntRange(min = 1, max = 3) int d, @ForAll @IntRange(min = 1, max = 1000) int p) {
    List<Polynomial> v = functions(d);
    RationalMatrix population = population(d);
    Polynomial square = Polynomial.ZERO;
    for (int i = 0; i < v.size(); i++) {
      RationalVector column =
          Elimination.solve(population, RationalVector.unit(v.size(), i)).orElseThrow();
      for (int j = 0; j < v.size(); j++) {
        square = square.plus(v.get(i).times(v.get(j)).times(column.get(j)));
      }
    }
    Rational variance = Rational.of(1, d);
    Rational fourth = Isserlis.average(square.square(), 0, d, variance).toConstant();
    Rational mean = Isserlis.average(square, 0, d, variance).toConstant();
    for (String claim : new String[] {EDGE, LIMIT}) {
      check(claim, "E|C − I|² over samples", d, p)
          .part("infinite data")
          .expectingExactly(fourth.minus(mean).over(p))
          .holds(SampleSpread.meanSquareDeviation(d, p))
          .rejects("1/P", Rational.of(1, p))
          .rejects("without the mean", fourth.over(p));
    }
  }

  private static double[][] doubles(RationalMatrix m) {
    return m.rows().stream().map(RationalVector::toDoubles).toArray(double[][]::new);
  }
}
