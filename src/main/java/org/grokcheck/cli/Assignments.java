package org.grokcheck.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.grokcheck.cli.eval.StrictJson;

/** Inputs given as {@code name=value} on the command line. */
final class Assignments {
  private Assignments() {}

  /**
   * A value in brackets is read as a JSON array, anything else is kept as text.
   *
   * @throws IllegalArgumentException for a missing name or {@code =}, a repeated name, or a broken
   *     array
   */
  static ObjectNode parse(List<String> assignments) {
    ObjectNode values = StrictJson.MAPPER.createObjectNode();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("--in '" + assignment + "': expected NAME=VALUE");
      }
      String name = assignment.substring(0, equals);
      String value = assignment.substring(equals + 1);
      if (values.has(name)) {
        throw new IllegalArgumentException("--in " + name + " is given twice");
      }
      if (value.startsWith("[")) {
        values.set(name, StrictJson.read(value.getBytes(StandardCharsets.UTF_8), "--in " + name));
      } else {
        values.put(name, value);
      }
    }
    return values;
  }
}
