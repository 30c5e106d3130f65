package org.grokcheck.notsawo;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.notsawo.curvature.AdamStability;
import org.grokcheck.notsawo.curvature.CatapultMap;
import org.grokcheck.notsawo.curvature.ClippedDescent;
import org.grokcheck.notsawo.curvature.ConditionNumber;
import org.grokcheck.notsawo.curvature.GrowthExponent;
import org.grokcheck.notsawo.curvature.KanielPaige;
import org.grokcheck.notsawo.curvature.RandomDirection;
import org.grokcheck.notsawo.curvature.RescaledPair;
import org.grokcheck.notsawo.curvature.StepModel;
import org.grokcheck.notsawo.dimension.BallVolume;
import org.grokcheck.notsawo.dimension.EstimateLaw;
import org.grokcheck.notsawo.dimension.FitConstant;
import org.grokcheck.notsawo.dimension.FitEfficiency;
import org.grokcheck.notsawo.dimension.GlobalEstimate;
import org.grokcheck.notsawo.dimension.LocalEstimate;
import org.grokcheck.notsawo.dimension.LogRatioMean;
import org.grokcheck.notsawo.dimension.NeighbourRatio;
import org.grokcheck.notsawo.dimension.PearsonTest;
import org.grokcheck.notsawo.dimension.PlottingPosition;
import org.grokcheck.notsawo.dimension.RatioFit;
import org.grokcheck.notsawo.dimension.ShellRatio;
import org.grokcheck.notsawo.dimension.TwoNearest;
import org.grokcheck.notsawo.trajectory.Angles;
import org.grokcheck.notsawo.trajectory.IntegratedWalk;
import org.grokcheck.notsawo.trajectory.NullPaths;
import org.grokcheck.notsawo.trajectory.RandomWalk;
import org.grokcheck.notsawo.trajectory.Rotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Arguments outside the domain are refused by name. */
@Infrastructure("checks messages about bad arguments, not a statement of the paper")
class RefusalTest {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final Rational UNIT = Rational.ONE;

