package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Precise;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;

/**
 * Time to an accuracy p = Φ(z) at λ = ½ and finite σ. There S̃ = log(1 + σ²y) and −b = y + S̃/σ²,
 * so the threshold −b = zS̃ reads F(y) = y − κ log(1 + σ²y) = 0, κ = z − 1/σ², whose positive root
 * the product gives by Lambert's W₋₁.
 */
class CriticalAccuracyTimeProperties {
  private static final List<Row> QUANTILES =
      ReferenceTable.read("math/normal_quantile.csv").stream()
          .filter(r -> r.number("p") > 0.5 && r.number("x") > 1e-3)
          .toList();

  private static final List<Row> TIMES =
      ReferenceTable.read("beck/delay-accuracy.csv").stream()
          .filter(r -> r.number("x") == 0)
          .toList();

  /** The root of F next to a guess, by Newton's method in fifty digits. */
  private static Apfloat root(Apfloat z, Apfloat square, double guess) {
    Apfloat kappa = z.subtract(Precise.ONE.divide(square));
    Apfloat y = Precise.of(guess);
    for (int step = 0; step < 3; step++) {
      Apfloat grown = Precise.ONE.add(square.multiply(y));
      Apfloat value = y.subtract(kappa.multiply(ApfloatMath.log(grown)));
      Apfloat slope = Precise.ONE.subtract(kappa.multiply(square).divide(grown));
      y = y.subtract(value.divide(slope));
    }
    return y;
  }

  @Property(tries = 90)
  @Checks("beck.ext.acc-time-half")
  void conformalTimeSolvesTheThreshold(
      @ForAll("quantileRows") Row row, @ForAll("excesses") double excess) {
    double z = row.number("x");
    double sigma = Math.sqrt(2 * (1 + excess) / z);
    Apfloat square = Precise.of(sigma).multiply(Precise.of(sigma));
    double actual =
        AccuracyThreshold.halfEtaTauAtCriticality(
            new BigDecimal(row.number("p")), new BigDecimal(sigma));
    Apfloat product = Precise.of(row.text("x")).multiply(square);
    boolean late = product.compareTo(Precise.of(2)) > 0;
    double expected = late ? Precise.toDouble(root(Precise.of(row.text("x")), square, actual)) : 0;
    Check.of("beck.ext.acc-time-half", "y = ητ/2 at which A = p")
        .part("conformal time")
        .by(Oracle.TABLE)
        .at("p", row.text("p"), "sigma", sigma)
        .expecting(
            expected,
            new Tolerance.Rounding(16, expected, "the gap zσ² − 2 is formed exactly; 2 ulp of W"))
        .holds(actual)
        .rejects("branch W₀", 0)
        .rejects("1/σ² not subtracted", expected + 1 / (sigma * sigma))
        .rejects("z log σ²", z * 2 * StrictMath.log(sigma));
    Check.of("beck.ext.acc-time-half", "the root is past the minimum of F")
        .part("conformal time")
        .at("p", row.text("p"), "sigma", sigma)
        .expectingAtMost(sigma * sigma * actual + 1, new Tolerance.Exact())
        .holds(late ? z * sigma * sigma - 1 : 0)
        .rejects("the root y = 0", sigma * sigma * (actual + z) + 1);
  }

  @Property(tries = 60)
  @Checks("beck.ext.acc-time-half")
  void realTimeAgreesWithFiftyDigits(@ForAll("rows") Row row) {
    double sigma = row.number("sigma");
    double expected = row.number("log_t");
    TwoPointModel model = TwoPointModel.fromOrigin(TwoPoints.of(0.0), sigma, row.number("eta"));
    double size = 10 + Math.abs(expected);
    double logSquare = 2 * StrictMath.log(sigma);
    Check.of("beck.ext.acc-time-half", "log t at which A = p")
        .part("real time")
        .by(Oracle.TABLE)
        .at("p", row.text("p"), "sigma", sigma)
        .expecting(
            expected,
            Remainders.sum(
                0,
                4 * (Remainders.clockRounding(size) + Remainders.valueRounding(size)),
                "none, closed forms"))
        .holds(AccuracyThreshold.of(model).logTime(row.number("z")).orElseThrow())
        .rejects("σ^{2z}", row.number("z") * logSquare)
        .rejects(
            "(2/η)σ^{2z}", row.number("z") * logSquare + StrictMath.log(2 / row.number("eta")));
  }

  @Property(tries = 100)
  @Checks("beck.ext.acc-time-half")
  void growsAsSigmaToTheTwoZ(@ForAll("scales") double sigma, @ForAll("thresholds") double z) {
    TwoPointModel model = TwoPointModel.fromOrigin(TwoPoints.of(0.0), sigma, 2);
    double logTime = AccuracyThreshold.of(model).logTime(z).orElseThrow();
    double power = 2 * z * StrictMath.log(sigma);
    // From e^{−b} = 1 + ∫(1 + e^{−S̃})dt at η = 2: t ≤ (1 + σ²y)^z − 1 ≤ 2t. Here y > 1, and y ≤ z
    // log(1
    // + σ²y) ≤ 2z log σ + z log(2z + 2) + ½(y + 1) − z, as log u ≤ log c + u/c − 1.
    double mostY = 4 * z * StrictMath.log(sigma) + 2 * z * StrictMath.log(2 * z + 2) + 1;
    double logs = z * StrictMath.log(mostY) + StrictMath.log(2) + StrictMath.pow(sigma, -2 * z);
    Check.of("beck.ext.acc-time-half", "log t/(2z log σ) → 1")
        .part("growth")
        .by(Oracle.LIMIT)
        .at("sigma", sigma, "z", z)
        .expecting(
            1,
            Remainders.sum(
                logs / power,
                4 * Remainders.clockRounding(logTime) / power,
                "(z log y + log 2)/(2z log σ)"))
        .holds(logTime / power)
        .rejects("σ^z", 2 * logTime / power);
  }

  @Provide
  Arbitrary<Row> quantileRows() {
    return Arbitraries.of(QUANTILES);
  }

  @Provide
  Arbitrary<Row> rows() {
    return Arbitraries.of(TIMES);
  }

  /** zσ²/2 − 1: from next to the branch point to large scales, and below it. */
  @Provide
  Arbitrary<Double> excesses() {
    return Arbitraries.oneOf(
        Arb.logUniform(1e-14, 1e6), Arb.logUniform(1e-3, 10), Arb.uniform(-0.9, -1e-9));
  }

  @Provide
  Arbitrary<Double> scales() {
    return Arb.logUniform(1e20, 1e60);
  }

  @Provide
  Arbitrary<Double> thresholds() {
    return Arb.uniform(0.3, 5);
  }
}
