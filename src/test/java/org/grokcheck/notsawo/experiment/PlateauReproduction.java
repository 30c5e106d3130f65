package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.notsawo.task.Pairs;
import org.junit.jupiter.api.Test;

/** Fig. 23: recorded decoders after memorisation, beside the height that symmetry gives. */
class PlateauReproduction {
  private static final String PLATEAU = "notsawo.fig23.plateau";
  private static final Tolerance CRITERION = new Tolerance.Exact();

  private static double most(List<PlateauRun> runs, ToDoubleFunction<PlateauRun> value) {
    return runs.stream().mapToDouble(value).max().orElse(Double.NaN);
  }

  private static double least(List<PlateauRun> runs, ToDoubleFunction<PlateauRun> value) {
    return runs.stream().mapToDouble(value).min().orElse(Double.NaN);
  }

  private static double excess(PlateauRun run) {
    return Math.abs(run.height() - run.expected()) - run.allowed();
  }

  @Test
  @Checks(value = PLATEAU, scale = Scale.DESK)
  void smallFirstEmbeddingsGiveTheMirrorsHeight() {
    List<PlateauRun> all = PlateauRun.of(Recordings.of(new PlateauRuns(), Scale.DESK));
    PlateauRun.figure(all).write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
    List<PlateauRun> sums = all.stream().filter(r -> r.sums(Pairs.ORDERED)).toList();
    for (double fraction : sums.stream().mapToDouble(PlateauRun::fraction).distinct().toArray()) {
      List<PlateauRun> small =
          sums.stream().filter(r -> r.small() && r.fraction() == fraction).toList();
      List<PlateauRun> large =
          sums.stream().filter(r -> !r.small() && r.fraction() == fraction).toList();
      Check.of(PLATEAU, "largest |height − n/(p(p+1))| − 3 standard errors − 0.02, ordered pairs")
          .by(Oracle.REPRODUCTION)
          .at(
              "r", fraction,
              "runs", small.size(),
              "expected", small.get(0).expected(),
              "least", least(small, PlateauRun::height),
              "most", most(small, PlateauRun::height),
              "farthest from the split's own share",
                  most(small, r -> Math.abs(r.height() - r.mirrored())))
          .expectingAtMost(0, CRITERION)
          .holds(most(small, PlateauReproduction::excess))
          .rejects("standard normal first embeddings", most(large, PlateauReproduction::excess));
    }
    others(all, sums);
  }

  /** Without mirrored pairs there is no plateau; products of permutations have a low one. */
  private static void others(List<PlateauRun> all, List<PlateauRun> sums) {
    List<PlateauRun> unordered =
        all.stream().filter(r -> r.small() && r.sums(Pairs.UNORDERED)).toList();
    List<PlateauRun> group = all.stream().filter(r -> r.small() && r.permutations()).toList();
    Check.of(PLATEAU, "largest height, unordered pairs")
        .by(Oracle.REPRODUCTION)
        .at(
            "runs", unordered.size(),
            "least of S_4", least(group, PlateauRun::height),
            "most of S_4", most(group, PlateauRun::height))
        .expectingAtMost(0.05, CRITERION)
        .holds(most(unordered, PlateauRun::height))
        .rejects(
            "ordered pairs",
            least(sums.stream().filter(PlateauRun::small).toList(), PlateauRun::height));
  }
}
