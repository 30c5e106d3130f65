package org.grokcheck.laws;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;

/**
 * What the right-hand side of every gradient flow obeys. The heir names the claim, in {@link
 * #claim} and in a {@code @Checks} on its class.
 */
public abstract class GradientFieldLaws {
  /** Steps of the sweep, in units of 1/ρ: each is half the one before. */
  private static final int HALVINGS = 6;

  private static final double FIRST_STEP = 0.25;

  /** L at two points, their difference and its quotient; L itself is a sum of two exponentials. */
  private static final double LOSS_ROUNDINGS = 16;

  /** The claim that a heir's field makes. */
  protected abstract String claim();

  /** Flows with a state to look at. */
  @Provide
  protected abstract Arbitrary<GradientFlow> flows();

  /**
   * −η ∂L/∂wᵢ by central differences D(h), for h halved six times from 1/(4ρ): |D(h) − ∂L| ≤ ρ³h²L
   * cosh(ρh)/6, so the bound falls by four at every step: an error of order 2.
   */
  @Property(tries = 200)
  public void fieldIsMinusTheGradient(@ForAll("flows") GradientFlow flow) {
    double[] w = flow.start();
    double[] rate = flow.rate(w);
    for (int i = 0; i < w.length; i++) {
      double h = FIRST_STEP / flow.steepness();
      for (int k = 0; k < HALVINGS; k++, h /= 2) {
        check(
            flow,
            i,
            "−η ∂L/∂w by central differences",
            rate,
            difference(flow, i, h),
            order2(flow, h));
      }
    }
  }

  /**
   * The same with the h²-term removed, (4D(h/2) − D(h))/3: were the error of D not of order 2, this
   * would miss the field. The remainder is ρ⁵h⁴L cosh(ρh)/480.
   */
  @Property(tries = 200)
  public void errorOfTheDifferencesIsOfSecondOrder(@ForAll("flows") GradientFlow flow) {
    double[] w = flow.start();
    double[] rate = flow.rate(w);
    for (int i = 0; i < w.length; i++) {
      double h = 0.004 / flow.steepness();
      double extrapolated = (4 * difference(flow, i, h / 2) - difference(flow, i, h)) / 3;
      check(flow, i, "−η ∂L/∂w, extrapolated from two steps", rate, extrapolated, order4(flow, h));
    }
  }

  /** dw/dt = s dw/dτ. */
  @Property(tries = 200)
  public void clocksDifferByTheirSpeed(@ForAll("flows") GradientFlow flow) {
    double[] w = flow.start();
    double speed = flow.clockSpeed(w);
    for (int i = 0; i < w.length; i++) {
      double real = flow.rate(w)[i];
      double scale = flow.eta() * flow.steepness() * flow.loss(w);
      Check.of(claim(), "dw/dτ times dτ/dt")
          .by(Oracle.INVARIANT)
          .at(flow.inputs())
          .expecting(real, new Tolerance.Rounding(8, scale, "an exponential and three products"))
          .holds(flow.conformalRate(w)[i] * speed)
          .rejects("divided by the speed", flow.conformalRate(w)[i] / speed)
          .rejects("one clock", flow.conformalRate(w)[i]);
    }
  }

  private void check(
      GradientFlow flow, int i, String what, double[] rate, double slope, Tolerance bound) {
    Check.of(claim(), what)
        .by(Oracle.FINITE_DIFFERENCE)
        .at(flow.inputs())
        .expecting(-flow.eta() * slope, bound)
        .holds(rate[i])
        .rejects("uphill", -rate[i])
        .rejects("learning rate squared", flow.eta() * rate[i])
        .rejects("components exchanged", rate[rate.length - 1 - i]);
  }

  private static double difference(GradientFlow flow, int i, double h) {
    double[] up = flow.start().clone();
    double[] down = flow.start().clone();
    up[i] += h;
    down[i] -= h;
    return (flow.loss(up) - flow.loss(down)) / (up[i] - down[i]);
  }

  private static Tolerance order2(GradientFlow flow, double h) {
    double rho = flow.steepness();
    double remainder = rho * rho * rho * h * h / 6 * StrictMath.cosh(rho * h);
    return error(flow, remainder, rounding(flow, h));
  }

  private static Tolerance order4(GradientFlow flow, double h) {
    double rho = flow.steepness();
    double remainder =
        StrictMath.pow(rho, 5) * StrictMath.pow(h, 4) / 480 * StrictMath.cosh(rho * h);
    return error(flow, remainder, 4 * rounding(flow, h));
  }

  private static Tolerance error(GradientFlow flow, double remainder, double rounding) {
    return Tolerance.sum(
        Tolerance.remainder(flow.eta() * flow.loss(flow.start()) * remainder, "Taylor remainder"),
        Tolerance.remainder(flow.eta() * rounding, "rounding of the losses over h"));
  }

  /** The exponents of L are of size |w|ρ, so that rounding moves L by that many units. */
  private static double rounding(GradientFlow flow, double h) {
    double size = 1;
    for (double component : flow.start()) {
      size += flow.steepness() * Math.abs(component);
    }
    double unit = LOSS_ROUNDINGS * Tolerance.UNIT_ROUNDOFF * size;
    return unit * flow.loss(flow.start()) * StrictMath.exp(flow.steepness() * h) / h;
  }
}
