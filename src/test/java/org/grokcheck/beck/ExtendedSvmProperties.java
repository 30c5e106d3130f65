package org.grokcheck.beck;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.fraction.BigFraction;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.LineSeparation;

/** The hard-margin vector of the two points in the extended space, Sec. 4 and Fig. 3. */
class ExtendedSvmProperties {
  @Provide
  Arbitrary<BigDecimal> lambdas() {
    return Lambdas.all();
  }

  @Property(tries = 300)
  @Checks("beck.sec4.svm-1d")
  void biasAloneIsOptimalIffTheSegmentContainsTheOrigin(@ForAll("lambdas") BigDecimal lambda) {
    LineSeparation separation = new LineSeparation(Lambdas.points(lambda));
    LineSeparation.Solution exact = separation.hardMargin();
    double[] w = TwoPoints.ofLambda(lambda).svmDirection();
    boolean segmentContainsOrigin = Lambdas.gap(lambda).signum() >= 0;
    Check.of("beck.sec4.svm-1d", "w_SVM = (0, -1)")
        .part("exactly for inseparable data")
        .by(Oracle.EXACT)
        .at("lambda", lambda)
        .expectingExactly(exact.weight().equals(BigFraction.ZERO))
        .holds(w[0] == 0 && w[1] == -1)
        .holds(segmentContainsOrigin)
        .holds(!separation.isFeasible())
        .rejects("iff x₂ > 0", Lambdas.gap(lambda).signum() > 0)
        .rejects("iff x₂ ≤ 0", !segmentContainsOrigin);
    compare("S", lambda, LineSeparation.toDouble(exact.weight()), w[0], w[0] / (1 - w[0]));
    compare("b", lambda, LineSeparation.toDouble(exact.bias()), w[1], -1);
  }

  private static void compare(
      String component, BigDecimal lambda, double exact, double actual, double wrong) {
    Check.of("beck.sec4.svm-1d", component + " of w_SVM")
        .part("components")
        .by(Oracle.TABLE)
        .at("lambda", lambda)
        .expecting(exact, new Tolerance.Rounding(5, Math.abs(exact), "M, M², 1 + M², quotient"))
        .holds(actual)
        .rejects(component.equals("S") ? "M/(1 + M² − M)" : "unit bias", wrong);
  }
}
