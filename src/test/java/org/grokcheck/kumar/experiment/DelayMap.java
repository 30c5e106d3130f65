package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/**
 * The delay of one draw at every pair of α and ε.
 *
 * @param level as a share of the test loss at the start
 * @param delays by α, then by ε; infinite where the test loss never falls so far
 */
record DelayMap(double level, TreeMap<Double, TreeMap<Double, Double>> delays) {

  static DelayMap of(Recording recording, int draw, int level) {
    TreeMap<Double, TreeMap<Double, Double>> delays = new TreeMap<>();
    for (JobResult run : recording.results()) {
      if (run.job().text("series").equals(LazinessSweep.MAP) && run.job().integer("seed") == draw) {
        double delay = Sweep.time(run, true, level) - Sweep.time(run, false, level);
        delays
            .computeIfAbsent(run.job().number("alpha"), a -> new TreeMap<>())
            .put(run.job().number("eps"), delay);
      }
    }
    return new DelayMap(CommitteeCurves.LEVELS.get(level), delays);
  }

  /**
   * The share of neighbours with at least one finite delay that are in order.
   *
   * @param growsWithAlpha order of neighbours in α
   * @param growsWithEps order of neighbours in ε
   */
  double concordance(boolean growsWithAlpha, boolean growsWithEps) {
    int all = 0;
    int ordered = 0;
    List<TreeMap<Double, Double>> rows = List.copyOf(delays.values());
    for (int i = 0; i < rows.size(); i++) {
      for (Map.Entry<Double, Double> cell : rows.get(i).entrySet()) {
        double here = cell.getValue();
        Map.Entry<Double, Double> right = rows.get(i).higherEntry(cell.getKey());
        double next = right == null ? Double.NaN : right.getValue();
        double above = i + 1 < rows.size() ? rows.get(i + 1).get(cell.getKey()) : Double.NaN;
        all += isCompared(here, next) ? 1 : 0;
        all += isCompared(here, above) ? 1 : 0;
        ordered += isCompared(here, next) && (growsWithEps ? next > here : next < here) ? 1 : 0;
        ordered +=
            isCompared(here, above) && (growsWithAlpha ? above > here : above < here) ? 1 : 0;
      }
    }
    return (double) ordered / all;
  }

  private static boolean isCompared(double a, double b) {
    return (Double.isFinite(a) || Double.isFinite(b)) && !Double.isNaN(a) && !Double.isNaN(b);
  }
}
