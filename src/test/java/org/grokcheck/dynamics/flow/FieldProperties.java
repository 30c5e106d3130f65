package org.grokcheck.dynamics.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.dynamics.ode.JacobianSystem;
import org.grokcheck.harness.Arb;

/** Right-hand sides by their formulas, Jacobians by differences. */
class FieldProperties {
  @Provide
  Arbitrary<DataSet> sets() {
    return DataSet.gaussian();
  }

  @Provide
  Arbitrary<Double> readings() {
    return Arb.uniform(0, 3);
  }

  @Provide
  Arbitrary<Double> logTimes() {
    return Arb.uniform(-30, 1000);
  }

  private static double[] state(DataSet set, double... more) {
    int d = set.start().weight().length;
    double[] state = Arrays.copyOf(set.start().weight(), d + more.length);
    System.arraycopy(more, 0, state, d, more.length);
    return state;
  }

  @Property(tries = 60)
  void logTimeFieldIsThePullTimesTheSpeed(
      @ForAll("sets") DataSet set, @ForAll OutputLoss loss, @ForAll("readings") double v) {
    double logRate = 0.4;
    LogTimeField field = new LogTimeField(set.classifier(loss), new FlowClock(logRate));
    double[] state = state(set, set.start().bias());
    double[] rates = new double[state.length];
    field.rates(v, state, rates);
    double speed = StrictMath.exp(v) / StrictMath.exp(logRate);
    double[] expected = pulls(set, loss, set.start().bias());
    for (int k = 0; k < rates.length; k++) {
      assertEquals(-speed * expected[k], rates[k], 1e-13 * (1 + size(set) * speed));
    }
    assertJacobian(set, field, v, state, speed);
  }

  @Property(tries = 60)
  void conformalFieldForgetsTheBias(@ForAll("sets") DataSet set, @ForAll("readings") double v) {
    ConformalField field =
        new ConformalField(set.classifier(OutputLoss.EXPONENTIAL), new FlowClock(0.4));
    double[] state = state(set, set.start().bias(), v);
    double[] rates = new double[state.length];
    field.rates(0, state, rates);
    double[] expected = pulls(set, OutputLoss.EXPONENTIAL, 0);
    int d = expected.length - 1;
    for (int k = 0; k <= d; k++) {
      assertEquals(-expected[k], rates[k], 1e-13 * (1 + size(set)));
    }
    // dv/dt = r/(1 + rt), dt/dτ = e^{−b}.
    double clock = StrictMath.exp(0.4) / StrictMath.exp(v) / StrictMath.exp(set.start().bias());
    assertEquals(clock, rates[d + 1], 1e-14 * clock * 10);
    assertJacobian(set, field, 0, state, 1 + clock);
  }

  /** (1/N) Σ ℓ′(fᵢ) (xᵢ, 1). */
  private static double[] pulls(DataSet set, OutputLoss loss, double bias) {
    int d = set.start().weight().length;
    double[] sum = new double[d + 1];
    for (double[] x : set.points()) {
      double grown = StrictMath.exp(DataSet.dot(x, set.start().weight()) + bias);
      double slope = loss == OutputLoss.EXPONENTIAL ? grown : grown / (1 + grown);
      for (int j = 0; j <= d; j++) {
        sum[j] += slope / set.points().length * (j < d ? x[j] : 1);
      }
    }
    return sum;
  }

  /** Bound of all slopes and their derivatives up to the third: mean e^f (1 + ‖x‖)³. */
  private static double size(DataSet set) {
    double output = set.start().norm() * set.radius() + Math.abs(set.start().bias());
    return StrictMath.exp(output) * StrictMath.pow(1 + set.radius(), 3);
  }

  private static void assertJacobian(
      DataSet set, JacobianSystem field, double time, double[] state, double speed) {
    int n = state.length;
    DMatrixRMaj jacobian = new DMatrixRMaj(n, n);
    jacobian.fill(Double.NaN);
    field.jacobian(time, state, jacobian);
    double h = 1e-5;
    double bound = size(set) * speed * (h * h + 1e-14 / h);
    for (int k = 0; k < n; k++) {
      double[] up = new double[n];
      double[] down = new double[n];
      double[] moved = state.clone();
      moved[k] += h;
      field.rates(time, moved, up);
      moved[k] -= 2 * h;
      field.rates(time, moved, down);
      for (int i = 0; i < n; i++) {
        assertEquals((up[i] - down[i]) / (2 * h), jacobian.get(i, k), bound);
      }
    }
  }

  /** The clock shows log(1 + rt), and back. */
  @Property(tries = 200)
  void clockIsInvertible(@ForAll("logTimes") double logTime) {
    FlowClock clock = new FlowClock(-1.5);
    double v = clock.reading(logTime);
    double rt = logTime - 1.5;
    double expected = rt < 30 ? StrictMath.log1p(StrictMath.exp(rt)) : rt + StrictMath.exp(-rt);
    assertEquals(expected, v, 8 * Math.ulp(expected) * (1 + Math.abs(rt)));
    assertEquals(logTime, clock.logTime(v), 1e-13 * (1 + Math.abs(logTime)));
  }
}
