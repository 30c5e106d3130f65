package org.grokcheck.notsawo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;
import org.grokcheck.notsawo.TransformerSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jobs at the paper's size, none of which a build runs. */
class PaperRunsTest {
  private static final Set<String> OUTSIDE = Set.of("token", "position", "output");

  static Stream<SmallRunExperiment> experiments() {
    return Stream.of(new DataSizeRuns(), new SpectralGrid(), new TrajectoryRuns());
  }

  @ParameterizedTest
  @MethodSource("experiments")
  @Infrastructure("settings of runs on a GPU")
  void everyJobHasTheDecoderOfThePaper(SmallRunExperiment experiment) {
    List<Job> jobs = experiment.jobs(Scale.PAPER);
    assertFalse(jobs.isEmpty(), experiment.id());
    Set<String> names = new HashSet<>();
    for (Job job : jobs) {
      names.add(job.name());
      SmallRun run = experiment.spec(job);
      assertEquals(TransformerSize.withFinalNorm(2, 128), inner(run.network()), job.name());
      boolean addition = job.name().contains("ADDITION");
      assertEquals(addition ? 97 : 120, run.operation().classes(), job.name());
      assertEquals(addition ? 4753 : 14_400, run.pairs().count(run.operation().operands()));
      assertEquals(job.number(SmallRunExperiment.FRACTION), run.fraction());
    }
    assertEquals(jobs.size(), names.size(), "names of jobs are unique");
  }

  /** Parameters besides embeddings and read-out. */
  private static long inner(Architecture network) {
    return network.layout().blocks().stream()
        .filter(block -> OUTSIDE.stream().noneMatch(block.name()::startsWith))
        .mapToLong(Block::size)
        .sum();
  }
}
