package org.grokcheck.math.exact;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A vector of rationals.
 *
 * @param entries the components, at least one
 */
public record RationalVector(List<Rational> entries) {
  /**
   * Copies the components.
   *
   * @throws IllegalArgumentException if there are none
   */
  public RationalVector {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("entries: need at least one component, got none");
    }
    entries = List.copyOf(entries);
  }

  /** Returns the vector of the given components. */
  public static RationalVector of(Rational... components) {
    return new RationalVector(List.of(components));
  }

  /** Returns the vector with component i given by a function, i = 0, ..., size − 1. */
  public static RationalVector of(int size, IntFunction<Rational> component) {
    return new RationalVector(IntStream.range(0, size).mapToObj(component).toList());
  }

  /** Returns the vector of the decimals as they are written. */
  public static RationalVector ofDecimals(List<BigDecimal> components) {
    return new RationalVector(components.stream().map(Rational::of).toList());
  }

  /** Returns the zero vector. */
  public static RationalVector zero(int size) {
    return of(size, i -> Rational.ZERO);
  }

  /** Returns the unit vector along axis i, i = 0, ..., size − 1. */
  public static RationalVector unit(int size, int axis) {
    return of(size, i -> i == axis ? Rational.ONE : Rational.ZERO);
  }

  /** Returns the number of components. */
  public int size() {
    return entries.size();
  }

  /** Returns component i, counted from 0. */
  public Rational get(int i) {
    return entries.get(i);
  }

  /**
   * Returns this + other.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public RationalVector plus(RationalVector other) {
    requireSameSize(other);
    return of(size(), i -> get(i).plus(other.get(i)));
  }

  /**
   * Returns this − other.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public RationalVector minus(RationalVector other) {
    requireSameSize(other);
    return of(size(), i -> get(i).minus(other.get(i)));
  }

  /** Returns c · this. */
  public RationalVector times(Rational c) {
    return of(size(), i -> get(i).times(c));
  }

  /**
   * Returns the inner product.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public Rational dot(RationalVector other) {
    requireSameSize(other);
    return sum(size(), i -> get(i).times(other.get(i)));
  }

  /** Returns the squared length. */
  public Rational normSquared() {
    return dot(this);
  }

  /** Returns the matrix with entries this_i · other_j. */
  public RationalMatrix outer(RationalVector other) {
    return RationalMatrix.of(size(), other.size(), (i, j) -> get(i).times(other.get(j)));
  }

  /** Returns the nearest doubles. */
  public double[] toDoubles() {
    return entries.stream().mapToDouble(Rational::toDouble).toArray();
  }

  /** Returns Σ term(i) over i = 0, ..., count − 1; 0 if count is 0. */
  public static Rational sum(int count, IntFunction<Rational> term) {
    return IntStream.range(0, count).mapToObj(term).reduce(Rational.ZERO, Rational::plus);
  }

  private void requireSameSize(RationalVector other) {
    if (size() != other.size()) {
      throw new IllegalArgumentException(
          "vector: need " + size() + " components, as the other one has, got " + other.size());
    }
  }

  @Override
  public String toString() {
    return entries.stream().map(Rational::toString).collect(Collectors.joining(", ", "(", ")"));
  }
}
