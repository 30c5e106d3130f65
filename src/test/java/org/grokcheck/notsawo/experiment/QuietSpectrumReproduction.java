package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Sec. 4: whether the Hessian has negative eigenvalues at recorded steps far from a spike. */
class QuietSpectrumReproduction {
  private static final String REFLECTS = "notsawo.sec4.reflects";
  private static final Tolerance CRITERION = new Tolerance.Exact();

  /**
   * Roundings of 2⁻²⁴ relative to λ_max, as if all along one chain of sums erred alike: some 330 on
   * the way forward (dot products over widths 32 and 128, norms, softmaxes), as many on the way
   * back, 370 over the pairs. Cancellation, which may enlarge them, is not bounded.
   */
  private static final double ROUNDING = 1024 * 0x1p-24;

  /**
   * (θ + r)/λ_max at the quiet steps, for the smallest Ritz value θ and its residual r: an
   * eigenvalue lies within r of θ, so that a negative one shows a negative eigenvalue, up to the
   * rounding of the products.
   */
  private static double[] certain(List<SpikeRun> runs) {
    return runs.stream()
        .flatMapToDouble(
            r -> {
              double[] values = r.series(SpikeRecorder.QUIET + SpikeRecorder.SMALLEST);
              double[] residuals = r.series(SpikeRecorder.QUIET + SpikeRecorder.SMALLEST_RESIDUAL);
              double[] largest = r.series(SpikeRecorder.QUIET + SpikeRecorder.LARGEST);
              return IntStream.range(0, values.length)
                  .mapToDouble(i -> (values[i] + residuals[i]) / largest[i]);
            })
        .toArray();
  }

  /** r/|θ| at the quiet steps. */
  private static double[] residuals(List<SpikeRun> runs) {
    return runs.stream()
        .flatMapToDouble(
            r ->
                Arrays.stream(
                    r.quotient(
                        SpikeRecorder.QUIET + SpikeRecorder.SMALLEST_RESIDUAL,
                        SpikeRecorder.QUIET + SpikeRecorder.SMALLEST)))
        .map(Math::abs)
        .toArray();
  }

  /** Judged by the median: at the weakest steps rounding isn't bounded well enough. */
  @Test
  @Checks(value = REFLECTS, scale = Scale.DESK)
  void mostQuietStepsHaveNegativeEigenvaluesToo() {
    List<SpikeRun> runs = SpikeRun.decoders(Recordings.of(new SpikeRuns(), Scale.DESK));
    double[] certain = certain(runs);
    double[] residuals = residuals(runs);
    Check.of(REFLECTS, "median over quiet steps of (θ + residual)/λ_max, below what rounding does")
        .part("strict saddle")
        .by(Oracle.REPRODUCTION)
        .at(
            "quiet steps", certain.length,
            "below 0", Arrays.stream(certain).filter(c -> c < 0).count(),
            "below the bound", Arrays.stream(certain).filter(c -> c < -ROUNDING).count(),
            "largest", StatUtils.max(certain),
            "residual over |θ|, median", StatUtils.percentile(residuals, 50),
            "largest residual over |θ|", StatUtils.max(residuals))
        .expectingAtMost(-ROUNDING, CRITERION)
        .holds(StatUtils.percentile(certain, 50))
        .refutes("negative at strong oscillation alone", 0.0);
  }
}
