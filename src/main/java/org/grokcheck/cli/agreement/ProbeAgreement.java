package org.grokcheck.cli.agreement;

import java.util.List;
import java.util.Optional;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.math.Seeds;

/**
 * Runs short jobs of reproductions twice and compares what they measured, within the bound that
 * each experiment states for two machines.
 *
 * @param experiments those whose probes are run
 * @param seeds root of their random streams
 */
record ProbeAgreement(List<Experiment> experiments, Seeds seeds) {
  ProbeAgreement {
    experiments = List.copyOf(experiments);
  }

  /** One row an experiment: on a device, and on the CPU. */
  List<Row> onDevice(DeviceChoice device) {
    return experiments.stream()
        .map(e -> row(device + " = cpu", e, measured(e, device), onCpu(e)))
        .toList();
  }

  /** One row an experiment: on the CPU with several threads, and with one. */
  List<Row> onThreads(int count) {
    return experiments.stream().map(e -> onThreads(count, e)).toList();
  }

  private Row onThreads(int count, Experiment of) {
    Measurements one = onCpu(of);
    Engine.threads(count);
    try {
      return row("cpu, " + count + " threads = cpu", of, onCpu(of), one);
    } finally {
      Engine.threads(1);
    }
  }

  private Measurements onCpu(Experiment of) {
    return measured(of, new DeviceChoice.Cpu());
  }

  private Measurements measured(Experiment of, DeviceChoice device) {
    return of.run(of.probe(), new JobContext(seeds, device, Optional.empty(), share -> {}));
  }

  private static Row row(String pair, Experiment of, Measurements a, Measurements b) {
    double distance = a.distance(b);
    double bound = of.probeBound();
    return new Row(
        pair,
        "measurements of " + of.id() + ", relative",
        distance <= bound ? Row.Status.AGREE : Row.Status.DISAGREE,
        "",
        1,
        distance,
        bound,
        distance / bound,
        of.id());
  }
}
