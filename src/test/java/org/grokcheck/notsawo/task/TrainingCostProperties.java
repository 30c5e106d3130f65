package org.grokcheck.notsawo.task;

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
import org.grokcheck.evidence.Tolerance;

/** The cost model against multiplications counted over the weights of a decoder's layout. */
class TrainingCostProperties {
  private static final String CLAIM = "notsawo.ext.flops";

  @Property(tries = 60)
  @Checks(CLAIM)
  void operationsAreTwoAWeightAndToken(
      @ForAll @IntRange(min = 1, max = 4) int layers,
      @ForAll @IntRange(min = 1, max = 32) int fourth,
      @ForAll @IntRange(min = 1, max = 8) int tokens,
      @ForAll @IntRange(min = 2, max = 120) int classes,
      @ForAll @IntRange(min = 1, max = 20000) int examples) {
    int d = 4 * fourth;
    long expected = counted(layers, d, tokens, classes, examples);
    TrainingCost cost = new TrainingCost(layers, d, tokens, classes);
    Check.of(CLAIM, "operations of a step")
        .by(Oracle.EXACT)
        .at("L", layers, "d", d, "S", tokens, "C", classes, "n", examples)
        .expecting((double) expected, new Tolerance.Exact())
        .holds(cost.ofStep(examples))
        .rejects(
            "without the products of attention",
            expected - 12.0 * examples * tokens * tokens * d * layers)
        .rejects("read-out at every token", expected + 6.0 * examples * (tokens - 1) * d * classes)
        .rejects("forward only", expected / 3.0);
  }

  /** Twice the weights, and QKᵀ and its product with V of S² pairs of d numbers; backward twice. */
  private static long counted(int layers, int d, int tokens, int classes, long examples) {
    Transformer decoder =
        new Transformer(
            classes,
            tokens,
            d,
            4,
            4 * d,
            layers,
            new Activation.Relu(),
            false,
            new Biases(false, false, false),
            classes);
    long readout = 0;
    long inner = 0;
    for (Block block : decoder.layout().blocks()) {
      if (block.name().equals("output")) {
        readout += block.size();
      } else if (!block.name().equals("token") && !block.name().equals("position")) {
        inner += block.size();
      }
    }
    long attention = 0;
    for (int query = 0; query < tokens; query++) {
      for (int key = 0; key < tokens; key++) {
        attention += 2L * 2 * d * layers;
      }
    }
    return 3 * examples * (2 * inner * tokens + attention + 2 * readout);
  }

  /** The figures that the settings quote. */
  @Property(tries = 1)
  @Checks(CLAIM)
  void costsOfThePaper() {
    figure("addition, unordered, r = 0.5", new TrainingCost(2, 128, 4, 97), 2377, 2.27e10);
    figure("addition, ordered, r = 0.5", new TrainingCost(2, 128, 4, 97), 4705, 4.5e10);
    figure("S_5, r = 0.5", new TrainingCost(2, 128, 4, 120), 7200, 6.9e10);
  }

  private static void figure(String name, TrainingCost cost, long examples, double quoted) {
    Check.of(CLAIM, name)
        .by(Oracle.SECOND_ALGORITHM)
        .at("n", examples)
        .expecting(quoted, Tolerance.remainder(quoted * 0.012, "quoted to two digits"))
        .holds(cost.ofStep(examples))
        .rejects("three tokens", new TrainingCost(2, 128, 3, 97).ofStep(examples));
  }
}
