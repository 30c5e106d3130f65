package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.grokcheck.notsawo.signal.CutOffMoment;
import org.grokcheck.notsawo.signal.DampedOscillation;
import org.grokcheck.notsawo.signal.ForecastCalibration;
import org.grokcheck.notsawo.signal.ForecastCalibration.Run;
import org.grokcheck.notsawo.signal.GaussianPulse;
import org.grokcheck.notsawo.signal.HighPass;
import org.grokcheck.notsawo.signal.Hjorth;
import org.grokcheck.notsawo.signal.RocArea;
import org.grokcheck.notsawo.signal.SpectralSignature;
import org.grokcheck.notsawo.signal.Spectrum;

/** Domains of signals and scores. */
final class SignalEdges {
  private static final BigDecimal ZERO = BigDecimal.ZERO;
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal LEAST = BigDecimal.ONE.movePointLeft(20);
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final double[] SCORES = {1, 2};

  private SignalEdges() {}

  static Stream<Edge> all() {
    return Stream.of(samples(), models(), areas(), forecasts()).flatMap(s -> s);
  }

  private static Stream<Edge> samples() {
    double[] two = new double[2];
    double[] three = new double[3];
    double[] none = new double[0];
    double[] spoiled = {1, 2, Double.NaN};
    return Stream.of(
        new Edge(
            "signal: need at least 3", () -> Hjorth.ofWindow(three), () -> Hjorth.ofWindow(two)),
        new Edge(
            "signal: need at least 2",
            () -> Hjorth.ofPeriod(two),
            () -> Hjorth.ofPeriod(new double[1])),
        new Edge(
            "signal: need at least 1", () -> Spectrum.of(new double[1]), () -> Spectrum.of(none)),
        new Edge(
            "signal: need at least 1",
            () -> HighPass.trend(new double[1]),
            () -> HighPass.oscillation(none)),
        new Edge("signal[2]", () -> Spectrum.of(three), () -> Spectrum.of(spoiled)),
        new Edge("signal[2]", () -> HighPass.trend(three), () -> HighPass.trend(spoiled)),
        new Edge("signal[2]", () -> Hjorth.ofWindow(three), () -> Hjorth.ofWindow(spoiled)),
        new Edge("signal[2]", () -> Hjorth.ofPeriod(three), () -> Hjorth.ofPeriod(spoiled)),
        new Edge(
            "signal: need at least 3",
            () -> SpectralSignature.of(three, 3),
            () -> SpectralSignature.of(two, 3)),
        new Edge(
            "window: need at least 3",
            () -> SpectralSignature.of(three, 3),
            () -> SpectralSignature.of(three, 2)),
        new Edge("N: need", () -> Hjorth.ofCosine(1, 1), () -> Hjorth.ofCosine(0, 1)));
  }

  private static DampedOscillation wave(BigDecimal amplitude, BigDecimal decay, double duration) {
    return new DampedOscillation(amplitude, decay, ONE, ONE, duration);
  }

  private static Stream<Edge> models() {
    DampedOscillation wave = wave(ONE, ONE, 1);
    return Stream.of(
        new Edge("A (amplitude)", () -> wave(LEAST, ONE, 1), () -> wave(ZERO, ONE, 1)),
        new Edge("T (duration)", () -> wave(ONE, ZERO, Double.MIN_VALUE), () -> wave(ONE, ZERO, 0)),
        new Edge(
            "kappa (decay)", () -> wave(ONE, LEAST, INFINITE), () -> wave(ONE, ZERO, INFINITE)),
        new Edge("d (derivative)", () -> wave.energy(0), () -> wave.energy(-1)),
        new Edge(
            "n (order)",
            () -> GaussianPulse.unitaryMoment(0),
            () -> GaussianPulse.nonUnitaryMoment(-1)),
        new Edge("cutoff", () -> CutOffMoment.of(0), () -> CutOffMoment.of(-Double.MIN_VALUE)),
        new Edge(
            "cutoff", () -> CutOffMoment.of(Double.MAX_VALUE), () -> CutOffMoment.of(INFINITE)));
  }

  private static void draw(double confidence, int draws) {
    RocArea.bootstrap(SCORES, SCORES, confidence, draws, new Random(1));
  }

  private static Stream<Edge> areas() {
    int most = RocArea.MAX_EXACT;
    double[] none = new double[0];
    double[] spoiled = {1, Double.NaN};
    return Stream.of(
        new Edge(
            "positives: need",
            () -> RocArea.of(new double[1], SCORES),
            () -> RocArea.of(none, SCORES)),
        new Edge(
            "negatives: need",
            () -> RocArea.of(SCORES, new double[1]),
            () -> RocArea.of(SCORES, none)),
        new Edge(
            "positives[1]",
            () -> RocArea.of(new double[] {1, INFINITE}, SCORES),
            () -> RocArea.of(spoiled, SCORES)),
        new Edge(
            "negatives[1]",
            () -> RocArea.of(SCORES, new double[] {1, -INFINITE}),
            () -> RocArea.of(SCORES, spoiled)),
        new Edge(
            "n_pos, n_neg", () -> RocArea.nullVariance(1, 1), () -> RocArea.nullVariance(0, 1)),
        new Edge(
            "n_pos, n_neg", () -> RocArea.nullVariance(1, 1), () -> RocArea.nullVariance(1, 0)),
        new Edge(
            "n_pos, n_neg",
            () -> RocArea.perfectProbability(1, 1),
            () -> RocArea.perfectProbability(1, 0)),
        new Edge(
            "n1, n2",
            () -> RocArea.twoSidedProbability(most, 1, 0),
            () -> RocArea.twoSidedProbability(most + 1, 1, 0)),
        new Edge(
            "n1, n2",
            () -> RocArea.twoSidedProbability(1, most, 0),
            () -> RocArea.twoSidedProbability(1, most + 1, 0)),
        new Edge(
            "u: need",
            () -> RocArea.twoSidedProbability(2, 3, 0),
            () -> RocArea.twoSidedProbability(2, 3, -1)),
        new Edge(
            "u: need",
            () -> RocArea.twoSidedProbability(2, 3, 6),
            () -> RocArea.twoSidedProbability(2, 3, 7)),
        new Edge("confidence", () -> draw(1e-9, 100), () -> draw(0, 100)),
        new Edge("confidence", () -> draw(Math.nextDown(1.0), 100), () -> draw(1, 100)),
        new Edge("draws", () -> draw(0.9, 100), () -> draw(0.9, 99)));
  }

  private static void runs(int generalised, int others) {
    List<Run> runs = new ArrayList<>();
    for (int k = 0; k < generalised + others; k++) {
      runs.add(new Run(k, k < generalised));
    }
    new ForecastCalibration(runs);
  }

  private static Stream<Edge> forecasts() {
    return Stream.of(
        new Edge("runs: need", () -> runs(2, 2), () -> runs(1, 2)),
        new Edge("runs: need", () -> runs(2, 2), () -> runs(2, 1)),
        new Edge("right, all", () -> share(0, 1), () -> share(0, 0)),
        new Edge("right, all", () -> share(0, 1), () -> share(-1, 1)),
        new Edge("right, all", () -> share(1, 1), () -> share(2, 1)));
  }

  private static void share(int right, int all) {
    ForecastCalibration.interval(right, all);
  }
}
