package org.grokcheck.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a step took.
 *
 * @param wall seconds on the clock
 * @param cpu processor seconds of the whole process, which other programs disturb less
 */
record Seconds(double wall, double cpu) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static final Seconds FOREVER = new Seconds(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  static Seconds of(int steps, Runnable work) {
    long cpu = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    work.run();
    wall = System.nanoTime() - wall;
    cpu = SYSTEM.getProcessCpuTime() - cpu;
    return new Seconds(wall / 1e9 / steps, cpu / 1e9 / steps);
  }

  Seconds min(Seconds other) {
    return new Seconds(Math.min(wall, other.wall), Math.min(cpu, other.cpu));
  }
}
