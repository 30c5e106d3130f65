package org.grokcheck.notsawo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.notsawo.signal.ForecastCalibration;
import org.grokcheck.notsawo.signal.ForecastCalibration.Run;
import org.grokcheck.notsawo.signal.RocArea.Interval;
import org.junit.jupiter.api.Test;

/** Sec. 3: what early losses say about 48 recorded runs, beside what their settings say alone. */
class SpectralGridReproduction {
  private static final String FORECAST = "notsawo.sec3.forecast";
  private static final String BASELINE = "notsawo.ext.spectral_baseline";
  private static final String SMALL = "notsawo.sec3.small_lr_wd";
  private static final String LARGE = "notsawo.sec3.large_lr";
  private static final Tolerance CRITERION = new Tolerance.Exact();

  private static List<GridRun> runs() {
    return GridRun.of(Recordings.of(new SpectralGrid(), Scale.DESK));
  }

  private static Map<Predictor, Interval> areas(List<GridRun> runs) {
    Map<Predictor, Interval> areas = new EnumMap<>(Predictor.class);
    for (Predictor predictor : Predictor.values()) {
      areas.put(
          predictor,
          predictor.interval(runs, RunSettings.seeds().stream(FORECAST + "/" + predictor)));
    }
    return areas;
  }

  private static Interval of(Map<Predictor, Interval> areas, Predictor predictor) {
    return areas.getOrDefault(predictor, new Interval(Double.NaN, Double.NaN, Double.NaN));
  }

  /** The area that either sign of the score gives. */
  private static double eitherSign(Interval interval) {
    return Math.max(interval.estimate(), 1 - interval.estimate());
  }

  @Test
  @Checks(
      value = {FORECAST, BASELINE},
      scale = Scale.DESK)
  void filteredOscillationTellsAndSettingsTellMore() {
    List<GridRun> runs = runs();
    Map<Predictor, Interval> areas = areas(runs);
    GridFigures.forecast(runs, areas)
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
    Interval oscillation = of(areas, Predictor.OSCILLATION);
    for (String claim : List.of(FORECAST, BASELINE)) {
      Check.of(claim, "0.5 − lower end of the interval of the area of the oscillation")
          .part("forecast")
          .by(Oracle.REPRODUCTION)
          .at("areas", GridFigures.sentence(areas))
          .expectingAtMost(0, CRITERION)
          .holds(0.5 - oscillation.low())
          .rejects("energy, by the same sign", 0.5 - of(areas, Predictor.ENERGY).low());
    }
    double settings = of(areas, Predictor.PRODUCT).estimate();
    Check.of(FORECAST, "how much more of the area rate times decay has than a score")
        .part("forecast")
        .by(Oracle.REPRODUCTION)
        .at("areas", GridFigures.sentence(areas))
        .expectingAtMost(0, CRITERION)
        .refutes(
            "energy, by either sign, beats the settings",
            settings - eitherSign(of(areas, Predictor.ENERGY)));
    Check.of(BASELINE, "area of the best early score − area of rate times decay")
        .part("baseline")
        .by(Oracle.REPRODUCTION)
        .at("areas", GridFigures.sentence(areas))
        .expectingAtMost(0, CRITERION)
        .holds(
            Math.max(
                    eitherSign(of(areas, Predictor.ENERGY)),
                    Math.max(eitherSign(of(areas, Predictor.VARIANCE)), oscillation.estimate()))
                - settings)
        .rejects("against guessing", oscillation.estimate() - 0.5);
  }

  /** Both areas on the same runs drawn anew: the interval of their difference reaches below 0. */
  @Test
  @Checks(value = BASELINE, scale = Scale.DESK)
  void noEarlyScoreIsSurelyBetterThanTheSettings() {
    List<GridRun> runs = runs();
    for (Predictor early : List.of(Predictor.VARIANCE, Predictor.OSCILLATION)) {
      double[] gaps = pairedGaps(runs, early);
      double low = gaps[gaps.length / 40];
      double high = gaps[gaps.length - 1 - gaps.length / 40];
      Check.of(BASELINE, "lower end of the interval of an area less that of rate times decay")
          .part("baseline")
          .by(Oracle.REPRODUCTION)
          .at("score", early.label(), "95 % interval", "[%.3f, %.3f]".formatted(low, high))
          .expectingAtMost(0, CRITERION)
          .holds(low)
          .rejects("less that of guessing", low + Predictor.PRODUCT.area(runs) - 0.5);
    }
  }

