package org.grokcheck.math;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Globally adaptive quadrature with the Gauss–Kronrod pair of 10 and 21 points: the panel with the
 * largest error estimate is halved until the estimates add up to less than the tolerance. Nodes,
 * weights and error estimate are those of QUADPACK's QAG (Piessens et al., 1983).
 */
final class AdaptiveQuadrature {
  static final int MAX_PANELS = 4000;

  private static final double[] NODES = {
    0.995657163025808080735527280689003, 0.973906528517171720077964012084452,
    0.930157491355708226001207180059508, 0.865063366688984510732096688423493,
    0.780817726586416897063717578345042, 0.679409568299024406234327365114874,
    0.562757134668604683339000099272694, 0.433395394129247190799265943165784,
    0.294392862701460198131126603103866, 0.148874338981631210884826001129720
  };
  private static final double[] KRONROD = {
    0.011694638867371874278064396062192, 0.032558162307964727478818972459390,
    0.054755896574351996031381300244580, 0.075039674810919952767043140916190,
    0.093125454583697605535065465083366, 0.109387158802297641899210590325805,
    0.123491976262065851077958109585166, 0.134709217311473325928054001771707,
    0.142775938577060080797094273138717, 0.147739104901338491374841515972068
  };
  private static final double KRONROD_CENTRE = 0.149445554002916905664936468389821;

  /** Weights at the odd-numbered nodes, which are those of the Gauss rule. */
  private static final double[] GAUSS = {
    0.066671344308688137593568809893332,
    0.149451349150580593145863397657697,
    0.219086362515982043995534934228163,
    0.269266719309996355091226921569469,
    0.295524224714752870173815619188769
  };

  /** Error in ∫|f| at which a panel is left alone: what rounding of its sums may amount to. */
  private static final double SUMMATION = 50 * Math.ulp(1.0);

  /** After so many halvings that left the error in both halves, it is the noise of f. */
  private static final int FUTILE_HALVINGS = 3;

  private static final double LEAST_ACCEPTED_NOISE = 1e-10;

  private final DoubleUnaryOperator f;
  private final double rounding;
  private final PriorityQueue<Panel> panels =
      new PriorityQueue<>(Comparator.comparingDouble(this::urgency).reversed());

  private AdaptiveQuadrature(DoubleUnaryOperator f, double rounding) {
    this.f = f;
    this.rounding = rounding;
  }

  /** A stretch of the range with its Kronrod sums of f and |f| and its error estimate. */
  private record Panel(
      double from, double to, double value, double size, double error, int futileHalvings) {
    /**
     * Noise of f keeps the error up although the value has settled; at the last ulp it just ends.
     */
    boolean stuck() {
      return futileHalvings >= FUTILE_HALVINGS
          || to - from <= 8 * Math.max(Math.ulp(from), Math.ulp(to));
    }

    /** The value has settled, and the error stays in both halves: a singularity sits in one. */
    boolean halvingWasFutile(Panel left, Panel right) {
      return Math.abs(value - left.value - right.value) <= 1e-5 * size
          && Math.min(left.error, right.error) > 0.1 * error;
    }
  }

  /**
   * Integrates f over consecutive stretches.
   *
   * @param breakpoints ascending, at least two: panels end here at first
   * @param relTol accepted error relative to the integral's size
   * @param rounding known relative rounding of f where it exceeds 2⁻⁵³; panels are not halved in
   *     pursuit of less
   * @throws ArithmeticException if {@link #MAX_PANELS} panels don't reach the tolerance, if f gives
   *     NaN or an infinity, or if noise or a pole leave a larger error than both 1e-10 of ∫|f| and
   *     what the tolerance and the rounding explain
   */
  static double integrate(
      DoubleUnaryOperator f, double[] breakpoints, double relTol, double rounding) {
    return new AdaptiveQuadrature(f, rounding).integrate(breakpoints, relTol);
  }

  private double integrate(double[] breakpoints, double relTol) {
    for (int k = 1; k < breakpoints.length; k++) {
      panels.add(panel(breakpoints[k - 1], breakpoints[k], 0));
    }
    int limit = MAX_PANELS + panels.size();
    while (true) {
      double value = sum(Panel::value);
      double error = sum(this::urgency);
      if (error <= relTol * Math.abs(value)) {
        requireLittleNoise(Math.max(10 * relTol, 100 * rounding));
        return value;
      }
      if (panels.size() >= limit) {
        throw notConverged(breakpoints, value, error);
      }
      halve(panels.remove());
    }
  }

