package org.grokcheck.compute.agreement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.rounding.Enclosure;
import org.grokcheck.compute.rounding.RoundingAnalysis;

/**
 * Holds two parties against each other on one case: entry by entry, |a − b| ≤ r_a + r_b, with r
 * what rounding can do at each party's precision.
 */
public final class Agreement {
  private final Case at;
  private final Map<Precision, RoundingAnalysis> analyses = new EnumMap<>(Precision.class);

  private Agreement(Case at) {
    this.at = at;
  }

  /** Comparisons on this case; the analysis is made once a precision. */
  public static Agreement on(Case at) {
    return new Agreement(at);
  }

  /** Evaluates both and compares outputs, loss, gradient and Hessian product. */
  public List<Finding> between(Party first, Party second) {
    return between(first, first.evaluate(at), second, second.evaluate(at));
  }

  /** Compares what was evaluated before. */
  public List<Finding> between(Party first, Evaluation a, Party second, Evaluation b) {
    RoundingAnalysis ra = analysis(first.precision());
    RoundingAnalysis rb = analysis(second.precision());
    String names = first.name() + " = " + second.name();
    List<Finding> findings = new ArrayList<>();
    findings.add(worst(names, "outputs", a.outputs(), b.outputs(), ra.outputs(), rb.outputs()));
    findings.add(worst(names, "loss", a.loss(), b.loss(), ra.loss(), rb.loss()));
    findings.add(
        worst(names, "gradient", a.gradient(), b.gradient(), ra.gradient(), rb.gradient()));
    findings.add(
        worst(
            names,
            "Hessian product",
            a.hessianTimes(),
            b.hessianTimes(),
            ra.hessianTimes(),
            rb.hessianTimes()));
    return findings;
  }

  /** What rounding can do to an evaluation of the case at this precision. */
  public RoundingAnalysis analysis(Precision precision) {
    return analyses.computeIfAbsent(
        precision,
        p ->
            RoundingAnalysis.of(
                at.model(), at.inputs(), at.targets(), at.loss(), p, at.theta(), at.direction()));
  }

  /** The entry with the largest share of its bound. */
  private Finding worst(
      String parties, String quantity, double[] a, double[] b, Enclosure ra, Enclosure rb) {
    if (a.length != ra.radii().length || b.length != a.length) {
      throw new IllegalArgumentException(
          "%s, %s: %s has %d and %d entries; the model has %d"
              .formatted(at.name(), parties, quantity, a.length, b.length, ra.radii().length));
    }
    int worst = 0;
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(ra.values()[i]));
      if (slack(a, b, ra, rb, i) > slack(a, b, ra, rb, worst)) {
        worst = i;
      }
    }
    double error = Math.abs(a[worst] - b[worst]);
    double bound = ra.radii()[worst] + rb.radii()[worst];
    return new Finding(
        at.name(), parties, quantity, worst, a[worst], b[worst], error, bound, largest);
  }

  private static double slack(double[] a, double[] b, Enclosure ra, Enclosure rb, int i) {
    return Finding.slack(Math.abs(a[i] - b[i]), ra.radii()[i] + rb.radii()[i]);
  }
}
