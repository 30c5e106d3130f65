package org.grokcheck.oracle;

import java.util.Arrays;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.ejml.data.DMatrixRMaj;

/**
 * Gradient flow of the exponential loss (1/N) Σ e^{S̃·xᵢ+b} at scale σ and learning rate 1, from S̃
 * = b = 0, integrated in u = log t by Dormand and Prince: dS̃/du = −σ²te^b ∇m(S̃), db/du = −te^b
 * m(S̃).
 */
public final class DataFlow {
  /** Relative error of a step; errors of S̃ decay, those of b shift log t. */
  private static final double TOLERANCE = 1e-12;

  private static final double START = -25;

  private final DMatrixRMaj points;
  private final double squaredScale;

  /** The flow on points in units of σ, one a row. */
  public DataFlow(DMatrixRMaj points, double sigma) {
    this.points = points;
    squaredScale = sigma * sigma;
  }

  /**
   * A state of the flow.
   *
   * @param logTime log t
   * @param weight S̃
   * @param bias b
   */
  public record State(double logTime, double[] weight, double bias) {}

  /** The moment at which log[(1/N) Σ e^{S̃·xᵢ+b}], having fallen, reaches a threshold. */
  public State whenTrainingLossIs(double logThreshold) {
    return reach((u, y) -> y[points.numCols] + logMean(y) - logThreshold, -logThreshold);
  }

  /** The moment at which b + ‖S̃‖²/2, the log of the population loss, last reaches a threshold. */
  public State whenPopulationLossIs(double logThreshold) {
    return reach((u, y) -> y[points.numCols] + halfSquare(y) - logThreshold, -logThreshold);
  }

  private interface Excess {
    double at(double u, double[] y);
  }

  private State reach(Excess excess, double scale) {
    int d = points.numCols;
    double[] y = new double[d + 1];
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(1e-9, 1, 1e-3 * TOLERANCE, TOLERANCE);
    integrator.addEventHandler(new Crossing(excess), 0.25, 1e-13, 100);
    double end = integrator.integrate(new Field(), START, y, 20 * scale + 100, y);
    double[] weight = new double[d];
    System.arraycopy(y, 0, weight, 0, d);
    return new State(end, weight, y[d]);
  }

  private double logMean(double[] y) {
    double sum = 0;
    for (int i = 0; i < points.numRows; i++) {
      sum += StrictMath.exp(output(i, y));
    }
    return StrictMath.log(sum / points.numRows);
  }

  private double output(int i, double[] y) {
    double sum = 0;
    for (int j = 0; j < points.numCols; j++) {
      sum += points.unsafe_get(i, j) * y[j];
    }
    return sum;
  }

  private double halfSquare(double[] y) {
    double sum = 0;
    for (int j = 0; j < points.numCols; j++) {
      sum += y[j] * y[j];
    }
    return 0.5 * sum;
  }

  private final class Field implements FirstOrderDifferentialEquations {
    @Override
    public int getDimension() {
      return points.numCols + 1;
    }

    @Override
    public void computeDerivatives(double u, double[] y, double[] rate) {
      int d = points.numCols;
      double speed = StrictMath.exp(u + y[d]) / points.numRows;
      Arrays.fill(rate, 0);
      for (int i = 0; i < points.numRows; i++) {
        double pull = speed * StrictMath.exp(output(i, y));
        rate[d] -= pull;
        for (int j = 0; j < d; j++) {
          rate[j] -= squaredScale * pull * points.unsafe_get(i, j);
        }
      }
    }
  }

  /** Stops where the excess changes from positive to negative. */
  private record Crossing(Excess excess) implements EventHandler {
    @Override
    public void init(double t0, double[] y0, double t) {}

    @Override
    public double g(double u, double[] y) {
      return excess.at(u, y);
    }

    @Override
    public Action eventOccurred(double u, double[] y, boolean increasing) {
      return increasing ? Action.CONTINUE : Action.STOP;
    }

    @Override
    public void resetState(double u, double[] y) {}
  }
}
