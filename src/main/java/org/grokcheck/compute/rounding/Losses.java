package org.grokcheck.compute.rounding;

import java.util.ArrayList;
import java.util.List;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;

/** Losses of outputs as nodes; {@link Loss} defines what is computed. */
final class Losses {
  private Losses() {}

  static Node mean(Tape tape, Loss loss, Node[][] outputs, Targets targets) {
    return loss == Loss.CROSS_ENTROPY
        ? crossEntropy(tape, outputs, ((Targets.Classes) targets).labels())
        : squared(tape, outputs, targets);
  }

  private static Node crossEntropy(Tape tape, Node[][] outputs, int[] labels) {
    List<Node> terms = new ArrayList<>();
    for (int i = 0; i < outputs.length; i++) {
      Node[] f = new Node[outputs[i].length];
      for (int k = 0; k < f.length; k++) {
        f[k] = tape.cast(outputs[i][k], Precision.FLOAT64.unitRoundoff());
      }
      terms.add(tape.minus(tape.logSumExp(f), f[labels[i]]));
    }
    return tape.scaled(1.0 / outputs.length, tape.sum(terms));
  }

  private static Node squared(Tape tape, Node[][] outputs, Targets targets) {
    List<Node> terms = new ArrayList<>();
    for (int i = 0; i < outputs.length; i++) {
      for (int k = 0; k < outputs[i].length; k++) {
        Node f = outputs[i][k];
        Node residual = tape.minus(f, tape.constant(target(targets, i, k), f.unit));
        terms.add(tape.product(residual, residual));
      }
    }
    return tape.scaled(1.0 / terms.size(), tape.sum(terms));
  }

  private static double target(Targets targets, int i, int k) {
    if (targets instanceof Targets.Values values) {
      return values.rows()[i][k];
    }
    return ((Targets.Classes) targets).labels()[i] == k ? 1 : 0;
  }
}
