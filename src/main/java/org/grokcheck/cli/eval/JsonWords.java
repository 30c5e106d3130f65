package org.grokcheck.cli.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** Names JSON values in messages. */
final class JsonWords {
  private static final int SHOWN = 40;

  private JsonWords() {}

  /** Such as {@code the text 'abc'} or {@code an array of 3}. */
  static String describe(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "an array of " + node.size();
      case OBJECT -> "an object";
      case STRING -> "the text '" + shortened(node.textValue()) + "'";
      case NUMBER -> "the number " + shortened(node.asText());
      case BOOLEAN -> node.asText();
      default -> "null";
    };
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
