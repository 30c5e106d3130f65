package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.PreciseMinimum;

/** The closed form of S_∞ for the corners of a simplex, and how it grows as a facet comes near. */
class SimplexMinimumProperties {
  @Provide
  Arbitrary<SmallSets> simplices() {
    return SurroundingSets.simplices();
  }

  private static Check check(String claim, String quantity, SmallSets set, int k) {
    return Check.of(claim, quantity).by(Oracle.TABLE).at("points", set, "k", k);
  }

  @Property(tries = 60)
  @Checks("beck.ext.simplex")
  void simplexHasAClosedForm(@ForAll("simplices") SmallSets set) {
    SimplexMinimum simplex = SimplexMinimum.of(set.points());
    PreciseMinimum minimum = PreciseMinimum.exponential(set.points());
    BigDecimal norm = minimum.norm();
    int n = set.size();
    Tolerance thirtyDigits =
        new Tolerance.Truncation(1, 1e-30, 1, "both sides have more than 30 digits");
    check("beck.ext.simplex", "‖S − S_Newton‖", set, n - 1)
        .part("S_∞")
        .expecting(0, thirtyDigits)
        .holds(distance(simplex.minimiser(), minimum.minimiser()))
        .rejects("S = 0", norm.doubleValue())
        .rejects("log(q_N/qᵢ)", 2 * norm.doubleValue());
    BigDecimal z = minimum.mean();
    check("beck.ext.simplex", "Z − Z_Newton", set, n - 1)
        .part("Z")
        .expecting(0, thirtyDigits)
        .holds(simplex.meanExponential().subtract(z).doubleValue())
        .rejects(
            "N Z for Z",
            simplex.meanExponential().multiply(BigDecimal.valueOf(n)).subtract(z).doubleValue())
        .rejects("e^{−H}/N", PreciseNormal.expMinus(simplex.entropy()).subtract(z).doubleValue());
    for (int i = 0; i < n; i++) {
      BigDecimal q = RationalVectors.decimal(simplex.weights().get(i));
      check("beck.ext.simplex", "qᵢ − pᵢ", set, n - 1)
          .part("weights")
          .expecting(0, thirtyDigits)
          .holds(q.subtract(minimum.weights().get(i)).doubleValue())
          .rejects("1/N", 1.0 / n - minimum.weights().get(i).doubleValue());
    }
  }

  private static double distance(List<BigDecimal> a, List<BigDecimal> b) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int j = 0; j < a.size(); j++) {
      sum = sum.add(a.get(j).subtract(b.get(j)).pow(2));
    }
    return Decimal.sqrt(sum).doubleValue();
  }

  /** The triangle (±1, −b), (0, 1) as b → 0: ε = b/(1 + b) and ‖S_∞‖ = log(1/(2b))/(1 + b). */
  @Example
  @Checks("beck.sec34.sinf-diverges")
  void normGrowsWithoutBoundAsTheFacetComesNear() {
    for (int power = 1; power <= 300; power += 13) {
      BigDecimal b = BigDecimal.ONE.movePointLeft(power);
      List<List<BigDecimal>> points =
          List.of(
              List.of(BigDecimal.ONE.negate(), b.negate()),
              List.of(BigDecimal.ONE, b.negate()),
              List.of(BigDecimal.ZERO, BigDecimal.ONE));
      double logInverse = power * StrictMath.log(10);
      Check.of("beck.sec34.sinf-diverges", "‖S_∞‖/log(1/b) → 1")
          .part("divergence")
          .by(Oracle.LIMIT)
          .at("b", b)
          .expecting(
              1 - StrictMath.log(2) / logInverse,
              new Tolerance.Truncation(
                  b.doubleValue() + 1e-15, 1, 1, "log(1/(2b))/(1 + b): a relative correction of b"))
          .holds(SimplexMinimum.of(points).norm().doubleValue() / logInverse)
          .rejects("½ log(1/b)", 0.5)
          .rejects("bounded", 3 / logInverse);
    }
  }
}
