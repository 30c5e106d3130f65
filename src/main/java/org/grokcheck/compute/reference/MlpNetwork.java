package org.grokcheck.compute.reference;

import org.ejml.data.DMatrixRMaj;
import org.grokcheck.compute.Architecture.Mlp;

/** Layer after layer: h ← φ(h W + b), the last without φ. */
record MlpNetwork(Mlp shape, double[][] inputs) implements Network {
  @Override
  public Variable outputs(Parameters theta, int sample) {
    Nonlinearity phi = Nonlinearity.of(shape.activation());
    Variable h = theta.tape().constant(new DMatrixRMaj(new double[][] {inputs[sample]}));
    for (int l = 1; l < shape.depth(); l++) {
      h = theta.linear(h, "layer" + l).map(phi);
    }
    return theta.linear(h, "layer" + shape.depth());
  }
}
