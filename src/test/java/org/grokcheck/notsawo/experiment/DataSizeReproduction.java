package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.notsawo.curve.PowerLawFit;
import org.junit.jupiter.api.Test;

/**
 * App. E.3: more training data, earlier generalisation and later memorisation, in 24 recorded runs.
 */
class DataSizeReproduction {
  private static final String MORE = "notsawo.sec2.more_data";
  private static final String T2 = "notsawo.appe.t2_decreasing";
  private static final Tolerance CRITERION = new Tolerance.Exact();

  /** A run that never gets there counts as later than all others. */
  private static final double LATE = 1e9;

  private static double correlation(List<GridRun> runs, ToDoubleFunction<GridRun> step) {
    return new SpearmansCorrelation()
        .correlation(
            runs.stream().mapToDouble(r -> r.number(SmallRunExperiment.FRACTION)).toArray(),
            runs.stream().mapToDouble(r -> Math.min(LATE, step.applyAsDouble(r))).toArray());
  }

  @Test
  @Checks(
      value = {MORE, T2},
      scale = Scale.DESK)
  void generalisationIsEarlierAndMemorisationLater() {
    List<GridRun> runs = GridRun.of(Recordings.of(new DataSizeRuns(), Scale.DESK));
    figure(runs);
    double later = correlation(runs, GridRun::t4);
    double memorised = correlation(runs, GridRun::t2);
    Check.of(MORE, "rank correlation of r and t4, at most −0.8")
        .by(Oracle.REPRODUCTION)
        .at("runs", runs.size())
        .expectingAtMost(-0.8, CRITERION)
        .holds(later)
        .rejects("of r and t2", memorised);
    Check.of(T2, "−lower end of the 95 % interval of the rank correlation of r and t2")
        .by(Oracle.REPRODUCTION)
        .at("runs", runs.size(), "correlation", memorised)
        .expectingAtMost(0, CRITERION)
        .holds(-lowerEnd(memorised, runs.size()))
        .refutes("t2 falls with r", memorised);
  }

  /** Fisher's interval of a rank correlation, with the variance (1 + ρ²/2)/(n − 3). */
  private static double lowerEnd(double correlation, int size) {
    double width = 1.96 * Math.sqrt((1 + correlation * correlation / 2) / (size - 3));
    double centre = (StrictMath.log1p(correlation) - StrictMath.log1p(-correlation)) / 2;
    return StrictMath.tanh(centre - width);
  }

  private static void figure(List<GridRun> runs) {
    List<GridRun> reached = runs.stream().filter(r -> Double.isFinite(r.t4())).toList();
    PowerLawFit fit =
        PowerLawFit.of(
            reached.stream().mapToDouble(r -> r.number(SmallRunExperiment.FRACTION)).toArray(),
            reached.stream().mapToDouble(GridRun::t4).toArray());
    GridFigures.dataSizes(runs, fit)
        .with("gamma, 95 % interval", fit.gammaInterval(0.95))
        .with("b = 0 rejected", fit.rejectsPurePower(0.95))
        .with("runs that did not generalise", runs.size() - reached.size())
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }
}
