package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/**
 * A recorded descent with the flow that it stands beside.
 *
 * @param result a job of {@link EdgeRuns}
 * @param flow the job of the same network and inputs at the smallest rate
 */
public record EdgeRun(JobResult result, JobResult flow) {
  /** Returns the recorded descents, those that stand for a flow left out. */
  public static List<EdgeRun> of(Recording recording) {
    List<JobResult> flows =
        recording.results().stream().filter(r -> rate(r) == EdgeRuns.FLOW).toList();
    return recording.results().stream()
        .filter(r -> rate(r) != EdgeRuns.FLOW)
        .map(r -> new EdgeRun(r, flow(flows, r.job().integer("seed"))))
        .toList();
  }

  private static JobResult flow(List<JobResult> flows, int seed) {
    return flows.stream()
        .filter(f -> f.job().integer("seed") == seed)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no flow of seed " + seed));
  }

  private static double rate(JobResult result) {
    return result.job().number(EdgeRuns.RATE);
  }

  /** Returns ε. */
  public double rate() {
    return rate(result);
  }

  /** Returns λ_max, times ε/2, at each record. */
  public double[] sharpness() {
    return result.measurements().values(EdgeRuns.SHARPNESS);
  }

  /** Returns the mean over the last half of the descent of λ_max, times ε/2. */
  public double average() {
    double[] all = sharpness();
    return Arrays.stream(all, all.length / 2, all.length).average().orElseThrow();
  }

  /** Returns the largest λ_max, times ε/2. */
  public double largest() {
    return Arrays.stream(sharpness()).max().orElseThrow();
  }

  /** Returns the largest λ_max of the flow, times this ε/2. */
  public double flowLargest() {
    double largest =
        Arrays.stream(flow.measurements().values(EdgeRuns.SHARPNESS)).max().orElseThrow();
    return largest * rate() / rate(flow);
  }

  /** Whether the flow's λ_max exceeds 2/ε at some time. */
  public boolean flowExceeds() {
    return flowLargest() > 1;
  }

  /** Returns how many records have no certain eigenvalue, in the descent and in the flow. */
  public double unsure() {
    return result.measurements().value(EdgeRuns.UNSURE)
        + flow.measurements().value(EdgeRuns.UNSURE);
  }
}
