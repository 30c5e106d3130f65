package org.grokcheck.math.exact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A polynomial in variables x₀, x₁, ... with rational coefficients; sparse, without zero terms, so
 * that equal polynomials are {@code equals}.
 */
public final class Polynomial {
  /** The zero polynomial. */
  public static final Polynomial ZERO = new Polynomial(Map.of());

  private final Map<Monomial, Rational> terms;

  private Polynomial(Map<Monomial, Rational> terms) {
    this.terms = terms;
  }

  /** Returns a constant. */
  public static Polynomial constant(Rational value) {
    return value.signum() == 0 ? ZERO : new Polynomial(Map.of(Monomial.ONE, value));
  }

  /** Returns x_index, counted from 0. */
  public static Polynomial variable(int index) {
    return new Polynomial(Map.of(Monomial.variable(index), Rational.ONE));
  }

  /** Returns x_first, ..., x_{first + count − 1}. */
  public static List<Polynomial> variables(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(Polynomial::variable).toList();
  }

  /** Returns Σ term(i) over i = 0, ..., count − 1. */
  public static Polynomial sum(int count, IntFunction<Polynomial> term) {
    Map<Monomial, Rational> sum = new HashMap<>();
    for (int i = 0; i < count; i++) {
      term.apply(i).terms.forEach(into(sum));
    }
    return collected(sum);
  }

  /** Returns this + other. */
  public Polynomial plus(Polynomial other) {
    Map<Monomial, Rational> sum = new HashMap<>(terms);
    other.terms.forEach(into(sum));
    return collected(sum);
  }

  /** Returns this − other. */
  public Polynomial minus(Polynomial other) {
    return plus(other.times(Rational.of(-1)));
  }

  /** Returns this · other. */
  public Polynomial times(Polynomial other) {
    Map<Monomial, Rational> product = new HashMap<>();
    terms.forEach(
        (m, c) ->
            other.terms.forEach((n, d) -> product.merge(m.times(n), c.times(d), Rational::plus)));
    return collected(product);
  }

  /** Returns c · this. */
  public Polynomial times(Rational c) {
    return mapTerms((m, d) -> new Term(m, d.times(c)));
  }

  /** Returns this². */
  public Polynomial square() {
    return times(this);
  }

  /** Returns the partial derivative with respect to x_index. */
  public Polynomial derivative(int index) {
    return mapTerms(
        (m, c) -> {
          int k = m.exponent(index);
          return new Term(k == 0 ? m : m.with(index, k - 1), c.times(k));
        });
  }

  /** Returns this with x_i replaced by x_{i + offset} for every i. */
  public Polynomial shifted(int offset) {
    return mapTerms((m, c) -> new Term(m.shifted(offset), c));
  }

  /**
   * Returns this with numbers put for the variables x_first, x_{first+1}, ...; the others stay.
   *
   * @param first index of the first variable that is replaced
   * @param values a number for each
   */
  public Polynomial at(int first, RationalVector values) {
    return mapTerms(
        (m, c) -> {
          Rational coefficient = c;
          Monomial rest = m;
          for (int i = 0; i < values.size(); i++) {
            int k = m.exponent(first + i);
            if (k > 0) {
              coefficient = coefficient.times(values.get(i).power(k));
              rest = rest.with(first + i, 0);
            }
          }
          return new Term(rest, coefficient);
        });
  }

  /**
   * Returns the number that this polynomial is.
   *
   * @throws IllegalArgumentException if a variable occurs in it
   */
  public Rational toConstant() {
    if (degree() > 0) {
      throw new IllegalArgumentException("polynomial: need a constant, got " + this);
    }
    return coefficient(Monomial.ONE);
  }

  /** Returns the coefficient of a monomial, 0 if it doesn't occur. */
  public Rational coefficient(Monomial monomial) {
    return terms.getOrDefault(monomial, Rational.ZERO);
  }

  /** Returns the coefficients of the monomials that occur. */
  public Map<Monomial, Rational> terms() {
    return Map.copyOf(terms);
  }

  /** Returns the total degree; 0 for the zero polynomial. */
  public int degree() {
    return terms.keySet().stream().mapToInt(Monomial::degree).max().orElse(0);
  }

  /** Replaces every term by another and collects equal monomials. */
  Polynomial mapTerms(TermMap map) {
    Map<Monomial, Rational> changed = new HashMap<>();
    terms.forEach(
        (m, c) -> {
          Term term = map.apply(m, c);
          changed.merge(term.monomial(), term.coefficient(), Rational::plus);
        });
    return collected(changed);
  }

  /** One term. */
  record Term(Monomial monomial, Rational coefficient) {}

  /** What {@link #mapTerms} does to a term. */
  @FunctionalInterface
  interface TermMap {
    Term apply(Monomial monomial, Rational coefficient);
  }

  private static BiConsumer<Monomial, Rational> into(Map<Monomial, Rational> sum) {
    return (m, c) -> sum.merge(m, c, Rational::plus);
  }

  private static Polynomial collected(Map<Monomial, Rational> terms) {
    terms.values().removeIf(c -> c.signum() == 0);
    return new Polynomial(terms);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Polynomial p && terms.equals(p.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  @Override
  public String toString() {
    return terms.isEmpty()
        ? "0"
        : terms.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .sorted()
            .collect(Collectors.joining(" + "));
  }
}
