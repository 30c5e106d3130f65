package org.grokcheck.math;

import java.util.function.DoubleUnaryOperator;
import org.grokcheck.oracle.ReferenceTable.Row;

/** The integrands that the quadrature tables name, in logarithmic form. */
final class NamedIntegrands {
  private NamedIntegrands() {}

  static double logIntegral(Row row) {
    double p1 = row.number("p1");
    double p2 = row.number("p2");
    double p3 = row.number("p3");
    return switch (row.text("integrand")) {
      case "gamma" -> LogQuadrature.logIntegral(u -> (p1 - 1) * StrictMath.log(u) - u, p2, p3);
      case "gauss" ->
          LogQuadrature.logIntegral(
              u -> -0.5 * ((u - p1) / p2) * ((u - p1) / p2), p3, row.number("p4"));
      case "exp" -> LogQuadrature.logIntegral(u -> p1 * u, p2, p3);
      case "power" -> LogQuadrature.logIntegral(u -> p1 * StrictMath.log(u), p2, p3);
      default -> throw new IllegalArgumentException("no integrand named so: " + row);
    };
  }

  static double expectation(Row row) {
    DoubleUnaryOperator logF = logF(row);
    return GaussianAverage.expectation(y -> StrictMath.exp(logF.applyAsDouble(y)));
  }

  static double logExpectation(Row row) {
    return GaussianAverage.logExpectation(logF(row));
  }

  private static DoubleUnaryOperator logF(Row row) {
    double p1 = row.number("p1");
    double p2 = row.number("p2");
    return switch (row.text("f")) {
      case "softplus" -> y -> LogDomain.logSoftplus(p1 + p2 * y);
      case "power" -> y -> p1 * StrictMath.log(Math.abs(y));
      case "exp" -> y -> p1 * y;
      default -> throw new IllegalArgumentException("no function named so: " + row);
    };
  }
}
