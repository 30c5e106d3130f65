package org.grokcheck.math.exact;

import java.util.Arrays;

/** A product of powers of variables x₀, x₁, ...; trailing zero exponents are dropped. */
public final class Monomial {
  /** The empty product. */
  static final Monomial ONE = new Monomial();

  private final int[] exponents;

  private Monomial(int... exponents) {
    int used = exponents.length;
    while (used > 0 && exponents[used - 1] == 0) {
      used--;
    }
    this.exponents = Arrays.copyOf(exponents, used);
  }

  /** Returns x_index. */
  static Monomial variable(int index) {
    int[] exponents = new int[index + 1];
    exponents[index] = 1;
    return new Monomial(exponents);
  }

  /** Returns the exponent of x_index. */
  public int exponent(int index) {
    return index < exponents.length ? exponents[index] : 0;
  }

  /** Returns the number of variables up to the last one that occurs. */
  int span() {
    return exponents.length;
  }

  /** Returns the total degree. */
  public int degree() {
    return Arrays.stream(exponents).sum();
  }

  Monomial times(Monomial other) {
    int[] sum = Arrays.copyOf(exponents, Math.max(span(), other.span()));
    for (int i = 0; i < other.span(); i++) {
      sum[i] += other.exponents[i];
    }
    return new Monomial(sum);
  }

  /** Returns this monomial with another exponent of x_index. */
  Monomial with(int index, int exponent) {
    int[] changed = Arrays.copyOf(exponents, Math.max(span(), index + 1));
    changed[index] = exponent;
    return new Monomial(changed);
  }

  /** Returns this monomial with x_i replaced by x_{i + offset}. */
  Monomial shifted(int offset) {
    int[] moved = new int[span() + offset];
    System.arraycopy(exponents, 0, moved, offset, span());
    return new Monomial(moved);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Monomial m && Arrays.equals(exponents, m.exponents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(exponents);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < span(); i++) {
      if (exponents[i] > 0) {
        text.append(text.isEmpty() ? "" : " ").append('x').append(i);
        text.append(exponents[i] > 1 ? "^" + exponents[i] : "");
      }
    }
    return text.isEmpty() ? "1" : text.toString();
  }
}
