package org.grokcheck.dynamics.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.dynamics.ode.DormandPrince;
import org.grokcheck.dynamics.ode.OdeSystem;
import org.grokcheck.dynamics.ode.StepLimits;
import org.grokcheck.harness.Arb;

/**
 * With the exponential loss a bias changes the speed of S and not its path: the flow in ordinary
 * time, with τ = ∫ e^b dt beside it, the flow without bias, and the flow in conformal time meet.
 */
class ConformalTimeProperties {
  private static final double TOLERANCE = 1e-11;

  @Provide
  Arbitrary<DataSet> sets() {
    return DataSet.gaussian();
  }

  @Provide
  Arbitrary<Double> times() {
    return Arb.logUniform(0.01, 30);
  }

  /**
   * (S, b, τ) in ordinary time, written out; without bias b stays where it is and is left out of
   * the outputs.
   *
   * @param set the data
   * @param slope ℓ′
   * @param biased whether b moves
   */
  private record Ordinary(DataSet set, DoubleUnaryOperator slope, boolean biased)
      implements OdeSystem {
    @Override
    public int dimension() {
      return set.start().weight().length + 2;
    }

    @Override
    public void rates(double time, double[] y, double[] rates) {
      int d = y.length - 2;
      Arrays.fill(rates, 0);
      double[] weight = Arrays.copyOf(y, d);
      for (double[] x : set.points()) {
        double output = DataSet.dot(x, weight) + (biased ? y[d] : 0);
        double pull = slope.applyAsDouble(output) / set.points().length;
        for (int j = 0; j < d; j++) {
          rates[j] -= pull * x[j];
        }
        rates[d] -= biased ? pull : 0;
      }
      rates[d + 1] = biased ? StrictMath.exp(y[d]) : 1;
    }

    double[] at(double time) {
      int d = set.start().weight().length;
      double[] start = Arrays.copyOf(set.start().weight(), d + 2);
      start[d] = set.start().bias();
      return new DormandPrince(TOLERANCE, TOLERANCE, StepLimits.NONE)
          .solve(this, 0, start, time)
          .last();
    }
  }

  /** The largest initial rate, beyond which explicit steps in ordinary time would take too long. */
  private static double fastest(DataSet set) {
    double output = set.start().norm() * set.radius() + Math.abs(set.start().bias());
    return StrictMath.exp(output) * (1 + set.radius() * set.radius());
  }

  @Property(tries = 60)
  void biasChangesTheSpeedAndNotThePath(
      @ForAll("sets") DataSet set, @ForAll("times") double units) {
    double time = units / Math.min(1, fastest(set));
    Ordinary withBias = new Ordinary(set, StrictMath::exp, true);
    double[] biased = withBias.at(time);
    int d = biased.length - 2;
    double tau = biased[d + 1];
    double[] unbiased = new Ordinary(set, StrictMath::exp, false).at(tau);
    TimedState conformal =
        new ConformalFlow(set.matrix(), FlowMethod.IMPLICIT, TOLERANCE)
            .atConformalTimes(set.start(), tau)
            .get(0)
            .timed();
    double bound = bound(set, time);
    for (int j = 0; j < d; j++) {
      assertEquals(biased[j], unbiased[j], bound);
      assertEquals(biased[j], conformal.state().weight()[j], bound);
    }
    assertEquals(biased[d], conformal.state().bias(), bound);
    assertEquals(StrictMath.log(time), conformal.logTime(), bound * (1 + 1 / (tau + time)));
  }

  /** The logistic loss has no such time; its flow in log t meets the one in ordinary time. */
  @Property(tries = 30)
  void logisticLossInOrdinaryTime(@ForAll("sets") DataSet set) {
    double time = 3;
    DoubleUnaryOperator slope = f -> 1 / (1 + StrictMath.exp(-f));
    double[] biased = new Ordinary(set, slope, true).at(time);
    LinearClassifier classifier = set.classifier(OutputLoss.LOGISTIC);
    ClassifierState flow =
        new LogTimeFlow(classifier, FlowMethod.IMPLICIT, TOLERANCE)
            .at(set.start(), StrictMath.log(time))
            .get(0)
            .state();
    int d = biased.length - 2;
    double bound = bound(set, time);
    for (int j = 0; j < d; j++) {
      assertEquals(biased[j], flow.weight()[j], bound);
    }
    assertEquals(biased[d], flow.bias(), bound);
  }

  /**
   * A thousand steps of relative and absolute tolerance ε at the most, of states below the norm
   * reached; τ and log t move S by max ‖x‖ times their own errors.
   */
  private static double bound(DataSet set, double time) {
    double size = 2 + set.start().norm() + Math.abs(set.start().bias()) + StrictMath.log1p(time);
    double unit = 1 / set.radius();
    double bound = 1000 * TOLERANCE * (size + unit) * (1 + set.radius());
    assertTrue(bound < 1e-5, "tells too little: " + bound);
    return bound * Math.max(1, set.radius());
  }
}
