package org.grokcheck.dynamics.ode;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The stage equations of {@link RadauIIA}, Zᵢ = h Σ aᵢⱼ f(t + cⱼh, y + Zⱼ), by simplified Newton
 * iteration in the variables W = T⁻¹Z, where they fall apart into a real system of size n and a
 * complex one.
 */
final class RadauStages {
  private static final int STAGES = 3;
  private static final int MOST_ITERATIONS = 10;

  /** The part of the tolerated error that may be left in the stages. */
  private static final double PART = 0.01;

  /** Changes of a stage below so many roundings of the state are none. */
  private static final double ROUNDING = 64 * 0x1p-53;

  private final JacobianSystem system;
  private final ErrorNorm norm;
  private final int n;
  private final double[][] z;
  private final double[][] w;
  private final double[][] slopes;
  private final RadauExtrapolation before;
  private double startedAt = Double.NaN;
  private final double[] stage;
  private final LinearSolverDense<DMatrixRMaj> real;
  private final LinearSolverDense<DMatrixRMaj> pair;
  private final DMatrixRMaj realSide;
  private final DMatrixRMaj realAnswer;
  private final DMatrixRMaj pairSide;
  private final DMatrixRMaj pairAnswer;

  RadauStages(JacobianSystem system, ErrorNorm norm) {
    this.system = system;
    this.norm = norm;
    n = system.dimension();
    z = new double[STAGES][n];
    w = new double[STAGES][n];
    slopes = new double[STAGES][n];
    before = new RadauExtrapolation(n);
    stage = new double[n];
    real = LinearSolverFactory_DDRM.lu(n);
    pair = LinearSolverFactory_DDRM.lu(2 * n);
    realSide = new DMatrixRMaj(n, 1);
    realAnswer = new DMatrixRMaj(n, 1);
    pairSide = new DMatrixRMaj(2 * n, 1);
    pairAnswer = new DMatrixRMaj(2 * n, 1);
  }

  /** Factorises γ/h − J and (α + iβ)/h − J; false if one is singular. */
  boolean factorise(double h, DMatrixRMaj jacobian) {
    DMatrixRMaj one = new DMatrixRMaj(n, n);
    DMatrixRMaj two = new DMatrixRMaj(2 * n, 2 * n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double entry = -jacobian.unsafe_get(i, j);
        one.unsafe_set(i, j, entry);
        two.unsafe_set(i, j, entry);
        two.unsafe_set(n + i, n + j, entry);
      }
      one.add(i, i, RadauTableau.GAMMA / h);
      two.add(i, i, RadauTableau.ALPHA / h);
      two.add(n + i, n + i, RadauTableau.ALPHA / h);
      two.unsafe_set(i, n + i, -RadauTableau.BETA / h);
      two.unsafe_set(n + i, i, RadauTableau.BETA / h);
    }
    return real.setA(one) && pair.setA(two);
  }

  /**
   * Solves the stage equations; returns 0, {@code +∞} if the iteration doesn't converge, NaN if it
   * left the domain of f.
   */
  double solve(double time, double[] state, double h) {
    predict(time, h);
    double last = Double.NaN;
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      evaluate(time, state, h);
      double size = correct(h, state);
      if (Double.isNaN(size)) {
        return Double.NaN;
      }
      double contraction = size / last;
      if (size == 0 || (contraction < 1 && remains(size, contraction) <= PART)) {
        return 0;
      }
      if (contraction >= 1) {
        return isRounding(state) ? 0 : Double.POSITIVE_INFINITY;
      }
      last = size;
    }
    return Double.POSITIVE_INFINITY;
  }

  /** First guess: what the step before extrapolates to, so that a steady motion is hit at once. */
  private void predict(double time, double h) {
    if (time != startedAt) {
      // Only an accepted step moves the time, and its stages are the last that were solved.
      before.learn(z, time - startedAt);
      startedAt = time;
    }
    before.guess(h, z);
    for (int k = 0; k < STAGES; k++) {
      double[] weights = RadauTableau.FROM_STAGES[k];
      for (int i = 0; i < n; i++) {
        w[k][i] = weights[0] * z[0][i] + weights[1] * z[1][i] + weights[2] * z[2][i];
      }
    }
  }

  /** What the iterations still to come would change, as a geometric series. */
  private static double remains(double size, double contraction) {
    return size * contraction / (1 - contraction);
  }

  private void evaluate(double time, double[] state, double h) {
    for (int k = 0; k < STAGES; k++) {
      for (int i = 0; i < n; i++) {
        stage[i] = state[i] + z[k][i];
      }
      system.rates(time + RadauTableau.NODES[k] * h, stage, slopes[k]);
    }
  }

  /** One Newton step; returns the size of the largest change of a stage. */
  private double correct(double h, double[] state) {
    for (int i = 0; i < n; i++) {
      double w1 = w[0][i] / h;
      double w2 = w[1][i] / h;
      double w3 = w[2][i] / h;
      realSide.data[i] = transformed(0, i) - RadauTableau.GAMMA * w1;
      pairSide.data[i] = transformed(1, i) - RadauTableau.ALPHA * w2 + RadauTableau.BETA * w3;
      pairSide.data[n + i] = transformed(2, i) - RadauTableau.ALPHA * w3 - RadauTableau.BETA * w2;
    }
    real.solve(realSide, realAnswer);
    pair.solve(pairSide, pairAnswer);
    for (int i = 0; i < n; i++) {
      w[0][i] += realAnswer.data[i];
      w[1][i] += pairAnswer.data[i];
      w[2][i] += pairAnswer.data[n + i];
    }
    double largest = 0;
    for (int k = 0; k < STAGES; k++) {
      largest = Math.max(largest, move(k, state));
    }
    return largest;
  }

  private double transformed(int row, int i) {
    double[] weights = RadauTableau.FROM_STAGES[row];
    return weights[0] * slopes[0][i] + weights[1] * slopes[1][i] + weights[2] * slopes[2][i];
  }

  /** Z = T W for one stage; returns the size of its change, which is left in the slopes. */
  private double move(int k, double[] state) {
    double[] weights = RadauTableau.TO_STAGES[k];
    double[] change = slopes[k];
    for (int i = 0; i < n; i++) {
      double value = weights[0] * w[0][i] + weights[1] * w[1][i] + weights[2] * w[2][i];
      change[i] = value - z[k][i];
      z[k][i] = value;
    }
    return norm.of(change, state, state);
  }

  /** Whether the last changes were rounding. */
  private boolean isRounding(double[] state) {
    for (int k = 0; k < STAGES; k++) {
      for (int i = 0; i < n; i++) {
        double size = Math.abs(state[i]) + Math.abs(z[k][i]);
        if (!(Math.abs(slopes[k][i]) <= ROUNDING * size)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Z of the last stage: what the step adds to the state. */
  double[] increment() {
    return z[STAGES - 1];
  }

  /**
   * (γ/h − J)⁻¹ (f + h⁻¹ Σ eᵢZᵢ), an estimate of the local error of order h⁴ that stays bounded for
   * stiff components.
   */
  double[] error(double[] rates, double h) {
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int k = 0; k < STAGES; k++) {
        sum += RadauTableau.ESTIMATE[k] * z[k][i];
      }
      realSide.data[i] = rates[i] + sum / h;
    }
    real.solve(realSide, realAnswer);
    return realAnswer.data.clone();
  }
}
