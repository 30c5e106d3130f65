package org.grokcheck.omnigrok.experiment;

import java.nio.file.Path;
import java.util.Arrays;
import org.grokcheck.data.LabelledImages;
import org.grokcheck.data.Mnist;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.junit.jupiter.api.Test;

/** The set-up of Sec. 4 on the real images, against what is known of both. */
class SetupReproduction {
  private static final String CLAIM = "omnigrok.sec4.mnist-setup";

  /** Digits 0 to 9 among the first thousand training images. */
  private static final int[] COUNTS = {97, 116, 99, 93, 105, 92, 94, 117, 87, 100};

  @Test
  @Checks(value = CLAIM, scale = Scale.PAPER, needs = "mnist")
  void networkAndImagesAreThoseOfThePaper() {
    Check.of(CLAIM, "number of parameters of the network that is trained")
        .by(Oracle.EXACT)
        .expectingExactly((784 + 1) * 200 + (200 + 1) * 200 + (200 + 1) * 10)
        .holds(Digits.NETWORK.parameters())
        .rejects("without biases", 784 * 200 + 200 * 200 + 200 * 10);
    Mnist mnist = Mnist.load(Path.of(""));
    Check.of(CLAIM, "digits among the first 1000 training images")
        .by(Oracle.EXACT)
        .expectingExactly(Arrays.toString(COUNTS))
        .holds(Arrays.toString(mnist.training(1000).counts(Mnist.CLASSES)))
        .rejects("the first 1000 test images", Arrays.toString(mnist.test(1000).counts(10)));
    LabelledImages images = mnist.training(1000);
    double[] range = {1, 0};
    for (double[] image : images.pixels()) {
      range[0] = Math.min(range[0], Arrays.stream(image).min().orElseThrow());
      range[1] = Math.max(range[1], Arrays.stream(image).max().orElseThrow());
    }
    Check.of(CLAIM, "range of the pixels")
        .by(Oracle.EXACT)
        .expectingExactly("[0.0, 1.0]")
        .holds(Arrays.toString(range))
        .rejects("bytes", "[0.0, 255.0]");
  }
}
