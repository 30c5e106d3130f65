package org.grokcheck.beck;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.compute.reference.ReferenceOptimizer;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.dynamics.flow.ClassifierState;
import org.grokcheck.dynamics.flow.FlowMethod;
import org.grokcheck.dynamics.flow.LinearClassifier;
import org.grokcheck.dynamics.flow.LogTimeFlow;
import org.grokcheck.dynamics.flow.OutputLoss;
import org.grokcheck.dynamics.margin.HardMargin;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** How Adam's path differs from that of gradient descent (App. F.2). */
class AdamPathProperties {
  private static final double RATE = 1e-3;
  private static final double EPSILON = 1e-8;

  private static DataMatrix draw(int n, int d) {
    RandomGenerator random = RunSettings.seeds().stream("beck.appf.f2/N=%d,d=%d".formatted(n, d));
    return PlainMatrix.of(GaussianPoints.draw(n, d, 1, random));
  }

  private static ReferenceOptimizer adam(int parameters) {
    return ReferenceOptimizer.of(OptimizerSettings.of(OptimizerSpec.adam(RATE)), parameters);
  }

  private static double norm(double[] vector, int from, int to) {
    return Math.sqrt(Arrays.stream(vector, from, to).map(c -> c * c).sum());
  }

  @Test
  @Checks("beck.appf.f2-sqrt-d")
  void firstStepMovesTheWeightByTheRootOfTheDimension() {
    for (int d : new int[] {2, 5, 20, 100, 400}) {
      LinearClassifier classifier = new LinearClassifier(draw(500, d), OutputLoss.LOGISTIC);
      double[] theta = new double[d + 1];
      double[] gradient = new double[d + 1];
      classifier.gradient(theta, gradient);
      double least = Arrays.stream(gradient).map(Math::abs).min().orElseThrow();
      adam(d + 1).step(theta, gradient);
      Check.of("beck.appf.f2-sqrt-d", "‖ΔS‖/|Δb| of Adam's first step")
          .by(Oracle.INVARIANT)
          .at("d", d)
          .expecting(
              Math.sqrt(d),
              new Tolerance.Truncation(
                  Math.sqrt(d) * (2 * EPSILON / least + d * 0x1p-50),
                  1,
                  1,
                  "a coordinate moves by the rate times |g|/(|g| + 1e-8)"))
          .holds(norm(theta, 0, d) / Math.abs(theta[d]))
          .rejects("of gradient descent", norm(gradient, 0, d) / Math.abs(gradient[d]))
          .rejects("d", d);
    }
  }

  /** Angle between (S, b) and the late direction of the flow. */
  private static double angle(double[] theta, double[] direction) {
    double dot = 0;
    for (int j = 0; j < theta.length; j++) {
      dot += theta[j] * direction[j];
    }
    double cosine = dot / norm(theta, 0, theta.length) / norm(direction, 0, direction.length);
    return StrictMath.acos(Math.min(1, cosine));
  }

  /** (S, b) of Adam once log L is below a level. */
  private static double[] trained(LinearClassifier classifier, double logLoss) {
    int d = classifier.dimension();
    double[] theta = new double[d + 1];
    double[] gradient = new double[d + 1];
    ReferenceOptimizer adam = adam(d + 1);
    for (int step = 0; ; step++) {
      if (step % 100 == 0
          && classifier.logLoss(new ClassifierState(Arrays.copyOf(theta, d), theta[d])) < logLoss) {
        return theta;
      }
      classifier.gradient(theta, gradient);
      adam.step(theta, gradient);
    }
  }

  /** (S, b) of the flow at the first whole power of ten of t with a loss below a level. */
  private static double[] flowed(LinearClassifier classifier, double logLoss) {
    int d = classifier.dimension();
    ClassifierState start = new ClassifierState(new double[d], 0);
    double[] logTimes = new double[12];
    Arrays.setAll(logTimes, k -> (k + 1) * StrictMath.log(10));
    ClassifierState state =
        new LogTimeFlow(classifier, FlowMethod.IMPLICIT, 1e-8)
            .at(start, logTimes).stream()
                .map(s -> s.state())
                .filter(s -> classifier.logLoss(s) < logLoss)
                .findFirst()
                .orElseThrow();
    double[] theta = Arrays.copyOf(state.weight(), d + 1);
    theta[d] = state.bias();
    return theta;
  }

  @Test
  @Checks("beck.appf.f2-svm")
  void adamMissesTheHardMarginOnSeparableDataOnly() {
    double logLoss = StrictMath.log(1e-5);
    int d = 65;
    DataMatrix separable = draw(100, d);
    LinearClassifier classifier = new LinearClassifier(separable, OutputLoss.LOGISTIC);
    // The solver's vectors separate towards positive margins, and its constant column is the bias.
    double[] direction =
        Arrays.stream(HardMargin.extended(separable).weight()).map(w -> -w).toArray();
    double adam = angle(trained(classifier, logLoss), direction);
    double flow = angle(flowed(classifier, logLoss), direction);
    Check.of("beck.appf.f2-svm", "minus the angle of Adam to the hard margin, L < 1e-5")
        .part("separable")
        .by(Oracle.SECOND_ALGORITHM)
        .at("N", 100, "d", d)
        .expectingAtMost(-0.5, new Tolerance.Exact())
        .holds(-adam)
        .rejects("of the flow", -flow);
    Check.of("beck.appf.f2-svm", "angle of the flow to the hard margin, L < 1e-5")
        .part("separable")
        .by(Oracle.SECOND_ALGORITHM)
        .at("N", 100, "d", d)
        .expectingAtMost(0.2, new Tolerance.Exact())
        .holds(flow)
        .rejects("of Adam", adam);
    int few = 20;
    double[] downwards = new double[few + 1];
    downwards[few] = -1;
    LinearClassifier other = new LinearClassifier(draw(100, few), OutputLoss.LOGISTIC);
    // ‖S‖ is bounded and b is not, so that the angle to (0, −1) falls as 1/|b|, and |b| doubles.
    double early = angle(trained(other, StrictMath.log(1e-3)), downwards);
    double late = angle(trained(other, StrictMath.log(1e-6)), downwards);
    Check.of("beck.appf.f2-svm", "angle of Adam to (0, −1) at L = 1e-6, over that at 1e-3")
        .part("inseparable")
        .by(Oracle.INVARIANT)
        .at("N", 100, "d", few, "angle", late)
        .expectingAtMost(0.75, new Tolerance.Exact())
        .holds(late / early)
        .refutes("another solution on inseparable data too", 1);
  }
}
