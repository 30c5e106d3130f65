package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.grokcheck.harness.Arb;

/** Points of the line, exact doubles, on both sides of 0, on one, or on one and at 0. */
record LinePoints(List<Double> values) {
  double[] x() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  OneDimensionalData data() {
    return OneDimensionalData.of(decimals());
  }

  List<BigDecimal> decimals() {
    return values.stream().map(BigDecimal::new).toList();
  }

  /** The same points with those of the other side turned over. */
  double[] sizes() {
    return values.stream().mapToDouble(Math::abs).toArray();
  }

  double largest() {
    return Arrays.stream(sizes()).max().orElseThrow();
  }

  Object[] inputs() {
    return new Object[] {"points", values};
  }

  /** Points of which some are negative and some positive, perhaps with nearly vanishing sum. */
  static Arbitrary<LinePoints> inseparable() {
    Arbitrary<LinePoints> any =
        Combinators.combine(sizes(0.03, 30, 1, 5), sizes(0.03, 30, 1, 5), zeros())
            .as((left, right, zeros) -> of(left, right, zeros));
    Arbitrary<LinePoints> lopsided =
        Combinators.combine(sizes(1e-12, 1e-3, 1, 3), sizes(0.1, 10, 1, 3), zeros())
            .as((left, right, zeros) -> of(left, right, zeros));
    Arbitrary<LinePoints> balanced =
        Combinators.combine(sizes(0.1, 10, 1, 4), Arb.signedLogUniform(1e-14, 1e-3), zeros())
            .as((left, shift, zeros) -> of(left, shifted(left, shift), zeros));
    Arbitrary<LinePoints> quoted =
        Arbitraries.just(new LinePoints(List.of(-2.0, -0.7, 0.3, 1.1, 0.05)));
    return Arbitraries.oneOf(any, any, lopsided, balanced, quoted);
  }

  /** Points on one side of 0, M = min|xᵢ| from 0.05 to 20, one to three times, others farther. */
  static Arbitrary<LinePoints> separable() {
    return Combinators.combine(
            Arb.logUniform(0.05, 20),
            Arbitraries.integers().between(1, 3),
            gaps(),
            Arbitraries.of(1, -1))
        .as((margin, support, gaps, sign) -> oneSided(margin, support, gaps, 0, sign));
  }

  /** As separable points, with one to three points at 0. */
  static Arbitrary<LinePoints> boundary() {
    return Combinators.combine(
            Arb.logUniform(0.05, 20),
            Arbitraries.integers().between(1, 3),
            gaps(),
            Arbitraries.integers().between(1, 3),
            Arbitraries.of(1, -1))
        .as((margin, support, gaps, zeros, sign) -> oneSided(margin, support, gaps, zeros, sign));
  }

  private static Arbitrary<Integer> zeros() {
    return Arbitraries.of(0, 0, 0, 1, 2);
  }

  private static Arbitrary<List<Double>> sizes(double lo, double hi, int least, int most) {
    return Arb.logUniform(lo, hi).list().ofMinSize(least).ofMaxSize(most);
  }

  private static Arbitrary<List<Double>> gaps() {
    return sizes(0.05, 10, 0, 5);
  }

  private static LinePoints of(List<Double> left, List<Double> right, int zeros) {
    List<Double> points = new ArrayList<>(right);
    left.forEach(size -> points.add(-size));
    for (int k = 0; k < zeros; k++) {
      points.add(0.0);
    }
    return new LinePoints(points);
  }

  private static List<Double> shifted(List<Double> sizes, double shift) {
    return sizes.stream().map(size -> size * (1 + shift)).toList();
  }

  private static LinePoints oneSided(
      double margin, int support, List<Double> gaps, int zeros, int sign) {
    List<Double> points = new ArrayList<>();
    for (int k = 0; k < support; k++) {
      points.add(sign * margin);
    }
    gaps.forEach(gap -> points.add(sign * margin * (1 + gap)));
    for (int k = 0; k < zeros; k++) {
      points.add(0.0);
    }
    return new LinePoints(points);
  }
}
