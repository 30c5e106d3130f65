package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.stream.Stream;
import org.grokcheck.compute.OptimizerSpec;

/** Domains of test surfaces, their minima, paths over them, and of the decoder's size. */
final class SurfaceEdges {
  private static final BigDecimal LEAST = BigDecimal.ONE.movePointLeft(20);

  private SurfaceEdges() {}

  static Stream<Edge> all() {
    return Stream.of(functions(), minima(), sizes()).flatMap(s -> s);
  }

  private static void value(Rosenbrock form, int n) {
    form.value(Collections.nCopies(n, BigDecimal.TEN));
  }

  private static void gradient(Rosenbrock form, int n) {
    form.gradient(Collections.nCopies(n, BigDecimal.TEN));
  }

  private static void path(int steps) {
    DescentPath.of(
        OptimizerSpec.gradientDescent(0.1), TestSurface.RASTRIGIN::gradient, new double[2], steps);
  }

  private static Stream<Edge> functions() {
    Rosenbrock pairs = Rosenbrock.VANILLA;
    Rosenbrock chain = Rosenbrock.CHAINED;
    String even = "x: need at least 2 coordinates, an even number of them, got 3";
    String two = "x: need at least 2 coordinates, got 1";
    return Stream.of(
        new Edge(two, () -> value(chain, 2), () -> value(chain, 1)),
        new Edge(two, () -> gradient(chain, 2), () -> gradient(chain, 1)),
        new Edge(two, () -> chain.gradient(new double[2]), () -> chain.gradient(new double[1])),
        new Edge(even, () -> value(pairs, 4), () -> value(pairs, 3)),
        new Edge(even, () -> gradient(pairs, 2), () -> gradient(pairs, 3)),
        new Edge(even, () -> pairs.gradient(new double[2]), () -> pairs.gradient(new double[3])),
        new Edge("x: need at least 2", () -> value(pairs, 2), () -> value(pairs, 0)),
        new Edge("steps", () -> path(0), () -> path(-1)));
  }

  private static Stream<Edge> minima() {
    RastriginMinima four = new RastriginMinima(BigDecimal.ONE);
    int most = ChainedHessian.MAX_DIMENSION;
    return Stream.of(
        new Edge(
            "a: need",
            () -> new RastriginMinima(LEAST),
            () -> new RastriginMinima(BigDecimal.ZERO)),
        new Edge(
            "threshold_index",
            () -> RastriginMinima.tangentRoot(0),
            () -> RastriginMinima.threshold(-1)),
        new Edge("k: need a number from 0 to 3", () -> four.near(0), () -> four.near(-1)),
        new Edge("k: need a number from 0 to 3", () -> four.near(3), () -> four.near(4)),
        new Edge("n: need", () -> new ChainedHessian(2), () -> new ChainedHessian(1)),
        new Edge("n: need", () -> new ChainedHessian(most), () -> new ChainedHessian(most + 1)),
        new Edge("n: need", () -> SecondMinimum.of(4), () -> SecondMinimum.of(3)),
        new Edge(
            "n: need",
            () -> SecondMinimum.of(SecondMinimum.MAX_DIMENSION),
            () -> SecondMinimum.of(SecondMinimum.MAX_DIMENSION + 1)));
  }

  private static Stream<Edge> sizes() {
    return Stream.of(
        new Edge(
            "layers and d",
            () -> TransformerSize.weights(1, 1),
            () -> TransformerSize.weights(0, 1)),
        new Edge(
            "layers and d",
            () -> TransformerSize.withFinalNorm(1, 1),
            () -> TransformerSize.withBiasesAndNorms(1, 0)),
        // 12 d² and, for the most layers, 12 L d² pass 2⁶³ there; the last passes 2⁶⁴.
        new Edge(
            "layers = 1, d = 876706529",
            () -> TransformerSize.weights(1, 876706528),
            () -> TransformerSize.weights(1, 876706529)),
        new Edge(
            "layers = 2147483647, d = 18919",
            () -> TransformerSize.weights(Integer.MAX_VALUE, 18918),
            () -> TransformerSize.weights(Integer.MAX_VALUE, 18919)),
        new Edge(
            "layers = 2147483647, d = 1000000",
            () -> TransformerSize.weights(Integer.MAX_VALUE, 10_000),
            () -> TransformerSize.weights(Integer.MAX_VALUE, 1_000_000)),
        new Edge(
            "layers = 1, d = 2147483647",
            () -> TransformerSize.weights(1, 10_000),
            () -> TransformerSize.weights(1, Integer.MAX_VALUE)));
  }
}
