package org.grokcheck.beck;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.GaussianMoments;

/**
 * Section 4.1: E e^{Sx+b} = e^{b + σ²S²/2} over x ~ N(0, σ²), which the print mixes with S̃ = σS.
 */
class ExponentialPopulationLossProperties {
  @Provide
  Arbitrary<Double> scales() {
    return Arb.logUniform(0.05, 1000);
  }

  @Provide
  Arbitrary<Double> scaledWeights() {
    return Arb.signedLogUniform(1e-3, 50);
  }

  @Provide
  Arbitrary<Double> biases() {
    return Arb.signedLogUniform(1e-3, 1e4);
  }

  @Property(tries = 150)
  @Checks("beck.sec41.lgen")
  void isTheMomentGeneratingFunction(
      @ForAll("scales") double sigma,
      @ForAll("scaledWeights") double scaled,
      @ForAll("biases") double b) {
    double weight = Math.abs(scaled) / sigma;
    BigDecimal exactScaled = Decimal.of(sigma).multiply(Decimal.of(weight));
    BigDecimal logMean = Decimal.log(GaussianMoments.exponential(exactScaled));
    double expected = logMean.add(Decimal.of(b)).doubleValue();
    TwoPointModel model = TwoPointModel.fromOrigin(TwoPoints.of(0.5), sigma, 1);
    double s = sigma * weight;
    Check.of("beck.sec41.lgen", "log L_gen")
        .by(Oracle.TABLE)
        .at("sigma", sigma, "S", weight, "b", b)
        .expecting(
            expected,
            new Tolerance.Rounding(4, Math.abs(b) + s * s, "σS squared, halved, added to b"))
        .holds(GaussianClassifier.of(weight, sigma, b).logExponentialLoss())
        .refutes("S̃x over x of variance σ²", model.asPrintedLogPopulationLoss(s, b))
        .refutes("S̃x over x of variance σ", b + 0.5 * sigma * s * s)
        .rejects("Sx over x of variance σ", b + 0.5 * sigma * weight * weight)
        .rejects("without the ½", b + s * s);
  }
}
