package org.grokcheck.notsawo.eval;

import org.grokcheck.ledger.Evaluates;
import org.grokcheck.notsawo.TransformerSize;

/** Evaluates the size of the decoder of App. D. */
public final class ArchitectureEvaluations {
  private ArchitectureEvaluations() {}

  /** Parameters of all layers. */
  public record Sizes(long weights_only, long with_biases_and_layernorms) {}

  /** Evaluates {@link TransformerSize}. */
  @Evaluates("notsawo.appd.architecture")
  public static Sizes sizes(int layers, int d, String mlp) {
    if (!mlp.equals("4d")) {
      throw new IllegalArgumentException("mlp = '" + mlp + "' is not known; accepted: '4d'");
    }
    return new Sizes(
        TransformerSize.weights(layers, d), TransformerSize.withBiasesAndNorms(layers, d));
  }
}
