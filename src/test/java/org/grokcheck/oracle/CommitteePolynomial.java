package org.grokcheck.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.grokcheck.math.exact.Isserlis;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * The two-layer network f(x) = (α/N) Σ vᵢ φ(wᵢ·x) from its definition, as a polynomial in two
 * inputs x, x' in R^D, in all weights and all readouts; what it learns and how it moves comes from
 * formal derivatives and Isserlis averages.
 *
 * <p>Variables: x in the first D places, then x', then the weights row by row, then the readouts.
 */
public final class CommitteePolynomial {
  private final int dimension;
  private final int width;
  private final Rational alpha;
  private final UnaryOperator<Polynomial> activation;

  /** A network with any polynomial activation. */
  public CommitteePolynomial(
      int dimension, int width, Rational alpha, UnaryOperator<Polynomial> activation) {
    this.dimension = dimension;
    this.width = width;
    this.alpha = alpha;
    this.activation = activation;
  }

  /** A network with φ(h) = h + ½εh². */
  public static CommitteePolynomial quadratic(
      int dimension, int width, Rational alpha, Rational eps) {
    Rational half = eps.times(Rational.HALF);
    return new CommitteePolynomial(dimension, width, alpha, h -> h.plus(h.square().times(half)));
  }

  /** The components of x. */
  public List<Polynomial> input() {
    return Polynomial.variables(0, dimension);
  }

  /** The components of x'. */
  public List<Polynomial> otherInput() {
    return Polynomial.variables(dimension, dimension);
  }

  /** f at x or x', in weights and readouts too. */
  public Polynomial output(List<Polynomial> at) {
    return Polynomial.sum(
            width,
            i -> Polynomial.variable(readout(i)).times(activation.apply(inner(weights(i), at))))
        .times(alpha.over(width));
  }

  /** f(x) at given weights, all readouts 1. */
  public Polynomial outputAt(RationalMatrix weights) {
    return fixed(output(input()), weights, ones());
  }

  /** f(x) at given weights and readouts. */
  public Polynomial outputAt(RationalMatrix weights, RationalVector readouts) {
    return fixed(output(input()), weights, readouts);
  }

  /** Σ over all weights of ∂f(x) ∂f(x'), at given weights and readouts 1. */
  public Polynomial kernelAt(RationalMatrix weights) {
    return kernel(places(0, width * dimension), p -> fixed(p, weights, ones()));
  }

  /** Σ over all weights and readouts of ∂f(x) ∂f(x'), at given weights and readouts. */
  public Polynomial trainedKernelAt(RationalMatrix weights, RationalVector readouts) {
    return kernel(places(0, width * (dimension + 1)), p -> fixed(p, weights, readouts));
  }

  /** Σ over all weights of ∂f(x) ∂f(x') with readouts 1, in the weights as variables. */
  public Polynomial kernel() {
    return kernel(places(0, width * dimension), p -> p.at(readout(0), ones()));
  }

  /** Σ over all weights and readouts of ∂f(x) ∂f(x'), in weights and readouts as variables. */
  public Polynomial trainedKernel() {
    return kernel(places(0, width * (dimension + 1)), p -> p);
  }

  private Polynomial kernel(List<Integer> parameters, UnaryOperator<Polynomial> fix) {
    Polynomial here = output(input());
    Polynomial there = output(otherInput());
    return Polynomial.sum(
        parameters.size(),
        k -> {
          int p = parameters.get(k);
          return fix.apply(here.derivative(p)).times(fix.apply(there.derivative(p)));
        });
  }

  /** The gradient of a loss with respect to the weights, at given weights, readouts 1. */
  public RationalMatrix gradient(Polynomial loss, RationalMatrix weights) {
    return RationalMatrix.of(
        width,
        dimension,
        (i, k) -> fixed(loss.derivative(weight(i, k)), weights, ones()).toConstant());
  }

  /** ½(β·x)². */
  public Polynomial target(RationalVector beta) {
    return linear(beta, input()).square().times(Rational.HALF);
  }

  /** ½(β·x')². */
  public Polynomial otherTarget(RationalVector beta) {
    return linear(beta, otherInput()).square().times(Rational.HALF);
  }

  /** Average over x ~ N(0, I/D). */
  public Polynomial average(Polynomial p) {
    return Isserlis.average(p, 0, dimension, Rational.of(1, dimension));
  }

  /** Average over x' ~ N(0, I/D). */
  public Polynomial averageOther(Polynomial p) {
    return Isserlis.average(p, dimension, dimension, Rational.of(1, dimension));
  }

  /** Average over x and x'. */
  public Rational averageBoth(Polynomial p) {
    return averageOther(average(p)).toConstant();
  }

  /** Average over independent standard normal weights. */
  public Polynomial averageWeights(Polynomial p) {
    return Isserlis.average(p, weight(0, 0), width * dimension, Rational.ONE);
  }

  /** Average over independent normal readouts of a given variance. */
  public Polynomial averageReadouts(Polynomial p, Rational variance) {
    return Isserlis.average(p, readout(0), width, variance);
  }

  /** p with numbers for x. */
  public Polynomial atInput(Polynomial p, RationalVector x) {
    return p.at(0, x);
  }

  /** The value of p at x and x'. */
  public Rational at(Polynomial p, RationalVector x, RationalVector other) {
    return p.at(0, x).at(dimension, other).toConstant();
  }

  /** a·x with polynomials for the components of x. */
  public static Polynomial linear(RationalVector a, List<Polynomial> x) {
    return Polynomial.sum(a.size(), i -> x.get(i).times(a.get(i)));
  }

  /** xᵀQx with polynomials for the components of x. */
  public static Polynomial quadratic(RationalMatrix q, List<Polynomial> x) {
    return Polynomial.sum(q.height(), i -> x.get(i).times(linear(q.row(i), x)));
  }

  /** Place of the weight w_ik among the variables. */
  public int weight(int i, int k) {
    return 2 * dimension + i * dimension + k;
  }

  private int readout(int i) {
    return weight(width, i);
  }

  private List<Polynomial> weights(int i) {
    return Polynomial.variables(weight(i, 0), dimension);
  }

  private List<Integer> places(int from, int count) {
    return IntStream.range(from, from + count).map(k -> weight(0, k)).boxed().toList();
  }

  private RationalVector ones() {
    return RationalVector.of(width, i -> Rational.ONE);
  }

  private Polynomial fixed(Polynomial p, RationalMatrix weights, RationalVector readouts) {
    List<Rational> values = new ArrayList<>();
    weights.rows().forEach(row -> values.addAll(row.entries()));
    return p.at(weight(0, 0), new RationalVector(values)).at(readout(0), readouts);
  }

  private static Polynomial inner(List<Polynomial> u, List<Polynomial> v) {
    return Polynomial.sum(u.size(), k -> u.get(k).times(v.get(k)));
  }
}
