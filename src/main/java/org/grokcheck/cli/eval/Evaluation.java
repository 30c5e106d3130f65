package org.grokcheck.cli.eval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One way of evaluating a claim: a static method from named inputs to a record of outputs. */
public final class Evaluation {
  private final Method method;
  private final List<String> inputs;

  /**
   * Wraps a method.
   *
   * @throws IllegalStateException if the method isn't static, returns no record, or takes something
   *     that can't be read from JSON
   */
  Evaluation(Method method) {
    this.method = method;
    this.inputs = Arrays.stream(method.getParameters()).map(Parameter::getName).toList();
    require(Modifier.isStatic(method.getModifiers()), "must be static");
    require(Record.class.isAssignableFrom(method.getReturnType()), "must return a record");
    for (Parameter parameter : method.getParameters()) {
      require(parameter.isNamePresent(), "has lost its parameter names: compile with -parameters");
      require(
          Inputs.accepts(parameter.getParameterizedType()),
          "takes " + parameter + ", which can't be read from JSON");
    }
    method.setAccessible(true);
  }

  private void require(boolean condition, String complaint) {
    if (!condition) {
      throw new IllegalStateException(
          method.getDeclaringClass().getName() + "#" + method.getName() + " " + complaint);
    }
  }

  /** Names of the inputs, in the order of the parameters. */
  public List<String> inputs() {
    return inputs;
  }

  boolean takes(Set<String> names) {
    return names.equals(Set.copyOf(inputs));
  }

  /**
   * Evaluates the claim.
   *
   * @param values one value for each of {@link #inputs()}
   * @throws IllegalArgumentException if an input can't be read or lies outside the domain
   */
  ObjectNode call(ObjectNode values) {
    Parameter[] parameters = method.getParameters();
    Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      String name = inputs.get(i);
      arguments[i] = Inputs.convert(name, values.get(name), parameters[i].getParameterizedType());
    }
    try {
      return Outputs.of((Record) method.invoke(null, arguments));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(method + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot call " + method, e);
    }
  }
}
