package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture.Mlp;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.notsawo.curvature.AdamStability;
import org.grokcheck.notsawo.curvature.CatapultMap;
import org.grokcheck.notsawo.curvature.ClippedDescent;
import org.grokcheck.notsawo.curvature.ConditionNumber;
import org.grokcheck.notsawo.curvature.FilterNormalization;
import org.grokcheck.notsawo.curvature.GrowthExponent;
import org.grokcheck.notsawo.curvature.KanielPaige;
import org.grokcheck.notsawo.curvature.LandscapeSlice;
import org.grokcheck.notsawo.curvature.RandomDirection;
import org.grokcheck.notsawo.curvature.RescaledPair;
import org.grokcheck.notsawo.curvature.StepModel;

/** Domains of curvatures and of descent under them. */
final class CurvatureEdges {
  private static final Rational ZERO = Rational.ZERO;
  private static final Rational UNIT = Rational.ONE;
  private static final Rational LEAST = Rational.ONE.over(1L << 40);
  private static final BigDecimal ONE = BigDecimal.ONE;

  private CurvatureEdges() {}

  static Stream<Edge> all() {
    return Stream.of(steps(), adam(), descents(), spectra(), directions()).flatMap(s -> s);
  }

  private static Stream<Edge> steps() {
    RescaledPair pair = new RescaledPair(UNIT, UNIT, UNIT, UNIT);
    return Stream.of(
        new Edge(
            "eps",
            () -> GrowthExponent.of(ONE, ONE),
            () -> GrowthExponent.of(ONE, BigDecimal.ZERO)),
        new Edge("G: need", () -> new StepModel(LEAST, UNIT), () -> new StepModel(ZERO, UNIT)),
        new Edge(
            "lambda_min",
            () -> new ConditionNumber(LEAST, UNIT),
            () -> new ConditionNumber(ZERO, UNIT)),
        new Edge(
            "lambda_min",
            () -> new ConditionNumber(UNIT, UNIT),
            () -> new ConditionNumber(UNIT, UNIT.minus(LEAST))),
        new Edge(
            "w1 x",
            () -> new RescaledPair(LEAST, ZERO, UNIT, ZERO),
            () -> new RescaledPair(ZERO, ZERO, UNIT, ZERO)),
        new Edge("c: need", () -> pair.rescaled(LEAST), () -> pair.rescaled(ZERO)));
  }

  private static void adam(Rational beta, Rational decay, Rational rate) {
    new AdamStability(beta, decay, rate);
  }

  private static Stream<Edge> adam() {
    Rational below = UNIT.minus(LEAST);
    return Stream.of(
        new Edge("beta1", () -> adam(ZERO, ZERO, UNIT), () -> adam(LEAST.negate(), ZERO, UNIT)),
        new Edge("beta1", () -> adam(below, ZERO, UNIT), () -> adam(UNIT, ZERO, UNIT)),
        new Edge("eps", () -> adam(ZERO, ZERO, LEAST), () -> adam(ZERO, ZERO, ZERO)),
        new Edge(
            "weight_decay", () -> adam(ZERO, ZERO, UNIT), () -> adam(ZERO, LEAST.negate(), UNIT)),
        new Edge("weight_decay", () -> adam(ZERO, below, UNIT), () -> adam(ZERO, UNIT, UNIT)));
  }

  private static void catapult(long f, String width, int steps) {
    CatapultMap.follow(BigDecimal.valueOf(f), ONE, ONE, new BigDecimal(width), steps);
  }

  private static Stream<Edge> descents() {
    double two = Math.nextUp(2.0);
    return Stream.of(
        new Edge("n, steps", () -> catapult(1, "1e-9", 1), () -> catapult(1, "0", 1)),
        new Edge("n, steps", () -> catapult(1, "1", 0), () -> catapult(1, "1", -1)),
        // At η = λ = n = 1 the output is cubed: after t steps it has 3^t zeros.
        new Edge("f diverges within 13", () -> catapult(10, "1", 12), () -> catapult(10, "1", 13)),
        new Edge(
            "eps lambda", () -> new ClippedDescent(1, two, 1), () -> new ClippedDescent(1, 2, 1)),
        new Edge(
            "lambda, eta",
            () -> new ClippedDescent(3, 1, Double.MIN_VALUE),
            () -> new ClippedDescent(3, 1, 0)),
        new Edge(
            "lambda, eta",
            () -> new ClippedDescent(1e-9, 3e9, 1),
            () -> new ClippedDescent(0, 3, 1)));
  }

  private static Stream<Edge> spectra() {
    List<Rational> values = List.of(UNIT);
    return Stream.of(
        new Edge("eigenvalues", () -> new KanielPaige(3, 2, 1), () -> new KanielPaige(2, 2, 1)),
        new Edge("eigenvalues", () -> new KanielPaige(3, 2, 1), () -> new KanielPaige(3, 2, 2)),
        new Edge(
            "spectrum: need",
            () -> RandomDirection.of(values, List.of(1L)),
            () -> RandomDirection.of(values, List.of(1L, 1L))),
        new Edge(
            "spectrum: need",
            () -> RandomDirection.of(values, List.of(1L)),
            () -> RandomDirection.of(List.of(), List.of())),
        new Edge(
            "spectrum_counts",
            () -> RandomDirection.of(values, List.of(1L)),
            () -> RandomDirection.of(values, List.of(0L))));
  }

  private static Stream<Edge> directions() {
    Mlp unit = new Mlp(List.of(2, 1), new Activation.Tanh(), false);
    double[] two = {1, 2};
    double[] three = {1, 2, 3};
    LandscapeSlice slice =
        new LandscapeSlice(
            ReferenceObjective.of(
                Model.of(unit),
                new Inputs.Dense(new double[][] {two}),
                new Targets.Values(new double[][] {{1}}),
                Loss.SQUARED),
            two);
    return Stream.of(
        new Edge(
            "theta, direction",
            () -> FilterNormalization.of(unit.layout(), two, two),
            () -> FilterNormalization.of(unit.layout(), three, two)),
        new Edge(
            "theta, direction",
            () -> FilterNormalization.of(unit.layout(), two, two),
            () -> FilterNormalization.of(unit.layout(), two, three)),
        new Edge("direction", () -> slice.at(1, two), () -> slice.at(1, three)),
        new Edge("direction", () -> slice.moved(1, two), () -> slice.moved(1, three)));
  }
}
