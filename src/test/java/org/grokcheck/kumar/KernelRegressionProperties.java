package org.grokcheck.kumar;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Eq. (8) and ridgeless regression, by exact elimination against projections on features. */
class KernelRegressionProperties {
  /** Samples with one point more, to be added or predicted. */
  record Case(
      Rational eps, RationalMatrix samples, RationalVector beta, RationalVector x, Rational more) {
    static Arbitrary<Case> of(int dimension, int count) {
      return Combinators.combine(
              ExactArb.coarse(),
              vector(dimension).list().ofSize(count).map(RationalMatrix::new),
              vector(dimension),
              vector(dimension),
              ExactArb.coarse())
          .as(Case::new);
    }

    private static Arbitrary<RationalVector> vector(int size) {
      return ExactArb.coarse().list().ofSize(size).map(RationalVector::new);
    }

    int dimension() {
      return beta.size();
    }

    int complete() {
      return dimension() * (dimension() + 3) / 2;
    }

    KernelRegression on(RationalMatrix x) {
      return on(x, eps);
    }

    KernelRegression on(RationalMatrix x, Rational otherEps) {
      return new KernelRegression(TangentKernel.infiniteWidth(dimension(), otherEps), x, beta);
    }

    RationalMatrix withOneMore() {
      List<RationalVector> rows = new ArrayList<>(samples.rows());
      rows.add(x);
      return new RationalMatrix(rows);
    }

    Check check(String claim, String quantity) {
      return Check.of(claim, quantity)
          .by(Oracle.EXACT)
          .at("D", dimension(), "P", samples.height(), "eps", eps, "X", samples, "beta", beta);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return ExactArb.shapes(3, 11).flatMap(s -> Case.of(s.get1(), s.get2()));
  }

  /** x_a and ε x_a x_b for all a, b: K = ΦΦᵀ, and y = Φθ with θ_ab = β_aβ_b/(2ε). */
  private static RationalVector features(Case c, RationalVector x) {
    int d = c.dimension();
    return RationalVector.of(
        d + d * d,
        k -> k < d ? x.get(k) : x.get((k - d) / d).times(x.get((k - d) % d)).times(c.eps()));
  }

  private static RationalVector solution(Case c) {
    int d = c.dimension();
    RationalVector beta = c.beta();
    return RationalVector.of(
        d + d * d,
        k ->
            k < d
                ? Rational.ZERO
                : beta.get((k - d) / d).times(beta.get((k - d) % d)).over(c.eps()).over(2));
  }

  /** Squared length of the projection of θ on the features of the samples, by Gram and Schmidt. */
  private static Rational projected(Case c, RationalMatrix samples) {
    RationalVector theta = solution(c);
    List<RationalVector> basis = new ArrayList<>();
    Rational sum = Rational.ZERO;
    for (RationalVector x : samples.rows()) {
      RationalVector rest = features(c, x);
      for (RationalVector b : basis) {
        rest = rest.minus(b.times(rest.dot(b).over(b.normSquared())));
      }
      if (rest.normSquared().signum() != 0) {
        basis.add(rest);
        sum = sum.plus(rest.dot(theta).square().over(rest.normSquared()));
      }
    }
    return sum;
  }

  @Property(tries = 15)
  @Checks({"kumar.eq8", "kumar.ext.difficulty-bound"})
  void difficultyIsASquaredProjection(@ForAll("cases") Case c) {
    KernelRegression regression = c.on(c.samples());
    Rational difficulty = regression.difficulty();
    c.check("kumar.eq8", "yᵀK⁺y")
        .expectingExactly(projected(c, c.samples()))
        .holds(difficulty)
        .rejects("yᵀy", regression.targets().normSquared())
        .rejects("prefactor ε for ε²", difficulty.times(c.eps()));
    Rational bound = regression.difficultyBound();
    c.check("kumar.ext.difficulty-bound", "|θ|² of the target")
        .expectingExactly(solution(c).normSquared())
        .holds(bound)
        .rejects("|β|⁴/(4ε)", bound.times(c.eps()));
    c.check("kumar.ext.difficulty-bound", "difficulty <= |β|⁴/(4ε²), equal iff P >= P_c")
        .expectingExactly(c.samples().height() >= c.complete() ? 0 : -1)
        .holds(difficulty.compareTo(bound))
        .rejects("equal from P = D on", c.samples().height() >= c.dimension() ? 0 : -1);
  }

  @Property(tries = 10)
  @Checks({"kumar.eq8", "kumar.ext.difficulty-bound"})
  void difficultyGrowsWithPointsAndFallsWithEps(@ForAll("cases") Case c) {
    Rational before = c.on(c.samples()).difficulty();
    Rational after = c.on(c.withOneMore()).difficulty();
    Rational easier = c.on(c.samples(), c.eps().abs().plus(c.more().abs())).difficulty();
    for (String claim : new String[] {"kumar.eq8", "kumar.ext.difficulty-bound"}) {
      c.check(claim, "growth by one more point is that of the projection")
          .expectingExactly(projected(c, c.withOneMore()).minus(projected(c, c.samples())))
          .holds(after.minus(before));
      c.check(claim, "no less with a point more, less with a larger ε")
          .expectingExactly(true)
          .holds(after.compareTo(before) >= 0 && easier.compareTo(before) <= 0)
          .rejects("more with a larger ε", easier.compareTo(before) > 0);
    }
  }

  /** A repeated point makes K singular and changes nothing. */
  @Property(tries = 10)
  @Checks("kumar.eq8")
  void repeatedPointsDoNotMatter(@ForAll("cases") Case c) {
    List<RationalVector> rows = new ArrayList<>(c.samples().rows());
    rows.add(c.samples().row(0));
    c.check("kumar.eq8", "difficulty with a point twice")
        .expectingExactly(c.on(c.samples()).difficulty())
        .holds(c.on(new RationalMatrix(rows)).difficulty());
  }

  @Provide
  Arbitrary<Case> complete() {
    return ExactArb.shapes(3, 1).flatMap(s -> Case.of(s.get1(), s.get1() * (s.get1() + 3) / 2));
  }

  /** At P_c the target is found at every point, for any ε; a point earlier it isn't. */
  @Property(tries = 10)
  @Checks("kumar.ext.krr-threshold")
  void ridgelessRegressionIsExactFromTheThresholdOn(@ForAll("complete") Case c) {
    Rational truth = CommitteeMachine.target(c.beta(), c.x());
    List<RationalVector> fewer = c.samples().rows().subList(1, c.samples().height());
    c.check("kumar.ext.krr-threshold", "prediction at a new point, P = P_c")
        .expectingExactly(truth)
        .holds(c.on(c.samples()).predict(c.x()))
        .holds(c.on(c.samples(), c.more()).predict(c.x()))
        .rejects("P = P_c - 1", c.on(new RationalMatrix(fewer)).predict(c.x()));
    TangentKernel finite = new TangentKernel(c.eps(), WeightMoments.of(generic(c)));
    c.check("kumar.ext.krr-threshold", "the same with the kernel of D+1 neurons")
        .expectingExactly(truth)
        .holds(new KernelRegression(finite, c.samples(), c.beta()).predict(c.x()));
  }

  /** The first D+1 samples, turned and shifted, as weights. */
  private static RationalMatrix generic(Case c) {
    int d = c.dimension();
    return RationalMatrix.of(
        d + 1, d, (i, k) -> c.samples().get(i, k).plus(c.more().times(i + k * k + 1L)));
  }

  /** Sec. 4.1 calls misaligned tasks hard for the kernel; from P_c on they aren't. */
  @Property(tries = 10)
  @Checks("kumar.sec4.inductive-bias")
  void misalignedTargetsAreLearnedFromTheThresholdOn(@ForAll("complete") Case c) {
    Rational small = c.eps().over(1L << 40);
    double alignment = new InitialAlignment(c.dimension(), small).uncentred();
    Rational error =
        c.on(c.samples(), small).predict(c.x()).minus(CommitteeMachine.target(c.beta(), c.x()));
    c.check("kumar.sec4.inductive-bias", "error at P = P_c, alignment below 1e-17")
        .expectingExactly(Rational.ZERO)
        .holds(error)
        .refutes("that of not learning at all", CommitteeMachine.target(c.beta(), c.x()));
    c.check("kumar.sec4.inductive-bias", "alignment is small")
        .expectingExactly(true)
        .holds(alignment < 1e-17);
  }

  /** Adding samples one by one until a new point is predicted exactly, at a small and a large ε. */
  @Property(tries = 6)
  @Checks("kumar.sec5.sample-size")
  void sampleSizeOfTheLazyModelDoesNotDependOnEps(@ForAll("complete") Case c) {
    int d = c.dimension();
    for (Rational eps : new Rational[] {Rational.of(1, 50), Rational.of(3)}) {
      Rational printed = Rational.of((long) d * d).over(eps.times(2));
      c.check("kumar.sec5.sample-size", "least P that predicts exactly, ε = " + eps)
          .expectingExactly(leastExact(c, eps))
          .holds((int) new InitialSpectrum(d, eps).rank())
          .refutes("D²/(2ε)", (int) Math.ceil(printed.toDouble()))
          .rejects("D²/(2ε²)", (int) Math.ceil(printed.over(eps).toDouble()));
    }
  }

  private static int leastExact(Case c, Rational eps) {
    Rational truth = CommitteeMachine.target(c.beta(), c.x());
    List<RationalVector> all = c.samples().rows();
    for (int count = 1; count <= all.size(); count++) {
      RationalMatrix first = new RationalMatrix(all.subList(0, count));
      if (c.on(first, eps).predict(c.x()).equals(truth)) {
        return count;
      }
    }
    return Integer.MAX_VALUE;
  }
}
