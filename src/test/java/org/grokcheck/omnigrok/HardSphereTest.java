package org.grokcheck.omnigrok;

import java.util.List;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.Real;
import org.junit.jupiter.api.Test;

/**
 * The secular equation where b nearly misses the smallest eigenvalue: its root is next to −s_min.
 */
class HardSphereTest {
  private static final String CLAIM = "omnigrok.ext.linear-reduced";

  /** S = diag(s, 1), b = (ε, 1): as ε → 0, W₂ → 1/(1 − s) and W₁ takes what the norm has left. */
  @Test
  @Checks(CLAIM)
  void whatTheNormHasLeftGoesToTheSmallestEigenvalue() {
    for (double least : new double[] {0, 0.25}) {
      for (double eps : new double[] {1e-3, 1e-9, 1e-20}) {
        for (double norm : new double[] {0.5, 2, 7}) {
          ReducedLinearLoss reduced =
              new ReducedLinearLoss(
                  List.of(Real.of(least), Real.ONE),
                  List.of(Real.of(eps), Real.ONE),
                  Real.of(norm));
          check(reduced, least, eps, norm);
        }
      }
    }
  }

  private static void check(ReducedLinearLoss reduced, double least, double eps, double norm) {
    List<Real> w = reduced.weights();
    Real square = w.get(0).square().plus(w.get(1).square());
    double fixed = w.get(1).square().toDouble();
    Check.of(CLAIM, "|W|^2")
        .part("inside")
        .by(Oracle.INVARIANT)
        .at("s", least, "eps", eps, "r", norm)
        .expecting(norm * norm, new Tolerance.Ulp(2, "a root to fifty digits, rounded"))
        .holds(square.toDouble())
        .rejects("W without its first component", norm < 2 ? Double.NaN : fixed);
    // A stationary point: S W − b = −μ W, the same μ in both components.
    Real first = Real.of(eps).minus(Real.of(least).times(w.get(0))).over(w.get(0));
    Real second = Real.ONE.minus(w.get(1)).over(w.get(1));
    double size = Math.abs(first.toDouble()) + 1;
    Check.of(CLAIM, "mu from the first component")
        .part("inside")
        .by(Oracle.INVARIANT)
        .at("s", least, "eps", eps, "r", norm)
        .expecting(
            second.toDouble(),
            new Tolerance.Rounding(8, size, "a root to fifty digits, a difference, rounded"))
        .holds(first.toDouble());
    // Other stationary points of the sphere have μ < −s_min, where W₁ = ε/(s + μ) turns its sign.
    Check.of(CLAIM, "0, below the first component of the minimum")
        .part("inside")
        .by(Oracle.INVARIANT)
        .at("s", least, "eps", eps, "r", norm)
        .expectingAtMost(w.get(0).toDouble(), new Tolerance.Exact())
        .holds(0);
  }
}
