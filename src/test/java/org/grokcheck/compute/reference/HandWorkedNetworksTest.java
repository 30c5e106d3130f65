package org.grokcheck.compute.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Architecture.EmbeddingSum;
import org.grokcheck.compute.Architecture.GraphConvolution;
import org.grokcheck.compute.Architecture.LstmClassifier;
import org.grokcheck.compute.Architecture.Mlp;
import org.grokcheck.compute.Architecture.Transformer;
import org.grokcheck.compute.Architecture.Transformer.Biases;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;
import org.junit.jupiter.api.Test;

/** Tiny networks whose outputs come out by hand. */
class HandWorkedNetworksTest {
  private static final Activation IDENTITY = new Activation.Identity();
  private static final Biases NO_BIASES = new Biases(false, false, false);
  private static final double LN3 = StrictMath.log(3);
  private static final Inputs FIRST_THEN_SECOND = new Inputs.Tokens(new int[][] {{0, 1}});

  /** θ by the names of its blocks, the rest 0. */
  private static final class Theta {
    private final Architecture shape;
    private final double[] entries;

    Theta(Architecture shape) {
      this.shape = shape;
      this.entries = new double[shape.parameters()];
    }

    Theta set(String name, double... values) {
      Block block = shape.layout().block(name);
      assertEquals(block.size(), values.length, name);
      System.arraycopy(values, 0, entries, block.offset(), values.length);
      return this;
    }

    double[] outputs(Inputs inputs) {
      return objective(shape, inputs).outputs(entries)[0];
    }
  }

  private static ReferenceObjective objective(Architecture shape, Inputs inputs) {
    double[][] targets = new double[inputs.samples()][shape.outputs()];
    return ReferenceObjective.of(
        Model.of(shape), inputs, new Targets.Values(targets), Loss.SQUARED);
  }

  private static Transformer decoder(int width, int heads, int layers, boolean norm, int outputs) {
    return new Transformer(2, 2, width, heads, 1, layers, IDENTITY, norm, NO_BIASES, outputs);
  }

  /** x = (1, 2): scores ln 3 and 2 ln 3 give the weights ¼ and ¾, and attention 2 · 2 · 7/4. */
  @Test
  void attentionWeighsPositions() {
    double[] f =
        new Theta(decoder(1, 1, 1, false, 2))
            .set("token", 1, 2)
            .set("1.query", 0.5)
            .set("1.key", LN3)
            .set("1.value", 2)
            .set("1.merge", 2)
            .set("1.up", 1)
            .set("1.down", 1.0 / 3)
            .set("output", 1, -2)
            .outputs(FIRST_THEN_SECOND);
    // x = 2 + 7 = 9, then 9 + 9/3 = 12.
    assertArrayEquals(new double[] {12, -24}, f, 1e-13);
  }

  /** Head 1 weighs ¼ and ¾, head 2 evenly; rows of the merge belong to heads. */
  @Test
  void headsHaveTheirOwnColumns() {
    double[] f =
        new Theta(decoder(2, 2, 1, false, 2))
            .set("token", 1, 1, 2, 2)
            .set("1.query", 0.5, 0, 0, 0.5)
            .set("1.key", LN3, 0, 0, 0)
            .set("1.value", 2, 0, 0, 4)
            .set("1.merge", 1, 0, 1, 1)
            .set("output", 1, 0, 0, 1)
            .outputs(FIRST_THEN_SECOND);
    // Heads 7/2 and 6; merged (7/2 + 6, 6).
    assertArrayEquals(new double[] {11.5, 8}, f, 1e-13);
  }

  /** One head of width 4: scores are divided by 2. */
  @Test
  void scoresAreDividedByTheRootOfTheWidth() {
    double[] one = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    double[] key = one.clone();
    key[0] = LN3;
    double[] f =
        new Theta(decoder(4, 1, 1, false, 1))
            .set("token", 1, 0, 0, 0, 2, 0, 0, 0)
            .set("1.query", one)
            .set("1.key", key)
            .set("1.value", one)
            .set("1.merge", one)
            .set("output", 1, 0, 0, 0)
            .outputs(FIRST_THEN_SECOND);
    assertEquals(2 + 1.75, f[0], 1e-13);
  }

  /** The first position sees itself alone, which the second layer shows at the last position. */
  @Test
  void attentionIsCausal() {
    Theta theta =
        new Theta(decoder(1, 1, 2, false, 1))
            .set("token", 1, 2)
            .set("1.query", 0.5)
            .set("1.key", LN3)
            .set("output", 1);
    for (String layer : List.of("1.", "2.")) {
      theta.set(layer + "value", 1).set(layer + "merge", 1);
    }
    // Layer 1: (1 + 1, 2 + 7/4); layer 2 adds the plain mean (2 + 15/4)/2.
    assertEquals(53.0 / 8, theta.outputs(FIRST_THEN_SECOND)[0], 1e-14);
  }

  /** (3, 1) becomes ±1/√(1 + 10⁻⁵) about its mean, times the gain, plus the shift. */
  @Test
  void layerNormDividesByTheDeviation() {
    double[] f =
        new Theta(decoder(2, 1, 1, true, 2))
            .set("token", 0, 0, 1, 1)
            .set("position", 0, 0, 2, 0)
            .set("norm.gain", 2, 4)
            .set("norm.shift", 0.5, -0.5)
            .set("output", 1, 0, 0, 1)
            .outputs(FIRST_THEN_SECOND);
    double unit = 1 / Math.sqrt(1 + 1e-5);
    assertArrayEquals(new double[] {2 * unit + 0.5, -4 * unit - 0.5}, f, 1e-15);
  }

