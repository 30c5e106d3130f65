package org.grokcheck.compute;

import java.util.List;
import org.grokcheck.compute.Layout.Role;

/**
 * A network as a function f(θ, x) of one flat parameter vector θ. The record says what is computed;
 * {@link Layout} says where in θ each matrix stands. Weight matrices act from the right: a layer
 * maps the row vector x to x W + b.
 */
public sealed interface Architecture {
  /** The blocks of θ. */
  Layout layout();

  /** Number of outputs K of f for one sample. */
  int outputs();

  /** Number of parameters. */
  default int parameters() {
    return layout().size();
  }

  /**
   * Fully connected layers: h_0 = x, h_l = φ(h_{l−1} W_l + b_l), and no φ after the last. Blocks:
   * {@code layer1}, {@code layer1.bias}, {@code layer2}, ...
   *
   * @param widths d_0, ..., d_L: inputs, hidden widths, outputs; at least two
   * @param activation φ
   * @param bias whether layers have biases
   */
  record Mlp(List<Integer> widths, Activation activation, boolean bias) implements Architecture {
    public Mlp {
      widths = List.copyOf(widths);
      Require.that(widths.size() >= 2, "widths = " + widths + ": need inputs and outputs");
      widths.forEach(w -> Require.atLeast("widths", w, 1));
    }

    /** Number of layers L. */
    public int depth() {
      return widths.size() - 1;
    }

    @Override
    public int outputs() {
      return widths.get(depth());
    }

    @Override
    public Layout layout() {
      Layout.Builder builder = new Layout.Builder();
      for (int l = 1; l <= depth(); l++) {
        builder.linear("layer" + l, widths.get(l - 1), widths.get(l), bias);
      }
      return builder.build();
    }
  }

  /**
   * The committee machine of {@code kumar.eq1}: f(x) = (1/N) Σ_i v_i φ(w_i · x), with v_i = 1
   * unless the readouts are trained. Blocks: {@code weight} (N × D, a neuron a row), {@code
   * readout} (1 × N) where trained. The factor α belongs to {@link Model}.
   *
   * @param inputs D
   * @param hidden N
   * @param activation φ
   * @param readouts whether the v_i are parameters
   */
  record Committee(int inputs, int hidden, Activation activation, boolean readouts)
      implements Architecture {
    public Committee {
      Require.atLeast("inputs", inputs, 1);
      Require.atLeast("hidden", hidden, 1);
    }

    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public Layout layout() {
      Layout.Builder builder =
          new Layout.Builder().add("weight", hidden, inputs, inputs, Role.WEIGHT);
      if (readouts) {
        builder.add("readout", 1, hidden, hidden, Role.WEIGHT);
      }
      return builder.build();
    }
  }

  /**
   * Summed embeddings with one hidden layer: f(t) = φ(Σ_p E_p[t_p]) W, the small network for
   * operations on pairs of tokens. Blocks: {@code embedding1}, {@code embedding2}, ..., {@code
   * output}.
   *
   * @param vocabulary number of tokens V
   * @param positions tokens a sample, each with a table of its own
   * @param hidden width of the hidden layer
   * @param activation φ
   * @param outputs K
   */
  record EmbeddingSum(int vocabulary, int positions, int hidden, Activation activation, int outputs)
      implements Architecture {
    public EmbeddingSum {
      Require.atLeast("vocabulary", vocabulary, 1);
      Require.atLeast("positions", positions, 1);
      Require.atLeast("hidden", hidden, 1);
      Require.atLeast("outputs", outputs, 1);
    }

    @Override
    public Layout layout() {
      Layout.Builder builder = new Layout.Builder();
      for (int p = 1; p <= positions; p++) {
        builder.embedding("embedding" + p, vocabulary, hidden);
      }
      return builder.weight("output", hidden, outputs).build();
    }
  }

