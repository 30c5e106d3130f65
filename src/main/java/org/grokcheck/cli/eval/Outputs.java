package org.grokcheck.cli.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.grokcheck.math.FarDecimal;

/**
 * Turns a returned record into JSON. A number that a double holds becomes the JSON number that
 * reads back as that double; one outside the range of normal doubles becomes a decimal string.
 */
final class Outputs {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * More digits than any output has; it keeps an exact rational's expansion from filling a screen.
   */
  private static final MathContext DIGITS = new MathContext(40);

  private Outputs() {}

  static ObjectNode of(Record outputs) {
    ObjectNode node = NODES.objectNode();
    for (RecordComponent component : outputs.getClass().getRecordComponents()) {
      value(outputs, component)
          .ifPresent(value -> node.set(component.getName(), json(component.getName(), value)));
    }
    return node;
  }

  /** The component, unless it is absent. */
  private static Optional<Object> value(Record outputs, RecordComponent component) {
    Object value = read(outputs, component);
    if (value instanceof OptionalDouble maybe) {
      return maybe.isPresent() ? Optional.of(maybe.getAsDouble()) : Optional.empty();
    }
    return value instanceof Optional<?> maybe ? maybe.map(v -> v) : Optional.of(value);
  }

  private static Object read(Record outputs, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(outputs);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read the output " + component.getName(), e);
    }
  }

  private static JsonNode json(String name, Object value) {
    if (value instanceof Double real) {
      return real(real);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal(decimal);
    }
    if (value instanceof FarDecimal far) {
      return NODES.textNode(far.toString());
    }
    if (value instanceof Integer || value instanceof Long) {
      return NODES.numberNode(((Number) value).longValue());
    }
    if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(element -> array.add(json(name, element)));
      return array;
    }
    throw new IllegalStateException(
        "the output " + name + " has the type " + value.getClass().getName());
  }

  private static JsonNode real(double value) {
    if (Double.isNaN(value)) {
      return NODES.textNode("nan");
    }
    if (Double.isInfinite(value)) {
      return NODES.textNode(value > 0 ? "infinity" : "-infinity");
    }
    return NODES.numberNode(value);
  }

  private static JsonNode decimal(BigDecimal value) {
    double nearest = value.doubleValue();
    boolean normal = Math.abs(nearest) >= Double.MIN_NORMAL && Double.isFinite(nearest);
    return normal || value.signum() == 0
        ? NODES.numberNode(nearest)
        : NODES.textNode(value.round(DIGITS).stripTrailingZeros().toString());
  }
}
