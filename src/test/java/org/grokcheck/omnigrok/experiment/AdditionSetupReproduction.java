package org.grokcheck.omnigrok.experiment;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.harness.TestEngine;
import org.junit.jupiter.api.Test;

/** The decoder of App. D and its minimisation at fixed norm, against loops without the engine. */
class AdditionSetupReproduction {
  private static final String ARCHITECTURE = "omnigrok.appD.arch";
  private static final String LANDSCAPE = "omnigrok.appD.landscape";
  private static final String STREAM = "omnigrok.sec51/draw0";
  private static final int PAIRS = 45;
  private static final double RATE = 1e-3;

  private static PlainAddition plain(double m) {
    return new PlainAddition(m, RunSettings.seeds().stream(STREAM));
  }

  @Test
  @Checks(ARCHITECTURE)
  void decoderMapsTheSumOfScalarsToThirtyOutputs() {
    Check.of(ARCHITECTURE, "number of parameters")
        .part("network")
        .by(Oracle.EXACT)
        .expectingExactly((1 + 1) * 200 + (200 + 1) * 200 + (200 + 1) * 30)
        .holds(Addition.DECODER.parameters())
        .rejects("two numbers a symbol", (2 + 1) * 200 + (200 + 1) * 200 + (200 + 1) * 30);
    PlainAddition plain = plain(0.3);
    try (Addition task =
        Addition.draw(TestEngine.open(), 0.3, PAIRS, RunSettings.seeds().stream(STREAM))) {
      double[] theta = task.start();
      outputs(plain, theta, task.training().outputs(theta));
      double loss = PlainAddition.DECODER.loss(theta, plain.inputs(45, 55), plain.targets(45, 55));
      Check.of(ARCHITECTURE, "mean of squares over ten test pairs and thirty outputs")
          .part("outputs")
          .by(Oracle.SECOND_ALGORITHM)
          .at("m", 0.3)
          .expecting(loss, new Tolerance.Rounding(1000, loss, "sums of 300 squares"))
          .holds(task.test().loss(theta))
          .rejects("the sum over outputs", 30 * loss);
    }
  }

  private static void outputs(PlainAddition plain, double[] theta, double[][] seen) {
    double[][] inputs = plain.inputs(0, PAIRS);
    double[][] repeated = plain.repeatedInputs(0, PAIRS);
    for (int k = 0; k < PAIRS; k++) {
      double[] expected = PlainAddition.DECODER.output(theta, inputs[k]);
      double[] other = PlainAddition.DECODER.output(theta, repeated[k]);
      for (int j = 0; j < expected.length; j++) {
        Check.of(ARCHITECTURE, "output of the decoder")
            .part("outputs")
            .by(Oracle.SECOND_ALGORITHM)
            .at("pair", k, "output", j)
            .expecting(
                expected[j],
                new Tolerance.Rounding(1000, 4, "sums of 200 products of weights below 0.1"))
            .holds(seen[k][j])
            .rejects("of E_i + E_i", inputs[k][0] == repeated[k][0] ? Double.NaN : other[j]);
      }
    }
  }

  /** Forty steps of a grid point: Adam at 10⁻³ on all 45 pairs, each followed by W ← W r/|W|. */
  @Test
  @Checks(LANDSCAPE)
  void gridPointIsAMinimisationByAdamAtFixedNorm() {
    AdditionLandscape landscape = new AdditionLandscape();
    Job job = landscape.probe();
    Measurements seen = run(landscape, job);
    PlainAddition plain = plain(0.1);
    double[] end = minimised(plain, 3, 40, true);
    double[] free = minimised(plain, 3, 40, false);
    end(plain, end, free, AdditionLandscape.TRAIN, seen, 0, PAIRS);
    end(plain, end, free, AdditionLandscape.TEST, seen, 45, 55);
  }