  /** The error estimate, where halving can lower it: 0 for a panel that is stuck or rounding. */
  private double urgency(Panel panel) {
    double negligible = Math.max(SUMMATION, rounding) * panel.size;
    return panel.stuck() || panel.error <= negligible ? 0 : panel.error;
  }

  private void halve(Panel whole) {
    double middle = 0.5 * (whole.from + whole.to);
    Panel left = panel(whole.from, middle, whole.futileHalvings);
    Panel right = panel(middle, whole.to, whole.futileHalvings);
    if (whole.halvingWasFutile(left, right)) {
      left = oneMoreFutile(left);
      right = oneMoreFutile(right);
    }
    panels.add(left);
    panels.add(right);
  }

  private static Panel oneMoreFutile(Panel panel) {
    return new Panel(
        panel.from, panel.to, panel.value, panel.size, panel.error, panel.futileHalvings + 1);
  }

  private double sum(ToDoubleFunction<Panel> part) {
    CompensatedSum sum = new CompensatedSum();
    panels.forEach(panel -> sum.add(part.applyAsDouble(panel)));
    return sum.value();
  }

  private void requireLittleNoise(double explained) {
    double accepted = Math.max(LEAST_ACCEPTED_NOISE, explained);
    double share = sum(panel -> panel.stuck() ? panel.error : 0) / sum(Panel::size);
    if (share > accepted) {
      throw new ArithmeticException(
          ("noise or a pole of the integrand leaves an error of %s of the integral of its size,"
                  + " above %s; write it with less cancellation, state its rounding, or split the"
                  + " range at the pole")
              .formatted(share, accepted));
    }
  }

  private Panel panel(double from, double to, int futileHalvings) {
    double centre = 0.5 * (from + to);
    double half = 0.5 * (to - from);
    double fCentre = evaluate(centre);
    double kronrod = KRONROD_CENTRE * fCentre;
    double gauss = 0;
    double size = KRONROD_CENTRE * Math.abs(fCentre);
    double[] below = new double[NODES.length];
    double[] above = new double[NODES.length];
    for (int k = 0; k < NODES.length; k++) {
      // In a panel of a few ulps the outer nodes round to its ends, where f may be singular.
      below[k] = evaluate(Math.max(Math.nextUp(from), centre - half * NODES[k]));
      above[k] = evaluate(Math.min(Math.nextDown(to), centre + half * NODES[k]));
      double pair = below[k] + above[k];
      kronrod += KRONROD[k] * pair;
      size += KRONROD[k] * (Math.abs(below[k]) + Math.abs(above[k]));
      gauss += k % 2 == 1 ? GAUSS[k / 2] * pair : 0;
    }
    double spread = KRONROD_CENTRE * Math.abs(fCentre - kronrod / 2);
    for (int k = 0; k < NODES.length; k++) {
      spread += KRONROD[k] * (Math.abs(below[k] - kronrod / 2) + Math.abs(above[k] - kronrod / 2));
    }
    double error = errorEstimate(Math.abs(kronrod - gauss) * half, spread * half);
    return new Panel(from, to, kronrod * half, size * half, error, futileHalvings);
  }

  /** The difference of the two rules overstates the error of the better one; QUADPACK's scaling. */
  private static double errorEstimate(double difference, double spread) {
    if (spread == 0 || difference == 0) {
      return difference;
    }
    double scaled = 200 * difference / spread;
    return spread * Math.min(1, scaled * Math.sqrt(scaled));
  }

  private double evaluate(double x) {
    double value = f.applyAsDouble(x);
    if (!Double.isFinite(value)) {
      throw new ArithmeticException(
          "the integrand gives " + value + " at " + x + "; split the range or transform it");
    }
    return value;
  }

  private static ArithmeticException notConverged(double[] ends, double value, double error) {
    return new ArithmeticException(
        ("no convergence on [%s, %s] with up to %d panels: integral %s, error estimate %s; split"
                + " the range at kinks, transform it, or loosen the tolerance")
            .formatted(ends[0], ends[ends.length - 1], MAX_PANELS, value, error));
  }
}
