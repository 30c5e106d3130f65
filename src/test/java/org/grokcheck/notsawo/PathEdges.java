package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.grokcheck.notsawo.trajectory.Angles;
import org.grokcheck.notsawo.trajectory.IntegratedWalk;
import org.grokcheck.notsawo.trajectory.NullPaths;
import org.grokcheck.notsawo.trajectory.PrincipalAxes;
import org.grokcheck.notsawo.trajectory.RandomWalk;
import org.grokcheck.notsawo.trajectory.Rotation;

/** Domains of paths without features and of angles. */
final class PathEdges {
  private static final BigDecimal ZERO = BigDecimal.ZERO;
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal LEAST = ONE.movePointLeft(20);
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private PathEdges() {}

  static Stream<Edge> all() {
    return Stream.of(walks(), paths(), angles()).flatMap(s -> s);
  }

  private static Stream<Edge> walks() {
    RandomWalk walk = new RandomWalk(2);
    return Stream.of(
        new Edge("T: need", () -> new RandomWalk(2), () -> new RandomWalk(1)),
        new Edge("k: need", () -> walk.centred(1), () -> walk.centred(0)),
        new Edge("k: need", () -> walk.aboutLast(1), () -> walk.aboutLast(0)),
        new Edge("k: need", () -> IntegratedWalk.root(1), () -> IntegratedWalk.root(0)),
        new Edge("k: need", () -> IntegratedWalk.share(1), () -> IntegratedWalk.share(0)));
  }

  private static Stream<Edge> paths() {
    int most = NullPaths.MAX_POINTS;
    return Stream.of(
        new Edge("T: need", () -> NullPaths.integrated(2), () -> NullPaths.integrated(1)),
        new Edge("T: need", () -> NullPaths.withDrift(2, 1), () -> NullPaths.withDrift(1, 1)),
        new Edge("T: need", () -> NullPaths.relaxing(2, 1), () -> NullPaths.relaxing(1, 1)),
        new Edge("T: need", () -> NullPaths.averaged(2, ZERO), () -> NullPaths.averaged(1, ZERO)),
        new Edge(
            "T: need", () -> NullPaths.withDrift(most, 0), () -> NullPaths.withDrift(most + 1, 0)),
        new Edge("s: need", () -> NullPaths.withDrift(2, 0), () -> NullPaths.withDrift(2, -1e-300)),
        new Edge(
            "s: need", () -> NullPaths.withDrift(2, 1e300), () -> NullPaths.withDrift(2, INFINITE)),
        new Edge("c: need", () -> NullPaths.relaxing(2, 0), () -> NullPaths.relaxing(2, -1e-300)),
        new Edge(
            "c: need", () -> NullPaths.relaxing(2, 1), () -> NullPaths.relaxing(2, Double.NaN)),
        new Edge(
            "beta: need",
            () -> NullPaths.averaged(2, ZERO),
            () -> NullPaths.averaged(2, LEAST.negate())),
        new Edge(
            "beta: need",
            () -> NullPaths.averaged(2, ONE.subtract(LEAST)),
            () -> NullPaths.averaged(2, ONE)));
  }

  private static Stream<Edge> angles() {
    double[] zero = new double[2];
    double[] small = {Double.MIN_VALUE, 1e-100};
    double[] unit = {1, 0};
    return Stream.of(
        new Edge(
            "x: the zero", () -> Angles.between(small, unit), () -> Angles.between(zero, unit)),
        new Edge(
            "y: the zero", () -> Angles.between(unit, small), () -> Angles.between(unit, zero)),
        new Edge(
            "y: the zero",
            () -> Angles.oneMinusCosine(unit, small),
            () -> Angles.oneMinusCosine(unit, zero)),
        new Edge("steps", () -> Angles.budget(0, 1), () -> Angles.budget(-1, 1)),
        new Edge("one_minus_cos", () -> Angles.budget(1, 0), () -> Angles.budget(1, -1e-300)),
        new Edge(
            "one_minus_cos", () -> Angles.budget(1, 2), () -> Angles.budget(1, Math.nextUp(2.0))),
        new Edge("steps", () -> Rotation.cosine(ONE, 0), () -> Rotation.cosine(ONE, -1)),
        new Edge(
            "gram",
            () -> PrincipalAxes.projections(new double[][] {{1, 0}, {0, 1}}, 2),
            () -> PrincipalAxes.projections(new double[][] {{1, 0}, {0, Double.NaN}}, 2)));
  }
}
