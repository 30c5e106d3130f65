package org.grokcheck.omnigrok.eval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.grokcheck.math.Real;
import org.grokcheck.math.exact.Rational;

/** Numbers on their way in and out. */
final class Numbers {
  /** Digits of an output, so many that its nearest double is that of the number. */
  private static final MathContext OUTPUT = new MathContext(40);

  private Numbers() {}

  static Real of(BigDecimal decimal) {
    return Real.of(decimal);
  }

  static List<Real> of(List<BigDecimal> decimals) {
    return decimals.stream().map(Real::of).toList();
  }

  static Rational exact(BigDecimal decimal) {
    return Rational.of(decimal);
  }

  static BigDecimal out(Real value) {
    return value.value().round(OUTPUT);
  }

  static BigDecimal out(Rational value) {
    return value.toDecimal(OUTPUT);
  }

  static List<BigDecimal> out(List<Real> values) {
    return values.stream().map(value -> out(value)).toList();
  }

  /** A time or a count; infinite where it never comes. */
  static Number orNever(Optional<? extends Number> value) {
    return value.isPresent() ? value.get() : Double.POSITIVE_INFINITY;
  }

  static Number never(Optional<Real> value) {
    return orNever(value.map(v -> out(v)));
  }

  /** A number; NaN where it is undefined. */
  static Number orUndefined(Optional<Real> value) {
    return value.isPresent() ? out(value.get()) : Double.NaN;
  }

  static void requireChoice(String name, String given, String only) {
    if (!given.equals(only)) {
      throw new IllegalArgumentException(
          name + ": need \"" + only + "\", the one convention it has, got \"" + given + "\"");
    }
  }
}
