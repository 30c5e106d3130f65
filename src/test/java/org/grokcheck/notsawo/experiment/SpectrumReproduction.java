package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Sec. 4, App. G.4, Fig. 9: whole spectra of Hessians of small recorded runs. */
class SpectrumReproduction {
  private static final String MINIMA = "notsawo.sec4.two_minima";
  private static final String BETWEEN = "notsawo.appg4.between";
  private static final String RANDOM = "notsawo.fig9";
  private static final int SQUARE = 936;
  private static final int DECODER = 1128;
  private static final Tolerance CRITERION = new Tolerance.Exact();

  /** Share of λ₁ below which the criterion calls an eigenvalue negative. */
  private static final double NEGATIVE = -1e-6;

  private static final double FALSE_ALARM = 1e-9;

  /** Two-sided quantile of the false alarm is 6.1; the rest is for skew of a mean of 600. */
  private static final double Z = 7;

  private static double[] all(List<SpectrumRun> runs, Function<SpectrumRun, double[]> values) {
    return runs.stream().map(values).flatMapToDouble(DoubleStream::of).toArray();
  }

  private static double[] all(List<SpectrumRun> runs, String series) {
    return all(runs, r -> r.series(series));
  }

  @Test
  @Checks(
      value = {MINIMA, BETWEEN, RANDOM},
      scale = Scale.DESK)
  void spectraOfSmallRuns() {
    List<SpectrumRun> runs = SpectrumRun.of(Recordings.of(new SpectrumRuns(), Scale.DESK));
    SpectrumRun.figure(runs).write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
    memorisedPointsAreNoMinimisers(runs.stream().filter(SpectrumRun::square).toList());
    List<SpectrumRun> decoders = runs.stream().filter(r -> !r.square()).toList();
    spectraAreSure(runs.stream().filter(SpectrumRun::square).toList(), MINIMA, SQUARE);
    spectraAreSure(decoders, BETWEEN, DECODER);
    betweenSlingshots(decoders);
    curvatures(decoders);
    slices(decoders);
  }

  /** After memorisation, validation pairs still wrong: negative curvature at every point. */
  private static void memorisedPointsAreNoMinimisers(List<SpectrumRun> runs) {
    double[] lowest = all(runs, SpectrumRun::lowest);
    Check.of(MINIMA, "largest λ_min/λ_max of points at which training pairs alone are right")
        .by(Oracle.REPRODUCTION)
        .at(
            "points", lowest.length,
            "least", StatUtils.min(lowest),
            "least loss", StatUtils.min(all(runs, WholeSpectrum.LOSS)),
            "most", StatUtils.max(all(runs, WholeSpectrum.LOSS)),
            "least |G|/(λ_max |θ|)", StatUtils.min(all(runs, WholeSpectrum.RELATIVE_GRADIENT)),
            "most", StatUtils.max(all(runs, WholeSpectrum.RELATIVE_GRADIENT)),
            "least share of negative", StatUtils.min(all(runs, WholeSpectrum.NEGATIVE)),
            "most", StatUtils.max(all(runs, WholeSpectrum.NEGATIVE)),
            "least training accuracy", StatUtils.min(all(runs, WholeSpectrum.FITTED)),
            "most validation accuracy", StatUtils.max(all(runs, WholeSpectrum.VALIDATED)),
            "least gradient norm", StatUtils.min(all(runs, WholeSpectrum.GRADIENT)),
            "most", StatUtils.max(all(runs, WholeSpectrum.GRADIENT)))
        .expectingAtMost(NEGATIVE, CRITERION)
        .holds(StatUtils.max(lowest))
        .refutes("a minimiser has no negative eigenvalue", 0);
  }

  /**
   * H is symmetric; what it isn't by, e in units of its largest entry, moves eigenvalues by at most
   * d·e·λ₁, an entry being at most the norm. That must be less than the criterion's bound.
   */
  private static void spectraAreSure(List<SpectrumRun> runs, String claim, int parameters) {
    double asymmetry = StatUtils.max(all(runs, WholeSpectrum.ASYMMETRY));
    Check.of(claim, "d × largest asymmetry of the Hessian, over its largest entry")
        .part(claim.equals(BETWEEN) ? "signs" : "")
        .by(Oracle.REPRODUCTION)
        .at("d", parameters, "asymmetry", asymmetry)
        .expectingAtMost(-NEGATIVE, CRITERION)
        .holds(parameters * asymmetry)
        .rejects("single precision", parameters * 0x1p-24);
  }

  /** Where all training pairs are right; one point in eleven lies inside a slingshot. */
  private static double[] quiet(List<SpectrumRun> runs, Function<SpectrumRun, double[]> values) {
    return all(runs, r -> r.fitted(values.apply(r)));
  }

