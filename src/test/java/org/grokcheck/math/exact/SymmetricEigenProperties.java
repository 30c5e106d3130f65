package org.grokcheck.math.exact;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.ExactArb;

/** Residuals of the eigenvalue equation in exact arithmetic, and orthonormality. */
class SymmetricEigenProperties {
  private static final BigDecimal SMALL = new BigDecimal("1e-50");

  @Provide
  Arbitrary<RationalMatrix> matrices() {
    return Arbitraries.integers().between(1, 4).flatMap(ExactArb::symmetric);
  }

  @Property(tries = 30)
  void eigenpairsSolveTheirEquation(@ForAll("matrices") RationalMatrix a) {
    SymmetricEigen eigen = new SymmetricEigen(a);
    for (int k = 0; k < eigen.size(); k++) {
      RationalVector v = vector(eigen, k);
      RationalVector residual = a.times(v).minus(v.times(Rational.of(eigen.value(k))));
      assertSmall(residual.normSquared());
      for (int j = 0; j < k; j++) {
        assertSmall(vector(eigen, j).dot(v).square());
      }
      assertSmall(v.normSquared().minus(Rational.ONE).square());
    }
  }

  @Property(tries = 10)
  void refusesWhatIsNotSymmetric(@ForAll("matrices") RationalMatrix a) {
    RationalMatrix skew =
        RationalMatrix.of(2, 2, (i, j) -> a.get(0, 0).plus(Rational.of(i < j ? 1 : 0)));
    assertThrows(IllegalArgumentException.class, () -> new SymmetricEigen(skew));
  }

  private static RationalVector vector(SymmetricEigen eigen, int k) {
    return RationalVector.of(eigen.size(), i -> Rational.of(eigen.component(k, i)));
  }

  /** The square of 1e-50. */
  private static void assertSmall(Rational square) {
    assertTrue(square.compareTo(Rational.of(SMALL.multiply(SMALL))) < 0, () -> "" + square.sqrt(5));
  }
}
