package org.grokcheck.compute.reference;

import org.grokcheck.compute.Architecture.LstmClassifier;

/** Token by token through every layer; the last hidden state makes the outputs. */
record LstmNetwork(LstmClassifier shape, int[][] tokens) implements Network {
  private record State(Variable hidden, Variable cell) {}

  @Override
  public Variable outputs(Parameters theta, int sample) {
    State[] states = new State[shape.layers()];
    for (int l = 0; l < states.length; l++) {
      Variable zero = theta.tape().filled(1, shape.hidden(), 0);
      states[l] = new State(zero, zero);
    }
    for (int token : tokens[sample]) {
      Variable x = theta.get("token").rows(token);
      for (int l = 0; l < states.length; l++) {
        states[l] = step(theta, (l + 1) + ".", x, states[l]);
        x = states[l].hidden();
      }
    }
    return theta.linear(states[states.length - 1].hidden(), "output");
  }

  private State step(Parameters theta, String layer, Variable x, State before) {
    Variable gates =
        x.times(theta.get(layer + "input"))
            .plus(before.hidden().times(theta.get(layer + "recurrent")))
            .plus(theta.get(layer + "bias"));
    Variable input = gate(gates, 0).map(Nonlinearity.SIGMOID);
    Variable forget = gate(gates, 1).map(Nonlinearity.SIGMOID);
    Variable candidate = gate(gates, 2).map(Nonlinearity.TANH);
    Variable output = gate(gates, 3).map(Nonlinearity.SIGMOID);
    Variable cell = forget.elementTimes(before.cell()).plus(input.elementTimes(candidate));
    return new State(output.elementTimes(cell.map(Nonlinearity.TANH)), cell);
  }

  private Variable gate(Variable gates, int number) {
    return gates.columns(number * shape.hidden(), (number + 1) * shape.hidden());
  }
}
