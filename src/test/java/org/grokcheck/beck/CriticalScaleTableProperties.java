package org.grokcheck.beck;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;

/**
 * The critical scale σ_c(x) of the population loss, and where its maximum lies, in fifty digits.
 */
class CriticalScaleTableProperties {
  private static final List<Row> TABLE = ReferenceTable.read("beck/delay-scale.csv");

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
        .expecting(
            weight, new Tolerance.Rounding(32, weight, "root of a function with unit condition"))
        .holds(shape.weightAtMaximum())
        .rejects("(1−x)/4", (1 - row.number("x")) / 4);
  }

  @Provide
  Arbitrary<Row> rows() {
    return Arbitraries.of(TABLE);
  }
}