  /**
   * A decoder with causal attention, read at the last position. x = token + position embedding; in
   * every layer x ← x + Attention(x), then x ← x + φ(x W_up + b) W_down + b. With {@code layerNorm}
   * both branches see a normalised x (gain, shift, ε = 10⁻⁵, pre-norm) and a last norm stands
   * before the output. Head h of H uses the columns h d/H, ..., (h+1) d/H − 1 of query, key and
   * value; scores are q·k/√(d/H), and row t of the softmax runs over positions ≤ t. Blocks: {@code
   * token}, {@code position}; in layer l {@code l.norm1.gain}, {@code l.norm1.shift}, {@code
   * l.query}, {@code l.key}, {@code l.value}, {@code l.merge}, {@code l.norm2.gain}, {@code
   * l.norm2.shift}, {@code l.up}, {@code l.down}, each weight followed by its {@code .bias} where
   * it has one; then {@code norm.gain}, {@code norm.shift}, {@code output}.
   *
   * @param vocabulary number of tokens V
   * @param positions length T of every sequence
   * @param width d, a multiple of {@code heads}
   * @param heads H
   * @param hidden width of the hidden layer of the feed-forward branch
   * @param layers number of layers, at least 1
   * @param activation φ of the feed-forward branch
   * @param layerNorm whether branches are normalised
   * @param biases which weights have a bias
   * @param outputs K
   */
  record Transformer(
      int vocabulary,
      int positions,
      int width,
      int heads,
      int hidden,
      int layers,
      Activation activation,
      boolean layerNorm,
      Biases biases,
      int outputs)
      implements Architecture {
    /**
     * Which weights of a transformer have a bias.
     *
     * @param attention query, key, value and merge
     * @param feedForward up and down
     * @param output the output
     */
    public record Biases(boolean attention, boolean feedForward, boolean output) {}

    public Transformer {
      Require.atLeast("vocabulary", vocabulary, 1);
      Require.atLeast("positions", positions, 1);
      Require.atLeast("heads", heads, 1);
      Require.atLeast("width", width, 1);
      Require.that(
          width % heads == 0, "width = " + width + " must be a multiple of heads = " + heads);
      Require.atLeast("hidden", hidden, 1);
      Require.atLeast("layers", layers, 1);
      Require.atLeast("outputs", outputs, 1);
    }

    @Override
    public Layout layout() {
      Layout.Builder builder =
          new Layout.Builder()
              .embedding("token", vocabulary, width)
              .embedding("position", positions, width);
      for (int l = 1; l <= layers; l++) {
        addLayer(builder, l + ".");
      }
      addNorm(builder, "norm");
      return builder.linear("output", width, outputs, biases.output()).build();
    }

    private void addLayer(Layout.Builder builder, String layer) {
      addNorm(builder, layer + "norm1");
      for (String name : List.of("query", "key", "value", "merge")) {
        builder.linear(layer + name, width, width, biases.attention());
      }
      addNorm(builder, layer + "norm2");
      builder.linear(layer + "up", width, hidden, biases.feedForward());
      builder.linear(layer + "down", hidden, width, biases.feedForward());
    }

    private void addNorm(Layout.Builder builder, String name) {
      if (layerNorm) {
        builder.norm(name, width);
      }
    }
  }

  /**
   * Stacked LSTM layers over embedded tokens; the last hidden state of the top layer, times the
   * output matrix, is f. Gates stand in the order input i, forget f, candidate g, output o: [i f g
   * o] = x W + h U + b, c ← σ(f) c + σ(i) tanh g, h = σ(o) tanh c, with h = c = 0 at the start.
   * Blocks: {@code token}; in layer l {@code l.input} (in × 4h), {@code l.recurrent} (h × 4h),
   * {@code l.bias} (1 × 4h); {@code output}, {@code output.bias}.
   *
   * @param vocabulary number of tokens
   * @param embedding width of the embedding
   * @param hidden h
   * @param layers number of layers
   * @param outputs K
   */
  record LstmClassifier(int vocabulary, int embedding, int hidden, int layers, int outputs)
      implements Architecture {
    public LstmClassifier {
      Require.atLeast("vocabulary", vocabulary, 1);
      Require.atLeast("embedding", embedding, 1);
      Require.atLeast("hidden", hidden, 1);
      Require.atLeast("layers", layers, 1);
      Require.atLeast("outputs", outputs, 1);
    }

    @Override
    public Layout layout() {
      Layout.Builder builder = new Layout.Builder().embedding("token", vocabulary, embedding);
      int inputs = embedding;
      for (int l = 1; l <= layers; l++) {
        builder.add(l + ".input", inputs, 4 * hidden, hidden, Role.WEIGHT);
        builder.add(l + ".recurrent", hidden, 4 * hidden, hidden, Role.WEIGHT);
        builder.add(l + ".bias", 1, 4 * hidden, hidden, Role.BIAS);
        inputs = hidden;
      }
      return builder.linear("output", hidden, outputs, true).build();
    }
  }

  /**
   * Graph convolutions H_l = φ(Â H_{l−1} W_l + b_l) with Â = D^{−½}(A + 1)D^{−½}, D the degrees of
   * A + 1; f of a graph is the mean of H_L over its nodes, times the output matrix. Blocks: {@code
   * layer1}, {@code layer1.bias}, ..., {@code output}, {@code output.bias}.
   *
   * @param widths d_0, ..., d_L: features of a node, hidden widths; at least two
   * @param activation φ, after every convolution
   * @param outputs K
   */
  record GraphConvolution(List<Integer> widths, Activation activation, int outputs)
      implements Architecture {
    public GraphConvolution {
      widths = List.copyOf(widths);
      Require.that(widths.size() >= 2, "widths = " + widths + ": need features and a hidden width");
      widths.forEach(w -> Require.atLeast("widths", w, 1));
      Require.atLeast("outputs", outputs, 1);
    }

    @Override
    public Layout layout() {
      Layout.Builder builder = new Layout.Builder();
      for (int l = 1; l < widths.size(); l++) {
        builder.linear("layer" + l, widths.get(l - 1), widths.get(l), true);
      }
      return builder.linear("output", widths.get(widths.size() - 1), outputs, true).build();
    }
  }
}
