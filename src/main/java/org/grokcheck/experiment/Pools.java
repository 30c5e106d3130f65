package org.grokcheck.experiment;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends of pools of threads. */
final class Pools {
  private Pools() {}

  /**
   * Starts nothing more, and waits until all that runs has ended, even where the waiting thread is
   * interrupted: native work hears no interrupt, and crashes if it outlives the libraries.
   */
  static void end(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
