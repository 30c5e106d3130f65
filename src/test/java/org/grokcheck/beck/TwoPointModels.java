package org.grokcheck.beck;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.ReferenceTable.Row;

/** Two-point models for tests: drawn, read from a table, and told to a report. */
final class TwoPointModels {
  private TwoPointModels() {}

  /** Positions x of the second point at both signs, the special ones included. */
  static Arbitrary<Double> positions() {
    return Arbitraries.oneOf(
        Arb.uniform(-1, 1), Arb.signedLogUniform(1e-12, 1), Arbitraries.of(-1.0, 0.0, 1.0));
  }

  /** Models with a learning rate in [0.01, 3]. */
  static Arbitrary<TwoPointModel> drawn(
      Arbitrary<Double> positions,
      Arbitrary<Double> scales,
      Arbitrary<Double> weights,
      Arbitrary<Double> biases) {
    return Combinators.combine(positions, scales, Arb.logUniform(0.01, 3), weights, biases)
        .as((x, sigma, eta, s, b) -> new TwoPointModel(TwoPoints.of(x), sigma, eta, s, b));
  }

  /** The model of a row that tells x, sigma, eta, S0 and b0. */
  static TwoPointModel of(Row row) {
    return of(row, row.number("sigma"));
  }

  /** The model of a row that tells x, eta, S0 and b0. */
  static TwoPointModel of(Row row, double sigma) {
    return new TwoPointModel(
        TwoPoints.of(row.number("x")),
        sigma,
        row.number("eta"),
        row.number("S0"),
        row.number("b0"));
  }

  /** Names and values of a model's inputs, and more of them. */
  static Object[] inputs(TwoPointModel model, Object... more) {
    Object[] own = {
      "x",
      model.points().x(),
      "sigma",
      model.sigma(),
      "eta",
      model.eta(),
      "S0",
      model.initialWeight(),
      "b0",
      model.initialBias()
    };
    Object[] all = new Object[own.length + more.length];
    System.arraycopy(own, 0, all, 0, own.length);
    System.arraycopy(more, 0, all, own.length, more.length);
    return all;
  }
}
