package org.grokcheck.dynamics.margin;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grokcheck.compute.linear.CholeskyFactor;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.EigenvalueBound;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.dynamics.margin.BoundedProducts.Bounded;
import org.grokcheck.dynamics.margin.LossMinimum.AtInfinity;
import org.grokcheck.dynamics.margin.LossMinimum.Attained;
import org.grokcheck.dynamics.margin.LossMinimum.Certificate;
import org.grokcheck.dynamics.margin.LossMinimum.Unresolved;

/**
 * Descends to the minimum of the exponential loss, refines it in twice the precision, proves it.
 */
final class MinimumSearch {
  private static final double UNIT_ROUNDOFF = 0x1p-53;
  private static final int REFINEMENTS = 4;

  private final DataMatrix original;
  private final DataMatrix x;

  /** The points are 2^exponent times those of x. */
  private final int exponent;

  private final double radius;

  MinimumSearch(DataMatrix original) {
    this.original = original;
    UnitRows unit = UnitRows.allOf(original);
    x = unit.points();
    exponent = unit.exponents()[0];
    radius = unit.radius();
  }

  LossMinimum find() {
    ExponentialDescent descent = new ExponentialDescent(x, radius, Integer.MAX_VALUE);
    return switch (descent.run()) {
      case STATIONARY ->
          proved(descent.best(), true).<LossMinimum>map(m -> m).orElseGet(this::elsewhere);
      case SEPARATED, EXHAUSTED -> elsewhere();
    };
  }

  /** The minimum where the full space has none that can be proved unique, or why there is none. */
  private LossMinimum elsewhere() {
    Separability reason = Separability.decide(original);
    if (reason instanceof Separability.OnBoundary boundary) {
      return new AtInfinity(reason, logInfimum(boundary.face()));
    } else if (reason instanceof Separability.Inseparable inseparable) {
      return inseparable.spansSpace()
          ? new Unresolved(
              "points: inseparable, but the minimum is too far out for Newton's method")
          : inSpan();
    } else if (reason instanceof Separability.Undecided undecided) {
      return new Unresolved(undecided.reason());
    }
    return new AtInfinity(reason, Double.NEGATIVE_INFINITY);
  }

  /** The minimum over the independent components, on which f depends alone. */
  private LossMinimum inSpan() {
    int[] rows = IntStream.range(0, original.rows()).toArray();
    int[] components = ExactSeparation.independentComponents(original, rows);
    if (components.length == 0) {
      // All points are zero, f is too.
      double[] p = new double[rows.length];
      Arrays.fill(p, 1.0 / p.length);
      return new Attained(
          new double[original.columns()], 0, p, false, new Certificate(0, 0, 0, 0, 0));
    }
    LossMinimum within = LossMinimum.of(part(rows, components));
    if (within instanceof Attained found) {
      double[] s = new double[original.columns()];
      for (int k = 0; k < components.length; k++) {
        s[components[k]] = found.minimiser()[k];
      }
      return new Attained(s, found.logMean(), found.weights(), false, found.certificate());
    }
    return within;
  }

  private double logInfimum(int[] face) {
    double share = StrictMath.log((double) face.length / original.rows());
    int[] components = ExactSeparation.independentComponents(original, face);
    if (components.length == 0) {
      return share;
    }
    return LossMinimum.of(part(face, components)) instanceof Attained found
        ? share + found.logMean()
        : Double.NaN;
  }

  private PlainMatrix part(int[] rows, int[] components) {
    double[][] points = new double[rows.length][components.length];
    double[] row = new double[original.columns()];
    for (int i = 0; i < rows.length; i++) {
      original.row(rows[i], row);
      for (int k = 0; k < components.length; k++) {
        points[i][k] = row[components[k]];
      }
    }
    return PlainMatrix.of(points);
  }

  Optional<Attained> judge(double[] s) {
    double[] scaled = s.clone();
    for (int j = 0; j < s.length; j++) {
      scaled[j] = Math.scalb(s[j], exponent);
    }
    return proved(SoftMinimum.at(x, scaled), false);
  }

