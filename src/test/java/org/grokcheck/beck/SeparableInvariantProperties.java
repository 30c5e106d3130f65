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
import org.grokcheck.oracle.TwoPointOde;

/**
 * The constant c of the separable flow at finite times. Along the flow d(S̃ + σ²Mb)/dS̃ = (1 −
 * M)/(1 + Me^{(1−M)S̃}), which is −d/dS̃ of log(1 + e^{−(1−M)S̃}/M): the sum of the two is
 * conserved, and the logarithm vanishes as S̃ → ∞.
 */
class SeparableInvariantProperties {
  private static final String CLAIM = "beck.ext.u-inf";

  @Property(tries = 150)
  @Checks(CLAIM)
  void integratedFlowConservesTheConstant(
      @ForAll("models") TwoPointModel model, @ForAll("logTimes") double logTime) {
    double margin = model.points().margin();
    double sigma = model.sigma();
    TwoPointOde.State ode =
        new TwoPointOde(-sigma, -sigma * margin, model.eta())
            .atLogTime(model.initialWeight() / sigma, model.initialBias(), logTime);
    double weight = sigma * ode.weight();
    double decayed = StrictMath.exp(-(1 - margin) * weight) / margin;
    double conserved = weight + sigma * sigma * margin * ode.bias() + StrictMath.log1p(decayed);
    SeparableConstants constants =
        SeparableConstants.of(
            new BigDecimal(margin), sigma, model.initialWeight(), model.initialBias());
    // d/dS̃ of the first and last term lies in (M, 1); both coordinates together: √2 the larger
    // error.
    double errors = Math.sqrt(2) * ode.localErrors() * sigma * (1 + sigma * margin);
    double size = Math.abs(weight) + sigma * sigma * margin * Math.abs(ode.bias()) + 2;
    double rounding = 8 * Tolerance.UNIT_ROUNDOFF * (size + Math.abs(StrictMath.log(decayed)));
    Check.of(CLAIM, "S̃ + σ²Mb + log(1 + e^{−(1−M)S̃}/M) along the integrated flow")
        .part("constant")
        .by(Oracle.SECOND_ALGORITHM)
        .at(TwoPointModels.inputs(model, "logT", logTime))
        .expecting(
            conserved,
            Tolerance.sum(
                Tolerance.remainder(errors, "sum of local errors, the flow contracts"),
                Tolerance.remainder(rounding, "rounding of the invariant")))
        .holds(constants.conserved())
        .rejects(
            "σ for σ²", constants.conserved() - sigma * (sigma - 1) * margin * model.initialBias())
        .rejects("from the origin", StrictMath.log1p(1 / margin))
        .rejects("M left out of the logarithm", conserved - StrictMath.log1p(decayed));
  }

  @Provide
  Arbitrary<TwoPointModel> models() {
    return TwoPointModels.drawn(
        Arb.uniform(0.05, 0.999).map(m -> -m),
        Arb.logUniform(0.2, 4),
        Arb.uniform(-2, 2),
        Arb.uniform(-3, 3));
  }

  @Provide
  Arbitrary<Double> logTimes() {
    return Arb.uniform(-5, 60);
  }
}
