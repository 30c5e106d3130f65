package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/**
 * A recorded run with the spectra of its Hessian.
 *
 * @param result a job of {@link SpectrumRuns}
 */
public record SpectrumRun(JobResult result) {
  /** Returns the recorded runs. */
  public static List<SpectrumRun> of(Recording recording) {
    return recording.results().stream().map(SpectrumRun::new).toList();
  }

  /** Whether it is a run of the square network, which doesn't slingshot. */
  public boolean square() {
    return result.job().text(SpectrumRuns.NETWORK).equals(SpectrumRuns.Network.SQUARE.name());
  }

  /** Returns a recorded series. */
  public double[] series(String name) {
    return result.measurements().values(name);
  }

  /** Returns the last value of a series. */
  public double last(String name) {
    double[] values = series(name);
    return values[values.length - 1];
  }

  /** Returns the values at points at which all training pairs are right. */
  public double[] fitted(double[] values) {
    double[] right = series(WholeSpectrum.FITTED);
    return IntStream.range(0, values.length)
        .filter(i -> right[i] == 1)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  /** Returns λ_min/λ₁ of each spectrum. */
  public double[] lowest() {
    return ratio(WholeSpectrum.SMALLEST, WholeSpectrum.LARGEST);
  }

  /** Returns λ₁/λ₂ of each spectrum. */
  public double[] dominance() {
    return ratio(WholeSpectrum.LARGEST, WholeSpectrum.SECOND);
  }

  private double[] ratio(String above, String below) {
    double[] numerators = series(above);
    double[] denominators = series(below);
    return IntStream.range(0, numerators.length)
        .mapToDouble(i -> numerators[i] / denominators[i])
        .toArray();
  }

  /** Returns tr H/d at the point of the random slices. */
  public double meanCurvature(int parameters) {
    return last(WholeSpectrum.TRACE) / parameters;
  }

  /** Returns 2(tr H²/d − (tr H/d)²)/(d + 2) there. */
  public double varianceOfCurvature(int parameters) {
    double mean = meanCurvature(parameters);
    double squares = last(WholeSpectrum.SQUARES) / parameters;
    return 2 * (squares - mean * mean) / (parameters + 2);
  }

  /** The figure of all runs. */
  public static FigureData figure(List<SpectrumRun> runs) {
    return new FigureData(
        "notsawo.spectra",
        List.of("notsawo.sec4.two_minima", "notsawo.appg4.between"),
        "Whole spectra on plateaus and between slingshots",
        "The Hessian has negative eigenvalues at each point, those at which all training pairs are"
            + " right included; the largest exceeds the next by a factor below 3.",
        "desk",
        Map.of("runs", String.valueOf(runs.size())),
        List.of(
            panel("-smallest/largest", runs, true, SpectrumRun::depth),
            panel("-smallest/largest", runs, false, SpectrumRun::depth),
            panel("largest/second", runs, false, SpectrumRun::dominance)));
  }

  private double[] depth() {
    double[] lowest = lowest();
    return IntStream.range(0, lowest.length).mapToDouble(i -> -lowest[i]).toArray();
  }

  private interface Reading {
    double[] of(SpectrumRun run);
  }

  private static Panel panel(String name, List<SpectrumRun> runs, boolean square, Reading reading) {
    Predicate<SpectrumRun> which = r -> r.square() == square;
    return Panel.of(
        name + (square ? ", after memorisation" : ", between slingshots"),
        Axis.linear("step"),
        Axis.log(name),
        runs.stream()
            .filter(which)
            .map(
                r ->
                    Series.measured(
                        "run " + r.result().job().integer(SmallRunExperiment.SEED),
                        r.series(WholeSpectrum.STEPS),
                        reading.of(r)))
            .toArray(Series[]::new));
  }
}
