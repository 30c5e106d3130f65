package org.grokcheck.laws;

import static org.grokcheck.laws.Near.gamma;
import static org.grokcheck.laws.Near.near;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.grokcheck.compute.Optimizer;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;

/** What surrounds a method: clipping, warm-up, a held norm, checkpoints. */
public interface OptimizerSettingsLaws extends OptimizerContract {
  /** Clipping at c is the method on gradients that were clipped before: ‖g‖ becomes c or less. */
  @Property(tries = 100)
  default void clippingShortensTheGradient(@ForAll("runs") OptimizerRun any) {
    OptimizerRun run = any.with(OptimizerSpec.gradientDescent(any.rate()));
    double clip = 0.75;
    double[][] path = path(run, new OptimizerSettings(run.method(), clip, 0, 0));
    for (int t = 0; t < run.steps(); t++) {
      double[] g = run.gradients()[t];
      double factor = Math.min(1, clip / (Vectors.norm(g) + 1e-6));
      double[] expected = Vectors.plus(path[t], -run.rate() * factor, g);
      double size = Vectors.norm(path[t]) + run.rate() * Vectors.norm(g);
      near(expected, path[t + 1], gamma(run.dimension() + 12.0, unitRoundoff()) * size, "θ");
    }
  }

  /** Clipping beyond ‖g‖ changes nothing. */
  @Property(tries = 100)
  default void wideClippingChangesNothing(@ForAll("runs") OptimizerRun run) {
    double[][] clipped = path(run, new OptimizerSettings(run.method(), 1e6, 0, 0));
    double[][] free = path(run);
    for (int t = 0; t < free.length; t++) {
      assertArrayEquals(free[t], clipped[t], "θ at step " + t);
    }
  }

  /** Warm-up of descent: θ_T = θ_0 − η Σ_t min(1, t/w) g_t. */
  @Property(tries = 100)
  default void warmUpRaisesTheRate(@ForAll("runs") OptimizerRun any) {
    OptimizerRun run = any.with(OptimizerSpec.gradientDescent(any.rate()));
    int warmUp = 5;
    double[][] path =
        path(run, new OptimizerSettings(run.method(), Double.POSITIVE_INFINITY, warmUp, 0));
    for (int t = 1; t <= run.steps(); t++) {
      double rate = run.rate() * Math.min(t, warmUp) / warmUp;
      double[] expected = Vectors.plus(path[t - 1], -rate, run.gradients()[t - 1]);
      double size = Vectors.norm(path[t - 1]) + rate * Vectors.norm(run.gradients()[t - 1]);
      near(expected, path[t], gamma(8, unitRoundoff()) * size, "θ at step " + t);
    }
  }

  /** A held norm: ‖θ‖ = r after every step, along the θ of the free step from the same place. */
  @Property(tries = 100)
  default void heldNormKeepsTheDirection(@ForAll("runs") OptimizerRun any) {
    OptimizerRun run = any.with(OptimizerSpec.gradientDescent(any.rate()));
    double norm = 1.5;
    double[][] path =
        path(run, new OptimizerSettings(run.method(), Double.POSITIVE_INFINITY, 0, norm));
    for (int t = 1; t <= run.steps(); t++) {
      double[] free = Vectors.plus(path[t - 1], -run.rate(), run.gradients()[t - 1]);
      // A rounding of the free step counts relative to what is left of it.
      double left = (Vectors.norm(path[t - 1]) + run.rate()) / Vectors.norm(free);
      double bound = gamma(run.dimension() + 16.0, unitRoundoff()) * norm * (1 + 4 * left);
      near(Vectors.scaled(norm / Vectors.norm(free), free), path[t], bound, "θ at step " + t);
      double rounding = gamma(run.dimension() + 8.0, unitRoundoff()) * norm;
      near(norm, Vectors.norm(path[t]), rounding, "‖θ‖");
    }
  }

  /** A run that is stopped and continued from its state takes the same path to the last bit. */
  @Property(tries = 100)
  default void checkpointsContinueThePath(@ForAll("runs") OptimizerRun run) {
    OptimizerSettings settings = new OptimizerSettings(run.method(), 1, 3, 0);
    double[][] path = path(run, settings);
    Optimizer first = optimizer(settings, run.dimension());
    double[] theta = run.start().clone();
    int half = run.steps() / 2;
    for (int t = 0; t < half; t++) {
      first.step(theta, run.gradients()[t]);
    }
    Map<String, double[]> saved = first.state();
    first.step(theta.clone(), run.gradients()[0]);
    Optimizer second = optimizer(settings, run.dimension());
    second.restore(saved);
    for (int t = half; t < run.steps(); t++) {
      second.step(theta, run.gradients()[t]);
    }
    assertArrayEquals(path[run.steps()], theta, "θ at the end");
    assertEquals(run.steps(), second.steps(), "steps");
  }

  /** Gradients stay as they are; vectors that don't fit are refused. */
  @Property(tries = 100)
  default void argumentsAreGuarded(@ForAll("runs") OptimizerRun run) {
    Optimizer optimizer = optimizer(OptimizerSettings.of(run.method()), run.dimension());
    double[] gradient = run.gradients()[0].clone();
    optimizer.step(run.start().clone(), gradient);
    optimizer.step(run.start().clone(), Vectors.scaled(-1, gradient));
    assertArrayEquals(run.gradients()[0], gradient, "g after the step");
    double[] longer = new double[run.dimension() + 1];
    double[] broken = gradient.clone();
    broken[0] = Double.NaN;
    refuses(() -> optimizer.step(longer, gradient));
    refuses(() -> optimizer.step(run.start().clone(), longer));
    refuses(() -> optimizer.step(run.start().clone(), broken));
    refuses(() -> optimizer.restore(Map.of("nothing", gradient)));
  }

  private static void refuses(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IllegalArgumentException.class, call);
  }
}
