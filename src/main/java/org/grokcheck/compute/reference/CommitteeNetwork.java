package org.grokcheck.compute.reference;

import org.ejml.data.DMatrixRMaj;
import org.grokcheck.compute.Architecture.Committee;

/** (1/N) Σ_i v_i φ(w_i · x). */
record CommitteeNetwork(Committee shape, double[][] inputs) implements Network {
  @Override
  public Variable outputs(Parameters theta, int sample) {
    Variable x = theta.tape().constant(new DMatrixRMaj(new double[][] {inputs[sample]}));
    Variable hidden =
        x.times(theta.get("weight").transposed()).map(Nonlinearity.of(shape.activation()));
    Variable readout =
        shape.readouts() ? theta.get("readout") : theta.tape().filled(1, shape.hidden(), 1);
    return hidden.times(readout.transposed()).scaled(1.0 / shape.hidden());
  }
}