  private static void betweenSlingshots(List<SpectrumRun> runs) {
    double[] lowest = quiet(runs, SpectrumRun::lowest);
    double[] dominance = quiet(runs, SpectrumRun::dominance);
    double[] negative = quiet(runs, r -> r.series(WholeSpectrum.NEGATIVE));
    double[] gradient = quiet(runs, r -> r.series(WholeSpectrum.RELATIVE_GRADIENT));
    Check.of(BETWEEN, "largest λ_min/λ_max half way between two slingshots")
        .part("signs")
        .by(Oracle.REPRODUCTION)
        .at(
            "slingshots", all(runs, SpectrumRuns.SLINGSHOTS).length,
            "points", lowest.length,
            "least", StatUtils.min(lowest),
            "least share of negative", StatUtils.min(negative),
            "most", StatUtils.max(negative),
            "most |G|/(λ_max |θ|)", StatUtils.max(gradient))
        .expectingAtMost(NEGATIVE, CRITERION)
        .holds(StatUtils.max(lowest))
        .refutes("no eigenvalue is negative", 0);
    Check.of(BETWEEN, "largest λ_1/λ_2 half way between two slingshots")
        .part("dominance")
        .by(Oracle.REPRODUCTION)
        .at("points", dominance.length, "least", StatUtils.min(dominance))
        .expectingAtMost(3, CRITERION)
        .holds(StatUtils.max(dominance))
        .refutes("one curvature exceeds three times the next", Math.nextUp(3.0));
  }

  /** (x − tr H/d)²/variance over all runs; its mean is 1. */
  private static double[] standardised(SpectrumRun run) {
    double mean = run.meanCurvature(DECODER);
    double variance = run.varianceOfCurvature(DECODER);
    return Arrays.stream(run.series(RandomSlices.CURVATURES))
        .map(x -> (x - mean) / Math.sqrt(variance))
        .toArray();
  }

  /** Kurtosis of a quadratic form of Gaussians, 3 + 12 Σ(λ − m)⁴/(Σ(λ − m)²)². */
  private static double kurtosis(SpectrumRun run) {
    double mean = run.meanCurvature(DECODER);
    double second = run.last(WholeSpectrum.SQUARES) - DECODER * mean * mean;
    return 3 + 12 * run.last(WholeSpectrum.FOURTH) / (second * second);
  }

  private static void curvatures(List<SpectrumRun> runs) {
    double[] standard = all(runs, SpectrumReproduction::standardised);
    double kurtosis = runs.stream().mapToDouble(SpectrumReproduction::kurtosis).max().orElse(0);
    int n = standard.length;
    double rootMeanSquare =
        StatUtils.mean(
            all(
                runs,
                r ->
                    new double[] {
                      (Math.sqrt(r.last(WholeSpectrum.SQUARES) / DECODER)
                              - r.meanCurvature(DECODER))
                          / Math.sqrt(r.varianceOfCurvature(DECODER))
                    }));
    Check.of(RANDOM, "mean of (δ·Hδ − tr H/d)/standard deviation over random directions")
        .part("curvature")
        .by(Oracle.REPRODUCTION)
        .at("directions", n, "runs", runs.size(), "mean", StatUtils.mean(standard))
        .expecting(
            0, new Tolerance.Clt(1 / Math.sqrt(n), FALSE_ALARM, Z, "from the whole spectrum"))
        .holds(StatUtils.mean(standard))
        .rejects("root mean square of the eigenvalues", rootMeanSquare);
    Check.of(RANDOM, "mean of (δ·Hδ − tr H/d)²/variance over random directions")
        .part("curvature")
        .by(Oracle.REPRODUCTION)
        .at(
            "kurtosis",
            kurtosis,
            "standard error",
            Math.sqrt((kurtosis - 1) / n),
            "mean of the squares",
            StatUtils.sumSq(standard) / n)
        .expecting(
            1,
            new Tolerance.Clt(
                Math.sqrt((kurtosis - 1) / n), FALSE_ALARM, Z, "fourth moment of the spectrum"))
        .holds(StatUtils.sumSq(standard) / n)
        .rejects("half the variance", 2 * StatUtils.sumSq(standard) / n)
        .rejects("variance of the eigenvalues", 2 * StatUtils.sumSq(standard) / n / (DECODER + 2));
  }

  /** Exact lower end of the interval of a probability of which so many of n were seen. */
  private static double lowerEnd(long seen, int n) {
    return new BetaDistribution(seen, n - seen + 1.0).inverseCumulativeProbability(FALSE_ALARM);
  }

  /** In two of three runs more than 5 percent of the slices have an obstacle between two minima. */
  private static void slices(List<SpectrumRun> runs) {
    int n = runs.get(0).series(RandomSlices.MINIMA).length;
    long[] second =
        runs.stream()
            .mapToLong(r -> Arrays.stream(r.series(RandomSlices.MINIMA)).filter(m -> m > 1).count())
            .sorted()
            .toArray();
    Check.of(RANDOM, "0.05 − lower end of the middle share, of three runs, with a second minimum")
        .part("minima")
        .by(Oracle.REPRODUCTION)
        .at(
            "slices of a run", n,
            "with a second minimum", Arrays.toString(second),
            "false alarm", FALSE_ALARM,
            "lower end of the least", lowerEnd(second[0], n),
            "farthest of the nearest minima", StatUtils.max(all(runs, RandomSlices.NEAREST)))
        .expectingAtMost(0, CRITERION)
        .holds(0.05 - lowerEnd(second[1], n))
        .refutes("a second minimum in 5 percent of the slices", 0.05 - lowerEnd(n / 20, n));
  }
}
