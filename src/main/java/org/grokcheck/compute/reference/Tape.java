package org.grokcheck.compute.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;

/**
 * What was computed, in order, so that the chain rule can run backwards over it. Values and
 * adjoints are {@link Dual}: the value of an adjoint is a gradient, its tangent a Hessian times the
 * direction in which the parameters move.
 */
final class Tape {
  private final List<Variable> variables = new ArrayList<>();
  private double reach = Double.POSITIVE_INFINITY;

  /** A variable that depends on nothing. */
  Variable variable(Dual value) {
    return record(value, adjoint -> {});
  }

  Variable constant(DMatrixRMaj value) {
    return variable(Dual.constant(value));
  }

  /** A constant matrix of equal entries. */
  Variable filled(int rows, int columns, double entry) {
    return variable(Dual.filled(rows, columns, entry));
  }

  /**
   * A result.
   *
   * @param pull hands the adjoint of the result on to what it was computed from
   */
  Variable record(Dual value, Consumer<Dual> pull) {
    Variable variable = new Variable(this, value, pull);
    variables.add(variable);
    return variable;
  }

  /** Sets all adjoints to ∂(seed · output)/∂variable. */
  void backward(Variable output, Dual seed) {
    variables.forEach(Variable::forget);
    output.accumulate(seed);
    for (int i = variables.size() - 1; i >= 0; i--) {
      variables.get(i).pullAdjoint();
    }
  }

  /** Notes how far the direction may be followed before an argument changes its sign. */
  void meetKink(Dual argument) {
    for (int i = 0; i < argument.value().data.length; i++) {
      double speed = Math.abs(argument.tangent().data[i]);
      if (speed > 0) {
        reach = Math.min(reach, Math.abs(argument.value().data[i]) / speed);
      }
    }
  }

  /** Least |z|/|ż| over the arguments z of kinked functions. */
  double reach() {
    return reach;
  }
}
