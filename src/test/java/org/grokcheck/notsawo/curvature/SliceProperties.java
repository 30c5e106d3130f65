package org.grokcheck.notsawo.curvature;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture.Mlp;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.Seeds;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** App. G.1: slices of the landscape, filter normalisation, convexity by lines. */
class SliceProperties {
  private static final Mlp SHAPE = new Mlp(List.of(3, 5, 2), new Activation.Tanh(), true);
  private static final Mlp RECTIFIED = new Mlp(List.of(3, 5, 2), new Activation.Relu(), false);

  private static double[] draw(RandomGenerator random, int size) {
    double[] vector = new double[size];
    Arrays.setAll(vector, i -> random.nextGaussian());
    return vector;
  }

  private static ReferenceObjective objective(Mlp shape, RandomGenerator random) {
    double[][] x = new double[6][];
    double[][] y = new double[6][];
    for (int i = 0; i < x.length; i++) {
      x[i] = draw(random, 3);
      y[i] = draw(random, 2);
    }
    return ReferenceObjective.of(
        Model.of(shape), new Inputs.Dense(x), new Targets.Values(y), Loss.SQUARED);
  }

  private static Tolerance rounding(double size, double operations, String why) {
    return new Tolerance.Rounding(operations, size, why);
  }

  /** f(0), f(1) with the raw difference, f′(0) and f″(0) by central differences. */
  @Property(tries = 12)
  @Checks("notsawo.appg.slice1d")
  void oneDimension(@ForAll long seed) {
    RandomGenerator random = new Seeds(seed).stream("slice");
    ReferenceObjective loss = objective(SHAPE, random);
    double[] theta = draw(random, SHAPE.parameters());
    double[] other = draw(random, SHAPE.parameters());
    double[] direction = other.clone();
    Vectors.add(-1, theta, direction);
    LandscapeSlice slice = new LandscapeSlice(loss, theta);
    double end = loss.loss(other);
    Check.of("notsawo.appg.slice1d", "f(1) with δ = θ′ − θ")
        .part("ends")
        .by(Oracle.INVARIANT)
        .at("seed", seed)
        .expecting(end, rounding(100 * (1 + end), 4, "θ + δ is θ′ up to a rounding of each entry"))
        .holds(slice.at(1, direction))
        .rejects("f(0)", slice.at(0, direction))
        .rejects("unit direction", slice.at(1 / Vectors.norm(direction), direction));
    double[] unit = Vectors.scaled(1 / Vectors.norm(direction), direction);
    double h = 1e-4;
    double up = slice.at(h, unit);
    double down = slice.at(-h, unit);
    double here = slice.at(0, unit);
    double slope = (up - down) / (2 * h);
    Check.of("notsawo.appg.slice1d", "f′(0)")
        .part("derivatives")
        .by(Oracle.FINITE_DIFFERENCE)
        .at("seed", seed)
        .expecting(
            slope, Tolerance.remainder(1e3 * h * h * (1 + here), "third derivatives of order 10³"))
        .holds(slice.slope(unit))
        .rejects("raw direction", slice.slope(direction));
    double bend = (up - 2 * here + down) / (h * h);
    Check.of("notsawo.appg.slice1d", "f″(0)")
        .part("derivatives")
        .by(Oracle.FINITE_DIFFERENCE)
        .at("seed", seed)
        .expecting(
            bend,
            Tolerance.remainder(
                1e4 * h * h * (1 + here) + 1e-6 * (1 + here),
                "fourth derivatives, and rounding over h²"))
        .holds(slice.curvature(unit))
        .rejects("raw direction", slice.curvature(direction));
    Check.of("notsawo.appg.slice1d", "f(α/4) along 4δ")
        .part("scale of δ")
        .by(Oracle.EXACT)
        .at("seed", seed)
        .expecting(slice.at(0.75, direction), new Tolerance.Exact())
        .holds(slice.at(0.1875, Vectors.scaled(4, direction)))
        .rejects("f(α) along 4δ", slice.at(0.75, Vectors.scaled(4, direction)));
  }

