package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Decimal;

/**
 * A set with a weight, a bias, a scale and a learning rate, all exact, and its loss at 50 digits.
 */
record TrainingState(SmallSets set, List<Double> weight, double bias, double sigma, double eta) {
  /** Step of a central difference at 60 digits: its error is of order 1e-36. */
  static final BigDecimal STEP = new BigDecimal("1e-18");

  /** Points of all kinds; one bias in five makes e^b overflow, underflow or 1. */
  static Arbitrary<TrainingState> arbitrary() {
    return SmallSets.all()
        .flatMap(
            set ->
                Combinators.combine(
                        Arb.signedLogUniform(0.01, 3).list().ofSize(set.dimension()),
                        Arbitraries.frequencyOf(
                            Tuple.of(4, Arb.signedLogUniform(0.01, 20)),
                            Tuple.of(1, Arbitraries.of(0.0, -800.0, 800.0))),
                        Arb.logUniform(0.2, 5),
                        Arb.logUniform(1e-3, 1))
                    .as(
                        (weight, bias, sigma, eta) ->
                            new TrainingState(set, weight, bias, sigma, eta)));
  }

  double[] vector() {
    return weight.stream().mapToDouble(Double::doubleValue).toArray();
  }

  TrainingSet data() {
    return TrainingSet.of(exactRows());
  }

  /** The points as the product sees them. */
  double[][] exactRows() {
    return set.rows();
  }

  List<BigDecimal> exactWeight() {
    return weight.stream().map(Decimal::of).toList();
  }

  /** Σ |S_j x_j| + |b| over the points, at most: the size of a sum's terms. */
  double size() {
    double most = 0;
    for (double[] x : exactRows()) {
      double sum = Math.abs(bias);
      for (int j = 0; j < x.length; j++) {
        sum += Math.abs(weight.get(j) * x[j]) * Math.max(1, sigma);
      }
      most = Math.max(most, sum);
    }
    return most;
  }

  /** fᵢ for the exact doubles of the product's points, scaled. */
  List<BigDecimal> outputs(List<BigDecimal> weight, BigDecimal bias, BigDecimal scale) {
    List<BigDecimal> outputs = new ArrayList<>();
    for (double[] x : exactRows()) {
      BigDecimal sum = bias;
      for (int j = 0; j < x.length; j++) {
        sum =
            Decimal.plus(sum, Decimal.times(Decimal.times(weight.get(j), scale), Decimal.of(x[j])));
      }
      outputs.add(sum);
    }
    return outputs;
  }

  /** (1/N) Σ ℓ(fᵢ). */
  static BigDecimal loss(List<BigDecimal> outputs, boolean logistic) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal output : outputs) {
      BigDecimal power = Decimal.exp(output);
      sum = Decimal.plus(sum, logistic ? softplus(output, power) : power);
    }
    return Decimal.over(sum, BigDecimal.valueOf(outputs.size()));
  }

  private static BigDecimal softplus(BigDecimal output, BigDecimal power) {
    if (output.doubleValue() < -60) {
      // log(1 + p) = p − p²/2 + p³/3, with p below 1e-26.
      BigDecimal square = Decimal.times(power, power);
      return Decimal.minus(power, Decimal.over(square, Decimal.TWO));
    }
    return output.doubleValue() > 200 ? output : Decimal.log(Decimal.plus(BigDecimal.ONE, power));
  }

  /** −∂L/∂(coordinate) by a central difference, of the loss on the points times scale. */
  double fall(boolean logistic, int coordinate, BigDecimal bias, BigDecimal scale) {
    BigDecimal[] values = new BigDecimal[2];
    for (int side = 0; side < 2; side++) {
      BigDecimal step = side == 0 ? STEP : STEP.negate();
      List<BigDecimal> weight = new ArrayList<>(exactWeight());
      BigDecimal moved = bias;
      if (coordinate < weight.size()) {
        weight.set(coordinate, weight.get(coordinate).add(step));
      } else {
        moved = bias.add(step);
      }
      values[side] = loss(outputs(weight, moved, scale), logistic);
    }
    BigDecimal difference = values[1].subtract(values[0]);
    return Decimal.over(difference, STEP.multiply(Decimal.TWO)).doubleValue();
  }

  /** What rounding may do to a rate: relative to its largest terms. */
  Tolerance rounding(double[] weight, double bias, double factor) {
    double largest = 0;
    double[][] rows = exactRows();
    for (int i = 0; i < rows.length; i++) {
      double reach = 1;
      double output = bias;
      for (int j = 0; j < rows[i].length; j++) {
        reach = Math.max(reach, Math.abs(rows[i][j]));
        output += weight[j] * rows[i][j];
      }
      largest += reach * StrictMath.exp(output) / rows.length;
    }
    return new Tolerance.Truncation(
        factor * largest * (40 + 16 * size()) * 0x1p-53 + largest * factor * 1e-30,
        1,
        1,
        "outputs rounded in d terms, exp, sum over points; differences to 1e-30");
  }

  /** The same with a bias for which e^b is moderate. */
  TrainingState moderate() {
    return new TrainingState(set, weight, Math.abs(bias) > 100 ? -2 : bias, sigma, eta);
  }

  /** S, then b. */
  double[] start(double initialBias) {
    double[] all = Arrays.copyOf(vector(), weight.size() + 1);
    all[weight.size()] = initialBias;
    return all;
  }
}