  private static void end(
      PlainAddition plain,
      double[] end,
      double[] free,
      String name,
      Measurements seen,
      int from,
      int to) {
    double[][] x = plain.inputs(from, to);
    double[][] y = plain.targets(from, to);
    Check.of(LANDSCAPE, name + " after forty steps")
        .part("steps")
        .by(Oracle.SECOND_ALGORITHM)
        .at("alpha", 3, "m", 0.1, "pairs", PAIRS)
        .expecting(
            PlainAddition.DECODER.loss(end, x, y),
            Tolerance.remainder(
                2 * 40 * 1e-10 * sumOfSizes(PlainAddition.DECODER.gradient(end, x, y)),
                "a step moves a weight by 1e-3 g/(|g| + 1e-8): the rounding of g, a mean of 1350"
                    + " terms and below 1e-15, moves it by 1e-10 at most; forty steps, times"
                    + " |dl/dW|_1, twice for its change on the way"))
        .holds(seen.value(name))
        .rejects("norm left free", PlainAddition.DECODER.loss(free, x, y));
  }

  private static double sumOfSizes(double[] g) {
    return Arrays.stream(g).map(Math::abs).sum();
  }

  private static Measurements run(AdditionLandscape landscape, Job job) {
    return landscape.run(job, JobContext.brief(RunSettings.seeds()), TestEngine.open());
  }

  /** Adam with β = (0.9, 0.999) and ε = 10⁻⁸ from α times the first decoder. */
  private static double[] minimised(PlainAddition plain, double alpha, int steps, boolean fixed) {
    double[] w = plain.start();
    for (int i = 0; i < w.length; i++) {
      w[i] *= alpha;
    }
    double norm = norm(w);
    double[] m = new double[w.length];
    double[] v = new double[w.length];
    for (int t = 1; t <= steps; t++) {
      double[] g =
          PlainAddition.DECODER.gradient(w, plain.inputs(0, PAIRS), plain.targets(0, PAIRS));
      for (int i = 0; i < w.length; i++) {
        m[i] = 0.9 * m[i] + 0.1 * g[i];
        v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
        double first = m[i] / (1 - StrictMath.pow(0.9, t));
        double second = v[i] / (1 - StrictMath.pow(0.999, t));
        w[i] -= RATE * first / (Math.sqrt(second) + 1e-8);
      }
      double factor = fixed ? norm / norm(w) : 1;
      for (int i = 0; i < w.length; i++) {
        w[i] *= factor;
      }
    }
    return w;
  }

  private static double norm(double[] w) {
    double square = 0;
    for (double x : w) {
      square += x * x;
    }
    return Math.sqrt(square);
  }

  /** A grid point knows nothing of the others: it ends alike, whatever ran before. */
  @Test
  @Checks(LANDSCAPE)
  void gridPointsAreIndependent() {
    AdditionLandscape landscape = new AdditionLandscape();
    Job job = landscape.probe();
    Measurements first = run(landscape, job);
    Job other = Job.of("alpha", 1, "m", 0.5, "pairs", 25, "seed", 1, "steps", 20);
    Measurements between = run(landscape, other);
    Measurements again = run(landscape, job);
    Check.of(LANDSCAPE, "training loss of a grid point after another one")
        .part("independent points")
        .by(Oracle.INVARIANT)
        .at("other", other.name())
        .expectingExactly(first.value(AdditionLandscape.TRAIN))
        .holds(again.value(AdditionLandscape.TRAIN))
        .rejects("that of the other", between.value(AdditionLandscape.TRAIN));
    List<Job> jobs = landscape.jobs(Scale.PAPER);
    Check.of(LANDSCAPE, "grid points with 10 000 steps, each once")
        .part("independent points")
        .by(Oracle.EXACT)
        .expectingExactly(3L * 20 * 21)
        .holds(jobs.stream().filter(j -> j.integer("steps") == 10_000).distinct().count())
        .rejects("one number of pairs", 20L * 21);
  }
}
