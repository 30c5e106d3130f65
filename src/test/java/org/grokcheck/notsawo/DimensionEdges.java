package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.math.exact.Rational;
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

/** Domains of volumes, ratios and estimates of a dimension. */
final class DimensionEdges {
  private static final BigDecimal ZERO = BigDecimal.ZERO;
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal LEAST = ONE.movePointLeft(20);
  private static final BigDecimal BELOW = ONE.subtract(LEAST);
  private static final Rational UNIT = Rational.ONE;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private DimensionEdges() {}

  static Stream<Edge> all() {
    return Stream.of(volumes(), ratios(), estimates(), laws(), fits(), points()).flatMap(s -> s);
  }

  private static Stream<Edge> volumes() {
    BallVolume plane = new BallVolume(2);
    int most = BallVolume.MAX_DIMENSION;
    return Stream.of(
        new Edge("d: need", () -> new BallVolume(0), () -> new BallVolume(-Double.MIN_VALUE)),
        new Edge("d: need", () -> new BallVolume(most), () -> new BallVolume(most + 0.1)),
        new Edge("inner, outer", () -> plane.shell(0, 0), () -> plane.shell(-1e-9, 1)),
        new Edge("inner, outer", () -> plane.shell(2, 2), () -> plane.shell(2, Math.nextDown(2.0))),
        new Edge("inner, outer", () -> plane.shell(1, 1e300), () -> plane.shell(1, INFINITE)));
  }

  private static Stream<Edge> ratios() {
    NeighbourRatio line = new NeighbourRatio(1);
    return Stream.of(
        new Edge(
            "R: need", () -> ShellRatio.density(ZERO), () -> ShellRatio.density(LEAST.negate())),
        new Edge(
            "R: need",
            () -> ShellRatio.distribution(ZERO),
            () -> ShellRatio.distribution(LEAST.negate())),
        new Edge(
            "d: need", () -> new NeighbourRatio(Double.MIN_VALUE), () -> new NeighbourRatio(0)),
        new Edge(
            "d: need",
            () -> new NeighbourRatio(Double.MAX_VALUE),
            () -> new NeighbourRatio(INFINITE)),
        new Edge("mu: need", () -> line.distribution(ONE), () -> line.distribution(BELOW)),
        new Edge("mu: need", () -> line.density(ONE), () -> line.density(BELOW)),
        new Edge("mu: need", () -> line.logSurvival(ONE), () -> line.logSurvival(BELOW)),
        new Edge("mu: need", () -> line.shellRatio(ONE), () -> line.shellRatio(BELOW)),
        new Edge("F: need", () -> dimensionAt(ZERO), () -> dimensionAt(LEAST.negate())),
        new Edge("F: need", () -> dimensionAt(BELOW), () -> dimensionAt(ONE)));
  }

  private static void dimensionAt(BigDecimal distribution) {
    NeighbourRatio.dimensionAt(BigDecimal.TEN, distribution);
  }

  private static Stream<Edge> estimates() {
    return Stream.of(
        new Edge("distances: need at least 2", () -> local(1, 1), () -> local(1)),
        new Edge("distances[0]", () -> local(1e-9, 1), () -> local(0, 1)),
        new Edge("distances[2]", () -> local(1, 2, 2), () -> local(1, 2, 1.9)),
        new Edge(
            "local_estimates",
            () -> new GlobalEstimate(List.of(1.0)),
            () -> new GlobalEstimate(List.of())),
        new Edge(
            "local_estimates",
            () -> new GlobalEstimate(List.of(INFINITE, Double.MIN_VALUE)),
            () -> new GlobalEstimate(List.of(INFINITE, 0.0))),
        new Edge("j, k", () -> LogRatioMean.of(1, 2, 1), () -> LogRatioMean.of(0, 2, 1)),
        new Edge("j, k", () -> LogRatioMean.of(2, 3, 1), () -> LogRatioMean.of(2, 2, 1)),
        new Edge(
            "m: need",
            () -> LogRatioMean.of(1, 2, Double.MIN_VALUE),
            () -> LogRatioMean.of(1, 2, 0)),
        new Edge(
            "m: need",
            () -> LogRatioMean.of(1, 2, Double.MAX_VALUE),
            () -> LogRatioMean.of(1, 2, INFINITE)));
  }

  private static void local(double... distances) {
    new LocalEstimate(java.util.Arrays.stream(distances).mapToObj(BigDecimal::new).toList());
  }

  private static Stream<Edge> laws() {
    return Stream.of(
        new Edge("n, k", () -> EstimateLaw.local(UNIT, 2), () -> EstimateLaw.local(UNIT, 1)),
        new Edge(
            "n, k", () -> EstimateLaw.pooled(UNIT, 1, 2), () -> EstimateLaw.pooled(UNIT, 0, 2)),
        new Edge(
            "m: need", () -> new EstimateLaw(UNIT, 1), () -> new EstimateLaw(Rational.ZERO, 1)),
        new Edge("shape", () -> new EstimateLaw(UNIT, 1), () -> new EstimateLaw(UNIT, 0)),
        new Edge("n: need", () -> FitConstant.overOneMore(1), () -> FitConstant.overOneMore(0)),
        new Edge(
            "n: need", () -> FitConstant.largestDropped(1), () -> FitConstant.largestDropped(0)),
        new Edge("kept_fraction", () -> new FitEfficiency(LEAST), () -> new FitEfficiency(ZERO)),
        new Edge(
            "kept_fraction", () -> new FitEfficiency(ONE), () -> new FitEfficiency(ONE.add(LEAST))),
        new Edge("n: need", () -> new PearsonTest(3, ZERO), () -> new PearsonTest(2, ZERO)),
        new Edge("r: need", () -> new PearsonTest(3, BELOW), () -> new PearsonTest(3, ONE)),
        new Edge(
            "r: need",
            () -> new PearsonTest(3, BELOW.negate()),
            () -> new PearsonTest(3, ONE.negate())));
  }

  private static Stream<Edge> fits() {
    PlottingPosition rule = PlottingPosition.MIDPOINT;
    double[] three = {1, 2, 3};
    return Stream.of(
        new Edge(
            "mu: need at least 2",
            () -> RatioFit.of(List.of(ONE, ONE), rule),
            () -> RatioFit.of(List.of(ONE), rule)),
        new Edge(
            "mu[1]",
            () -> RatioFit.of(List.of(ONE, ONE), rule),
            () -> RatioFit.of(List.of(ONE, BELOW), rule)),
        new Edge(
            "mu: need at least 2",
            () -> RatioFit.ofLowest(new double[2], 1),
            () -> RatioFit.ofLowest(new double[1], 1)),
        new Edge("kept", () -> RatioFit.ofLowest(three, 1), () -> RatioFit.ofLowest(three, 0)),
        new Edge("kept", () -> RatioFit.ofLowest(three, 2), () -> RatioFit.ofLowest(three, 3)),
        new Edge(
            "rule",
            () -> PlottingPosition.of("i/n, largest dropped"),
            () -> PlottingPosition.of("i/n")));
  }

  private static Stream<Edge> points() {
    double[][] three = {{1, 0}, {2, 0}, {3, 0}};
    return Stream.of(
        new Edge(
            "points: need at least 3",
            () -> TwoNearest.ratios(three),
            () -> TwoNearest.ratios(new double[][] {{1}, {2}, {2}})),
        new Edge(
            "points: need equal",
            () -> TwoNearest.ratios(three),
            () -> TwoNearest.ratios(new double[][] {{1, 0}, {2, 0}, {3}})));
  }
}
