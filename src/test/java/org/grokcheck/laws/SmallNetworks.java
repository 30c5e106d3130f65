package org.grokcheck.laws;

import java.util.List;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Architecture.Committee;
import org.grokcheck.compute.Architecture.EmbeddingSum;
import org.grokcheck.compute.Architecture.GraphConvolution;
import org.grokcheck.compute.Architecture.LstmClassifier;
import org.grokcheck.compute.Architecture.Mlp;
import org.grokcheck.compute.Architecture.Transformer;
import org.grokcheck.compute.Architecture.Transformer.Biases;

/** Small members of every architecture, with every activation and option at least once. */
public final class SmallNetworks {
  private static final Activation RELU = new Activation.Relu();
  private static final Activation TANH = new Activation.Tanh();
  private static final Activation HERMITE = new Activation.Hermite(List.of(0.25, 1.0, -0.5, 0.125));
  private static final Biases ALL = new Biases(true, true, true);
  private static final Biases NONE = new Biases(false, false, false);

  /** Fully connected layers, one to three. */
  public static final List<Architecture> MLPS =
      List.of(
          new Mlp(List.of(3, 2), TANH, true),
          new Mlp(List.of(2, 4, 3), RELU, true),
          new Mlp(List.of(3, 4, 2), TANH, false),
          new Mlp(List.of(2, 3, 1), HERMITE, true),
          new Mlp(List.of(3, 3, 4, 3), TANH, true),
          new Mlp(List.of(3, 3, 2), new Activation.Identity(), true));

  /** Committee machines. */
  public static final List<Architecture> COMMITTEES =
      List.of(
          new Committee(3, 4, new Activation.LinearQuadratic(0.5), false),
          new Committee(4, 2, new Activation.Square(), true),
          new Committee(1, 3, TANH, true));

  /** Sums of embeddings. */
  public static final List<Architecture> EMBEDDING_SUMS =
      List.of(
          new EmbeddingSum(5, 2, 3, RELU, 4),
          new EmbeddingSum(4, 3, 2, new Activation.Square(), 3),
          new EmbeddingSum(3, 1, 2, TANH, 2));

  /** Decoders; with fewer than four columns a variance near 0 would be common. */
  public static final List<Architecture> TRANSFORMERS =
      List.of(
          new Transformer(5, 3, 4, 2, 5, 1, RELU, true, ALL, 3),
          new Transformer(4, 2, 4, 1, 3, 2, TANH, false, NONE, 4),
          new Transformer(3, 4, 4, 4, 2, 1, TANH, true, new Biases(true, false, true), 2),
          new Transformer(3, 1, 4, 1, 2, 1, HERMITE, true, new Biases(false, true, false), 2));

  /** Recurrent networks. */
  public static final List<Architecture> LSTMS =
      List.of(new LstmClassifier(4, 2, 3, 1, 2), new LstmClassifier(3, 3, 2, 2, 3));

  /** Graph convolutions. */
  public static final List<Architecture> GRAPHS =
      List.of(
          new GraphConvolution(List.of(2, 3), TANH, 3),
          new GraphConvolution(List.of(2, 3, 2), RELU, 2),
          new GraphConvolution(List.of(1, 2, 2), new Activation.Square(), 1));

  private SmallNetworks() {}
}
