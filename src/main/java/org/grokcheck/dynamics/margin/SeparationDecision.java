package org.grokcheck.dynamics.margin;

import java.util.Optional;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.dynamics.margin.ExponentialDescent.End;
import org.grokcheck.dynamics.margin.Separability.Inseparable;
import org.grokcheck.dynamics.margin.Separability.OnBoundary;
import org.grokcheck.dynamics.margin.Separability.Separable;
import org.grokcheck.dynamics.margin.Separability.Undecided;

/** The stages of {@link Separability#decide}. */
final class SeparationDecision {
  private static final int INTERIOR_STEPS = 60;

  /** Attempts at a proof cost as much as two steps. */
  private static final int STEPS_BETWEEN_PROOFS = 4;

  /** Operations on words of 64 bits that exact arithmetic may take: a few seconds. */
  private static final double EXACT_WORK = 1e8;

  private final DataMatrix x;
  private final UnitRows unit;
  private final double radius;
  private double leastMargin = Double.NEGATIVE_INFINITY;
  private double residual = Double.POSITIVE_INFINITY;

  SeparationDecision(DataMatrix x) {
    this.x = x;
    unit = UnitRows.eachOf(x);
    radius = unit.radius();
  }

  Separability decide() {
    return descent().or(this::interiorPoint).or(this::exact).orElseGet(this::undecided);
  }

  private Separability undecided() {
    String reason =
        exactWork() > EXACT_WORK
            ? "neither a separating direction nor weights of the origin could be proved in double"
                + " precision, and %d points in %d dimensions are too many for exact arithmetic"
                    .formatted(x.rows(), x.columns())
            : "decided in exact arithmetic, but no doubles express the direction or the weights";
    return new Undecided("points: " + reason, leastMargin, residual);
  }

  private Optional<Separability> descent() {
    ExponentialDescent descent =
        new ExponentialDescent(unit.points(), radius, 400 + 2 * x.columns());
    End end = descent.run();
    SoftMinimum best = descent.best();
    note(best.s(), best.margins(), best.weights());
    return switch (end) {
      case SEPARATED -> separable(best.s());
      case STATIONARY -> inseparable(best.weights());
      case EXHAUSTED -> Optional.empty();
    };
  }

  private Optional<Separability> interiorPoint() {
    InteriorPoint method = new InteriorPoint(unit.points());
    for (int k = 1; k <= INTERIOR_STEPS && method.step(); k++) {
      note(method.weight(), method.margins(), method.multipliers());
      Optional<Separability> found = Optional.empty();
      if (Vectors.least(method.margins()) > 0) {
        found = separable(method.weight());
      } else if (k % STEPS_BETWEEN_PROOFS == 0) {
        found = inseparable(method.multipliers());
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return inseparable(method.multipliers());
  }

  private void note(double[] w, double[] margins, double[] weights) {
    double norm = Vectors.norm(w);
    if (norm > 0) {
      leastMargin = Math.max(leastMargin, Vectors.least(margins) / (norm * radius));
    }
    double[] pull = new double[x.columns()];
    unit.points().transposeTimes(weights, pull);
    residual = Math.min(residual, Vectors.norm(pull) / (Vectors.sum(weights) * radius));
  }

  private Optional<Separability> separable(double[] w) {
    double norm = Vectors.norm(w);
    if (!(norm > 0)) {
      return Optional.empty();
    }
    double[] direction = new double[w.length];
    Vectors.add(1 / norm, w, direction);
    // The scaled points may have lost digits of tiny components: the points themselves decide.
    double least = ExactMargins.least(x, direction);
    double rounded = least / (Vectors.norm(direction) * (1 + (w.length + 4) * 0x1p-53));
    return least > 0
        ? Optional.of(new Separable(direction, Math.max(Math.nextDown(rounded), Double.MIN_VALUE)))
        : Optional.empty();
  }

  private Optional<Separability> inseparable(double[] weights) {
    double most = Vectors.largest(weights);
    double[] a = new double[weights.length];
    Vectors.add(1 / most, weights, a);
    return OriginWeights.prove(unit.points(), radius, a)
        .map(
            p ->
                new Inseparable(
                    p.weights(), unit.exponents(), p.relativeError(), p.residual(), true));
  }

  private Optional<Separability> exact() {
    if (exactWork() > EXACT_WORK) {
      return Optional.empty();
    }
    ExactSeparation exact = ExactSeparation.of(x);
    int[] face = exact.face();
    if (face.length == 0) {
      return separable(exact.direction());
    }
    double[] weights = exact.weights(unit.exponents());
    for (int i : face) {
      if (weights[i] < Double.MIN_NORMAL) {
        return Optional.empty();
      }
    }
    return Optional.of(
        face.length < x.rows()
            ? new OnBoundary(exact.direction(), face, weights, unit.exponents())
            : new Inseparable(
                weights,
                unit.exponents(),
                0x1p-52,
                BoundedProducts.combination(unit.points(), weights).normBound(),
                exact.spansSpace()));
  }

  /** Pivots times entries times products of determinants, in words of 64 bits. */
  private double exactWork() {
    double d = x.columns();
    double n = x.rows();
    double words = 1 + d * (ExactSeparation.bits(x) + 4) / 64;
    return 3 * d * (d + 1) * (n + d) * (8 + words * words);
  }
}
