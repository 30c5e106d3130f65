package org.grokcheck.notsawo.curvature;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture.Mlp;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.grokcheck.compute.spectrum.DenseSpectrum;
import org.grokcheck.compute.spectrum.Lanczos;
import org.grokcheck.compute.spectrum.RitzPair;
import org.grokcheck.compute.spectrum.SymmetricOperator;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.notsawo.DescentPath;
import org.junit.jupiter.api.Test;

/** Few steps of Lanczos find λ_max and hide λ_min; steep valleys that aren't along the axes. */
class HiddenCurvatureProperties {
  private static final String LANCZOS = "notsawo.ext.lanczos";
  private static final int SIZE = 500;

  /** One outlier at 20, the rest evenly from just below 0 to 1. */
  private static double[] spectrum() {
    double[] values = new double[SIZE];
    Arrays.setAll(values, i -> i == 0 ? 20 : -1.0 / 300 + (i - 1) / (SIZE - 2.0));
    return values;
  }

  private static SymmetricOperator diagonal(double[] values) {
    return new SymmetricOperator() {
      @Override
      public int dimension() {
        return values.length;
      }

      @Override
      public double[] times(double[] v) {
        double[] product = v.clone();
        for (int i = 0; i < product.length; i++) {
          product[i] *= values[i];
        }
        return product;
      }
    };
  }

  private static RandomGenerator start(String name) {
    return RunSettings.seeds().stream("notsawo.lanczos/" + name);
  }

  /** Both ends of the Ritz values at 5, 10, 20, ... steps from one start. */
  @Test
  @Checks(LANCZOS)
  void outlierHidesTheOtherEnd() {
    double[] values = spectrum();
    double[] first = Lanczos.of(diagonal(values), 1, start("outlier")).basis().get(0);
    double tangent = Math.sqrt(1 - first[0] * first[0]) / Math.abs(first[0]);
    double least = values[1];
    KanielPaige bound = new KanielPaige(20, 1 - 1.0 / 300, least);
    double before = Double.POSITIVE_INFINITY;
    for (int steps : new int[] {5, 10, 20, 50}) {
      double[] ritz = Lanczos.of(diagonal(values), steps, start("outlier")).values();
      double top = ritz[steps - 1];
      Check.of(LANCZOS, "λ_1 − θ_max")
          .part("Kaniel and Paige")
          .by(Oracle.INVARIANT)
          .at("steps", steps)
          .expectingAtMost(
              bound.shortfall(steps, tangent), new Tolerance.Rounding(1000, 20, "500 terms, twice"))
          .holds(20 - top)
          .rejects("the second Ritz value", 20 - ritz[steps - 2]);
      Check.of(LANCZOS, "λ_min above θ_min, and θ_max above λ_max")
          .part("interlacing")
          .by(Oracle.INVARIANT)
          .at("steps", steps)
          .expectingAtMost(0, new Tolerance.Rounding(1000, 20, "500 terms, twice"))
          .holds(Math.max(least - ritz[0], top - 20))
          .rejects("the other way round", ritz[0] - least);
      Check.of(LANCZOS, "θ_min over the steps")
          .part("interlacing")
          .by(Oracle.INVARIANT)
          .at("steps", steps)
          .expectingAtMost(
              Math.min(before, 20), new Tolerance.Rounding(1000, 20, "500 terms, twice"))
          .holds(ritz[0])
          .rejects("grows", 20.1);
      before = ritz[0];
      if (steps == 10) {
        Check.of(LANCZOS, "sign of θ_min at ten steps")
            .part("hidden")
            .by(Oracle.INVARIANT)
            .at("theta", ritz[0], "lambda", least)
            .expectingExactly(1)
            .holds((int) Math.signum(ritz[0]))
            .rejects("that of λ_min", (int) Math.signum(least));
      }
    }
  }

  /** A network of more than 500 parameters: extreme pairs within their residuals of the dense. */
  @Test
  @Checks({LANCZOS, "notsawo.sec4.valley"})
  void networkAgainstItsDenseHessian() {
    Mlp shape = new Mlp(List.of(8, 24, 12), new Activation.Tanh(), true);
    RandomGenerator random = start("network");
    double[][] x = new double[30][8];
    int[] classes = new int[30];
    for (int i = 0; i < x.length; i++) {
      Arrays.setAll(x[i], k -> random.nextGaussian());
      classes[i] = random.nextInt(12);
    }
    ReferenceObjective loss =
        ReferenceObjective.of(
            Model.of(shape), new Inputs.Dense(x), new Targets.Classes(classes), Loss.CROSS_ENTROPY);
    double[] theta = random.doubles(shape.parameters(), -0.5, 0.5).toArray();
    double[] trained =
        DescentPath.of(
            new OptimizerSpec.Adam(0.02, 0.9, 0.98, 1e-8, 0, false), loss::gradient, theta, 60)[60];
    SymmetricOperator hessian = SymmetricOperator.hessian(loss, trained);
    double[] exact = DenseSpectrum.ascending(hessian.dense());
    int last = exact.length - 1;
    double size = Math.max(Math.abs(exact[0]), exact[last]);
    Lanczos lanczos = Lanczos.of(hessian, 60, start("hessian"));
    compare("λ_max", exact, lanczos.largest(1).get(0), exact[last], size);
    compare("λ_min", exact, lanczos.smallest(1).get(0), exact[0], size);
    double few = Lanczos.of(hessian, 6, start("hessian")).values()[0];
    Check.of(LANCZOS, "λ_min below θ_min of six steps")
        .part("a network")
        .by(Oracle.SECOND_ALGORITHM)
        .at("parameters", exact.length, "lambda_min", exact[0])
        .expectingAtMost(few, new Tolerance.Rounding(4000, size, "both decompositions"))
        .holds(exact[0])
        .rejects("λ_max", exact[last]);
    long steep = Arrays.stream(exact).filter(v -> v > 0.1 * exact[last]).count();
    Check.of("notsawo.sec4.valley", "share of eigenvalues above a tenth of the largest")
        .by(Oracle.SECOND_ALGORITHM)
        .at("parameters", exact.length)
        .expectingAtMost(0.2, new Tolerance.Exact())
        .holds(steep / (double) exact.length)
        .refutes("large curvature in most directions", 0.5);
  }

