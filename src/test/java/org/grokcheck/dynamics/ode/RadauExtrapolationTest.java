package org.grokcheck.dynamics.ode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class RadauExtrapolationTest {
  /** Differences of a function at the stages of a step from its start. */
  private static double[][] stages(DoubleUnaryOperator f, double from, double h) {
    double[][] z = new double[3][1];
    for (int k = 0; k < 3; k++) {
      z[k][0] = f.applyAsDouble(from + RadauTableau.NODES[k] * h) - f.applyAsDouble(from);
    }
    return z;
  }

  private static double[][] guess(DoubleUnaryOperator f, double before, double h) {
    RadauExtrapolation extrapolation = new RadauExtrapolation(1);
    extrapolation.learn(stages(f, 2, before), before);
    double[][] z = new double[3][1];
    extrapolation.guess(h, z);
    return z;
  }

  @Test
  void cubicsGoOn() {
    DoubleUnaryOperator cubic = t -> t * (1 + t * (2 - 0.5 * t));
    for (double h : new double[] {0.01, 0.5, 2.4}) {
      double[][] expected = stages(cubic, 2.5, h);
      double[][] actual = guess(cubic, 0.5, h);
      for (int k = 0; k < 3; k++) {
        // Lagrange weights below θ³/Π|cⱼ − cₖ| = 6³/0.05 for the longest step, of values up to 5.
        assertEquals(expected[k][0], actual[k][0], 216 / 0.05 * 5 * 4 * 0x1p-53);
      }
    }
  }

  @Test
  void farAheadLinesGoOn() {
    DoubleUnaryOperator line = t -> 3 - 2 * t;
    double[][] expected = stages(line, 2.5, 5e4);
    double[][] actual = guess(line, 0.5, 5e4);
    for (int k = 0; k < 3; k++) {
      assertEquals(expected[k][0], actual[k][0], 1e5 * 64 * 0x1p-53 / 0.35 * 10);
    }
  }

  @Test
  void withoutStepBeforeAllStagesRest() {
    double[][] z = {{1}, {2}, {3}};
    new RadauExtrapolation(1).guess(0.1, z);
    for (double[] stage : z) {
      assertArrayEquals(new double[1], stage);
    }
  }
}