  private static void refused(String start, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.startsWith(start), message);
  }

  @Test
  void ofDimensions() {
    refused("d: need", () -> new BallVolume(-1));
    refused("d: need", () -> new BallVolume(1e8));
    refused("inner, outer", () -> new BallVolume(2).shell(2, 1));
    refused("R: need", () -> ShellRatio.density(ONE.negate()));
    refused("d: need", () -> new NeighbourRatio(0));
    refused("mu: need", () -> new NeighbourRatio(1).distribution(new BigDecimal("0.5")));
    refused("F: need", () -> NeighbourRatio.dimensionAt(BigDecimal.TEN, ONE));
    refused("distances: need", () -> new LocalEstimate(List.of(ONE)));
    refused("distances[0]", () -> new LocalEstimate(List.of(BigDecimal.ZERO, ONE)));
    refused("distances[1]", () -> new LocalEstimate(List.of(BigDecimal.TEN, ONE)));
    refused("local_estimates", () -> new GlobalEstimate(List.of()));
    refused("local_estimates", () -> new GlobalEstimate(List.of(1.0, 0.0)));
    refused("n, k", () -> EstimateLaw.local(UNIT, 1));
    refused("n, k", () -> EstimateLaw.pooled(UNIT, 0, 2));
    refused("m: need", () -> EstimateLaw.local(Rational.ZERO, 2));
    assertThrows(IllegalStateException.class, () -> EstimateLaw.local(UNIT, 2).mean());
    assertThrows(IllegalStateException.class, () -> EstimateLaw.local(UNIT, 3).variance());
    refused("j, k", () -> LogRatioMean.of(2, 2, 1));
    refused("j, k", () -> LogRatioMean.of(0, 2, 1));
    refused("m: need", () -> LogRatioMean.of(1, 2, 0));
  }

  @Test
  void ofFits() {
    refused("rule: need", () -> PlottingPosition.of("i/n"));
    refused("mu: need", () -> RatioFit.of(List.of(ONE), PlottingPosition.MIDPOINT));
    refused(
        "mu[1]", () -> RatioFit.of(List.of(ONE, new BigDecimal("0.9")), PlottingPosition.MIDPOINT));
    refused("kept: need", () -> RatioFit.ofLowest(new double[] {1, 2}, 2));
    refused("kept: need", () -> RatioFit.ofLowest(new double[] {1, 2}, 0));
    refused("n: need", () -> FitConstant.overOneMore(0));
    refused("kept_fraction", () -> new FitEfficiency(BigDecimal.ZERO));
    refused("kept_fraction", () -> new FitEfficiency(BigDecimal.TEN));
    refused("n: need", () -> new PearsonTest(2, BigDecimal.ZERO));
    refused("r: need", () -> new PearsonTest(3, ONE));
    refused("points: need at least 3", () -> TwoNearest.ratios(new double[][] {{1}, {2}, {2}}));
    refused("points: need equal", () -> TwoNearest.ratios(new double[][] {{1}, {2, 3}, {4}}));
  }

  @Test
  void ofTrajectories() {
    refused("T: need", () -> new RandomWalk(1));
    refused("k: need", () -> new RandomWalk(3).centred(0));
    refused("k: need", () -> new RandomWalk(3).aboutLast(0));
    refused("k: need", () -> IntegratedWalk.root(0));
    refused("T: need", () -> NullPaths.integrated(1));
    refused("T: need", () -> NullPaths.withDrift(NullPaths.MAX_POINTS + 1, 0));
    refused("s: need", () -> NullPaths.withDrift(3, -1));
    refused("c: need", () -> NullPaths.relaxing(3, Double.NaN));
    refused("beta: need", () -> NullPaths.averaged(3, ONE));
    refused("beta: need", () -> NullPaths.averaged(3, ONE.negate()));
    refused("steps: need", () -> Rotation.cosine(ONE, -1));
    refused("steps: need", () -> Angles.budget(-1, 0));
    refused("one_minus_cos", () -> Angles.budget(1, 2.5));
    refused("y: the zero", () -> Angles.between(new double[] {1}, new double[1]));
  }

  @Test
  void ofCurvatures() {
    refused("eps: need", () -> GrowthExponent.of(ONE, BigDecimal.ZERO));
    refused("G: need", () -> new StepModel(Rational.ZERO, UNIT));
    assertThrows(IllegalStateException.class, () -> new StepModel(UNIT, Rational.ZERO).bestRate());
    refused("beta1", () -> new AdamStability(UNIT, Rational.ZERO, UNIT));
    refused("eps: need", () -> new AdamStability(Rational.ZERO, Rational.ZERO, Rational.ZERO));
    refused("weight_decay", () -> new AdamStability(Rational.ZERO, UNIT, UNIT));
    refused("n, steps", () -> CatapultMap.follow(ONE, ONE, ONE, BigDecimal.ZERO, 1));
    refused("n, steps", () -> CatapultMap.follow(ONE, ONE, ONE, ONE, -1));
    refused("f diverges", () -> CatapultMap.follow(BigDecimal.TEN, ONE, ONE, ONE, 100));
    refused("eps lambda", () -> new ClippedDescent(1, 2, 1));
    refused("lambda, eta", () -> new ClippedDescent(3, 1, 0));
    refused("lambda_min", () -> new ConditionNumber(Rational.ZERO, UNIT));
    refused("lambda_min", () -> new ConditionNumber(Rational.TWO, UNIT));
    refused("eigenvalues", () -> new KanielPaige(1, 1, 0));
    refused("spectrum: need", () -> RandomDirection.of(List.of(UNIT), List.of()));
    refused("spectrum_counts", () -> RandomDirection.of(List.of(UNIT), List.of(0L)));
    refused("w1 x", () -> new RescaledPair(UNIT, UNIT, UNIT.negate(), UNIT));
    RescaledPair pair = new RescaledPair(UNIT, UNIT, UNIT, UNIT);
    refused("c: need", () -> pair.rescaled(Rational.ZERO));
  }

  @Test
  void ofMinima() {
    refused("a: need", () -> new RastriginMinima(BigDecimal.ZERO));
    refused("threshold_index", () -> RastriginMinima.threshold(-1));
    refused("k: need", () -> new RastriginMinima(new BigDecimal("0.2")).near(1));
    refused("k: need", () -> new RastriginMinima(ONE).near(-1));
  }
}
