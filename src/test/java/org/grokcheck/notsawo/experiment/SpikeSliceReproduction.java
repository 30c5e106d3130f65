package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Sec. 5: slices through the spikes of five recorded runs that grok. */
class SpikeSliceReproduction {
  private static final String SIGNATURE = "notsawo.sec5.signature";

  private static double[] all(List<SliceRun> runs, String series) {
    return runs.stream().flatMapToDouble(r -> DoubleStream.of(r.series(series))).toArray();
  }

  /** Mean over the spikes of a run of what a series before them exceeds another at them by. */
  private static double fewer(SliceRun run) {
    return run.mean(SpikeSlices.OBSTACLES_BEFORE) - run.mean(SpikeSlices.OBSTACLES);
  }

  /**
   * Slices through a spike have fewer maxima than slices a little before it. Spikes of a run aren't
   * independent, runs are. The loss at a spike lifts that end of the segment to θ*, which by itself
   * may hide a maximum, so this says nothing of obstacles that appear.
   */
  @Test
  @Checks(value = SIGNATURE, scale = Scale.DESK)
  void slicesThroughSpikesHaveFewerMaxima() {
    List<SliceRun> runs = SliceRun.of(Recordings.of(new SliceRuns(), Scale.DESK));
    double[] fewer = runs.stream().mapToDouble(SpikeSliceReproduction::fewer).toArray();
    Check.of(SIGNATURE, "−lower end of the 95 % interval over runs of maxima before − at spikes")
        .part("maxima of slices")
        .by(Oracle.REPRODUCTION)
        .at(
            "spikes", all(runs, SpikeSlices.STEPS).length,
            "mean", StatUtils.mean(fewer),
            "upper end", StudentInterval.upper(fewer),
            "least loss at spikes", StatUtils.min(all(runs, SpikeSlices.LOSS)),
            "most before", StatUtils.max(all(runs, SpikeSlices.LOSS_BEFORE)))
        .expectingAtMost(0, new Tolerance.Exact())
        .holds(-StudentInterval.lower(fewer))
        .rejects("maxima after − before", StudentInterval.upper(fewer));
  }
}