  @Property(tries = 12)
  @Checks("notsawo.appg.slice2d")
  void twoDimensions(@ForAll long seed) {
    RandomGenerator random = new Seeds(seed).stream("slice");
    ReferenceObjective loss = objective(SHAPE, random);
    double[] theta = draw(random, SHAPE.parameters());
    double[] first = draw(random, SHAPE.parameters());
    double[] second = draw(random, SHAPE.parameters());
    LandscapeSlice slice = new LandscapeSlice(loss, theta);
    double[] toFirst = first.clone();
    double[] toSecond = second.clone();
    Vectors.add(-1, theta, toFirst);
    Vectors.add(-1, theta, toSecond);
    double[] expected = {loss.loss(theta), loss.loss(first), loss.loss(second)};
    double[] actual = {
      slice.at(0, toFirst, 0, toSecond),
      slice.at(1, toFirst, 0, toSecond),
      slice.at(0, toFirst, 1, toSecond)
    };
    for (int corner = 0; corner < 3; corner++) {
      Check.of("notsawo.appg.slice2d", "loss at a corner")
          .by(Oracle.INVARIANT)
          .at("seed", seed, "corner", corner)
          .expecting(
              expected[corner],
              rounding(
                  100 * (1 + expected[corner]), 4, "θ + δ is θ′ up to a rounding of each entry"))
          .holds(actual[corner])
          .rejects("the next corner", actual[(corner + 1) % 3]);
    }
  }

  /** Columns of weight matrices, entries of biases: the norms of θ, the directions of δ. */
  @Property(tries = 12)
  @Checks({"notsawo.appg1.filter_w", "notsawo.appg1.filter_b"})
  void normsOfFilters(@ForAll long seed) {
    RandomGenerator random = new Seeds(seed).stream("filters");
    double[] theta = draw(random, SHAPE.parameters());
    double[] direction = draw(random, SHAPE.parameters());
    direction[SHAPE.layout().block("layer1.bias").offset()] = 0;
    double[] normalised = FilterNormalization.of(SHAPE.layout(), theta, direction);
    Block weights = SHAPE.layout().block("layer1");
    for (int k = 0; k < weights.columns(); k++) {
      double expected = filterNorm(theta, weights, k);
      Check.of("notsawo.appg1.filter_w", "|w_k| of the normalised direction")
          .part("norm")
          .by(Oracle.SECOND_ALGORITHM)
          .at("seed", seed, "k", k)
          .expecting(expected, rounding(expected, 32, "two norms of three entries and a quotient"))
          .holds(filterNorm(normalised, weights, k))
          .rejects("the direction as drawn", filterNorm(direction, weights, k));
      int at = weights.offset() + k;
      Check.of("notsawo.appg1.filter_w", "share of an entry in its filter")
          .part("direction")
          .by(Oracle.INVARIANT)
          .at("seed", seed, "k", k)
          .expecting(direction[at] / filterNorm(direction, weights, k), rounding(1, 32, "norms"))
          .holds(normalised[at] / expected)
          .rejects("of θ", theta[at] / expected);
    }
    Block bias = SHAPE.layout().block("layer1.bias");
    for (int k = 0; k < bias.size(); k++) {
      int at = bias.offset() + k;
      double expected = Math.signum(direction[at]) * Math.abs(theta[at]);
      Check.of("notsawo.appg1.filter_b", "sign(b_k(δ)) |b_k(θ)|")
          .by(Oracle.SECOND_ALGORITHM)
          .at("seed", seed, "k", k)
          .expecting(expected, rounding(Math.abs(expected), 8, "a quotient and a product"))
          .holds(normalised[at])
          .rejects("as drawn", direction[at])
          .rejects("without the sign", Math.abs(theta[at]));
    }
    double[] again = FilterNormalization.of(SHAPE.layout(), theta, normalised);
    Check.of("notsawo.appg1.filter_w", "entry after normalising twice")
        .part("idempotent")
        .by(Oracle.INVARIANT)
        .at("seed", seed)
        .expecting(normalised[1], rounding(Math.abs(normalised[1]), 64, "two normalisations"))
        .holds(again[1])
        .rejects("normalised once more by hand", normalised[1] * normalised[1]);
  }

