package org.grokcheck.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.experiment.AtomicFile;
import org.grokcheck.experiment.Provenance;

/**
 * Times workloads here and at a peer by turns, each side on one thread and idle while the other
 * works, and keeps the least time of each. Both sides must reach the same loss first.
 */
public final class Bench {
  private static final int WARM_UP = 5;
  private static final double SAME_LOSS = 1e-3;

  private final String python;
  private final int blocks;
  private final double blockSeconds;
  private final double bandwidth = Bandwidth.read();

  private Bench(String python, int blocks, double blockSeconds) {
    this.python = python;
    this.blocks = blocks;
    this.blockSeconds = blockSeconds;
  }

  /**
   * Runs the workloads whose names contain a word.
   *
   * @param args the file to write, the Python program, blocks, seconds of a block, and the word
   */
  public static void main(String[] args) throws IOException {
    Instant begun = Instant.now();
    Bench bench = new Bench(args[1], Integer.parseInt(args[2]), Double.parseDouble(args[3]));
    String wanted = args.length > 4 ? args[4] : "";
    System.out.printf("bandwidth %.1f GB/s%n", bench.bandwidth / 1e9);
    List<Result> results = new ArrayList<>();
    for (Workload workload : Workload.all()) {
      if (workload.name().contains(wanted)) {
        Result result = bench.time(workload);
        results.add(result);
        System.out.printf(
            "%-72s here %9.3f ms  peer %9.3f ms  ratio %.2f (wall %.2f)  bandwidth %.0f %%%n",
            result.name(),
            1e3 * result.here().cpu(),
            1e3 * result.peer().cpu(),
            result.ratioCpu(),
            result.ratioWall(),
            100 * result.bandwidthShare());
      }
    }
    AtomicFile.write(
        Path.of(args[0]),
        JsonMapper.builder()
            .build()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(
                Map.of(
                    "schemaVersion",
                    1,
                    "provenance",
                    Provenance.capture(0, begun),
                    "engine",
                    Engine.version() + " (" + Engine.instructions() + ")",
                    "processor",
                    processor(),
                    "threads",
                    1,
                    "bandwidthBytesPerSecond",
                    bench.bandwidth,
                    "results",
                    results)));
  }

  private Result time(Workload workload) throws IOException {
    try (Task task = workload.task().get();
        Peer peer = new Peer(python, workload.peer())) {
      task.run(WARM_UP);
      double lossHere = task.loss();
      double lossPeer = peer.lossAfter(WARM_UP);
      if (!(Math.abs(lossHere - lossPeer) <= SAME_LOSS * Math.abs(lossPeer))) {
        throw new IllegalStateException(
            "%s: the loss is %s here and %s at the peer; they don't do the same"
                .formatted(workload.name(), lossHere, lossPeer));
      }
      double step = Seconds.of(WARM_UP, () -> task.run(WARM_UP)).wall();
      int steps = (int) Math.max(1, Math.ceil(blockSeconds / step));
      task.run(steps);
      peer.block(steps);
      Seconds here = Seconds.FOREVER;
      Seconds there = Seconds.FOREVER;
      for (int b = 0; b < blocks; b++) {
        here = here.min(Seconds.of(steps, () -> task.run(steps)));
        there = there.min(peer.block(steps));
      }
      return new Result(
          workload.name(),
          workload.comparison(),
          steps,
          blocks,
          here,
          there,
          there.cpu() / here.cpu(),
          there.wall() / here.wall(),
          workload.bytes() / here.cpu() / bandwidth,
          lossHere,
          lossPeer,
          peer.version());
    }
  }

  private static String processor() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    return Files.exists(file)
        ? Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("model name"))
            .findFirst()
            .map(line -> line.replaceFirst(".*:\\s*", ""))
            .orElse("unknown")
        : System.getProperty("os.arch");
  }
}
