package org.grokcheck.kumar;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Alignment of a Gram matrix with labels; K = Σ λ_a u_a u_aᵀ has a rational orthonormal basis. */
class GramAlignmentProperties {
  record Case(RationalVector roots, RationalVector normal, RationalVector labels, Rational scale) {
    RationalMatrix basis() {
      Rational factor = Rational.TWO.over(normal.normSquared());
      return RationalMatrix.identity(roots.size()).minus(normal.outer(normal).times(factor));
    }

    RationalVector eigenvalues() {
      return RationalVector.of(roots.size(), a -> roots.get(a).square());
    }

    RationalMatrix gram() {
      RationalMatrix b = basis();
      return b.times(RationalMatrix.diagonal(eigenvalues())).times(b.transpose());
    }

    Check check(String claim, String quantity) {
      return Check.of(claim, quantity)
          .by(Oracle.EXACT)
          .at("P", roots.size(), "roots", roots, "normal", normal, "y", labels);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.integers()
        .between(2, 5)
        .flatMap(
            p ->
                Combinators.combine(
                        ExactArb.vector(p),
                        ExactArb.vector(p),
                        ExactArb.vector(p),
                        ExactArb.nonzero())
                    .as(Case::new));
  }

  /** ⟨K, yyᵀ⟩²/(⟨K, K⟩⟨yyᵀ, yyᵀ⟩), an angle between matrices. */
  private static Rational angle(RationalMatrix k, RationalVector y) {
    RationalMatrix labels = y.outer(y);
    Rational product = k.times(labels).trace();
    return product.square().over(k.times(k).trace()).over(labels.times(labels).trace());
  }

  @Property(tries = 12)
  @Checks("kumar.sec5.cka")
  void alignmentIsAnAngleBetweenMatrices(@ForAll("cases") Case c) {
    GramAlignment alignment = new GramAlignment(c.gram(), c.labels());
    Rational expected = angle(c.gram(), c.labels());
    c.check("kumar.sec5.cka", "A²")
        .expectingExactly(expected)
        .holds(alignment.squared())
        .refutes("|y| for |y|², as in Sec. 5.3", expected.times(c.labels().normSquared()));
    RationalVector shifted = c.labels().plus(RationalVector.of(c.labels().size(), i -> c.scale()));
    c.check("kumar.sec5.cka", "centred A², at y and at y + constant")
        .expectingExactly(angle(centred(c.gram()), centred(c.labels())))
        .holds(alignment.centred().squared())
        .holds(new GramAlignment(c.gram(), shifted).centred().squared())
        .rejects("not centred", alignment.squared());
    double value = expected.sqrt(40).doubleValue();
    c.check("kumar.sec5.cka", "A as a double")
        .expecting(value, new Tolerance.Ulp(1, "one rounding of 30 digits"))
        .holds(alignment.value())
        .rejects("|y| for |y|²", alignment.withSingleNorm());
    c.check("kumar.sec5.cka", "A² <= λ_max²/Σλ² <= 1")
        .expectingExactly(true)
        .holds(
            alignment.squared().compareTo(share(c, largest(c))) <= 0
                && share(c, largest(c)).compareTo(Rational.ONE) <= 0);
  }

  /** K − row means − column means + mean. */
  private static RationalMatrix centred(RationalMatrix k) {
    int p = k.height();
    RationalVector means = RationalVector.of(p, i -> sum(k.row(i)).over(p));
    Rational mean = sum(means).over(p);
    return RationalMatrix.of(
        p, p, (i, j) -> k.get(i, j).minus(means.get(i)).minus(means.get(j)).plus(mean));
  }

  private static RationalVector centred(RationalVector y) {
    Rational mean = sum(y).over(y.size());
    return RationalVector.of(y.size(), i -> y.get(i).minus(mean));
  }

  private static Rational sum(RationalVector v) {
    return v.entries().stream().reduce(Rational.ZERO, Rational::plus);
  }

  private static Rational largest(Case c) {
    return c.eigenvalues().entries().stream().reduce(Rational.ZERO, Rational::max);
  }

  private static Rational share(Case c, Rational eigenvalue) {
    return eigenvalue.square().over(c.eigenvalues().normSquared());
  }

  @Property(tries = 15)
  @Checks({"kumar.sec6.1.labels", "kumar.sec5.cka"})
  void eigenvectorsHaveTheShareOfTheirEigenvalue(@ForAll("cases") Case c) {
    for (int a = 0; a < c.roots().size(); a++) {
      RationalVector labels = c.basis().column(a).times(c.scale());
      Rational eigenvalue = c.eigenvalues().get(a);
      Rational squared = new GramAlignment(c.gram(), labels).squared();
      for (String claim : new String[] {"kumar.sec6.1.labels", "kumar.sec5.cka"}) {
        Check check = c.check(claim, "A² of an eigenvector");
        Check.ExactComparison exact =
            check
                .expectingExactly(share(c, eigenvalue))
                .holds(squared)
                .rejects("share of the trace", traceShare(c, eigenvalue));
        if (claim.equals("kumar.sec5.cka")) {
          exact.refutes("|y| for |y|²", squared.times(labels.normSquared()));
        }
      }
    }
  }

  private static Rational traceShare(Case c, Rational eigenvalue) {
    return eigenvalue.over(sum(c.eigenvalues())).square();
  }
}
