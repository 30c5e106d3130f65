package org.grokcheck.dynamics.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.Arb;
import org.grokcheck.laws.OrderFit;

class GradientDescentProperties {
  @Provide
  Arbitrary<DataSet> sets() {
    return DataSet.gaussian();
  }

  @Provide
  Arbitrary<Double> rates() {
    return Arb.logUniform(1e-3, 0.3);
  }

  /** A few steps by the definition, each sum written out. */
  @Property(tries = 60)
  void stepsFollowTheDefinition(
      @ForAll("sets") DataSet set, @ForAll OutputLoss loss, @ForAll("rates") double eta) {
    Assume.that(set.radius() < 3);
    double[] weight = set.start().weight().clone();
    double bias = set.start().bias();
    int n = set.points().length;
    for (int k = 0; k < 4; k++) {
      double[] pulls = new double[n];
      for (int i = 0; i < n; i++) {
        double grown = StrictMath.exp(DataSet.dot(set.points()[i], weight) + bias);
        pulls[i] = loss == OutputLoss.EXPONENTIAL ? grown : grown / (1 + grown);
      }
      for (int i = 0; i < n; i++) {
        bias -= eta / n * pulls[i];
        for (int j = 0; j < weight.length; j++) {
          weight[j] -= eta / n * pulls[i] * set.points()[i][j];
        }
      }
    }
    TimedState actual = new GradientDescent(set.classifier(loss), eta).after(set.start(), 4).get(0);
    assertEquals(StrictMath.log(4 * eta), actual.logTime(), 1e-14);
    // Four steps, each some roundings of sums of n terms, enlarged by the slope of the step.
    double size = 1 + Math.abs(bias) + set.start().norm() + actual.state().norm();
    double bound = 4e-16 * n * StrictMath.pow(2 + set.radius(), 4) * 16 * size;
    assertEquals(bias, actual.state().bias(), bound);
    for (int j = 0; j < weight.length; j++) {
      assertEquals(weight[j], actual.state().weight()[j], bound);
    }
  }

  /** At the same time ηk, halving η three times shows an error of first order against the flow. */
  @Property(tries = 40)
  void errorAgainstTheFlowIsOfFirstOrder(@ForAll("sets") DataSet set, @ForAll OutputLoss loss) {
    LinearClassifier classifier = set.classifier(loss);
    double slope = StrictMath.exp(classifier.logLoss(set.start()));
    double stiffness = Math.max(1, slope) * (1 + set.radius() * set.radius());
    double time = 4 / stiffness;
    ClassifierState flow =
        new LogTimeFlow(classifier, FlowMethod.IMPLICIT, 1e-11)
            .at(set.start(), StrictMath.log(time))
            .get(0)
            .state();
    double[] errors = new double[4];
    for (int k = 0; k < errors.length; k++) {
      int steps = 128 << k;
      List<TimedState> states =
          new GradientDescent(classifier, time / steps).after(set.start(), steps);
      errors[k] = DataSet.distance(flow, states.get(0).state());
    }
    OrderFit fit = OrderFit.of(errors, 1e-9 * (1 + flow.norm()));
    Assume.that(fit.tells());
    assertTrue(fit.allows(1) && !fit.allows(2), Arrays.toString(errors) + fit);
  }

  /** Below the bound η < 2/λ_max of the logistic loss, λ_max ≤ (1 + max ‖x‖²)/4, the loss falls. */
  @Property(tries = 60)
  void lossFallsAtSmallRates(@ForAll("sets") DataSet set) {
    LinearClassifier classifier = set.classifier(OutputLoss.LOGISTIC);
    double eta = 1.9 / (0.25 * (1 + set.radius() * set.radius()));
    double before = classifier.logLoss(set.start());
    for (TimedState timed : new GradientDescent(classifier, eta).after(set.start(), 1, 2, 5, 50)) {
      double next = classifier.logLoss(timed.state());
      assertTrue(next <= before + 1e-12 * (1 + Math.abs(before)));
      before = next;
    }
  }

  /** Stopping on the way changes nothing. */
  @Property(tries = 30)
  void stopsChangeNothing(@ForAll("sets") DataSet set, @ForAll OutputLoss loss) {
    GradientDescent descent = new GradientDescent(set.classifier(loss), 1e-3);
    ClassifierState whole = descent.after(set.start(), 20).get(0).state();
    List<TimedState> parts = descent.after(set.start(), 0, 7, 20);
    assertEquals(Double.NEGATIVE_INFINITY, parts.get(0).logTime());
    assertEquals(set.start(), parts.get(0).state());
    assertEquals(whole, parts.get(2).state());
  }
}
