package org.grokcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad usage of {@code grokcheck run} ends with one line that says what is accepted. */
class RunCommandTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run nothing.there                | no experiment 'nothing.there'; there are: ",
        "run x --scale huge               | --scale 'huge' is not known; accepted: quick, desk,"
            + " paper",
        "run x --device gpu               | device 'gpu' is not known; accepted: auto, cpu, cuda",
        "run x --shard 3/2                | shard 3/2 must be i/n",
        "run beck.apph.exp2 --record --estimate | --estimate runs no job, so that --record has",
        "run kumar.fig2 --scale paper --estimate | kumar.fig2 does not exist at scale paper",
        "run beck.apph.exp2 --estimate --threads 0 | threads = 0 must be at least 1",
        "run x --threads many             | Invalid value for option '--threads'",
        "run x --nonsense                 | Unknown option: '--nonsense'"
      })
  void saysWhatIsWrong(String line, String expected) {
    Cli.Result result = Cli.run(line.strip().split(" "));
    assertEquals(ExitCode.BAD_INPUT, result.code());
    assertTrue(result.err().contains(expected.strip()), result.err());
    assertEquals(1, result.err().strip().lines().count());
  }

  @Test
  void anEstimateMakesNoRun() {
    Cli.Result result = estimate("beck.apph.exp2", "--threads", "1");
    assertTrue(
        result.out().startsWith("3 jobs, about ") && result.out().contains(" on cpu with 1 at a"),
        result.out());
    assertTrue(result.out().contains(" a draw, from trials of up to "), result.out());
    assertTrue(result.err().startsWith("trial 1, of N=200,d=120,first=0,draws=8\n"), result.err());
    assertEquals(
        "4 jobs; no estimate for this experiment\n", estimate("beck.limitations.finite-eta").out());
    assertFalse(Files.exists(folder.resolve("reports")));
  }

  /** A run without {@code --resume} uses no earlier result, whatever its seed. */
  @Test
  void anEstimateIsOfWhatTheRunWouldDo() {
    String[] run = {"run", "beck.apph.exp2", "--threads", "1"};
    assertEquals(ExitCode.OK, Cli.run(Cli.emptyProject(folder), "", run).code());
    assertTrue(estimate("beck.apph.exp2").out().startsWith("3 jobs, about "));
    assertTrue(estimate("beck.apph.exp2", "--seed", "7").out().startsWith("3 jobs, about "));
    assertEquals("nothing is left to do\n", estimate("beck.apph.exp2", "--resume").out());
  }

  @Test
  void anEstimateNamesTheDeviceThatItUses() {
    String told = estimate("omnigrok.fig7b", "--device", "auto").out();
    assertTrue(told.contains(" on cpu with ") || told.contains(" on cuda:0 with "), told);
  }

  /** No machine has a hundred devices: the run says so itself, after the missing estimate. */
  @Test
  void aRunGoesOnWithoutItsEstimate() {
    Cli.Result failed =
        Cli.run(
            Cli.emptyProject(folder),
            "",
            "run omnigrok.fig7b --scale desk --device cuda:99".split(" "));
    assertTrue(failed.err().contains("\nno estimate: omnigrok.fig7b, job "), failed.err());
    assertTrue(failed.err().contains("\nnote: the paper has p = 113"), failed.err());
    assertNotEquals(ExitCode.OK, failed.code());
  }

  private Cli.Result estimate(String... args) {
    String[] all =
        Stream.concat(Stream.of("run", "--estimate"), Stream.of(args)).toArray(String[]::new);
    Cli.Result result = Cli.run(Cli.emptyProject(folder), "", all);
    assertEquals(ExitCode.OK, result.code(), result.err());
    return result;
  }

  /** Whoever starts hours of work is told. */
  @Test
  void allThatHasAPaperScaleCanBeEstimated() {
    for (Experiment experiment : Experiments.all()) {
      for (Job job : experiment.jobs(Scale.PAPER)) {
        Workload work = experiment.workload(job).orElseThrow();
        assertTrue(work.rounds() > 1, job.name());
        assertNotEquals(job, work.cut().apply(1));
        if (!experiment.id().equals("beck.fig1.left-flow")) {
          assertEquals(job, work.cut().apply(work.rounds()));
        }
      }
    }
  }
}
