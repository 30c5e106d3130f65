package org.grokcheck.compute.reference;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.grokcheck.compute.Activation;

/**
 * A scalar function with its first two derivatives.
 *
 * @param kinked whether its slope jumps at 0
 */
record Nonlinearity(
    DoubleUnaryOperator value,
    DoubleUnaryOperator slope,
    DoubleUnaryOperator curvature,
    boolean kinked) {
  static final Nonlinearity TANH =
      smooth(StrictMath::tanh, Nonlinearity::sech2, z -> -2 * StrictMath.tanh(z) * sech2(z));

  /** σ(z) = 1/(1 + e^{−z}). */
  static final Nonlinearity SIGMOID =
      smooth(
          Nonlinearity::sigmoid,
          z -> sigmoid(z) * sigmoid(-z),
          z -> sigmoid(z) * sigmoid(-z) * (sigmoid(-z) - sigmoid(z)));

  static Nonlinearity of(Activation activation) {
    if (activation instanceof Activation.Identity) {
      return smooth(z -> z, z -> 1, z -> 0);
    } else if (activation instanceof Activation.Relu) {
      return new Nonlinearity(z -> z > 0 ? z : 0, z -> z > 0 ? 1 : 0, z -> 0, true);
    } else if (activation instanceof Activation.Tanh) {
      return TANH;
    } else if (activation instanceof Activation.Square) {
      return smooth(z -> z * z, z -> 2 * z, z -> 2);
    } else if (activation instanceof Activation.LinearQuadratic a) {
      return smooth(z -> z + a.epsilon() * z * z / 2, z -> 1 + a.epsilon() * z, z -> a.epsilon());
    }
    double[] c = coefficients(((Activation.Hermite) activation).coefficients());
    double[] first = differentiated(c);
    double[] second = differentiated(first);
    return smooth(z -> series(c, z), z -> series(first, z), z -> series(second, z));
  }

  /** (z + ε)^{−½}. */
  static Nonlinearity inverseRoot(double epsilon) {
    return smooth(
        z -> 1 / Math.sqrt(z + epsilon),
        z -> -0.5 / ((z + epsilon) * Math.sqrt(z + epsilon)),
        z -> 0.75 / ((z + epsilon) * (z + epsilon) * Math.sqrt(z + epsilon)));
  }

  private static Nonlinearity smooth(
      DoubleUnaryOperator value, DoubleUnaryOperator slope, DoubleUnaryOperator curvature) {
    return new Nonlinearity(value, slope, curvature, false);
  }

  private static double sech2(double z) {
    double secant = 1 / StrictMath.cosh(z);
    return secant * secant;
  }

  private static double sigmoid(double z) {
    double power = StrictMath.exp(-Math.abs(z));
    return (z < 0 ? power : 1) / (1 + power);
  }

  private static double[] coefficients(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** He_k′ = k He_{k−1}. */
  private static double[] differentiated(double[] c) {
    double[] derivative = new double[Math.max(1, c.length - 1)];
    for (int k = 1; k < c.length; k++) {
      derivative[k - 1] = k * c[k];
    }
    return derivative;
  }

  private static double series(double[] c, double z) {
    double before = 0;
    double he = 1;
    double sum = 0;
    for (int k = 0; k < c.length; k++) {
      sum += c[k] * he;
      double next = z * he - k * before;
      before = he;
      he = next;
    }
    return sum;
  }
}
