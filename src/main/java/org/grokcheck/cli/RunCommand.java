package org.grokcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.ExperimentRunner;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.Recording;
import org.grokcheck.experiment.Shard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment and writes what it measured. */
@Command(
    name = "run",
    description = "Runs an experiment and writes its measurements with their provenance.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Without an experiment, lists them. Every finished job leaves its result in the folder, and"
          + " a",
      "run that was stopped goes on with --resume, with the same result.",
      "",
      "Before desk and paper scale it makes short trials and says about how long all will take.",
      "",
      "Examples:",
      "  grokcheck run",
      "  grokcheck run omnigrok.fig7a --scale paper --device cuda --estimate",
      "  grokcheck run beck.fig1.left --scale quick",
      "  grokcheck run beck.fig1.left --scale desk --threads 2 --record",
      "  grokcheck run beck.apph.exp1 --scale paper --shard 2/8 --resume"
    })
final class RunCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "EXPERIMENT",
      description = "Its id, such as beck.fig1.left.")
  private @Nullable String experiment;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      defaultValue = "quick",
      description = "quick, desk or paper; ${DEFAULT-VALUE} unless told.")
  private String scale = "quick";

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "cpu",
      description = "auto, cpu, cuda or cuda:i; ${DEFAULT-VALUE} unless told.")
  private String device = "cpu";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Root seed of all random draws; ${DEFAULT-VALUE} unless told.")
  private long seed = RootSeed.DEFAULT;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Jobs at a time; as many as there are processors unless told.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      defaultValue = "1/1",
      description = "Only every N-th job, from the I-th: for job arrays.")
  private String shard = "1/1";

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where results go; reports/runs unless told.")
  private @Nullable Path out;

  @Option(names = "--resume", description = "Go on where an earlier run stopped.")
  private boolean resume;

  @Option(
      names = "--record",
      description = "Write the result to reference-data/recorded, for review.")
  private boolean record;

  @Option(
      names = "--estimate",
      description = "Only print about how long the jobs would take here, from short trials.")
  private boolean estimate;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (experiment == null) {
      list();
      return ExitCode.OK;
    }
    Scale wanted = scaleOf(scale);
    DeviceChoice place = DeviceChoice.parse(device);
    Shard share = Shard.parse(shard);
    Experiment chosen = Experiments.named(experiment);
    refuse(place, share, chosen);
    Path root = session.project().root();
    Path folder = out == null ? root.resolve("reports").resolve("runs") : out;
    ExperimentRunner runner =
        new ExperimentRunner(seed, place, threads, Optional.of(folder), share);
    if (estimate) {
      session.out().println(estimated(resume ? runner : afresh(place, share), chosen, wanted));
      return ExitCode.OK;
    }
    refuseEarlierResults(folder, chosen, wanted);
    if (wanted != Scale.QUICK) {
      session.err().println(announced(runner, chosen, wanted));
    }
    int jobs = share.of(chosen.jobs(wanted)).size();
    chosen.deviations().forEach(d -> session.err().println("note: " + d));
    Recording recording =
        runner.run(chosen, wanted, new RunProgress(session.err(), Math.max(1, jobs)));
    Path target = record ? root.resolve(Recording.FOLDER) : folder;
    String name = Recording.fileName(chosen.id(), wanted);
    Path file = target.resolve(share.of() == 1 ? name : share.named(name));
    recording.write(file);
    session.out().println(Project.shown(file));
    return ExitCode.OK;
  }

  /** Without {@code --resume} a run uses no earlier result, so that an estimate looks at none. */
  private ExperimentRunner afresh(DeviceChoice place, Shard share) {
    return new ExperimentRunner(seed, place, threads, Optional.empty(), share);
  }

  /** A run goes on where its estimate fails, and says itself what is wrong if it fails as well. */
  private String announced(ExperimentRunner runner, Experiment of, Scale at) {
    try {
      return "estimate: " + estimated(runner, of, at);
    } catch (RuntimeException e) {
      return "no estimate: " + Objects.requireNonNullElse(e.getMessage(), e.toString());
    }
  }

  /** The device that {@code auto} stands for here. */
  private static String resolved(DeviceChoice place) {
    return place instanceof DeviceChoice.Auto ? Engine.open(place).device() : place.toString();
  }

  private String estimated(ExperimentRunner runner, Experiment of, Scale at) {
    List<Job> left = runner.pending(of, at);
    if (left.isEmpty()) {
      return "nothing is left to do";
    }
    String where =
        " on %s with %d at a time"
            .formatted(resolved(runner.device()), Math.min(threads, left.size()));
    return runner
        .estimate(of, at, System::nanoTime, new TrialProgress(session.err())::tried)
        .map(e -> e.text(where))
        .orElseGet(() -> "%d jobs; no estimate for this experiment".formatted(left.size()));
  }

  private void refuse(DeviceChoice place, Shard share, Experiment of) {
    if (!(place instanceof DeviceChoice.Cpu) && !of.usesEngine()) {
      throw new IllegalArgumentException(
          "--device " + place + ": " + of.id() + " does not use the engine; leave the device out");
    }
    if (record && estimate) {
      throw new IllegalArgumentException(
          "--estimate runs no job, so that --record has nothing to write: leave one of them out");
    }
    if (record && share.of() > 1) {
      throw new IllegalArgumentException(
          "--record needs all jobs: run the shards, then once more without --shard, with --resume"
              + " --record");
    }
  }

  private void list() {
    List<Experiment> all = Experiments.all();
    all.forEach(
        e ->
            session
                .out()
                .printf(
                    "%-28s %s [%s]%n",
                    e.id(),
                    e.title(),
                    String.join(
                        ", ",
                        Arrays.stream(Scale.values())
                            .filter(s -> !e.jobs(s).isEmpty())
                            .map(Scale::label)
                            .toList())));
    if (all.isEmpty()) {
      session.out().println("there are no experiments in this version");
    }
  }

  private void refuseEarlierResults(Path folder, Experiment of, Scale at) throws IOException {
    Path jobs = folder.resolve(of.id() + "." + at.label() + ".jobs");
    if (resume || !Files.isDirectory(jobs)) {
      return;
    }
    try (Stream<Path> files = Files.list(jobs)) {
      if (files.findAny().isPresent()) {
        throw new IllegalArgumentException(
            Project.shown(jobs)
                + " holds results of an earlier run; go on with --resume, delete it, or choose"
                + " another --out");
      }
    }
  }

  private static Scale scaleOf(String text) {
    return Arrays.stream(Scale.values())
        .filter(s -> s.label().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--scale '" + text + "' is not known; accepted: quick, desk, paper"));
  }
}
