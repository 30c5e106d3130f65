package org.grokcheck.omnigrok;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.grokcheck.math.Real;

/**
 * One unit a tanh(bx) fitted to targets ½ tanh x, and its training loss reduced to the norm r =
 * √(a² + b²): the smallest network whose reduced loss is U-shaped (footnote 2; claim {@code
 * omnigrok.fn2.monotone}). The loss is the mean of squares, without ½.
 *
 * @param inputs x, at least one
 */
public record TanhUnit(List<Real> inputs) {
  private static final int GRID = 4096;
  private static final int HALVINGS = 110;

  /**
   * Copies the inputs.
   *
   * @throws IllegalArgumentException if there are none
   */
  public TanhUnit {
    Require.atLeast("x (how many)", inputs.size(), 1);
    inputs = List.copyOf(inputs);
  }

  /** Returns the mean of (a tanh(bx) − ½ tanh x)². */
  public Real loss(Real a, Real b) {
    return mean(x -> residual(a, b, x).square());
  }

  /**
   * Returns the least loss at a² + b² = r²: the best angle of a grid, then the zero of the
   * derivative beside it by halving. Signs of a and b together don't matter, and at opposite signs
   * the loss is larger, so that a and b are taken from the first quadrant.
   *
   * @param norm r ≥ 0
   */
  public Real reducedLoss(Real norm) {
    Require.notNegative("r", norm);
    Real angle = angle(norm);
    return loss(norm.times(angle.cos()), norm.times(angle.sin()));
  }

  private Real angle(Real norm) {
    Real quarter = Real.pi().over(2);
    int best = bestOfGrid(norm.toDouble());
    Real low = quarter.times(Math.max(0, best - 1)).over(GRID);
    Real high = quarter.times(Math.min(GRID, best + 1)).over(GRID);
    for (int k = 0; k < HALVINGS; k++) {
      Real middle = low.plus(high).over(2);
      if (slope(norm, middle).signum() < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private int bestOfGrid(double norm) {
    double[] x = inputs.stream().mapToDouble(Real::toDouble).toArray();
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k <= GRID; k++) {
      double angle = Math.PI / 2 * k / GRID;
      double sum = 0;
      for (double at : x) {
        double output =
            norm * StrictMath.cos(angle) * StrictMath.tanh(norm * StrictMath.sin(angle) * at);
        double error = output - StrictMath.tanh(at) / 2;
        sum += error * error;
      }
      if (sum < least) {
        least = sum;
        best = k;
      }
    }
    return best;
  }

  /** Half the derivative of the loss by the angle. */
  private Real slope(Real norm, Real angle) {
    Real a = norm.times(angle.cos());
    Real b = norm.times(angle.sin());
    return mean(
        x -> {
          Real tanh = b.times(x).tanh();
          Real turning =
              a.square().times(x).times(Real.ONE.minus(tanh.square())).minus(b.times(tanh));
          return residual(a, b, x).times(turning);
        });
  }

  private static Real residual(Real a, Real b, Real x) {
    return a.times(b.times(x).tanh()).minus(x.tanh().over(2));
  }

  private Real mean(UnaryOperator<Real> term) {
    Stream<Real> terms = inputs.stream().map(term);
    return terms.reduce(Real.ZERO, Real::plus).over(inputs.size());
  }
}
