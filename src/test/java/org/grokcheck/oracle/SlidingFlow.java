package org.grokcheck.oracle;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The sliding motion on the boundary of a flow (w, m)′ = −(η_D(l_w + γw), η_R l_m), where the loss
 * jumps across the boundary: the force keeps the point on it, and what is left is found from two
 * linear equations. In x = ln w the velocity is (−η_Dγ − η_D f_x/w², −η_R f_m) with f along the
 * normal of the boundary in (x, m).
 *
 * @param theta angle of the boundary with the axis
 * @param norm w at the end E
 * @param etaD rate of the decoder
 * @param etaR rate of the messiness
 * @param gamma weight decay
 */
public record SlidingFlow(double theta, double norm, double etaD, double etaR, double gamma) {
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(64, 0, 1);

  /** Tangential speed at E: drift + force · (η_D n_x/w², η_R n_m) has no normal component. */
  public double speed() {
    return speed(norm);
  }

  private double speed(double w) {
    double sin = StrictMath.sin(theta);
    double cos = StrictMath.cos(theta);
    // The boundary falls to the left: tangent (−cos, sin), normal (sin, cos).
    double pushX = etaD / (w * w) * sin;
    double pushM = etaR * cos;
    double drift = -etaD * gamma;
    double force = -(drift * sin) / (pushX * sin + pushM * cos);
    double x = drift + force * pushX;
    double m = force * pushM;
    return StrictMath.hypot(x, m);
  }

  /** Time from h below E, the boundary being straight in (ln w, m). */
  public double timeInLogNorm(double height) {
    double sin = StrictMath.sin(theta);
    double cot = StrictMath.cos(theta) / sin;
    return integrate(m -> 1 / (speed(norm * StrictMath.exp((height - m) * cot)) * sin), height);
  }

  /** Time from h below E, the boundary being straight in (w, m): at each w another angle in x. */
  public double timeInNorm(double height) {
    double cot = StrictMath.cos(theta) / StrictMath.sin(theta);
    return integrate(
        m -> {
          double w = norm + (height - m) * cot;
          // dm/dx = w dm/dw along the boundary.
          double local = StrictMath.atan(w * StrictMath.tan(theta));
          SlidingFlow here = new SlidingFlow(local, w, etaD, etaR, gamma);
          return 1 / (here.speed() * StrictMath.sin(local));
        },
        height);
  }

  private static double integrate(DoubleUnaryOperator f, double height) {
    return height * RULE.integrate(u -> f.applyAsDouble(u * height));
  }
}
