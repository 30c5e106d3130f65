package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;
import static org.grokcheck.omnigrok.experiment.TeacherStudentRuns.test;
import static org.grokcheck.omnigrok.experiment.TeacherStudentRuns.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Figs. 2b and 2c, from recorded training of four students. */
class TeacherStudentReproduction {
  private static final int SEEDS = 4;
  private static final double RATE = 1e-3;
  private static final double[] SMALL = {0.25, 0.12, 0.06, 0.03};
  private static final double[] WIDE = {0.5, 0.25, 0.12, 0.06, 0.03};
  private static final double[] ALL = {1, 0.5, 0.25, 0.12, 0.06, 0.03};

  private static Recording recording() {
    return Recordings.of(new TeacherStudentRuns(), Scale.DESK);
  }

  private static RecordedJob run(
      Recording recording, String method, double alpha, double gamma, int seed) {
    return RecordedJob.only(
        recording, "method", method, "alpha", alpha, "gamma", gamma, "seed", seed);
  }

  private static DecayFit law(Recording recording, double[] gammas, String accuracy, int seed) {
    return new DecayFit(
        gammas,
        Arrays.stream(gammas)
            .map(g -> run(recording, "adamw", 2, g, seed).value("steps to " + accuracy))
            .toArray());
  }

  @Test
  @Checks(value = "omnigrok.fig2b.large", scale = Scale.DESK)
  void largeStartsNeedDecayToGeneralise() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob none = run(recording, "adamw", 2, 0, seed);
      RecordedJob small = run(recording, "adamw", 2, 0.06, seed);
      RecordedJob large = run(recording, "adamw", 2, 1, seed);
      none.check("omnigrok.fig2b.large", "test accuracy at θ = 0.003 without decay")
          .expectingAtMost(0.7, CRITERION)
          .holds(none.last(test("0.003")))
          .rejects("with γ = 0.06", small.last(test("0.003")));
      small
          .check("omnigrok.fig2b.large", "t_train/t_test at γ = 0.06")
          .expectingAtMost(0.1, CRITERION)
          .holds(1 / delay(small, "0.003"))
          .rejects("with γ = 1", 1 / delay(large, "0.003"));
      large
          .check("omnigrok.fig2b.large", "t_test/t_train at γ = 1")
          .expectingAtMost(6, CRITERION)
          .holds(delay(large, "0.003"))
          .rejects("with γ = 0.06", delay(small, "0.003"));
    }
  }

  private static double delay(RecordedJob run, String threshold) {
    return run.value("steps to " + test(threshold)) / run.value("steps to " + train(threshold));
  }

  @Test
  @Checks(
      value = {"omnigrok.fig2b.small", "omnigrok.sec2.small-init"},
      scale = Scale.DESK)
  void smallStartsGeneraliseWhateverTheDecay() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      double late = run(recording, "adamw", 2, 0.03, seed).value("steps to " + test("0.001"));
      for (double gamma : new double[] {0, 0.03, 1}) {
        RecordedJob run = run(recording, "adamw", 0.5, gamma, seed);
        run.check("omnigrok.fig2b.small", "steps to 95 % test accuracy at θ = 0.001")
            .expectingAtMost(3_000, CRITERION)
            .holds(run.value("steps to " + test("0.001")))
            .rejects("from α = 2 with γ = 0.03", late);
        run.check("omnigrok.sec2.small-init", "t_test/t_train at θ = 0.001")
            .part("no delay")
            .expectingAtMost(10, CRITERION)
            .holds(delay(run, "0.001"))
            .rejects("from α = 2", delay(run(recording, "adamw", 2, 0.03, seed), "0.001"));
      }
      double free = run(recording, "adamw", 0.5, 0, seed).value("steps to " + test("0.001"));
      RecordedJob decayed = run(recording, "adamw", 0.5, 0.03, seed);
      decayed
          .check("omnigrok.sec2.small-init", "relative change of t_test by γ = 0.03")
          .part("whatever the decay")
          .expectingAtMost(0.1, CRITERION)
          .holds(Math.abs(decayed.value("steps to " + test("0.001")) / free - 1));
    }
  }

  @Test
  @Checks(value = "omnigrok.fig2c.overfit", scale = Scale.DESK)
  void stepsToFitHardlyDependOnDecay() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      DecayFit fit = law(recording, ALL, train("0.001"), seed);
      DecayFit generalise = law(recording, SMALL, test("0.001"), seed);
      RecordedJob any = run(recording, "adamw", 2, 1, seed);
      any.check("omnigrok.fig2c.overfit", "exponent of t_train against γ, at least")
          .expectingAtMost(0.15, CRITERION)
          .holds(-fit.slope())
          .rejects("exponent of t_test", -generalise.slope());
      any.check("omnigrok.fig2c.overfit", "exponent of t_train against γ, at most")
          .expectingAtMost(0.05, CRITERION)
          .holds(fit.slope());
    }
  }

  @Test
  @Checks(
      value = {"omnigrok.fig2c.generalize", "omnigrok.appC.seed"},
      scale = Scale.DESK)
  void stepsToGeneraliseFollowTheAffineLaw() {
    Recording recording = recording();
    List<DecayFit> laws = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      DecayFit law = law(recording, SMALL, test("0.001"), seed);
      laws.add(law);
      exponent(recording, law, seed);
      coefficient(recording, law, seed);
    }
    seeds(recording, laws);
    OmnigrokFigures.write(
        OmnigrokFigures.times(
            "omnigrok.fig2c.generalize",
            "Teacher and student: time to generalise against decay",
            recording,
            List.of("draw 0", "draw 1", "draw 2", "draw 3"),
            laws));
  }

  private static void exponent(Recording recording, DecayFit law, int seed) {
    RecordedJob last = run(recording, "adamw", 2, 0.03, seed);
    DecayFit fit = law(recording, SMALL, train("0.001"), seed);
    String interval = " (± %.3f)".formatted(law.halfWidth());
    last.check("omnigrok.fig2c.generalize", "exponent of t_test, at most" + interval)
        .part("exponent")
        .expectingAtMost(-0.85, CRITERION)
        .holds(law.slope())
        .rejects("exponent of t_train", fit.slope());
    last.check("omnigrok.fig2c.generalize", "exponent of t_test, at least")
        .part("exponent")
        .expectingAtMost(1.05, CRITERION)
        .holds(-law.slope());
    DecayFit wide = law(recording, WIDE, test("0.001"), seed);
    last.check("omnigrok.fig2c.generalize", "largest relative residual of t₀ + c/γ on [0.03, 0.5]")
        .part("affine law")
        .expectingAtMost(0.1, CRITERION)
        .holds(wide.affineResidual())
        .rejects("of a constant", constant(wide));
  }

  /** Largest relative residual of the best constant. */
  private static double constant(DecayFit law) {
    double low = Arrays.stream(law.times()).min().orElseThrow();
    double high = Arrays.stream(law.times()).max().orElseThrow();
    return (high - low) / (high + low);
  }

  /** c = ln(α_fit/α_c)/η, with the norms at the two events of the smallest γ. */
  private static void coefficient(Recording recording, DecayFit law, int seed) {
    RecordedJob run = run(recording, "adamw", 2, 0.03, seed);
    double ratio = run.value("norm at " + train("0.001")) / run.value("norm at " + test("0.001"));
    double predicted = StrictMath.log(ratio) / RATE;
    run.check("omnigrok.fig2c.generalize", "c against ln(α_fit/α_c)/η: relative error")
        .part("coefficient")
        .expectingAtMost(0.15, CRITERION)
        .holds(Math.abs(law.coefficient() / predicted - 1))
        .rejects(
            "ln(α/α_c)/η from the start",
            Math.abs(
                law.coefficient() * RATE / StrictMath.log(2 / run.value("norm at " + test("0.01")))
                    - 1));
  }

  private static void seeds(Recording recording, List<DecayFit> laws) {
    double[] slopes = laws.stream().mapToDouble(DecayFit::slope).sorted().toArray();
    double[] coefficients = laws.stream().mapToDouble(DecayFit::coefficient).sorted().toArray();
    RecordedJob any = run(recording, "adamw", 2, 0.03, 0);
    any.check("omnigrok.appC.seed", "spread of the exponents over seeds")
        .expectingAtMost(0.1, CRITERION)
        .holds(slopes[SEEDS - 1] - slopes[0])
        .rejects(
            "with the exponent of t_train",
            law(recording, SMALL, train("0.001"), 0).slope() - slopes[0]);
    any.check("omnigrok.appC.seed", "largest over least c")
        .expectingAtMost(2, CRITERION)
        .holds(coefficients[SEEDS - 1] / coefficients[0]);
  }

  @Test
  @Checks(value = "omnigrok.fig2c.norm", scale = Scale.DESK)
  void theNormAtGeneralisationSettles() {
    Recording recording = recording();
    String name = "norm at " + test("0.001");
    for (int seed = 0; seed < SEEDS; seed++) {
      double smallest = run(recording, "adamw", 2, 0.03, seed).value(name);
      RecordedJob next = run(recording, "adamw", 2, 0.06, seed);
      next.check("omnigrok.fig2c.norm", "relative change of α_c from γ = 0.03 to 0.06")
          .expectingAtMost(0.05, CRITERION)
          .holds(Math.abs(next.value(name) / smallest - 1))
          .rejects(
              "from 0.03 to 1",
              Math.abs(run(recording, "adamw", 2, 1, seed).value(name) / smallest - 1));
    }
  }

  @Test
  @Checks(value = "omnigrok.sec3.optimizer", scale = Scale.DESK)
  void onlyDecoupledDecayDelays() {
    Recording recording = recording();
    String name = "steps to " + test("0.01");
    for (int seed = 0; seed < SEEDS; seed++) {
      RecordedJob slow = run(recording, "adamw", 2, 0.03, seed);
      double decoupled = slow.value(name) / run(recording, "adamw", 2, 1, seed).value(name);
      double coupled =
          run(recording, "adam", 2, 0.001, seed).value(name)
              / run(recording, "adam", 2, 0.03, seed).value(name);
      slow.check("omnigrok.sec3.optimizer", "inverse ratio of t_test over a 30-fold range of γ")
          .expectingAtMost(0.1, CRITERION)
          .holds(1 / decoupled)
          .refutes("Adam with coupled decay", 1 / coupled);
      slow.check("omnigrok.sec3.optimizer", "ratio of t_test over that range, coupled decay")
          .expectingAtMost(4, CRITERION)
          .holds(coupled)
          .rejects("decoupled decay", decoupled);
    }
  }
}
