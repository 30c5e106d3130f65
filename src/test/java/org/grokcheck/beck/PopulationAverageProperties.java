package org.grokcheck.beck;

import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.oracle.GaussianCube;
import org.junit.jupiter.api.Test;

/**
 * The average over d-dimensional data, eq. (4), against its forms with one variable, (5) and (6).
 */
class PopulationAverageProperties {
  private static final double FALSE_ALARM = 1e-9;
  private static final double Z = 6.1094;
  private static final int SAMPLES = 200_000;

  /**
   * Weights in units of σ: at most 1.5 each, so that the loss is analytic where the rule needs it.
   */
  record State(double[] scaled, double sigma, double bias) {
    double[] weights() {
      double[] weights = scaled.clone();
      for (int k = 0; k < weights.length; k++) {
        weights[k] /= sigma;
      }
      return weights;
    }

    GaussianClassifier classifier() {
      return GaussianClassifier.of(norm(weights()), sigma, bias);
    }

    /** E log(1 + e^{S·x+b}) for independent coordinates of the given standard deviation. */
    double average(double deviation) {
      double[] weights = weights();
      return GaussianCube.average(
          weights.length, y -> softplus(deviation * dot(weights, y) + bias));
    }
  }

  @Provide
  Arbitrary<State> states() {
    Arbitrary<Double> weight = Arb.signedLogUniform(0.01, 1.5);
    return Combinators.combine(weight, weight, Arb.uniform(0.05, 1), Arb.uniform(-5, 5))
        .as((u, v, sigma, b) -> new State(new double[] {u, v}, sigma, b));
  }

  @Property(tries = 60)
  @Checks({"beck.eq4", "beck.intro.data"})
  void averageOverThePlaneIsTheOneDimensionalForm(@ForAll("states") State state) {
    checkAverages(state);
  }

  @Property(tries = 4)
  @Checks("beck.eq4")
  void averageOverSpaceIsTheOneDimensionalForm(
      @ForAll("states") State state, @ForAll("third") double w) {
    double[] scaled = {state.scaled()[0], state.scaled()[1], w};
    checkAverage(new State(scaled, state.sigma(), state.bias()));
  }

  @Provide
  Arbitrary<Double> third() {
    return Arb.signedLogUniform(0.01, 1.5);
  }

  private static void checkAverages(State state) {
    checkAverage(state);
    double formula = state.classifier().logisticLoss();
    Check.of("beck.intro.data", "E log(1 + e^{S·x+b}) over the data")
        .by(Oracle.SECOND_ALGORITHM)
        .at("sigma", state.sigma(), "normS", norm(state.weights()), "b", state.bias())
        .expecting(formula, rounding(formula))
        .holds(state.average(state.sigma()))
        .refutes("covariance σI", state.average(Math.sqrt(state.sigma())));
  }

  private static void checkAverage(State state) {
    double direct = state.average(state.sigma());
    GaussianClassifier classifier = state.classifier();
    Check.of("beck.eq4", "L_gen")
        .by(Oracle.SECOND_ALGORITHM)
        .at("d", state.scaled().length, "s", classifier.scaledNorm(), "b", state.bias())
        .expecting(direct, rounding(direct))
        .holds(classifier.logisticLoss())
        .rejects("sum of |S_k| for the norm", sumNorm(state).logisticLoss())
        .rejects(
            "log(1 + E e^f)", StrictMath.log1p(StrictMath.exp(classifier.logExponentialLoss())));
  }

  private static GaussianClassifier sumNorm(State state) {
    double sum = 0;
    for (double weight : state.weights()) {
      sum += Math.abs(weight);
    }
    return GaussianClassifier.of(sum, state.sigma(), state.bias());
  }

  private static Tolerance rounding(double loss) {
    return new Tolerance.Rounding(
        64, loss + 1, "32 roundings a node, positive terms, compensated sum; rule's error < 1e-16");
  }

  @Test
  @Checks({"beck.eq4", "beck.eq6", "beck.intro.data"})
  void randomPointsAgree() {
    compareWithRandomPoints(20, 0.7, 1.4, -0.8);
    compareWithRandomPoints(50, 5, 0.31, -1.1);
  }

  private static void compareWithRandomPoints(
      int dimension, double sigma, double normS, double bias) {
    RandomGenerator random =
        RunSettings.seeds().stream("beck.eq4/points-" + dimension + "-" + sigma);
    double[] weights = direction(random, dimension, normS);
    Mean loss = new Mean();
    Mean accuracy = new Mean();
    for (int n = 0; n < SAMPLES; n++) {
      double output = bias;
      for (double weight : weights) {
        output += weight * sigma * random.nextGaussian();
      }
      loss.add(softplus(output));
      accuracy.add(output < 0 ? 1 : 0);
    }
    GaussianClassifier right = GaussianClassifier.of(normS, sigma, bias);
    GaussianClassifier rival = GaussianClassifier.of(normS, Math.sqrt(sigma), bias);
    compare("beck.eq4", "mean loss", loss, right.logisticLoss(), rival.logisticLoss());
    compare("beck.eq6", "share with f < 0", accuracy, right.accuracy(), rival.accuracy());
    compare("beck.intro.data", "share with f < 0", accuracy, right.accuracy(), rival.accuracy());
  }

  private static void compare(String claim, String name, Mean mean, double formula, double rival) {
    double power =
        new NormalDistribution()
            .cumulativeProbability(Math.abs(formula - rival) / mean.standardError() - Z);
    Check.of(claim, name)
        .by(Oracle.STATISTICAL)
        .at("samples", SAMPLES, "se", mean.standardError())
        .expecting(
            mean.value(),
            new Tolerance.Clt(
                mean.standardError(), FALSE_ALARM, Z, "standard deviation of the sample"))
        .power(power)
        .holds(formula)
        .rejects("covariance σI", rival);
  }

  private static double[] direction(RandomGenerator random, int dimension, double length) {
    double[] vector = random.doubles(dimension).map(u -> random.nextGaussian()).toArray();
    double norm = norm(vector);
    for (int k = 0; k < dimension; k++) {
      vector[k] *= length / norm;
    }
    return vector;
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int k = 0; k < u.length; k++) {
      sum += u[k] * v[k];
    }
    return sum;
  }

  private static double softplus(double f) {
    return Math.max(f, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(f)));
  }

  /** Mean and its standard error. */
  private static final class Mean {
    private double sum;
    private double squares;
    private int count;

    void add(double value) {
      sum += value;
      squares += value * value;
      count++;
    }

    double value() {
      return sum / count;
    }

    double standardError() {
      return Math.sqrt((squares / count - value() * value()) / (count - 1));
    }
  }
}
