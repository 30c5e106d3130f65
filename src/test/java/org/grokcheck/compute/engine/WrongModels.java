package org.grokcheck.compute.engine;

import java.util.ArrayList;
import java.util.List;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.agreement.Case;

/** Models that somebody could have written by mistake, with the same parameters. */
final class WrongModels {
  private WrongModels() {}

  static List<Case> of(Case right) {
    List<Case> wrong = new ArrayList<>();
    Architecture architecture = right.model().architecture();
    if (architecture instanceof Architecture.Mlp mlp && mlp.depth() > 1) {
      wrong.add(
          with(right, new Architecture.Mlp(mlp.widths(), other(mlp.activation()), mlp.bias())));
    } else if (architecture instanceof Architecture.Committee c) {
      wrong.add(
          with(
              right,
              new Architecture.Committee(
                  c.inputs(), c.hidden(), other(c.activation()), c.readouts())));
    } else if (architecture instanceof Architecture.EmbeddingSum && twoPositions(right)) {
      wrong.add(withInputs(right, reversed(right.inputs())));
    } else if (architecture instanceof Architecture.GraphConvolution) {
      wrong.add(withInputs(right, withoutAnEdge((Inputs.Graphs) right.inputs())));
    } else if (architecture instanceof Architecture.LstmClassifier lstm) {
      wrong.add(withGatesExchanged(right, lstm));
    } else if (architecture instanceof Architecture.Transformer t && t.heads() == 2) {
      wrong.add(with(right, heads(t, 1)));
      wrong.add(withInputs(right, reversed(right.inputs())));
    }
    return wrong;
  }

  private static boolean twoPositions(Case right) {
    return ((Inputs.Tokens) right.inputs()).rows()[0].length == 2;
  }

  private static Activation other(Activation activation) {
    return activation instanceof Activation.Identity
        ? new Activation.Tanh()
        : new Activation.Identity();
  }

  private static Architecture heads(Architecture.Transformer t, int heads) {
    return new Architecture.Transformer(
        t.vocabulary(),
        t.positions(),
        t.width(),
        heads,
        t.hidden(),
        t.layers(),
        t.activation(),
        t.layerNorm(),
        t.biases(),
        t.outputs());
  }

  private static Inputs reversed(Inputs inputs) {
    int[][] rows = ((Inputs.Tokens) inputs).rows();
    int[][] reversed = new int[rows.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int t = 0; t < rows[i].length; t++) {
        reversed[i][t] = rows[i][rows[i].length - 1 - t];
      }
    }
    return new Inputs.Tokens(reversed);
  }

  /** Without the last edge of the last graph. */
  private static Inputs withoutAnEdge(Inputs.Graphs graphs) {
    List<Inputs.Graph> list = new ArrayList<>(graphs.graphs());
    Inputs.Graph last = list.remove(list.size() - 1);
    int[][] fewer = java.util.Arrays.copyOf(last.edges(), Math.max(0, last.edges().length - 1));
    list.add(new Inputs.Graph(last.features(), fewer));
    return new Inputs.Graphs(list);
  }

  /** Forget gate and candidate in each other's place. */
  private static Case withGatesExchanged(Case right, Architecture.LstmClassifier lstm) {
    double[] theta = right.theta().clone();
    int h = lstm.hidden();
    for (Block block : lstm.layout().blocks()) {
      for (int i = 0; block.columns() == 4 * h && i < block.rows(); i++) {
        int row = block.offset() + i * block.columns();
        System.arraycopy(right.theta(), row + h, theta, row + 2 * h, h);
        System.arraycopy(right.theta(), row + 2 * h, theta, row + h, h);
      }
    }
    return new Case(
        right.name(),
        right.model(),
        right.inputs(),
        right.targets(),
        right.loss(),
        theta,
        right.direction());
  }

  private static Case with(Case right, Architecture architecture) {
    Model model = new Model(architecture, right.model().scale(), right.model().centre());
    return new Case(
        right.name(),
        model,
        right.inputs(),
        right.targets(),
        right.loss(),
        right.theta(),
        right.direction());
  }

  private static Case withInputs(Case right, Inputs inputs) {
    return new Case(
        right.name(),
        right.model(),
        inputs,
        right.targets(),
        right.loss(),
        right.theta(),
        right.direction());
  }
}
