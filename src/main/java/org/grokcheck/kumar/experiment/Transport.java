package org.grokcheck.kumar.experiment;

import org.grokcheck.kumar.MomentState;
import org.grokcheck.kumar.MomentTraining.Move;

/**
 * Where descent with momentum μ has brought every neuron: w = Aw₀ + b, with velocity Bw₀ + c. Since
 * all neurons move by one affine map, D² + D numbers say it for any width.
 */
final class Transport {
  private final double momentum;
  private final double[][] place;
  private final double[] shift;
  private final double[][] speed;
  private final double[] drift;

  /** The start, A = 1. */
  Transport(int dimension, double momentum) {
    this.momentum = momentum;
    this.place = new double[dimension][dimension];
    this.shift = new double[dimension];
    this.speed = new double[dimension][dimension];
    this.drift = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      place[i][i] = 1;
    }
  }

  /** v ← μv + (Tw + s − w), w ← w + v, with the move of a plain step. */
  void step(Move move) {
    int d = shift.length;
    double[][] pull = move.matrix();
    double[][] old = new double[d][];
    for (int i = 0; i < d; i++) {
      old[i] = place[i].clone();
    }
    double[] oldShift = shift.clone();
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        speed[i][j] = momentum * speed[i][j] - old[i][j];
      }
      drift[i] = momentum * drift[i] + move.shift()[i] - oldShift[i];
      for (int k = 0; k < d; k++) {
        double factor = pull[i][k];
        drift[i] += factor * oldShift[k];
        for (int j = 0; j < d; j++) {
          speed[i][j] += factor * old[k][j];
        }
      }
      shift[i] += drift[i];
      for (int j = 0; j < d; j++) {
        place[i][j] += speed[i][j];
      }
    }
  }

  /** The moments of the neurons that started with these. */
  MomentState of(MomentState start) {
    return new Move(place, shift).of(start);
  }

  /** |W − W₀|²/N of the neurons that started with these moments. */
  double changeSquared(MomentState start) {
    int d = shift.length;
    double[][] change = new double[d][];
    for (int i = 0; i < d; i++) {
      change[i] = place[i].clone();
      change[i][i] -= 1;
    }
    return new Move(change, shift).of(start).trace();
  }
}