  /** The given point with its certificate, refined where asked. */
  private Optional<Attained> proved(SoftMinimum near, boolean refine) {
    int d = x.columns();
    double[] gram = new double[d * d];
    x.weightedGram(near.weights(), gram);
    return CholeskyFactor.of(gram.clone(), d)
        .flatMap(
            factor ->
                proved(near, refine ? refined(near.s(), factor) : at(near.s(), factor), gram));
  }

  /** S with its weights, the vector Σ pᵢxᵢ and Newton's decrement. */
  private record Refined(double[] s, Weights weights, Bounded pull, double decrement) {}

  /** Newton's steps with a fixed factor and accurate gradients, as long as they help. */
  private Refined refined(double[] start, CholeskyFactor factor) {
    Refined best = at(start, factor);
    for (int k = 0; k < REFINEMENTS; k++) {
      double[] s = best.s.clone();
      Vectors.add(1, factor.solve(best.pull.values()), s);
      Refined next = at(s, factor);
      if (!(next.decrement < best.decrement)) {
        break;
      }
      best = next;
    }
    return best;
  }

  private Refined at(double[] s, CholeskyFactor factor) {
    Weights weights = Weights.of(BoundedProducts.margins(x, s));
    Bounded pull = BoundedProducts.combination(x, weights.p);
    double[] g = pull.values();
    return new Refined(s, weights, pull, Math.sqrt(Vectors.dot(g, factor.solve(g))));
  }

  /**
   * Weights p with log Σ e^(−zᵢ), and the bounds of their relative errors up to a common factor.
   */
  private record Weights(double[] p, double logSum, double[] errors) {
    static Weights of(Bounded margins) {
      double[] z = margins.values();
      double[] p = new double[z.length];
      double logSum = SoftMinimum.weights(z, p);
      double[] errors = new double[z.length];
      for (int i = 0; i < z.length; i++) {
        // The exponent is off by the error of z and two roundings, its exponential by an ulp more.
        double exponent = Math.abs(z[i]) + Math.abs(logSum);
        errors[i] = 1.01 * margins.errors()[i] + 3 * UNIT_ROUNDOFF * (exponent + 1);
      }
      return new Weights(p, logSum, errors);
    }
  }

  private Optional<Attained> proved(SoftMinimum near, Refined at, double[] gram) {
    double[] p = at.weights.p;
    double[] errors = at.weights.errors;
    double shrink = 1;
    double drift = 0;
    double mostError = 0;
    for (int i = 0; i < p.length; i++) {
      // A weight that underflows counts for nothing in either matrix.
      shrink = near.weights()[i] > 0 ? Math.min(shrink, p[i] / near.weights()[i]) : shrink;
      drift += p[i] * errors[i];
      mostError = Math.max(mostError, errors[i]);
    }
    double bound =
        EigenvalueBound.below(gram, x.columns(), OriginWeights.gramError(x, gram))
            * shrink
            * (1 - 2 * mostError);
    double gradient = at.pull.normBound() + radius * (drift * 1.01 + underflow());
    double ratio = radius * gradient / bound * (1 + 8 * UNIT_ROUNDOFF);
    return bound > 0 && ratio < 0.5
        ? Optional.of(result(at, mostError, bound, gradient, ratio))
        : Optional.empty();
  }

  /** What weights below the smallest normal number may add. */
  private double underflow() {
    return 2 * x.rows() * Double.MIN_NORMAL;
  }

  private Attained result(
      Refined at, double mostError, double bound, double gradient, double ratio) {
    double distance = -StrictMath.log1p(-ratio) / radius * (1 + 4 * UNIT_ROUNDOFF);
    double logMean = at.weights.logSum - StrictMath.log(x.rows());
    double above = -StrictMath.log1p(-gradient * distance);
    double rounding =
        mostError + 4 * UNIT_ROUNDOFF * (1 + Math.abs(logMean) + StrictMath.log(x.rows()));
    double[] s = at.s.clone();
    for (int j = 0; j < s.length; j++) {
      s[j] = Math.scalb(s[j], -exponent);
    }
    return new Attained(
        s,
        logMean,
        at.weights.p,
        true,
        new Certificate(
            Math.scalb(gradient, exponent),
            at.decrement,
            Math.scalb(Math.scalb(bound, exponent), exponent),
            Math.scalb(distance, -exponent),
            above + rounding));
  }
}
