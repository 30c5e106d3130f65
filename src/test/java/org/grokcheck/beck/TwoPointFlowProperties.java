package org.grokcheck.beck;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Checks;
import org.grokcheck.harness.Arb;
import org.grokcheck.laws.GradientFlow;
import org.grokcheck.laws.GradientFlowLaws;

/** The exact solution of the two-point model under the laws of gradient flows. */
@Checks("beck.ext.t-of-S")
class TwoPointFlowProperties extends GradientFlowLaws {
  @Override
  protected String claim() {
    return "beck.ext.t-of-S";
  }

  @Override
  @Provide
  protected Arbitrary<GradientFlow> flows() {
    return TwoPointFlow.any();
  }

  @Override
  @Provide
  protected Arbitrary<Double> times() {
    return Arb.logUniform(1e-3, 1e10);
  }
}
