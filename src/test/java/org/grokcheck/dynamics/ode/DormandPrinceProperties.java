package org.grokcheck.dynamics.ode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.Arb;
import org.grokcheck.laws.ErrorControlLaws;
import org.grokcheck.laws.KnownProblem;
import org.grokcheck.laws.OrderFit;

class DormandPrinceProperties extends ErrorControlLaws {
  @Override
  protected OdeSolver<OdeSystem> solver(double tolerance) {
    return new DormandPrince(tolerance, tolerance, StepLimits.NONE);
  }

  @Override
  protected double stiffest() {
    return 100;
  }

  @Provide
  Arbitrary<Double> frequencies() {
    return Arb.uniform(2.5, 3);
  }

  /** A tolerance that accepts every step, and steps of at most h: the error falls as h⁸. */
  @Property(tries = 30)
  void errorFallsWithTheEighthPower(@ForAll("frequencies") double frequency) {
    KnownProblem problem = KnownProblem.linear(0, frequency);
    double[] errors = new double[4];
    for (int k = 0; k < errors.length; k++) {
      double h = 1.0 / (1 << k);
      double[] end =
          new DormandPrince(1e9, 1e9, new StepLimits(h, h, 1000))
              .solve(problem, 0, new double[] {1, 0}, 4)
              .last();
      double[] exact = problem.solution().apply(4);
      errors[k] = Math.hypot(end[0] - exact[0], end[1] - exact[1]);
    }
    OrderFit fit = OrderFit.of(errors, 32 * 32 * 0x1p-53);
    assertTrue(fit.allows(8) && !fit.allows(7) && !fit.allows(9), Arrays.toString(errors) + fit);
  }

  @Property(tries = 20)
  void backAndForth(@ForAll("frequencies") double frequency) {
    KnownProblem problem = KnownProblem.linear(-0.3, frequency);
    double[] there = solver(1e-12).solve(problem, 0, new double[] {1, 0}, 3).last();
    double[] back = solver(1e-12).solve(problem, 3, there, 0).last();
    // Growth e^{0.9} on the way back, and below a hundred steps each way.
    assertEquals(1, back[0], 2.5 * 200 * 2e-12);
    assertEquals(0, back[1], 2.5 * 200 * 2e-12);
  }
}