  private static double distance(double[] exact, double value) {
    return Arrays.stream(exact).map(v -> Math.abs(v - value)).min().orElseThrow();
  }

  private static void compare(String what, double[] exact, RitzPair pair, double end, double size) {
    double nearest = distance(exact, pair.value());
    Check.of(LANCZOS, "distance of an eigenvalue from the Ritz value, " + what)
        .part("a network")
        .by(Oracle.SECOND_ALGORITHM)
        .at("parameters", exact.length, "residual", pair.residual())
        .expectingAtMost(
            pair.residual(), new Tolerance.Rounding(4000, size, "backward error of both"))
        .holds(nearest)
        .rejects("twice the value", distance(exact, 2 * pair.value()));
    Check.of(LANCZOS, "Ritz value at the end, " + what)
        .part("a network")
        .by(Oracle.SECOND_ALGORITHM)
        .at("parameters", exact.length)
        .expecting(
            end,
            Tolerance.sum(
                Tolerance.remainder(pair.residual(), "residual of the pair"),
                new Tolerance.Rounding(4000, size, "backward error of both")))
        .holds(pair.value())
        .rejects("the next eigenvalue but nine", exact[end == exact[0] ? 10 : exact.length - 11]);
  }

  /**
   * A quadratic with eigenvalues from 1e-4 to 1: Adam takes more than twice the steps when its
   * valley lies across the axes, gradient descent the same.
   */
  @Test
  @Checks("notsawo.sec4.adaptive")
  void adamDependsOnTheAxes() {
    double[][] turned = rotation(10);
    OptimizerSpec adam = new OptimizerSpec.Adam(1e-3, 0.9, 0.999, 1e-8, 0, false);
    OptimizerSpec descent = OptimizerSpec.gradientDescent(1.9);
    double ratio = steps(adam, turned) / (double) steps(adam, identity(10));
    double plain = steps(descent, turned) / (double) steps(descent, identity(10));
    Check.of("notsawo.sec4.adaptive", "twice the steps of Adam along the axes over those across")
        .part("Adam")
        .by(Oracle.SECOND_ALGORITHM)
        .at("ratio", ratio)
        .expectingAtMost(1, new Tolerance.Exact())
        .holds(2 / ratio)
        .refutes("no problem across either", 2);
    Check.of("notsawo.sec4.adaptive", "steps of descent across over those along the axes")
        .part("descent")
        .by(Oracle.SECOND_ALGORITHM)
        .expecting(1, Tolerance.remainder(0.25, "the criterion of the claim"))
        .holds(plain)
        .rejects("as Adam", ratio);
  }

  /** Steps until |x| < 1e-3 from (1, ..., 1) in the eigenbasis. */
  private static int steps(OptimizerSpec method, double[][] basis) {
    int d = basis.length;
    double[] start = new double[d];
    for (double[] axis : basis) {
      Vectors.add(1, axis, start);
    }
    int most = 60_000;
    double[][] path = DescentPath.of(method, x -> gradient(basis, x), start, most);
    for (int t = 0; t <= most; t++) {
      if (Vectors.norm(path[t]) < 1e-3) {
        return t;
      }
    }
    return most;
  }

  private static double[] gradient(double[][] basis, double[] x) {
    double[] gradient = new double[x.length];
    for (int k = 0; k < basis.length; k++) {
      double curvature = StrictMath.pow(10, -4.0 + 4.0 * k / (basis.length - 1));
      Vectors.add(curvature * Vectors.dot(basis[k], x), basis[k], gradient);
    }
    return gradient;
  }

  private static double[][] identity(int d) {
    double[][] rows = new double[d][d];
    for (int i = 0; i < d; i++) {
      rows[i][i] = 1;
    }
    return rows;
  }

  /** A random orthonormal basis, by Gram and Schmidt. */
  private static double[][] rotation(int d) {
    RandomGenerator random = RunSettings.seeds().stream("notsawo.adaptive");
    double[][] rows = new double[d][d];
    for (int i = 0; i < d; i++) {
      Arrays.setAll(rows[i], k -> random.nextGaussian());
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          Vectors.add(-Vectors.dot(rows[j], rows[i]), rows[j], rows[i]);
        }
      }
      rows[i] = Vectors.scaled(1 / Vectors.norm(rows[i]), rows[i]);
    }
    return rows;
  }
}
