package org.grokcheck.cli.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a JSON value into what a parameter takes. */
final class Inputs {
  /** Reads one value; {@code name} is for messages. */
  private interface Reader {
    Object read(String name, JsonNode value);
  }

  private static final Reader INT =
      (name, v) -> (int) Numerals.whole(name, v, Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final Reader LONG =
      (name, v) -> Numerals.whole(name, v, Long.MIN_VALUE, Long.MAX_VALUE);
  private static final Map<Type, Reader> SCALARS =
      Map.of(
          double.class, Numerals::real,
          Double.class, Numerals::real,
          BigDecimal.class, Numerals::decimal,
          int.class, INT,
          Integer.class, INT,
          long.class, LONG,
          Long.class, LONG,
          String.class, Inputs::text,
          boolean.class, Inputs::truth);

  private Inputs() {}

  /** Whether a parameter of this type can be read: a scalar, or lists of one. */
  static boolean accepts(Type type) {
    return SCALARS.containsKey(type) || (isList(type) && accepts(element(type)));
  }

  /**
   * The value for a parameter.
   *
   * @throws IllegalArgumentException if the value doesn't fit, naming the input
   */
  static Object convert(String name, JsonNode value, Type type) {
    if (!isList(type)) {
      return reader(type).read(name, value);
    }
    if (!value.isArray()) {
      throw new IllegalArgumentException(
          name + " must be an array, found " + JsonWords.describe(value));
    }
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is an empty array; it needs an element");
    }
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      all.add(convert(name + "[" + i + "]", value.get(i), element(type)));
    }
    requireEqualLengths(name, all);
    return List.copyOf(all);
  }

  private static void requireEqualLengths(String name, List<Object> rows) {
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(0) instanceof List<?> first
          && rows.get(i) instanceof List<?> row
          && row.size() != first.size()) {
        throw new IllegalArgumentException(
            name
                + "["
                + i
                + "] has "
                + row.size()
                + " elements, "
                + name
                + "[0] has "
                + first.size()
                + "; all rows must have the same length");
      }
    }
  }

  private static Reader reader(Type type) {
    Reader reader = SCALARS.get(type);
    if (reader == null) {
      throw new IllegalStateException("no input can be read as " + type.getTypeName());
    }
    return reader;
  }

  private static boolean isList(Type type) {
    return type instanceof ParameterizedType p && p.getRawType() == List.class;
  }

  private static Type element(Type list) {
    return ((ParameterizedType) list).getActualTypeArguments()[0];
  }

  private static String text(String name, JsonNode value) {
    if (!value.isTextual()) {
      throw new IllegalArgumentException(
          name + " must be text, found " + JsonWords.describe(value));
    }
    return value.textValue();
  }

  private static Boolean truth(String name, JsonNode value) {
    String word = value.isBoolean() || value.isTextual() ? value.asText() : "";
    if (!word.equals("true") && !word.equals("false")) {
      throw new IllegalArgumentException(
          name + " must be true or false, found " + JsonWords.describe(value));
    }
    return word.equals("true");
  }
}
