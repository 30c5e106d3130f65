package org.grokcheck.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One unit of work, described by its parameters alone.
 *
 * @param name unique within the experiment and fit for a file name
 * @param parameters by name, in the order of reports; numbers print so that they round-trip
 */
public record Job(String name, Map<String, String> parameters) {
  public Job {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._=,+-]*")) {
      throw new IllegalArgumentException(
          "job name '" + name + "' must be letters, digits and any of . _ = , + - in one word");
    }
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * A job named after its parameters, such as {@code N=400,seed=3}.
   *
   * @param namesAndValues name, value, name, value, ...
   */
  public static Job of(Object... namesAndValues) {
    if (namesAndValues.length == 0 || namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a job takes pairs of name and value, at least one");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String key = String.valueOf(namesAndValues[i]);
      String value = String.valueOf(namesAndValues[i + 1]);
      parameters.put(key, value);
      name.append(i == 0 ? "" : ",").append(key).append('=').append(value);
    }
    return new Job(name.toString(), parameters);
  }

  /**
   * A parameter as text.
   *
   * @throws IllegalArgumentException if the job has none of this name
   */
  public String text(String parameter) {
    String value = parameters.get(parameter);
    if (value == null) {
      throw new IllegalArgumentException(
          "job %s has no parameter '%s', only %s".formatted(name, parameter, parameters.keySet()));
    }
    return value;
  }

  /** A parameter as a real number. */
  public double number(String parameter) {
    return Double.parseDouble(text(parameter));
  }

  /** A parameter as a whole number. */
  public int integer(String parameter) {
    return Integer.parseInt(text(parameter));
  }

  /** The same job, of the same name, with another value of one of its parameters. */
  public Job with(String parameter, Object value) {
    text(parameter);
    return and(parameter, value);
  }

  /** The same job, of the same name, with a parameter that it may not have had. */
  public Job and(String parameter, Object value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put(parameter, String.valueOf(value));
    return new Job(name, changed);
  }
}
