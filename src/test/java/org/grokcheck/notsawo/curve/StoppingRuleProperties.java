package org.grokcheck.notsawo.curve;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;

/** Sec. 1 and 2: how long a run is given, and what looking at its start alone saves. */
class StoppingRuleProperties {
  private static final String STOP = "notsawo.sec2.stopping";
  private static final String COST = "notsawo.sec1.low_cost";

  /** Falling in r, and never less than the fitted t₄. */
  @Property(tries = 100)
  @Checks(STOP)
  void budgetFallsWithTheData(
      @ForAll @DoubleRange(min = 20, max = 99) double r,
      @ForAll @DoubleRange(min = 0.01, max = 1) double more) {
    PowerLaw law = PowerLaw.printedForAddition();
    double t4 = law.at(new BigDecimal(r)).doubleValue();
    double later = law.at(new BigDecimal(r + more)).doubleValue();
    Check.of(STOP, "longer for fewer data")
        .part("order")
        .by(Oracle.INVARIANT)
        .at("r", r, "more", more)
        .expectingExactly(true)
        .holds(StoppingRule.budget(t4) > StoppingRule.budget(later));
    Check.of(STOP, "t₄ − budget")
        .part("order")
        .by(Oracle.EXACT)
        .at("r", r)
        .expecting(-1000, new Tolerance.Ulp(t4, "one rounding of t₄ + 1000"))
        .holds(t4 - StoppingRule.budget(t4))
        .rejects("without slack", 0);
  }

  /** The printed fit gives these budgets, against which the maps' 10000 steps fall short. */
  @Property(tries = 1)
  @Checks({STOP, COST})
  void budgetsOfThePrintedFit() {
    int[] percents = {20, 30, 50, 100};
    double[] budgets = {98_044, 6604, 2523, 2443};
    double[] shares = {0.004, 0.071, 0.263, 0.277};
    for (int i = 0; i < percents.length; i++) {
      double t4 = PowerLaw.printedForAddition().at(BigDecimal.valueOf(percents[i])).doubleValue();
      Check.of(STOP, "budget")
          .part("printed fit")
          .by(Oracle.SECOND_ALGORITHM)
          .at("percent", percents[i])
          .expecting(budgets[i], Tolerance.remainder(0.5, "quoted to whole steps"))
          .holds(StoppingRule.budget(t4))
          .rejects("10000 steps for all", 10_000);
      Check.of(COST, "share of t₄ that 400 steps are")
          .part("share of t4")
          .by(Oracle.SECOND_ALGORITHM)
          .at("percent", percents[i])
          .expecting(shares[i], Tolerance.remainder(0.0005, "quoted to a tenth of a percent"))
          .holds(StoppingRule.share(StoppingRule.WINDOW, t4))
          .rejects("of 10000 steps", 0.04);
    }
    Check.of(COST, "saving against 10000 steps")
        .part("saving")
        .by(Oracle.EXACT)
        .expecting(0.96, new Tolerance.Ulp(1, "one subtraction"))
        .holds(1 - StoppingRule.share(StoppingRule.WINDOW, 10_000))
        .rejects("99 percent", 0.99);
  }
}
