package org.grokcheck.dynamics.flow;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.harness.Arb;

/**
 * Points with a start of training, for properties.
 *
 * @param points xᵢ, one a row
 * @param start S and b at t = 0
 */
record DataSet(double[][] points, ClassifierState start) {
  /** Up to a dozen Gaussian points in up to five dimensions; separable and not. */
  static Arbitrary<DataSet> gaussian() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 12),
            Arbitraries.integers().between(1, 5),
            Arb.logUniform(0.3, 3),
            Arbitraries.longs())
        .as(DataSet::draw);
  }

  private static DataSet draw(int n, int d, double sigma, long seed) {
    Random random = new Random(seed);
    double[][] points = new double[n][d];
    for (double[] point : points) {
      Arrays.setAll(point, j -> sigma * random.nextGaussian());
    }
    double[] weight = new double[d];
    Arrays.setAll(weight, j -> 0.3 * random.nextGaussian() / sigma);
    return new DataSet(points, new ClassifierState(weight, random.nextGaussian()));
  }

  PlainMatrix matrix() {
    return PlainMatrix.of(points);
  }

  LinearClassifier classifier(OutputLoss loss) {
    return new LinearClassifier(matrix(), loss);
  }

  /** max ‖xᵢ‖. */
  double radius() {
    return Arrays.stream(points).mapToDouble(x -> Math.sqrt(dot(x, x))).max().orElseThrow();
  }

  /** The same set with other points. */
  DataSet withPoints(UnaryOperator<double[][]> change) {
    return new DataSet(change.apply(points), start);
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /** ‖(S, b) − (S′, b′)‖. */
  static double distance(ClassifierState one, ClassifierState two) {
    double sum = (one.bias() - two.bias()) * (one.bias() - two.bias());
    for (int j = 0; j < one.weight().length; j++) {
      double difference = one.weight()[j] - two.weight()[j];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(points) + " from " + Arrays.toString(start.weight()) + ", " + start;
  }
}
