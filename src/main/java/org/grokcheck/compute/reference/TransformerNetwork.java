package org.grokcheck.compute.reference;

import java.util.stream.IntStream;
import org.grokcheck.compute.Architecture.Transformer;

/** A decoder that computes every position and head in full, and reads the last position. */
record TransformerNetwork(Transformer shape, int[][] tokens) implements Network {
  private static final Nonlinearity DEVIATION = Nonlinearity.inverseRoot(1e-5);

  @Override
  public Variable outputs(Parameters theta, int sample) {
    Variable x = theta.get("token").rows(tokens[sample]).plus(theta.get("position"));
    for (int l = 1; l <= shape.layers(); l++) {
      x = x.plus(attention(theta, l + ".", norm(theta, l + ".norm1", x)));
      x = x.plus(feedForward(theta, l + ".", norm(theta, l + ".norm2", x)));
    }
    return theta.linear(norm(theta, "norm", x).rows(shape.positions() - 1), "output");
  }

  private Variable attention(Parameters theta, String layer, Variable x) {
    Variable query = theta.linear(x, layer + "query");
    Variable key = theta.linear(x, layer + "key");
    Variable value = theta.linear(x, layer + "value");
    Variable merged = theta.tape().filled(shape.positions(), shape.width(), 0);
    int size = shape.width() / shape.heads();
    for (int h = 0; h < shape.heads(); h++) {
      int from = h * size;
      int to = from + size;
      Variable scores = query.columns(from, to).times(key.columns(from, to).transposed());
      Variable head =
          scores.scaled(1 / Math.sqrt(size)).causalSoftmax().times(value.columns(from, to));
      // [head_1 ... head_H] M is the sum of every head times its rows of M.
      int[] rows = IntStream.range(from, to).toArray();
      merged = merged.plus(head.times(theta.get(layer + "merge").rows(rows)));
    }
    return theta.withBias(merged, layer + "merge");
  }

  private Variable feedForward(Parameters theta, String layer, Variable x) {
    Variable hidden = theta.linear(x, layer + "up").map(Nonlinearity.of(shape.activation()));
    return theta.linear(hidden, layer + "down");
  }

  /** (x − mean)/√(variance + ε), times the gain, plus the shift; the variance divides by d. */
  private Variable norm(Parameters theta, String name, Variable x) {
    if (!shape.layerNorm()) {
      return x;
    }
    Variable centred = x.minus(x.rowMeans());
    Variable inverse = centred.elementTimes(centred).rowMeans().map(DEVIATION);
    int rows = x.value().rows();
    return centred
        .elementTimes(inverse)
        .elementTimes(theta.get(name + ".gain").repeated(rows))
        .plus(theta.get(name + ".shift").repeated(rows));
  }
}
