package org.grokcheck.cli.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.grokcheck.ledger.Evaluates;
import org.jboss.jandex.Index;

/** Small evaluations that take and return every type that the contract has. */
public final class Samples {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private Samples() {}

  /** The index of this class alone. */
  public static EvalIndex index() {
    try {
      return new EvalIndex(Index.of(Samples.class));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  record Gap(double gap, Optional<BigDecimal> square, OptionalDouble inverse) {}

  /** 1 - 2 lambda, its square, and its inverse where there is one. */
  @Evaluates({"beck.eq6", "beck.sec4.sinf"})
  static Gap gap(BigDecimal lambda) {
    BigDecimal gap = BigDecimal.ONE.subtract(lambda.multiply(TWO));
    return new Gap(
        gap.doubleValue(),
        Optional.of(gap.multiply(gap)),
        gap.signum() == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 / gap.doubleValue()));
  }

  record Root(double root) {}

  /** A second shape of the inputs of the same claim. */
  @Evaluates("beck.eq6")
  static Root root(double sigma, double b) {
    if (!(b >= 0)) {
      throw new IllegalArgumentException("b = " + b + " must be >= 0;\nuse the complement");
    }
    return new Root(sigma * StrictMath.sqrt(b));
  }

  record Sum(BigDecimal sum, List<BigDecimal> rows, int count, boolean tall) {}

  /** Sums of a matrix. */
  @Evaluates("beck.eq12")
  static Sum sum(List<List<BigDecimal>> X) {
    List<BigDecimal> rows =
        X.stream().map(r -> r.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).toList();
    BigDecimal sum = rows.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Sum(sum, rows, X.size(), X.size() > X.get(0).size());
  }

  record Power(String text, long whole, List<Double> values) {}

  /** Everything else. */
  @Evaluates("beck.eq17")
  static Power power(int N, long d, String loss, boolean exact, List<Double> x) {
    if (!loss.equals("exponential")) {
      throw new IllegalArgumentException("loss = '" + loss + "'; accepted: exponential");
    }
    String text = BigInteger.valueOf(d).pow(N).toString();
    return new Power(exact ? text : "about " + text.length() + " digits", d, x);
  }

  record Nothing(double value) {}

  /** A fault of the program itself. */
  @Evaluates("beck.eq5")
  static Nothing fault(double b) {
    if (b == 1) {
      throw new ArithmeticException("unexpected at " + b);
    }
    return new Nothing(b);
  }
}