  /** Differences of two areas over draws with replacement within each class, sorted. */
  private static double[] pairedGaps(List<GridRun> runs, Predictor early) {
    RandomGenerator random = RunSettings.seeds().stream(BASELINE + "/" + early);
    Map<Boolean, List<GridRun>> classes =
        runs.stream()
            .filter(r -> !r.generalisedEarly())
            .collect(Collectors.partitioningBy(GridRun::generalisedLater));
    double[] gaps = new double[400];
    for (int k = 0; k < gaps.length; k++) {
      List<GridRun> drawn =
          classes.values().stream()
              .flatMap(c -> random.ints(c.size(), 0, c.size()).mapToObj(c::get))
              .toList();
      gaps[k] = early.area(drawn) - Predictor.PRODUCT.area(drawn);
    }
    Arrays.sort(gaps);
    return gaps;
  }

  /** m₀ is almost a function of the learning rate alone, which is what makes its map look alike. */
  @Test
  @Checks(value = BASELINE, scale = Scale.DESK)
  void energyFollowsTheLearningRate() {
    List<GridRun> runs = runs();
    Check.of(BASELINE, "rank correlation of energy and learning rate, below −0.8")
        .part("confounded")
        .by(Oracle.REPRODUCTION)
        .at("runs", runs.size())
        .expectingAtMost(-0.8, CRITERION)
        .holds(correlation(runs, Predictor.ENERGY, Predictor.RATE))
        .rejects("with the decay", correlation(runs, Predictor.ENERGY, Predictor.DECAY));
  }

  private static double correlation(List<GridRun> runs, Predictor one, Predictor other) {
    return new SpearmansCorrelation()
        .correlation(
            runs.stream().mapToDouble(one::score).toArray(),
            runs.stream().mapToDouble(other::score).toArray());
  }

  /** Within a fixed budget larger rates and decays generalise, not smaller ones. */
  @Test
  @Checks(value = SMALL, scale = Scale.DESK)
  void generalisationIsSeenAtLargeRatesAndDecays() {
    Map<Predictor, Interval> areas = areas(runs());
    for (Predictor predictor : List.of(Predictor.RATE, Predictor.DECAY)) {
      Interval area = of(areas, predictor);
      Check.of(SMALL, "0.5 − lower end of the interval of the area of the " + predictor.label())
          .by(Oracle.REPRODUCTION)
          .at("area", area)
          .expectingAtMost(0, CRITERION)
          .holds(0.5 - area.low())
          .refutes("small ones generalise", 0.5 - (1 - area.high()));
    }
  }

  /** At each decay the oscillation grows with the rate; without decay no run generalises. */
  @Test
  @Checks(value = LARGE, scale = Scale.DESK)
  void largeRatesOscillateWithoutGrokking() {
    List<GridRun> runs = runs();
    double[] decays = runs.stream().mapToDouble(Predictor.DECAY::score).distinct().toArray();
    for (double decay : decays) {
      List<GridRun> fixed = runs.stream().filter(r -> Predictor.DECAY.score(r) == decay).toList();
      Check.of(LARGE, "rank correlation of oscillation and rate at a fixed decay, above 0.5")
          .part("oscillation")
          .by(Oracle.REPRODUCTION)
          .at("decay", decay)
          .expectingAtMost(-0.5, CRITERION)
          .holds(-correlation(fixed, Predictor.OSCILLATION, Predictor.RATE))
          .rejects("of the energy", -correlation(fixed, Predictor.ENERGY, Predictor.RATE));
    }
    long without =
        runs.stream().filter(r -> Predictor.DECAY.score(r) == 0 && Double.isFinite(r.t4())).count();
    long all = runs.stream().filter(r -> Double.isFinite(r.t4())).count();
    Check.of(LARGE, "runs without decay that generalise")
        .part("no grokking")
        .by(Oracle.REPRODUCTION)
        .at("runs", runs.size())
        .expecting(0, CRITERION)
        .holds((double) without)
        .rejects("runs with decay", (double) (all - without));
  }

  @Test
  @Infrastructure("the calibration that comes with the program is that of the recording")
  void calibrationIsThatOfTheRecording() {
    List<Run> recorded =
        runs().stream()
            .filter(r -> !r.generalisedEarly())
            .map(r -> new Run(r.signature().roughness(), r.generalisedLater()))
            .toList();
    ForecastCalibration calibration = ForecastCalibration.ofSmallRuns();
    assertEquals(recorded.size(), calibration.runs().size());
    for (int i = 0; i < recorded.size(); i++) {
      assertEquals(recorded.get(i).generalised(), calibration.runs().get(i).generalised());
      double score = recorded.get(i).score();
      assertEquals(score, calibration.runs().get(i).score(), 1e-9 * score);
    }
    double[] interval = ForecastCalibration.interval(8, 10);
    assertEquals("[0.490, 0.943]", rounded(interval));
  }

  private static String rounded(double[] values) {
    return Arrays.toString(
        Arrays.stream(values).mapToObj(v -> String.format(Locale.ROOT, "%.3f", v)).toArray());
  }
}
