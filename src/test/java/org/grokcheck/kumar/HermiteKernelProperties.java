package org.grokcheck.kumar;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.math.exact.Isserlis;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.CommitteePolynomial;

/**
 * Sec. 15.2: Hermite activations and targets, from the recurrence He_{k+1} = z He_k − k He_{k−1}.
 */
class HermiteKernelProperties {
  @Provide
  Arbitrary<ExactCase> cases() {
    return ExactCase.upTo(3, 1);
  }

  private static Polynomial hermite(int degree, Polynomial z) {
    Polynomial before = Polynomial.constant(Rational.ONE);
    Polynomial now = z;
    for (int k = 1; k < degree; k++) {
      Polynomial next = z.times(now).minus(before.times(Rational.of(k)));
      before = now;
      now = next;
    }
    return degree == 0 ? before : now;
  }

  private static CommitteePolynomial network(ExactCase c, int degree) {
    return new CommitteePolynomial(
        c.dimension(), 1, Rational.ONE, h -> h.plus(hermite(degree, h).times(c.eps().over(2))));
  }

  @Property(tries = 30)
  @Checks("kumar.ext.hermite-ntk")
  void averageOverANeuronIsTheClosedForm(@ForAll("cases") ExactCase c) {
    for (int k = 2; k <= 4; k++) {
      CommitteePolynomial network = network(c, k);
      Polynomial mean = network.averageWeights(network.kernel());
      HermiteKernel kernel = new HermiteKernel(k, c.eps());
      Rational inner = c.x().dot(c.other());
      Check check = c.check("kumar.ext.hermite-ntk", "E K, k = " + k);
      if (k == 2) {
        // c(1 + ε²c) is the form on the sphere as well: He_2' = 2z needs no normalisation.
        check
            .expectingExactly(network.at(mean, c.x(), c.other()))
            .holds(kernel.at(c.x(), c.other()))
            .rejects("ε for ε²", inner.plus(c.eps().times(inner.square())));
      } else {
        check
            .expectingExactly(network.at(mean, c.x(), c.other()))
            .holds(kernel.at(c.x(), c.other()))
            .rejects("form on the unit sphere", kernel.onSphere(inner));
      }
    }
  }

  /** On the sphere: x and x' are reflections of the first axis, which are rational. */
  @Property(tries = 30)
  @Checks("kumar.ext.hermite-ntk")
  void sphereKnowsOnlyTheInnerProduct(@ForAll("cases") ExactCase c) {
    RationalVector x = onSphere(c.x());
    RationalVector other = onSphere(c.other());
    for (int k = 2; k <= 4; k++) {
      CommitteePolynomial network = network(c, k);
      Polynomial mean = network.averageWeights(network.kernel());
      HermiteKernel kernel = new HermiteKernel(k, c.eps());
      Rational form = kernel.onSphere(x.dot(other));
      c.check("kumar.ext.hermite-ntk", "E K on the unit sphere, k = " + k)
          .expectingExactly(network.at(mean, x, other))
          .holds(form)
          .rejects("k for k k!", form.minus(x.dot(other)).over(k).plus(x.dot(other)));
    }
  }

  private static RationalVector onSphere(RationalVector v) {
    RationalVector axis = RationalVector.unit(v.size(), 0);
    Rational square = v.normSquared();
    return square.signum() == 0 ? axis : axis.minus(v.times(v.get(0).times(2).over(square)));
  }

  private static Check check(String claim, String quantity, int j, int k) {
    return Check.of(claim, quantity).by(Oracle.EXACT).at("j", j, "k", k);
  }

  private static Rational average(Polynomial p) {
    return Isserlis.average(p, 0, 1, Rational.ONE).toConstant();
  }

  /** ⟨He_j He_k⟩ = k! δ_jk; the linear coefficient of φ is 1 − 3ε/2 for He_3 but 1 − 6ε for H_3. */
  @Property(tries = 10)
  @Checks("kumar.sec15.2.hermite")
  void probabilistsPolynomialsAreOrthogonal(@ForAll("cases") ExactCase c) {
    Polynomial z = Polynomial.variable(0);
    for (int j = 0; j <= 5; j++) {
      for (int k = 0; k <= 5; k++) {
        check("kumar.sec15.2.hermite", "<He_j He_k> at |β|² = D", j, k)
            .expectingExactly(average(hermite(j, z).times(hermite(k, z))))
            .holds(j == k ? Hermite.norm(k) : Rational.ZERO)
            .rejects("physicists' normalisation 2^k k!", physicists(j, k));
        check("kumar.sec15.2.hermite", "He_k(z)", j, k)
            .expectingExactly(hermite(k, Polynomial.constant(c.eps())).toConstant())
            .holds(Hermite.value(k, c.eps()))
            .rejects("z^k", c.eps().power(k));
      }
    }
  }

  private static Rational physicists(int j, int k) {
    return j == k ? Hermite.norm(k).times(1L << k) : Rational.ZERO;
  }

  /** The lowest k ≥ 1 with ⟨g He_k⟩ ≠ 0, against what the product says. */
  @Property(tries = 20)
  @Checks("kumar.sec15.2.information-exponent")
  void informationExponentIsTheLowestOrder(@ForAll("polynomials") RationalVector coefficients) {
    Polynomial z = Polynomial.variable(0);
    Polynomial target = Polynomial.ZERO;
    Polynomial power = Polynomial.constant(Rational.ONE);
    for (Rational coefficient : coefficients.entries()) {
      target = target.plus(power.times(coefficient));
      power = power.times(z);
    }
    int lowest = 0;
    for (int k = coefficients.size() - 1; k >= 1; k--) {
      lowest = average(target.times(hermite(k, z))).signum() == 0 ? lowest : k;
    }
    Check.of("kumar.sec15.2.information-exponent", "information exponent")
        .by(Oracle.EXACT)
        .at("coefficients", coefficients)
        .expectingExactly(lowest)
        .holds(Hermite.informationExponent(coefficients))
        .refutes("degree", target.degree())
        .rejects("lowest power of z", lowestPower(coefficients));
  }

  private static int lowestPower(RationalVector coefficients) {
    for (int k = 1; k < coefficients.size(); k++) {
      if (coefficients.get(k).signum() != 0) {
        return k;
      }
    }
    return 0;
  }

  @Provide
  Arbitrary<RationalVector> polynomials() {
    return Arbitraries.integers()
        .between(-3, 3)
        .map(Rational::of)
        .list()
        .ofMinSize(2)
        .ofMaxSize(6)
        .map(RationalVector::new);
  }
}
