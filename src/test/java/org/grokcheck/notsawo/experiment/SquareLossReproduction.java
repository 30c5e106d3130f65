package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** App. A: losses of a network that generalises without a spike, step by step. */
class SquareLossReproduction {
  private static final String DESCENT = "notsawo.appa.double_descent";
  private static final String THILAK = "notsawo.appa.thilak";
  private static final Tolerance CRITERION = new Tolerance.Exact();

  /** Largest relative error of a recorded number, which has five digits. */
  private static final double KEPT = 5e-5;

  private static List<SpikeRun> squares() {
    return SpikeRun.squares(Recordings.of(new SpikeRuns(), Scale.DESK));
  }

  private static int t4(SpikeRun run) {
    return (int) run.first(SpikeRecorder.VALIDATION, GridRun.GENERALISED);
  }

  private static double[] of(List<SpikeRun> runs, ToDoubleFunction<SpikeRun> value) {
    return runs.stream().mapToDouble(value).toArray();
  }

  /** The largest loss up to t4 over the first. */
  private static double peak(SpikeRun run, String losses) {
    double[] values = run.series(losses);
    return StatUtils.max(Arrays.copyOf(values, t4(run) + 1)) / values[0];
  }

  /** The loss at t4 over the first. */
  private static double end(SpikeRun run) {
    double[] values = run.series(SpikeRecorder.VALIDATION_LOSS);
    return values[t4(run)] / values[0];
  }

  /** Validation losses up to t4. */
  private static double[] losses(SpikeRun run) {
    return Arrays.copyOf(run.series(SpikeRecorder.VALIDATION_LOSS), t4(run) + 1);
  }

  /** The least loss before the peak over the first: how deep the initial decrease is. */
  private static double dip(double[] losses) {
    int top = 0;
    for (int t = 0; t < losses.length; t++) {
      top = losses[t] > losses[top] ? t : top;
    }
    return StatUtils.min(Arrays.copyOf(losses, top + 1)) / losses[0];
  }

  /** The losses from halfway up to the peak on, which begin with no decrease. */
  private static double[] rising(double[] losses) {
    double half = (losses[0] + StatUtils.max(losses)) / 2;
    int start = 0;
    while (losses[start] < half) {
      start++;
    }
    return Arrays.copyOfRange(losses, start, losses.length);
  }

  @Test
  @Checks(value = DESCENT, scale = Scale.DESK)
  void validationLossesFallAtFirst() {
    List<SpikeRun> runs = squares();
    double[] dips = of(runs, r -> dip(losses(r)));
    Check.of(DESCENT, "least validation loss before the peak over the first, largest of runs")
        .by(Oracle.REPRODUCTION)
        .at("runs", Arrays.toString(dips))
        .expectingAtMost(1 - 2 * KEPT, CRITERION)
        .holds(StatUtils.max(dips))
        .rejects("from halfway up on", StatUtils.min(of(runs, r -> dip(rising(losses(r))))));
  }

  @Test
  @Checks(value = DESCENT, scale = Scale.DESK)
  void validationLossesRiseAndFall() {
    List<SpikeRun> runs = squares();
    Check.of(DESCENT, "1.2 − the largest validation loss over the first, least of runs")
        .by(Oracle.REPRODUCTION)
        .at("runs", Arrays.toString(of(runs, r -> peak(r, SpikeRecorder.VALIDATION_LOSS))))
        .expectingAtMost(0, CRITERION)
        .holds(1.2 - StatUtils.min(of(runs, r -> peak(r, SpikeRecorder.VALIDATION_LOSS))))
        .rejects("training loss", 1.2 - StatUtils.min(of(runs, r -> peak(r, SmallRun.LOSSES))));
    Check.of(DESCENT, "validation loss at t4 over the first, largest of runs")
        .by(Oracle.REPRODUCTION)
        .at("t4", Arrays.toString(of(runs, SquareLossReproduction::t4)))
        .expectingAtMost(0.3, CRITERION)
        .holds(StatUtils.max(of(runs, SquareLossReproduction::end)))
        .rejects(
            "at its peak", StatUtils.max(of(runs, r -> peak(r, SpikeRecorder.VALIDATION_LOSS))));
  }

  /** The largest training loss between t2 and t4 over the least between t2 and it. */
  private static double growth(SpikeRun run) {
    double[] losses = run.series(SmallRun.LOSSES);
    int start = (int) run.first(SpikeRecorder.TRAIN, GridRun.MEMORISED);
    int end = (int) Math.min(losses.length - 1.0, run.first(SpikeRecorder.VALIDATION, 0.95));
    double least = losses[start];
    double growth = 1;
    for (int t = start; t <= end; t++) {
      least = Math.min(least, losses[t]);
      growth = Math.max(growth, losses[t] / least);
    }
    return growth;
  }

  /** How much the losses grow in the runs that generalise. */
  private static double[] growths(List<SpikeRun> runs) {
    return of(
        runs.stream()
            .filter(r -> Double.isFinite(r.first(SpikeRecorder.VALIDATION, GridRun.GENERALISED)))
            .toList(),
        SquareLossReproduction::growth);
  }

  private static double withoutSpike(double[] growths) {
    return Arrays.stream(growths).filter(g -> g <= 2).count();
  }

  /** A run that generalises while its loss never grows twofold needs no spike. */
  @Test
  @Checks(value = THILAK, scale = Scale.DESK)
  void generalisationNeedsNoSpike() {
    double[] growths = growths(squares());
    double[] spiky = growths(SpikeRun.decoders(Recordings.of(new SpikeRuns(), Scale.DESK)));
    Check.of(THILAK, "1 − number of runs that generalise without their loss growing twofold")
        .by(Oracle.REPRODUCTION)
        .at("growths", Arrays.toString(growths), "of the decoder", Arrays.toString(spiky))
        .expectingAtMost(0, CRITERION)
        .holds(1 - withoutSpike(growths))
        .rejects("the decoder", 1 - withoutSpike(spiky))
        .refutes("none", 1.0);
  }
}
