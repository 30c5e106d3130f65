package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
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

  /** A plateau is that of its own split; there is none without mirrored pairs. */
  private static void others(List<PlateauRun> all, List<PlateauRun> sums) {
    List<PlateauRun> small = sums.stream().filter(PlateauRun::small).toList();
    List<PlateauRun> large = sums.stream().filter(r -> !r.small()).toList();
    Check.of(PLATEAU, "median |height − the split's own share of mirrored pairs|, ordered pairs")
        .by(Oracle.REPRODUCTION)
        .at("runs", small.size(), "most", most(small, PlateauReproduction::offSplit))
        .expectingAtMost(0.02, CRITERION)
        .holds(median(small))
        .rejects("standard normal first embeddings", median(large));
    none("unordered pairs", all.stream().filter(r -> r.sums(Pairs.UNORDERED)).toList(), small);
    none("products of S_4", all.stream().filter(PlateauRun::permutations).toList(), small);
  }

  private static double offSplit(PlateauRun run) {
    return Math.abs(run.height() - run.mirrored());
  }

  private static double median(List<PlateauRun> runs) {
    double[] off = runs.stream().mapToDouble(PlateauReproduction::offSplit).toArray();
    return StatUtils.percentile(off, 50);
  }

  private static void none(String which, List<PlateauRun> runs, List<PlateauRun> sums) {
    Check.of(PLATEAU, "largest height, " + which)
        .by(Oracle.REPRODUCTION)
        .at("runs", runs.size(), "least", least(runs, PlateauRun::height))
        .expectingAtMost(0.05, CRITERION)
        .holds(most(runs, PlateauRun::height))
        .rejects("sums of ordered pairs", least(sums, PlateauRun::height));
  }
}
