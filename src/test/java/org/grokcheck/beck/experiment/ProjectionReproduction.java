package org.grokcheck.beck.experiment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.grokcheck.beck.ProportionalMargin;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Normal;
import org.grokcheck.oracle.GordonLaw;
import org.grokcheck.oracle.GordonLimit;
import org.junit.jupiter.api.Test;

/** Fig. 2 (left), from recorded draws at N = 1200. */
class ProjectionReproduction {
  private static final double CRITERION = 0.06;
  private static final double GAP_CRITERION = 0.05;
  private static final String CLAIM = "beck.fig2.left";

  private static Recording recording() {
    return Recordings.of(new Projections(), Scale.DESK);
  }

  /** P(V ≤ z) of the projections over ‖S‖ for N → ∞. */
  private static DoubleUnaryOperator law(double lambda) {
    if (lambda < 0.5) {
      GordonLimit limit = GordonLimit.atRatio(lambda);
      GordonLaw law = new GordonLaw(limit);
      return z -> 1 - law.above(z * limit.norm());
    }
    double kappa = kappa(lambda);
    return z -> z < -kappa ? Normal.cdf(z) : 1;
  }

  private static double kappa(double lambda) {
    return ProportionalMargin.ofLambda(BigDecimal.valueOf(lambda));
  }

  /** Shares of one draw at all places. */
  private static double[] shares(Draws size, int draw) {
    return Projections.PLACES.stream()
        .mapToDouble(z -> size.series().get(Projections.upTo(z)).get(draw))
        .toArray();
  }

  /**
   * Largest distance of shares from a law over the places; around the atom at −κ, which a draw has
   * up to 0.05 elsewhere, it is the comparison of the gap that counts.
   */
  private static double distance(double[] shares, DoubleUnaryOperator law, double lambda) {
    List<Double> places = Projections.PLACES;
    return IntStream.range(0, shares.length)
        .filter(k -> lambda < 0.5 || Math.abs(places.get(k) + kappa(lambda)) > GAP_CRITERION)
        .mapToDouble(k -> Math.abs(shares[k] - law.applyAsDouble(places.get(k))))
        .max()
        .orElseThrow();
  }

  @Test
  @Checks(value = CLAIM, scale = Scale.DESK)
  void projectionsFollowTheirLawOnBothSidesOfTheEdge() {
    Recording recording = recording();
    for (Draws size : Draws.of(recording)) {
      DoubleUnaryOperator law = law(size.lambda());
      List<Double> kinds = size.series().get(Projections.INSEPARABLE);
      for (int draw = 0; draw < kinds.size(); draw++) {
        double[] shares = shares(size, draw);
        check("largest distance of the shares up to z from their law", size, draw)
            .part("law")
            .expectingAtMost(CRITERION, new Tolerance.Exact())
            .holds(distance(shares, law, size.lambda()))
            .rejects("of fresh points", distance(shares, Normal::cdf, size.lambda()));
        double largest = size.series().get(Projections.LARGEST).get(draw);
        check("whether there are points on both sides", size, draw)
            .part("sides")
            .expectingExactly(size.lambda() < 0.5)
            .holds(largest > 0)
            .rejects("on one side at every λ", false);
        if (kinds.get(draw) == 0) {
          gap(size, draw, largest);
        }
      }
    }
    figure(recording).write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  private static void gap(Draws size, int draw, double largest) {
    double kappa = kappa(size.lambda());
    check("largest projection", size, draw)
        .part("gap")
        .expecting(-kappa, new Tolerance.Truncation(GAP_CRITERION, 1, 1, "criterion of the ledger"))
        .holds(largest)
        .rejects("no gap to the origin", 0);
    check("share of points at the gap's edge", size, draw)
        .part("gap")
        .expecting(
            Normal.cdf(kappa), new Tolerance.Truncation(0.03, 1, 1, "criterion of the ledger"))
        .holds(size.series().get(Projections.SHARE_OF_LARGEST).get(draw))
        .rejects("d/N", size.lambda())
        .rejects("one point", 1.0 / size.points());
  }

  private static Check check(String quantity, Draws size, int draw) {
    return Check.of(CLAIM, quantity)
        .by(Oracle.REPRODUCTION)
        .at("N", size.points(), "d", size.dimension(), "draw", draw);
  }

  private static FigureData figure(Recording recording) {
    double[] places = Projections.PLACES.stream().mapToDouble(z -> z).toArray();
    List<Panel> panels =
        Draws.of(recording).stream()
            .map(
                size ->
                    Panel.of(
                        "λ = " + size.lambda(),
                        Axis.linear("S·x/‖S‖"),
                        Axis.linear("share of points up to it"),
                        Series.theory(
                            "N → ∞",
                            places,
                            IntStream.range(0, places.length)
                                .mapToDouble(k -> law(size.lambda()).applyAsDouble(places[k]))
                                .toArray()),
                        Series.measured("first draw", places, shares(size, 0))))
            .toList();
    return new FigureData(
            CLAIM,
            List.of(CLAIM, "beck.ext.cgmt-law", "beck.ext.gardner"),
            "Projections of the training points on the weight",
            "Below the edge points lie on both sides of 0; above it none does, and a share Φ(κ) of"
                + " them lies at the margin.",
            recording.scale().label(),
            Map.of(),
            panels)
        .with("root seed", recording.provenance().rootSeed())
        .with("command", recording.command());
  }
}
