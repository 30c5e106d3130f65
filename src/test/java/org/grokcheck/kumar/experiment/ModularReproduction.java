package org.grokcheck.kumar.experiment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Figs. 2 and 16 and the numbers of Sec. 16, from recorded runs on modular addition. */
class ModularReproduction {
  private static final Tolerance CRITERION = new Tolerance.Exact();
  private static final List<Double> LEVELS = List.of(0.8, 0.9, 0.95);
  private static final int DRAWS = 5;

  private static Recording recording() {
    return Recordings.of(new ModularArithmetic(), Scale.DESK);
  }

  private static double ratio(EngineCurves run, double level) {
    return run.stepsTo(ModularArithmetic.TEST_ACCURACY, level)
        / run.stepsTo(ModularArithmetic.TRAIN_ACCURACY, level);
  }

  /** The run with eq. (7) at an α. */
  private static EngineCurves centred(Recording recording, double alpha, int seed) {
    return EngineCurves.of(recording, ModularArithmetic.CENTRED).stream()
        .filter(r -> r.number("alpha") == alpha && r.seed() == seed)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Checks(
      value = {"kumar.fig2a", "kumar.fig2b", "kumar.sec3.weight-norm-increase"},
      scale = Scale.DESK)
  void testAccuracyComesLateWhileTheNormGrows() {
    Recording recording = recording();
    List<EngineCurves> plain = EngineCurves.of(recording, ModularArithmetic.PLAIN);
    for (int seed = 0; seed < DRAWS; seed++) {
      EngineCurves run = centred(recording, 0.3, seed);
      for (double level : LEVELS) {
        run.check("kumar.fig2a", "training over test steps to an accuracy of " + level)
            .part("delay")
            .expectingAtMost(0.5, CRITERION)
            .holds(1 / ratio(run, level))
            .rejects("test over training steps", ratio(run, level));
      }
      run.check("kumar.fig2a", "final test accuracy")
          .part("end")
          .expecting(1, CRITERION)
          .holds(run.last(ModularArithmetic.TEST_ACCURACY))
          .rejects(
              "when training is done", atPerfectTraining(run, ModularArithmetic.TEST_ACCURACY));
      double p = run.number("p");
      run.check("kumar.fig2b", "loss of 0 over the test loss when training accuracy exceeds 0.99")
          .part("delay")
          .expectingAtMost(1, CRITERION)
          .holds(1 / p / atPerfectTraining(run, EngineExperiment.TEST))
          .rejects(
              "over the training loss", 1 / p / atPerfectTraining(run, EngineExperiment.TRAIN));
      run.check("kumar.fig2b", "final test loss over the loss of 0")
          .part("end")
          .expectingAtMost(0.25, CRITERION)
          .holds(p * run.last(EngineExperiment.TEST))
          .rejects("when training is done", p * atPerfectTraining(run, EngineExperiment.TEST));
      norm(run, plain.get(seed));
    }
    figure(recording).write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  private static void norm(EngineCurves run, EngineCurves plain) {
    double start = run.first(EngineExperiment.NORM);
    run.check("kumar.sec3.weight-norm-increase", "smallest norm over that at the start, times −1")
        .part("no dip")
        .expectingAtMost(-0.999, CRITERION)
        .holds(-run.smallest(EngineExperiment.NORM) / start)
        .rejects(
            "without eq. (7)",
            -plain.smallest(EngineExperiment.NORM) / plain.first(EngineExperiment.NORM));
    run.check("kumar.sec3.weight-norm-increase", "norm at the start over that at the end")
        .part("growth")
        .expectingAtMost(1 / 1.1, CRITERION)
        .holds(start / run.last(EngineExperiment.NORM))
        .rejects(
            "without eq. (7)",
            plain.first(EngineExperiment.NORM) / plain.last(EngineExperiment.NORM));
  }

  /** A curve where the training accuracy first exceeds 0.99. */
  private static double atPerfectTraining(EngineCurves run, String name) {
    return run.curve(name)[run.reaches(ModularArithmetic.TRAIN_ACCURACY, 0.99)];
  }

  @Test
  @Checks(value = "kumar.fig2c", scale = Scale.DESK)
  void delayGrowsWithTheOutputScale() {
    Recording recording = recording();
    for (int draw = 0; draw < DRAWS; draw++) {
      int seed = draw;
      double[] times = new double[ModularArithmetic.ALPHAS.size()];
      double[] training = new double[times.length];
      for (int i = 0; i < times.length; i++) {
        EngineCurves run = centred(recording, ModularArithmetic.ALPHAS.get(i), seed);
        times[i] = run.stepsTo(ModularArithmetic.TEST_ACCURACY, 0.95);
        training[i] = run.stepsTo(ModularArithmetic.TRAIN_ACCURACY, 0.95);
      }
      EngineCurves first = centred(recording, ModularArithmetic.ALPHAS.get(0), seed);
      first
          .check("kumar.fig2c", "whether test steps to 0.95 grow with α: " + Arrays.toString(times))
          .part("delay")
          .expectingExactly(true)
          .holds(Sweep.increases(times))
          .rejects("fall", Sweep.increases(Sweep.reversed(times)));
      first
          .check("kumar.fig2c", "largest over smallest training steps to 0.95")
          .part("training")
          .expectingAtMost(2, CRITERION)
          .holds(
              Arrays.stream(training).max().orElseThrow()
                  / Arrays.stream(training).min().orElseThrow())
          .rejects("of test steps", times[times.length - 2] / times[0]);
    }
  }

  @Test
  @Checks(
      value = {"kumar.sec8.3.primes", "kumar.sec8.3.setup"},
      scale = Scale.DESK)
  void otherPrimesAndWidthsGrokToo() {
    Recording recording = recording();
    for (EngineCurves run : EngineCurves.of(recording, ModularArithmetic.PRIMES)) {
      groks(run, run.number("p") < 23 ? "p = 13 to 19" : "p = 29 and 31");
    }
    EngineCurves.of(recording, ModularArithmetic.WIDTHS).forEach(run -> groks(run, "widths"));
    for (EngineCurves run : EngineCurves.of(recording, ModularArithmetic.PLAIN)) {
      run.check("kumar.sec8.3.setup", "log₁₀ of the steps to a training accuracy of 1")
          .part("time scale")
          .expecting(3, Tolerance.remainder(0.5, "Fig. 2 shows about a thousand, to half a decade"))
          .holds(Math.log10(run.stepsTo(ModularArithmetic.TRAIN_ACCURACY, 1)))
          .rejects("of 0.1", Math.log10(run.stepsTo(ModularArithmetic.TRAIN_ACCURACY, 0.1)));
    }
  }

  private static void groks(EngineCurves run, String part) {
    run.check("kumar.sec8.3.primes", "training over test steps to 0.95")
        .part(part)
        .expectingAtMost(1 / 1.5, CRITERION)
        .holds(1 / ratio(run, 0.95))
        .rejects("test over training steps", ratio(run, 0.95));
    run.check("kumar.sec8.3.primes", "final test accuracy, times −1")
        .part(part)
        .expectingAtMost(-0.95, CRITERION)
        .holds(-run.last(ModularArithmetic.TEST_ACCURACY))
        .rejects("when training is done", -atPerfectTraining(run, ModularArithmetic.TEST_ACCURACY));
  }

  @Test
  @Checks("kumar.sec8.3.setup")
  void everyResidueIsTheSumOfAsManyPairs() {
    for (int p : new int[] {13, 17, 19, 23, 29, 31}) {
      ModularTable table =
          ModularTable.draw(p, 0.9, RunSettings.seeds().stream("kumar.sec8.3.setup/p=" + p));
      int[] counts = new int[p];
      IntStream.concat(IntStream.of(table.labels(true)), IntStream.of(table.labels(false)))
          .forEach(c -> counts[c]++);
      int[] wanted = new int[p];
      Arrays.fill(wanted, p);
      Check.of("kumar.sec8.3.setup", "pairs with each sum")
          .part("data")
          .by(Oracle.EXACT)
          .at("p", p)
          .expectingExactly(Arrays.toString(wanted))
          .holds(Arrays.toString(counts))
          .rejects("modulo p + 1", Arrays.toString(Arrays.copyOf(wanted, p + 1)));
      Check.of("kumar.sec8.3.setup", "pairs for training")
          .part("data")
          .by(Oracle.EXACT)
          .at("p", p)
          .expectingExactly(9 * p * p / 10)
          .holds(table.tokens(true).length)
          .rejects("rounded up", 9 * p * p / 10 + 1);
    }
  }

  @Test
  @Checks(
      value = {"kumar.fig16", "kumar.sec16.numbers"},
      scale = Scale.DESK)
  void testLossMovesWhileTestAccuracyIsFlat() {
    Recording recording = recording();
    for (EngineCurves run : EngineCurves.of(recording, ModularArithmetic.PLAIN)) {
      int flat = run.reaches(ModularArithmetic.TEST_ACCURACY, 0.1);
      double[] losses = Arrays.copyOf(run.curve(EngineExperiment.TEST), flat);
      double lowest = Arrays.stream(losses).min().orElseThrow();
      double highest = Arrays.stream(losses).max().orElseThrow();
      double[] accuracies = Arrays.copyOf(run.curve(ModularArithmetic.TEST_ACCURACY), flat);
      run.check("kumar.fig16", "lowest over highest test loss while test accuracy is below 0.1")
          .expectingAtMost(0.5, CRITERION)
          .holds(lowest / highest)
          .rejects("of 1 − test accuracy", 1 - Arrays.stream(accuracies).max().orElseThrow());
    }
    for (EngineCurves run : everyPrime(recording)) {
      double p = run.number("p");
      int perfect = run.reaches(ModularArithmetic.TRAIN_ACCURACY, 1);
      double loss = run.curve(EngineExperiment.TRAIN)[perfect];
      run.check("kumar.sec16.numbers", "p times the training loss at perfect accuracy")
          .part("mean over outputs")
          .expecting(0.5, Tolerance.remainder(0.3, "criterion: from 0.2 to 0.8"))
          .holds(p * loss)
          .rejects("the printed 0.06 at this p", p * 0.06);
    }
  }

  /** Runs of every prime, at the usual width, that reach a training accuracy of 1. */
  private static List<EngineCurves> everyPrime(Recording recording) {
    return EngineCurves.of(recording).stream()
        .filter(r -> !r.result().job().text("series").equals(ModularArithmetic.WIDTHS))
        .filter(r -> r.stepsTo(ModularArithmetic.TRAIN_ACCURACY, 1) < Double.POSITIVE_INFINITY)
        .sorted(Comparator.comparingDouble(r -> r.number("p")))
        .toList();
  }

  private static FigureData figure(Recording recording) {
    EngineCurves run = centred(recording, 0.3, 0);
    double[] steps = later(run, EngineExperiment.STEPS);
    Axis x = Axis.log("steps");
    return new FigureData(
        "kumar.fig2a",
        List.of("kumar.fig2a", "kumar.fig2b", "kumar.fig2c", "kumar.sec3.weight-norm-increase"),
        "Accuracy, loss and norm on addition modulo 23",
        "Test accuracy comes late, later for larger α, while the norm grows from the start.",
        "desk",
        CommitteeFigures.parameters(recording, "N = 100, η = 100/α², α = 0.3 where not said"),
        List.of(
            Panel.of(
                "accuracy",
                x,
                Axis.linear("accuracy"),
                Series.measured("train", steps, later(run, ModularArithmetic.TRAIN_ACCURACY)),
                Series.measured("test", steps, later(run, ModularArithmetic.TEST_ACCURACY))),
            Panel.of(
                "loss",
                x,
                Axis.log("loss"),
                Series.measured("train", steps, later(run, EngineExperiment.TRAIN)),
                Series.measured("test", steps, later(run, EngineExperiment.TEST))),
            Panel.of(
                "norm",
                x,
                Axis.linear("‖θ‖"),
                Series.measured("norm", steps, later(run, EngineExperiment.NORM))),
            new Panel(
                "test accuracy at several α",
                x,
                Axis.linear("accuracy"),
                IntStream.range(0, ModularArithmetic.ALPHAS.size())
                    .mapToObj(i -> series(centred(recording, ModularArithmetic.ALPHAS.get(i), 0)))
                    .toList(),
                "",
                List.of())));
  }

  private static Series series(EngineCurves run) {
    return Series.measured(
        "α = " + run.number("alpha"),
        later(run, EngineExperiment.STEPS),
        later(run, ModularArithmetic.TEST_ACCURACY));
  }

  private static double[] later(EngineCurves run, String name) {
    return CommitteeFigures.later(run.result(), name);
  }
}