  private static double filterNorm(double[] x, Block block, int column) {
    double sum = 0;
    for (int i = 0; i < block.rows(); i++) {
      sum += StrictMath.pow(x[block.offset() + i * block.columns() + column], 2);
    }
    return Math.sqrt(sum);
  }

  /** Scaling a layer by 8 and the next by 1/8 leaves slices of a rectified network unchanged. */
  @Property(tries = 12)
  @Checks("notsawo.appg1.filter_w")
  void layersMayBeRescaled(@ForAll long seed) {
    RandomGenerator random = new Seeds(seed).stream("filters");
    ReferenceObjective loss = objective(RECTIFIED, random);
    double[] theta = draw(random, RECTIFIED.parameters());
    double[] direction = draw(random, RECTIFIED.parameters());
    double[] rescaled = theta.clone();
    Block first = RECTIFIED.layout().block("layer1");
    for (int i = 0; i < theta.length; i++) {
      rescaled[i] *= i < first.size() ? 8 : 0.125;
    }
    double alpha = 0.3;
    double value = slice(loss, theta, direction, alpha);
    Check.of("notsawo.appg1.filter_w", "slice of the rescaled network")
        .part("layers rescaled")
        .by(Oracle.INVARIANT)
        .at("seed", seed)
        .expecting(value, rounding(1 + value, 4000, "norms and a forward pass, powers of 2 exact"))
        .holds(slice(loss, rescaled, direction, alpha))
        .rejects("raw direction", new LandscapeSlice(loss, rescaled).at(alpha, direction));
  }

  private static double slice(
      ReferenceObjective loss, double[] theta, double[] direction, double alpha) {
    double[] normalised = FilterNormalization.of(RECTIFIED.layout(), theta, direction);
    return new LandscapeSlice(loss, theta).at(alpha, normalised);
  }

  @Provide
  Arbitrary<RationalMatrix> matrices() {
    return ExactArb.symmetric(2);
  }

  @Provide
  Arbitrary<RationalVector> vectors() {
    return ExactArb.vector(2);
  }

  /** A quadratic has only convex slices iff both its trace and its determinant aren't negative. */
  @Property(tries = 60)
  @Checks("notsawo.fn5.convex")
  void convexAlongEveryLine(
      @ForAll("matrices") RationalMatrix hessian, @ForAll("vectors") RationalVector line) {
    Rational determinant =
        hessian.get(0, 0).times(hessian.get(1, 1)).minus(hessian.get(0, 1).square());
    boolean convex = determinant.signum() >= 0 && hessian.trace().signum() >= 0;
    // δᵀHδ is least along (−b, a) or an axis: these lines decide, any other can't contradict.
    RationalVector decisive = RationalVector.of(hessian.get(0, 1).negate(), hessian.get(0, 0));
    boolean all =
        hessian.get(0, 0).signum() >= 0
            && hessian.get(1, 1).signum() >= 0
            && hessian.bilinear(decisive, decisive).signum() >= 0
            && hessian.bilinear(line, line).signum() >= 0;
    Check.of("notsawo.fn5.convex", "all slices convex")
        .by(Oracle.EXACT)
        .at("H", hessian)
        .expectingExactly(convex)
        .holds(all)
        .rejects(
            "slices along the axes alone",
            hessian.get(0, 0).signum() >= 0 && hessian.get(1, 1).signum() >= 0);
  }
}
