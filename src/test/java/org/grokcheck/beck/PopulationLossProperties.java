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
import org.grokcheck.laws.PopulationLossLaws;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;

/** Eq. (5): L_gen = E log(1 + e^{sy+b}), s = σ‖S‖. */
@Checks("beck.eq5")
class PopulationLossProperties implements PopulationLossLaws {
  private static final List<Row> TABLE = ReferenceTable.read("beck/population-loss.csv");

  @Override
  public String claim() {
    return "beck.eq5";
  }

  @Override
  public double loss(double scaledNorm, double bias) {
    return new GaussianClassifier(scaledNorm, bias).logisticLoss();
  }

  @Provide
  Arbitrary<Row> rows() {
    return Arbitraries.of(TABLE);
  }

  @Property(tries = 1000)
  @Checks("beck.eq5")
  void agreesWithTheTable(@ForAll("rows") Row row) {
    double s = row.number("s");
    double b = row.number("b");
    GaussianClassifier classifier = new GaussianClassifier(s, b);
    double log = row.number("log_loss");
    double scale = 6 + Math.max(0, -b);
    check("log L", s, b)
        .expecting(log, rounding(scale))
        .holds(classifier.logLogisticLoss())
        .rejects("exponential loss", b + s * s / 2)
        .rejects("s² for s", new GaussianClassifier(s * s, b).logLogisticLoss())
        .rejects("loss of the mean output", new GaussianClassifier(0, b).logLogisticLoss());
    double loss = row.number("loss");
    if (loss >= Double.MIN_NORMAL) {
      check("L", s, b).expecting(loss, rounding(loss * scale)).holds(classifier.logisticLoss());
    }
  }

  private static Check check(String quantity, double s, double b) {
    return Check.of("beck.eq5", quantity).by(Oracle.TABLE).at("s", s, "b", b);
  }

  private static Tolerance rounding(double scale) {
    return new Tolerance.Rounding(16, scale, "exponents of size |b| for b < 0, sum over panels");
  }
}
