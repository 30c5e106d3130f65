package org.grokcheck.dynamics.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ejml.data.DMatrixRMaj;

/** Loss, accuracy and derivatives by their definitions. */
class LinearClassifierProperties {
  @Provide
  Arbitrary<DataSet> sets() {
    return DataSet.gaussian();
  }

  private static double loss(DataSet set, ClassifierState state, OutputLoss loss) {
    double sum = 0;
    for (double[] x : set.points()) {
      double f = DataSet.dot(x, state.weight()) + state.bias();
      double grown = StrictMath.exp(f);
      sum += loss == OutputLoss.EXPONENTIAL ? grown : StrictMath.log1p(grown);
    }
    return sum / set.points().length;
  }

  @Property(tries = 100)
  void lossAndAccuracyAreMeans(@ForAll("sets") DataSet set, @ForAll OutputLoss loss) {
    LinearClassifier classifier = set.classifier(loss);
    double expected = loss(set, set.start(), loss);
    double size = 1 + set.start().norm() * set.radius() + Math.abs(set.start().bias());
    assertEquals(StrictMath.log(expected), classifier.logLoss(set.start()), 64 * 0x1p-53 * size);
    double right = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (double[] x : set.points()) {
      double f = DataSet.dot(x, set.start().weight()) + set.start().bias();
      right += f < 0 ? 1 : 0;
      largest = Math.max(largest, f);
    }
    assertEquals(right / set.points().length, classifier.accuracy(set.start()));
    assertEquals(largest, classifier.largestOutput(set.start()), 16 * 0x1p-53 * size);
  }

  /** The state with one coordinate moved, b being the last. */
  private static ClassifierState moved(ClassifierState state, int k, double h) {
    double[] weight = state.weight().clone();
    if (k < weight.length) {
      weight[k] += h;
      return new ClassifierState(weight, state.bias());
    }
    return new ClassifierState(weight, state.bias() + h);
  }

  /**
   * Central differences err by h²/6 times a third derivative, at most L·(max(‖x‖, 1))³ e^{h‖x‖}
   * (that of the logistic loss is smaller), and by rounding of L over h.
   */
  @Property(tries = 100)
  void gradientIsTheSlopeOfTheLoss(@ForAll("sets") DataSet set, @ForAll OutputLoss loss) {
    double[] gradient = new double[set.start().weight().length + 1];
    double[] pull = new double[gradient.length - 1];
    gradient[pull.length] =
        set.classifier(loss).gradient(set.start().weight(), set.start().bias(), 0, pull);
    System.arraycopy(pull, 0, gradient, 0, pull.length);
    double h = 1e-5;
    double reach = Math.max(1, set.radius());
    double size = loss(set, set.start(), OutputLoss.EXPONENTIAL);
    for (int k = 0; k < gradient.length; k++) {
      double up = loss(set, moved(set.start(), k, h), loss);
      double slope = (up - loss(set, moved(set.start(), k, -h), loss)) / (2 * h);
      double rounding = 64 * 0x1p-53 * (1 + size) * (1 + 4 * reach) / h;
      double bound = h * h * size * reach * reach * reach + rounding;
      assertEquals(slope, gradient[k], bound);
      assertTrue(bound < 1e-3 * (1 + size) * reach * reach * reach);
    }
  }

  @Property(tries = 100)
  void hessianIsTheSlopeOfTheGradient(@ForAll("sets") DataSet set, @ForAll OutputLoss loss) {
    LinearClassifier classifier = set.classifier(loss);
    int d = classifier.dimension();
    double logFactor = StrictMath.log(3);
    DMatrixRMaj hessian = classifier.hessian(set.start().weight(), set.start().bias(), logFactor);
    double h = 1e-5;
    double reach = Math.max(1, set.radius());
    double size = 3 * loss(set, set.start(), OutputLoss.EXPONENTIAL);
    for (int k = 0; k <= d; k++) {
      double[] up = gradient(classifier, moved(set.start(), k, h), logFactor);
      double[] down = gradient(classifier, moved(set.start(), k, -h), logFactor);
      for (int j = 0; j <= d; j++) {
        double rounding = 64 * 0x1p-53 * (3 + size) * reach * (1 + 4 * reach) / h;
        double bound = h * h * size * reach * reach * reach * reach + rounding;
        assertEquals((up[j] - down[j]) / (2 * h), hessian.get(j, k), bound);
        assertEquals(hessian.get(k, j), hessian.get(j, k));
      }
    }
  }

  private static double[] gradient(
      LinearClassifier classifier, ClassifierState state, double logFactor) {
    int d = classifier.dimension();
    double[] pull = new double[d];
    double bias = classifier.gradient(state.weight(), state.bias(), logFactor, pull);
    double[] all = Arrays.copyOf(pull, d + 1);
    all[d] = bias;
    return all;
  }
}
