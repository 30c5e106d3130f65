package org.grokcheck.dynamics.ode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class RadauTableauTest {
  private static final double ROUNDING = 64 * 0x1p-53;

  /** Collocation: Σ aᵢⱼ cⱼ^{k−1} = cᵢᵏ/k up to k = 3. */
  @Test
  void stagesIntegrateParabolas() {
    for (double[] row : indexed()) {
      for (int k = 1; k <= 3; k++) {
        double sum = 0;
        for (int j = 0; j < 3; j++) {
          sum += row[j] * StrictMath.pow(RadauTableau.NODES[j], k - 1);
        }
        assertEquals(StrictMath.pow(row[3], k) / k, sum, ROUNDING);
      }
    }
  }

  private static double[][] indexed() {
    double[][] rows = new double[3][4];
    for (int i = 0; i < 3; i++) {
      System.arraycopy(RadauTableau.MATRIX[i], 0, rows[i], 0, 3);
      rows[i][3] = RadauTableau.NODES[i];
    }
    return rows;
  }

  /** The nodes are the zeros of the Radau polynomial d²/dx² [x²(x − 1)³]. */
  @Test
  void nodesAreRadauPoints() {
    for (double c : RadauTableau.NODES) {
      assertEquals(0, 10 * c * c * c - 18 * c * c + 9 * c - 1, ROUNDING * 18);
    }
  }

  @Test
  void transformationSplitsTheInverse() {
    SimpleMatrix to = new SimpleMatrix(RadauTableau.TO_STAGES);
    SimpleMatrix from = new SimpleMatrix(RadauTableau.FROM_STAGES);
    SimpleMatrix blocks = from.mult(new SimpleMatrix(RadauTableau.MATRIX).invert()).mult(to);
    double[][] expected = {
      {RadauTableau.GAMMA, 0, 0},
      {0, RadauTableau.ALPHA, -RadauTableau.BETA},
      {0, RadauTableau.BETA, RadauTableau.ALPHA},
    };
    SimpleMatrix one = from.mult(to);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(i == j ? 1 : 0, one.get(i, j), ROUNDING * 4);
        assertEquals(expected[i][j], blocks.get(i, j), ROUNDING * 100);
      }
    }
  }

  /**
   * The estimate is γ⁻¹-scaled so that e₀f + Σ eᵢzᵢ vanishes for all z that a cubic solution gives:
   * with zᵢ = cᵢᵏ, h = 1 and f = 1 only for k = 1.
   */
  @Test
  void estimateVanishesForParabolasAndCubics() {
    for (int k = 1; k <= 3; k++) {
      double sum = k == 1 ? 1 : 0;
      for (int i = 0; i < 3; i++) {
        sum += RadauTableau.ESTIMATE[i] * StrictMath.pow(RadauTableau.NODES[i], k);
      }
      assertEquals(0, sum, ROUNDING * 10);
    }
  }
}