  /** i = f = σ(ln 3) = ¾, tanh g = ½, o = σ(0) = ½: c = 3/8, then ¾ · 3/8 + 3/8 = 21/32. */
  @Test
  void lstmStep() {
    LstmClassifier shape = new LstmClassifier(1, 1, 1, 1, 1);
    Theta theta =
        new Theta(shape)
            .set("token", 1)
            .set("1.input", LN3, 0, LN3 / 2, 0)
            .set("1.bias", 0, LN3, 0, 0)
            .set("output", 2)
            .set("output.bias", 1);
    double once = theta.outputs(new Inputs.Tokens(new int[][] {{0}}))[0];
    assertEquals(1 + StrictMath.tanh(0.375), once, 1e-15);
    double twice = theta.outputs(new Inputs.Tokens(new int[][] {{0, 0}}))[0];
    assertEquals(1 + StrictMath.tanh(21.0 / 32), twice, 1e-15);
  }

  /** The recurrent weights see the hidden state: with o = ½ throughout, h_1 = ½ tanh 3/8. */
  @Test
  void lstmRecurrence() {
    LstmClassifier shape = new LstmClassifier(1, 1, 1, 1, 1);
    double[] f =
        new Theta(shape)
            .set("token", 1)
            .set("1.input", LN3, 0, LN3 / 2, 0)
            .set("1.recurrent", 0, 0, 1, 0)
            .set("1.bias", 0, LN3, 0, 0)
            .set("output", 2)
            .outputs(new Inputs.Tokens(new int[][] {{0, 0}}));
    double hidden = StrictMath.tanh(0.375) / 2;
    double cell = 0.75 * 0.375 + 0.75 * StrictMath.tanh(LN3 / 2 + hidden);
    assertEquals(StrictMath.tanh(cell), f[0], 1e-15);
  }

  /** In a triangle every node sees the mean; on a path of three Â has 1/2, 1/√6 and 1/3. */
  @Test
  void graphConvolution() {
    GraphConvolution shape = new GraphConvolution(List.of(1, 1), new Activation.Square(), 1);
    Theta theta =
        new Theta(shape)
            .set("layer1", 3)
            .set("layer1.bias", 1)
            .set("output", 2)
            .set("output.bias", 5);
    double[][] features = {{1}, {2}, {3}};
    int[][] triangle = {{0, 1}, {1, 2}, {2, 0}};
    assertEquals(2 * 49 + 5, theta.outputs(graph(features, triangle))[0], 1e-12);
    theta.set("layer1", 1).set("layer1.bias", 0);
    int[][] path = {{0, 1}, {1, 2}};
    // Â (1, 0, 0) = (1/2, 1/√6, 0), squares 1/4 and 1/6, mean 5/36.
    double f = theta.outputs(graph(new double[][] {{1}, {0}, {0}}, path))[0];
    assertEquals(2 * 5.0 / 36 + 5, f, 1e-14);
    // A lone node has Â = 1.
    assertEquals(2 * 16 + 5, theta.outputs(graph(new double[][] {{4}}, new int[0][]))[0], 1e-13);
  }

  private static Inputs graph(double[][] features, int[][] edges) {
    return new Inputs.Graphs(List.of(new Inputs.Graph(features, edges)));
  }

  /** Every position has a table of its own. */
  @Test
  void embeddingsAreSummed() {
    EmbeddingSum shape = new EmbeddingSum(2, 2, 2, new Activation.Relu(), 1);
    double[] f =
        new Theta(shape)
            .set("embedding1", 1, 2, 3, 4)
            .set("embedding2", 10, 20, 30, -40)
            .set("output", 1, 100)
            .outputs(FIRST_THEN_SECOND);
    // (1 + 30, 2 − 40), the second cut off.
    assertEquals(31, f[0]);
  }

  /** At f = (0, 700) the loss and its slope are e^{−700}, with all digits. */
  @Test
  void tinyLossesKeepTheirDigits() {
    Mlp shape = new Mlp(List.of(1, 2), IDENTITY, false);
    ReferenceObjective objective =
        ReferenceObjective.of(
            Model.of(shape),
            new Inputs.Dense(new double[][] {{1}}),
            new Targets.Classes(new int[] {1}),
            Loss.CROSS_ENTROPY);
    double tiny = StrictMath.exp(-700);
    double[] theta = {0, 700};
    assertEquals(tiny, objective.loss(theta), 4 * Math.ulp(tiny));
    assertArrayEquals(new double[] {tiny, -tiny}, objective.gradient(theta), 4 * Math.ulp(tiny));
    double[] bend = objective.hessianTimes(theta, new double[] {1, 0});
    assertArrayEquals(new double[] {tiny, -tiny}, bend, 4 * Math.ulp(tiny));
  }

  /** Messages name the entry and its block, and what overflows. */
  @Test
  void messagesSayWhere() {
    Mlp shape = new Mlp(List.of(2, 3, 1), new Activation.Square(), true);
    ReferenceObjective objective =
        objective(shape, new Inputs.Dense(new double[][] {{0, 0}, {1, 1}}));
    double[] theta = new double[shape.parameters()];
    theta[4] = Double.NaN;
    String message =
        assertThrows(IllegalArgumentException.class, () -> objective.loss(theta)).getMessage();
    assertEquals(
        "theta[4] = NaN (block layer1, row 1, column 1); all entries must be finite", message);
    theta[4] = 1e200;
    theta[shape.layout().block("layer2").offset() + 1] = 1;
    message = assertThrows(ArithmeticException.class, () -> objective.outputs(theta)).getMessage();
    assertEquals(
        "outputs[0] is Infinity where the largest parameter is 1.0E200; the parameters have grown"
            + " too large",
        message);
  }
}
