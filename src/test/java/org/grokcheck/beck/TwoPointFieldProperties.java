package org.grokcheck.beck;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Checks;
import org.grokcheck.laws.GradientFieldLaws;
import org.grokcheck.laws.GradientFlow;

/** The right-hand side of eq. (30) under the laws of gradient fields. */
@Checks("beck.eq30")
class TwoPointFieldProperties extends GradientFieldLaws {
  @Override
  protected String claim() {
    return "beck.eq30";
  }

  @Override
  @Provide
  protected Arbitrary<GradientFlow> flows() {
    return TwoPointFlow.any();
  }
}
