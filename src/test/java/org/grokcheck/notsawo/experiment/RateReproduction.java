package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** App. E.3: larger learning rates generalise sooner, until none of the runs does for good. */
class RateReproduction {
  private static final String CLAIM = "notsawo.appe3.lr_speed";
  private static final String PART = "falls, then rises";
  private static final Tolerance CRITERION = new Tolerance.Exact();

  /** t₄ by rate, in their order: from where on the validation accuracy stays; ∞ if it doesn't. */
  private static double[] times(List<GridRun> runs, double decay, int seed) {
    return RateRuns.RATES.stream()
        .mapToDouble(
            rate ->
                runs.stream()
                    .filter(r -> r.number(SmallRunExperiment.RATE) == rate)
                    .filter(r -> r.number(SmallRunExperiment.DECAY) == decay)
                    .filter(r -> r.number(SmallRunExperiment.SEED) == seed)
                    .findFirst()
                    .orElseThrow()
                    .curve(SmallRun.VALIDATION)
                    .sustained(GridRun.GENERALISED))
        .toArray();
  }

  private static double ratio(double best, double end) {
    return Double.isInfinite(end) ? 0 : best / end;
  }

  @Test
  @Checks(value = CLAIM, scale = Scale.DESK)
  void anInnerRateIsTheFastest() {
    List<GridRun> runs = GridRun.of(Recordings.of(new RateRuns(), Scale.DESK));
    for (double decay : RateRuns.DECAYS) {
      for (int k = 0; k < RateRuns.SEEDS; k++) {
        double[] times = times(runs, decay, RateRuns.FIRST_SEED + k);
        double best = Arrays.stream(times).min().orElseThrow();
        check("t₄ at the best rate over that at the least", decay, times)
            .expectingAtMost(0.5, CRITERION)
            .holds(ratio(best, times[0]))
            .rejects("at the least rate itself", 1);
        check("t₄ at the best rate over that at the largest", decay, times)
            .expectingAtMost(0.5, CRITERION)
            .holds(ratio(best, times[times.length - 1]))
            .rejects("at the best rate itself", 1);
        check("t₄ at rate 10⁻² over that at 3·10⁻³, below 1", decay, times)
            .expectingAtMost(Math.nextDown(1.0), CRITERION)
            .holds(ratio(times[2], times[1]))
            .rejects("the inverse", times[1] / times[2]);
      }
    }
  }

  private static Check check(String quantity, double decay, double[] times) {
    return Check.of(CLAIM, quantity)
        .part(PART)
        .by(Oracle.REPRODUCTION)
        .at("decay", decay, "t₄ by rate", Arrays.toString(times));
  }
}
