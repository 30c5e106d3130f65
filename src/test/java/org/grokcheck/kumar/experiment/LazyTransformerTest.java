package org.grokcheck.kumar.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** The runs of the one-layer transformer, which no claim rests on. */
class LazyTransformerTest {
  /** 226 000 by the cited work, without biases of attention and read-out. */
  @Test
  @Infrastructure("settings of runs on a GPU")
  void theNetworkOfThePaper() {
    int d = 128;
    int hidden = 512;
    int embeddings = (114 + 3) * d;
    int attention = 4 * d * d;
    int branch = 2 * d * hidden + hidden + d;
    assertEquals(
        embeddings + attention + branch + d * 113, LazyTransformer.network(113).parameters());
  }

  /** The three panels of Fig. 12 are among the jobs, in every draw. */
  @Test
  @Infrastructure("settings of runs on a GPU")
  void thePanelsOfThePaper() {
    List<Job> jobs = new LazyTransformer().jobs(Scale.PAPER);
    for (String panel : List.of("0.5,1.0", "0.5,5.0", "1.4,5.0", "0.15,1.0")) {
      assertEquals(
          3,
          jobs.stream()
              .filter(j -> (j.number("alpha") + "," + j.number("decay")).equals(panel))
              .map(j -> j.text("seed"))
              .collect(Collectors.toSet())
              .size(),
          panel);
    }
  }

  /** A wrong share or decay would leave the loss where it starts. */
  @Test
  @Infrastructure("a short run trains")
  void aShortRunLearns() {
    LazyTransformer runs = new LazyTransformer();
    Job job = Job.of("p", 7, "share", 0.6, "alpha", 1, "decay", 1, "seed", 0, "steps", 150);
    Measurements all = runs.run(job, JobContext.brief(RunSettings.seeds()));
    double[] train = all.values(EngineExperiment.TRAIN);
    assertTrue(train[train.length - 1] < train[0] / 4, Arrays.toString(train));
    assertFalse(Arrays.stream(all.values(EngineExperiment.NORM)).anyMatch(Double::isNaN));
  }
}
