package org.grokcheck.beck;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;

/** The delay by loss of arbitrary inseparable data, measured on gradient flows. */
class DelayOnDataSetsProperties {
  @Property(tries = 100)
  @Checks("beck.ext.ratio-general")
  void formula(
      @ForAll @DoubleRange(min = 0, max = 50) double norm,
      @ForAll @DoubleRange(min = -20, max = 0) double logZ) {
    double law = norm * norm / 2 - logZ;
    Check.of("beck.ext.ratio-general", "½σ²‖S_∞‖² − log Z")
        .by(Oracle.SECOND_ALGORITHM)
        .part("formula")
        .at("norm", norm, "logZ", logZ)
        .expecting(law, new Tolerance.Rounding(6, Math.abs(law), "sum of two terms ≥ 0"))
        .holds(DelayLaws.logRatio(norm, logZ))
        .rejects("without ½", norm * norm - logZ);
  }
}
