package org.grokcheck.oracle;

import java.util.Arrays;

/** Solutions of an autonomous field y′ = f(y), and of gradient flow with a bias on given points. */
public final class FieldFlow {
  private FieldFlow() {}

  /** A right-hand side. */
  public interface Field {
    /** f(y); y is not kept. */
    double[] at(double[] y);
  }

  /**
   * A state.
   *
   * @param values y
   * @param error bound of the sum of local errors
   */
  public record State(double[] values, double error) {}

  /** y after a time. */
  public static State after(Field field, double[] start, double time) {
    LineOde.Solution solution = LineOde.integrate((s, y) -> field.at(y), start, 0, time);
    return new State(solution.values(), solution.localErrors());
  }

  /**
   * The flow dS/dt = −(η/N) Σ ℓ′(fᵢ)xᵢ, db/dt = −(η/N) Σ ℓ′(fᵢ), dτ/dt = e^b in real time, of the
   * logistic or the exponential loss.
   *
   * @param start S, then b
   * @return S, b, τ
   */
  public static State realTime(
      double[][] points, boolean logistic, double eta, double[] start, double time) {
    int d = start.length - 1;
    Field field =
        y -> {
          double[] rates = new double[d + 2];
          for (double[] x : points) {
            double output = y[d];
            for (int j = 0; j < d; j++) {
              output += y[j] * x[j];
            }
            double slope =
                eta
                    / points.length
                    * (logistic ? 1 / (1 + StrictMath.exp(-output)) : StrictMath.exp(output));
            for (int j = 0; j < d; j++) {
              rates[j] -= slope * x[j];
            }
            rates[d] -= slope;
          }
          rates[d + 1] = StrictMath.exp(y[d]);
          return rates;
        };
    return after(field, Arrays.copyOf(start, d + 2), time);
  }
}
