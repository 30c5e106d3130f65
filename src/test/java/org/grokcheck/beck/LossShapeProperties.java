package org.grokcheck.beck;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;

/** Above σ_c(x) the population loss e^{b + S̃²/2} from S̃ = b = 0 falls, rises and falls. */
class LossShapeProperties {
  private static final List<Row> TABLE = ReferenceTable.read("beck/delay-scale.csv");
  private static final int STATES = 3000;

  @Property(tries = 60)
  @Checks("beck.ext.sigma-c")
  void scaleAgreesWithFiftyDigits(@ForAll("rows") Row row) {
    LossMonotonicity shape = LossMonotonicity.of(TwoPoints.of(row.number("x")));
    double scale = row.number("sigma_c");
    Check.of("beck.ext.sigma-c", "σ_c")
        .part("values")
        .by(Oracle.TABLE)
        .at("x", row.text("x"))
        .expecting(scale, new Tolerance.Rounding(16, scale, "r_max^{−1/2}, r flat at its maximum"))
        .holds(shape.criticalScale())
        .rejects("r_max^{−1}", scale * scale)
        .rejects("4/(1−x) − 2", 4 / (1 - row.number("x")) - 2);
    double weight = row.number("weight_at_maximum");
    Check.of("beck.ext.sigma-c", "S̃ at the maximum of r")
        .part("values")
        .by(Oracle.TABLE)
        .at("x", row.text("x"))
        .expecting(weight, new Tolerance.Rounding(32, weight, "root of a function with unit condition"))
        .holds(shape.weightAtMaximum())
        .rejects("(1−x)/4", (1 - row.number("x")) / 4);
  }

  @Property(tries = 100)
  @Checks("beck.ext.sigma-c")
  void scaleNearCoincidingPoints(@ForAll("gaps") double gap) {
    double x = 1 - gap;
    double exact = 1 - x;
    double law = 4 / exact - 2;
    // σ_c = 4/δ − 2 − δ/24 − δ²/48 − …, by series expansion of r at S = δ/4 + ….
    Check.of("beck.ext.sigma-c", "σ_c − 4/(1−x) + 2 → 0")
        .part("x → 1")
        .by(Oracle.LIMIT)
        .at("x", x)
        .expecting(
            law,
            Remainders.sum(
                exact / 24 * (1 + exact), 16 * Tolerance.UNIT_ROUNDOFF * law, "δ/24 + δ²/48 + …"))
        .holds(LossMonotonicity.of(TwoPoints.of(x)).criticalScale())
        .rejects("4/(1−x)", 4 / exact)
        .rejects("2/(1−x)", 2 / exact);
  }

  @Property(tries = 60)
  @Checks("beck.ext.sigma-c")
  void lossHasTwoExtremaAboveAndNoneBelow(
      @ForAll("moderateRows") Row row, @ForAll("distances") double distance) {
    double critical = row.number("sigma_c");
    int above = extrema(row, critical * (1 + distance));
    int below = extrema(row, critical * (1 - distance));
    extremaCheck(row, critical * (1 + distance)).expectingExactly(2).holds(above).rejects("none", below);
    extremaCheck(row, critical * (1 - distance)).expectingExactly(0).holds(below).rejects("two", above);
  }

  private static Check extremaCheck(Row row, double sigma) {
    return Check.of("beck.ext.sigma-c", "local extrema of L_gen(t)")
        .part("extrema")
        .by(Oracle.INVARIANT)
        .at("x", row.text("x"), "sigma", sigma);
  }

  /**
   * Changes of direction of log L_gen along a trajectory. States are dense, by their weight, around
   * the weight at which the loss would rise most, where the two extrema appear.
   */
  private static int extrema(Row row, double sigma) {
    TwoPointTrajectory path =
        TwoPointModel.fromOrigin(TwoPoints.of(row.number("x")), sigma, 1).trajectory();
    double top = row.number("weight_at_maximum");
    double[] loss =
        IntStream.range(1, STATES)
            .mapToDouble(i -> 2 * top * i / STATES)
            .map(path::pullAtWeight)
            .mapToObj(path::atPull)
            .mapToDouble(s -> s.bias() + 0.5 * s.weight() * s.weight())
            .toArray();
    int changes = 0;
    int direction = -1;
    for (int i = 1; i < loss.length; i++) {
      double rise = loss[i] - loss[i - 1];
      if (Math.abs(rise) > 4 * Math.ulp(loss[i]) && (rise > 0 ? 1 : -1) != direction) {
        direction = -direction;
        changes++;
      }
    }
    return changes;
  }

  @Provide
  Arbitrary<Row> rows() {
    return Arbitraries.of(TABLE);
  }

  /** Where twice the weight at the maximum is still on the trajectory. */
  @Provide
  Arbitrary<Row> moderateRows() {
    return Arbitraries.of(TABLE.stream().filter(r -> r.number("x") <= 0.95).toList());
  }

  @Provide
  Arbitrary<Double> distances() {
    return Arb.logUniform(1e-4, 0.02);
  }

  @Provide
  Arbitrary<Double> gaps() {
    return Arb.logUniform(1e-15, 0.1);
  }
}
