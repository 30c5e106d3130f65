package org.grokcheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Resident memory over a long training: 10 000 steps of an MLP 784-200-200-10 on one batch. Native
 * memory that a step forgets to free shows here, and nowhere in the heap.
 */
public final class Memory {
  private static final int WARM_UP = 1000;
  private static final int STEPS = 10_000;

  private Memory() {}

  /** Prints the resident memory after 1000 steps and after each further 1000. */
  public static void main(String[] args) throws IOException {
    Workload workload =
        Workload.all().stream()
            .filter(w -> w.name().startsWith("MLP 784-200-200-10") && w.name().endsWith("float32"))
            .findFirst()
            .orElseThrow();
    try (Task task = workload.task().get()) {
      for (int done = 0; done < STEPS; done += WARM_UP) {
        task.run(WARM_UP);
        System.out.printf("step %6d  %s%n", done + WARM_UP, resident());
      }
    }
  }

  /** The line of the kernel, on Linux. */
  private static String resident() throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
    return status.stream().filter(line -> line.startsWith("VmRSS")).findFirst().orElse("unknown");
  }
}
