package org.grokcheck.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * About how long jobs take, from trials of a few of their sizes.
 *
 * @param jobs how many
 * @param seconds from the start of the first to the end of the last
 * @param most whether some may end early, or have begun
 * @param sizes how many sizes the jobs have
 * @param timed how many of them were timed
 * @param basis what the trials were and what a round takes
 */
public record CostEstimate(
    int jobs, double seconds, boolean most, int sizes, int timed, String basis) {
  /** Sizes of a kind that are timed, of which there are often more; the others lie between them. */
  private static final int TIMED = 4;

  /**
   * Estimates.
   *
   * @param jobs to be made, in this order
   * @param threads jobs at a time, at least 1
   * @param timer seconds that a job takes while as many run as will
   * @return empty if the experiment does not say what a job has to do, or there are no jobs
   */
  public static Optional<CostEstimate> of(
      Experiment experiment, List<Job> jobs, int threads, ToDoubleFunction<Job> timer) {
    List<Workload> work = new ArrayList<>();
    for (Job job : jobs) {
      experiment.workload(job).ifPresent(work::add);
    }
    if (work.size() < jobs.size() || jobs.isEmpty()) {
      return Optional.empty();
    }
    Trials trials = new Trials(timer);
    trials.warmUp(work.get(0));
    Bench bench = new Bench(trials);
    Map<String, NavigableMap<Double, Workload>> kinds = new TreeMap<>();
    work.forEach(w -> kinds.computeIfAbsent(w.kind(), k -> new TreeMap<>()).put(w.size(), w));
    Map<String, NavigableMap<Double, JobCost>> costs = new TreeMap<>();
    kinds.forEach((kind, sizes) -> costs.put(kind, bench.costs(sizes)));
    List<Double> each =
        work.stream().map(w -> between(Objects.requireNonNull(costs.get(w.kind())), w)).toList();
    return Optional.of(
        new CostEstimate(
            jobs.size(),
            sideBySide(each, threads),
            bench.lumped || work.stream().anyMatch(Workload::most),
            kinds.values().stream().mapToInt(Map::size).sum(),
            costs.values().stream().mapToInt(Map::size).sum(),
            bench.basis()));
  }

  private static double between(NavigableMap<Double, JobCost> costs, Workload job) {
    Map.Entry<Double, JobCost> below = costs.floorEntry(job.size());
    Map.Entry<Double, JobCost> above = costs.ceilingEntry(job.size());
    double gap = above.getKey() - below.getKey();
    double share = gap == 0 ? 0 : (job.size() - below.getKey()) / gap;
    return below.getValue().towards(above.getValue(), share).of(job);
  }

  /** The same for jobs that may take less. */
  public CostEstimate atMost() {
    return new CostEstimate(jobs, seconds, true, sizes, timed, basis);
  }

  /** When the last of some jobs ends if each starts, in order, once a thread is free. */
  static double sideBySide(Collection<Double> seconds, int threads) {
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int i = 0; i < threads; i++) {
      free.add(0.0);
    }
    double end = 0;
    for (double one : seconds) {
      double done = free.remove() + one;
      free.add(done);
      end = Math.max(end, done);
    }
    return end;
  }

  /**
   * The estimate in words, such as {@code 24 jobs, about 3 h 10 min}, and what it rests on.
   *
   * @param where what stands between, such as {@code on cpu}
   */
  public String text(String where) {
    String others =
        timed == sizes ? "" : "; %d of %d sizes timed, the others between".formatted(timed, sizes);
    return "%d %s, %sabout %s%s (%s%s)"
        .formatted(
            jobs,
            jobs == 1 ? "job" : "jobs",
            most ? "at most " : "",
            time(seconds),
            where,
            basis,
            others);
  }

  /** A duration with two digits or so. */
  static String time(double seconds) {
    if (seconds < 90) {
      return Math.round(Math.max(1, seconds)) + " s";
    }
    long minutes = Math.round(seconds / 60);
    if (minutes < 90) {
      return minutes + " min";
    } else if (minutes < 48 * 60) {
      return "%d h %d min".formatted(minutes / 60, minutes % 60);
    }
    return Math.round(minutes / 1440.0) + " days";
  }

  /** Makes the trials and remembers what they showed. */
  private static final class Bench {
    private final Trials trials;
    private final List<Double> rounds = new ArrayList<>();
    private long longest;
    private String unit = "";

    /** Whether a size has its readings counted with its rounds, though they become rare. */
    private boolean lumped;

    Bench(Trials trials) {
      this.trials = trials;
    }

    /** Costs at some of the sizes, always at the least and the largest. */
    NavigableMap<Double, JobCost> costs(NavigableMap<Double, Workload> sizes) {
      List<Workload> all = List.copyOf(sizes.values());
      int count = Math.min(TIMED, all.size());
      NavigableMap<Double, JobCost> costs = new TreeMap<>();
      for (int i = 0; i < count; i++) {
        Workload one = all.get(count == 1 ? 0 : i * (all.size() - 1) / (count - 1));
        costs.put(one.size(), cost(one));
      }
      return costs;
    }

    private JobCost cost(Workload job) {
      List<JobCost.Trial> made = trials.of(job);
      JobCost cost = JobCost.fit(made);
      rounds.add(cost.round());
      longest = Math.max(longest, made.get(made.size() - 1).rounds());
      unit = job.unit();
      lumped |= JobCost.lumps(made, job);
      return cost;
    }

    String basis() {
      String range =
          rounds.stream()
              .sorted()
              .map(Bench::shown)
              .distinct()
              .collect(Collectors.collectingAndThen(Collectors.toList(), Bench::ends));
      return "%s a %s, from trials of %s%s"
          .formatted(
              range,
              unit,
              longest == 1 ? "one" : "up to " + longest,
              lumped ? "; readings counted with every " + unit : "");
    }

    private static String ends(List<String> sorted) {
      String last = sorted.get(sorted.size() - 1);
      return sorted.size() == 1 ? last : sorted.get(0) + " to " + last;
    }

    private static String shown(double seconds) {
      double milliseconds = 1000 * seconds;
      return seconds >= 1
          ? "%.1f s".formatted(seconds)
          : (milliseconds >= 9.95 ? "%.0f ms" : milliseconds >= 1 ? "%.1f ms" : "%.3f ms")
              .formatted(milliseconds);
    }
  }
}
