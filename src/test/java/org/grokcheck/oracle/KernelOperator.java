package org.grokcheck.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grokcheck.math.exact.Isserlis;
import org.grokcheck.math.exact.Monomial;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * The integral operator g ↦ ⟨K(x, x') g(x)⟩ of a polynomial kernel over x ~ N(0, I/D), by Isserlis
 * averages. Variables: x in the first D places, then x'.
 */
public final class KernelOperator {
  private final int dimension;
  private final Polynomial kernel;

  /** The operator of a kernel in x and x'. */
  public KernelOperator(int dimension, Polynomial kernel) {
    this.dimension = dimension;
    this.kernel = kernel;
  }

  /** The kernel x·x' + ε²(x·x')². */
  public static KernelOperator initial(int dimension, Rational eps) {
    Polynomial inner =
        Polynomial.sum(
            dimension, i -> Polynomial.variable(i).times(Polynomial.variable(dimension + i)));
    return new KernelOperator(dimension, inner.plus(inner.square().times(eps.square())));
  }

  /** x' ↦ ⟨K(x, x') g(x)⟩ for g in x. */
  public Polynomial apply(Polynomial g) {
    return average(kernel.times(g));
  }

  /** ⟨g h⟩ of two functions of x. */
  public Rational inner(Polynomial g, Polynomial h) {
    return average(g.times(h)).toConstant();
  }

  /** ⟨K(x, x)⟩, an average over one point. */
  public Rational meanDiagonal() {
    Rational sum = Rational.ZERO;
    for (Map.Entry<Monomial, Rational> term : kernel.terms().entrySet()) {
      Rational product = term.getValue();
      for (int i = 0; i < dimension; i++) {
        int power = term.getKey().exponent(i) + term.getKey().exponent(dimension + i);
        product = product.times(Isserlis.moment(power, variance()));
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  /** ⟨K(x, x')²⟩ over independent points. */
  public Rational meanSquare() {
    return averageBoth(kernel.square());
  }

  /** The kernel with its means over x, over x' and over both taken away. */
  public KernelOperator centred() {
    Polynomial overHere = average(kernel);
    Polynomial overThere = averageOther(kernel);
    Polynomial mean = Polynomial.constant(averageBoth(kernel));
    return new KernelOperator(dimension, kernel.minus(overHere).minus(overThere).plus(mean));
  }

  /** ⟨g(x) K(x, x') g(x')⟩. */
  public Rational form(Polynomial g) {
    return averageBoth(kernel.times(g).times(there(g)));
  }

  /** The operator on x_i and x_i x_j, i ≤ j: column k holds the image of the k-th of them. */
  public RationalMatrix matrix() {
    List<Polynomial> basis = basis(dimension);
    List<Polynomial> images = basis.stream().map(this::apply).toList();
    List<Monomial> monomials =
        basis.stream().map(g -> there(g).terms().keySet().iterator().next()).toList();
    return RationalMatrix.of(
        basis.size(),
        basis.size(),
        (row, column) -> images.get(column).coefficient(monomials.get(row)));
  }

  /** x_i and x_i x_j, i ≤ j, as monomials. */
  public static List<Monomial> monomials(int dimension) {
    return basis(dimension).stream().map(g -> g.terms().keySet().iterator().next()).toList();
  }

  private static List<Polynomial> basis(int dimension) {
    List<Polynomial> basis = new ArrayList<>(Polynomial.variables(0, dimension));
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        basis.add(Polynomial.variable(i).times(Polynomial.variable(j)));
      }
    }
    return basis;
  }

  /** A function of x at x'. */
  public Polynomial there(Polynomial g) {
    return g.shifted(dimension);
  }

  /** x'_i. */
  public Polynomial variable(int i) {
    return Polynomial.variable(dimension + i);
  }

  /** |x'|². */
  public Polynomial normSquared() {
    return there(normSquaredHere());
  }

  /** |x|². */
  public Polynomial normSquaredHere() {
    return Polynomial.sum(dimension, i -> Polynomial.variable(i).square());
  }

  /** c + a·x + xᵀQx. */
  public Polynomial polynomialHere(Rational c, RationalVector a, RationalMatrix q) {
    List<Polynomial> x = Polynomial.variables(0, dimension);
    return Polynomial.constant(c)
        .plus(CommitteePolynomial.linear(a, x))
        .plus(CommitteePolynomial.quadratic(q, x));
  }

  /** c + a·x' + x'ᵀQx'. */
  public Polynomial polynomial(Rational c, RationalVector a, RationalMatrix q) {
    return there(polynomialHere(c, a, q));
  }

  private Polynomial average(Polynomial p) {
    return Isserlis.average(p, 0, dimension, variance());
  }

  private Polynomial averageOther(Polynomial p) {
    return Isserlis.average(p, dimension, dimension, variance());
  }

  private Rational averageBoth(Polynomial p) {
    return averageOther(average(p)).toConstant();
  }

  private Rational variance() {
    return Rational.of(1, dimension);
  }
}
