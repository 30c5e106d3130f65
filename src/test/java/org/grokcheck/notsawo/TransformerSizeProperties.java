package org.grokcheck.notsawo;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture.Transformer;
import org.grokcheck.compute.Architecture.Transformer.Biases;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;

/** App. D: how many parameters a decoder has, against the layout of one that can be trained. */
class TransformerSizeProperties {
  private static final String CLAIM = "notsawo.appd.architecture";
  private static final int TOKENS = 99;

  @Property(tries = 100)
  @Checks(CLAIM)
  void countsAreThoseOfTheLayout(
      @ForAll @IntRange(min = 1, max = 5) int layers,
      @ForAll @IntRange(min = 1, max = 40) int fourth) {
    check(layers, 4 * fourth);
  }

  /** The decoder of the paper, whose 396544 or 396800 parameters are about 4·10⁵. */
  @Property(tries = 1)
  @Checks(CLAIM)
  void thatOfThePaper() {
    check(2, 128);
    Check.of(CLAIM, "weights, two layers of width 128")
        .by(Oracle.EXACT)
        .expectingExactly(393_216L)
        .holds(TransformerSize.weights(2, 128))
        .rejects("branches of width d", 2L * 6 * 128 * 128);
    Check.of(CLAIM, "with biases and norms")
        .by(Oracle.EXACT)
        .expectingExactly(396_544L)
        .holds(TransformerSize.withBiasesAndNorms(2, 128))
        .rejects("without norms", 2L * (12 * 128 * 128 + 9 * 128));
    Check.of(CLAIM, "with the last norm")
        .by(Oracle.EXACT)
        .expectingExactly(396_800L)
        .holds(TransformerSize.withFinalNorm(2, 128))
        .rejects("with the embeddings", 396_800L + 2 * TOKENS * 128);
  }

  private static void check(int layers, int width) {
    Check.of(CLAIM, "weights")
        .by(Oracle.EXACT)
        .at("layers", layers, "d", width)
        .expectingExactly(counted(layers, width, false))
        .holds(TransformerSize.weights(layers, width))
        .rejects("branches of width d", 6L * layers * width * width);
    long all = counted(layers, width, true);
    Check.of(CLAIM, "with biases, norms and the last norm")
        .by(Oracle.EXACT)
        .at("layers", layers, "d", width)
        .expectingExactly(all)
        .holds(TransformerSize.withFinalNorm(layers, width))
        .rejects("without the last norm", TransformerSize.withBiasesAndNorms(layers, width));
  }

  /** All but embeddings and read-out. */
  private static long counted(int layers, int width, boolean biasesAndNorms) {
    Transformer decoder =
        new Transformer(
            TOKENS,
            4,
            width,
            4,
            4 * width,
            layers,
            new Activation.Relu(),
            biasesAndNorms,
            new Biases(biasesAndNorms, biasesAndNorms, false),
            TOKENS);
    return decoder.layout().blocks().stream()
        .filter(b -> !b.name().equals("output"))
        .filter(b -> !b.name().equals("token") && !b.name().equals("position"))
        .mapToLong(Block::size)
        .sum();
  }
}
