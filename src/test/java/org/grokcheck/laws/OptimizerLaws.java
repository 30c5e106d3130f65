package org.grokcheck.laws;

import static org.grokcheck.laws.Near.gamma;
import static org.grokcheck.laws.Near.near;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.OptimizerSpec.Adam;
import org.grokcheck.compute.OptimizerSpec.Adamax;
import org.grokcheck.compute.OptimizerSpec.RmsProp;
import org.grokcheck.compute.OptimizerSpec.Rprop;
import org.grokcheck.compute.OptimizerSpec.Sgd;

/** Symmetries and closed forms of every method. */
public interface OptimizerLaws extends OptimizerContract {
  /** θ and g with the opposite sign take the opposite path, to the last bit. */
  @Property(tries = 100)
  default void signsMirrorThePath(@ForAll("runs") OptimizerRun run) {
    double[][] path = path(run);
    double[][] mirrored = path(run.scaled(-1, -1));
    for (int t = 0; t < path.length; t++) {
      assertArrayEquals(path[t], Vectors.scaled(-1, mirrored[t]), 0.0, "θ at step " + t);
    }
  }

  /**
   * Gradients in another unit, a power of two, take the same path to the last bit, if what the
   * method adds to gradients (ε, λ) or multiplies them by (η of plain descent) changes its unit
   * too. Adam, Adamax and RMSProp depend on the unit through ε only, Rprop not at all.
   */
  @Property(tries = 100)
  default void unitOfTheGradientDropsOut(@ForAll("runs") OptimizerRun run) {
    double unit = 0x1p5;
    double[][] path = path(run);
    double[][] same = path(run.scaled(1, unit).with(inUnit(run.method(), unit)));
    for (int t = 0; t < path.length; t++) {
      assertArrayEquals(path[t], same[t], 0.0, "θ at step " + t);
    }
  }

  private static OptimizerSpec inUnit(OptimizerSpec method, double c) {
    if (method instanceof Sgd s) {
      return new Sgd(s.rate() / c, s.momentum(), s.decay() * c);
    } else if (method instanceof RmsProp s) {
      return new RmsProp(s.rate(), s.smoothing(), s.epsilon() * c, s.decay() * c);
    } else if (method instanceof Adam s) {
      double decay = s.decoupled() ? s.decay() : s.decay() * c;
      return new Adam(s.rate(), s.beta1(), s.beta2(), s.epsilon() * c, decay, s.decoupled());
    } else if (method instanceof Adamax s) {
      return new Adamax(s.rate(), s.beta1(), s.beta2(), s.epsilon() * c, s.decay() * c);
    }
    return method;
  }

  /** The first step in closed form. */
  @Property(tries = 200)
  default void firstStepIsKnown(@ForAll("runs") OptimizerRun run) {
    double[] moved = path(run)[1];
    for (int j = 0; j < moved.length; j++) {
      double theta = run.start()[j];
      double step = firstStep(run.method(), run.gradients()[0][j], theta);
      double size = Math.abs(theta) + Math.abs(step);
      near(theta - step, moved[j], gamma(32, unitRoundoff()) * size, "θ[" + j + "] after a step");
    }
  }

  /** η times g, g/(|g| + ε), g/(√(1−α)|g| + ε) or the sign of g, and ηλθ where decoupled. */
  private static double firstStep(OptimizerSpec method, double gradient, double theta) {
    double g = gradient + coupledDecay(method) * theta;
    double size = Math.abs(g);
    if (method instanceof Sgd) {
      return method.rate() * g;
    } else if (method instanceof RmsProp s) {
      return s.rate() * g / (Math.sqrt(1 - s.smoothing()) * size + s.epsilon());
    } else if (method instanceof Adam s) {
      double decay = s.decoupled() ? s.decay() * theta : 0;
      return s.rate() * (g / (size + s.epsilon()) + decay);
    } else if (method instanceof Adamax s) {
      return s.rate() * g / (size + s.epsilon());
    }
    return method.rate() * Math.signum(g);
  }

  private static double coupledDecay(OptimizerSpec method) {
    if (method instanceof Sgd s) {
      return s.decay();
    } else if (method instanceof RmsProp s) {
      return s.decay();
    } else if (method instanceof Adam s) {
      return s.decoupled() ? 0 : s.decay();
    }
    return method instanceof Adamax s ? s.decay() : 0;
  }

  /** Descent with momentum: θ_T = θ_0 − η Σ_s g_s (1 − μ^{T−s+1})/(1 − μ). */
  @Property(tries = 100)
  default void momentumSumsGeometrically(@ForAll("runs") OptimizerRun any) {
    double mu = any.method() instanceof Sgd s ? s.momentum() : 0;
    OptimizerRun run = any.with(new Sgd(any.rate(), mu, 0));
    double[] end = path(run)[run.steps()];
    for (int j = 0; j < end.length; j++) {
      double sum = 0;
      double size = Math.abs(run.start()[j]);
      for (int s = 1; s <= run.steps(); s++) {
        double weight = (1 - StrictMath.pow(mu, run.steps() - s + 1)) / (1 - mu);
        sum += weight * run.gradients()[s - 1][j];
        size += Math.abs(run.rate() * weight * run.gradients()[s - 1][j]);
      }
      double bound = gamma(4.0 * run.steps() + 8, unitRoundoff()) * size;
      near(run.start()[j] - run.rate() * sum, end[j], bound, "θ[" + j + "]");
    }
  }

  /** Where g = 0 and nothing decays, θ stays, to the last bit. */
  @Property(tries = 100)
  default void nothingMovesWithoutGradient(@ForAll("runs") OptimizerRun run) {
    for (double[] theta : path(run.with(withDecay(run.method(), 0)).still())) {
      assertArrayEquals(run.start(), theta, "θ");
    }
  }

  /** Where g = 0, decoupled decay makes θ_t = (1 − ηλ)^t θ_0. */
  @Property(tries = 100)
  default void decoupledDecayIsGeometric(@ForAll("runs") OptimizerRun any) {
    OptimizerRun run = any.with(new Adam(any.rate(), 0.9, 0.98, 1e-8, 0.75, true)).still();
    double[][] path = path(run);
    for (int t = 0; t < path.length; t++) {
      double kept = StrictMath.pow(1 - run.rate() * 0.75, t);
      for (int j = 0; j < run.dimension(); j++) {
        double expected = kept * run.start()[j];
        double bound = gamma(4.0 * t + 2, unitRoundoff()) * Math.abs(expected);
        near(expected, path[t][j], bound, "θ[" + j + "] at step " + t);
      }
    }
  }

  /** Coupled decay is λθ added to the gradient: both paths, step by step from one another's θ. */
  @Property(tries = 100)
  default void coupledDecayIsPartOfTheGradient(@ForAll("runs") OptimizerRun run) {
    double decay = coupledDecay(run.method());
    double[][] path = path(run);
    double[][] gradients = new double[run.steps()][];
    for (int t = 0; t < run.steps(); t++) {
      gradients[t] = Vectors.plus(run.gradients()[t], decay, path[t]);
    }
    OptimizerSpec bare =
        run.method() instanceof Adam s && s.decoupled() ? s : withDecay(run.method(), 0);
    double[][] same = path(new OptimizerRun(bare, run.start(), gradients));
    for (int t = 0; t < path.length; t++) {
      double bound = gamma(64.0 * (t + 1), unitRoundoff()) * (sizes(path) + run.rate() * t);
      near(path[t], same[t], bound, "θ at step " + t);
    }
  }

  private static double sizes(double[][] path) {
    double most = 0;
    for (double[] theta : path) {
      most = Math.max(most, Vectors.norm(theta));
    }
    return most;
  }

  private static OptimizerSpec withDecay(OptimizerSpec method, double decay) {
    if (method instanceof Sgd s) {
      return new Sgd(s.rate(), s.momentum(), decay);
    } else if (method instanceof RmsProp s) {
      return new RmsProp(s.rate(), s.smoothing(), s.epsilon(), decay);
    } else if (method instanceof Adam s) {
      return new Adam(s.rate(), s.beta1(), s.beta2(), s.epsilon(), decay, s.decoupled());
    } else if (method instanceof Adamax s) {
      return new Adamax(s.rate(), s.beta1(), s.beta2(), s.epsilon(), decay);
    }
    return method;
  }

  /** Rprop moves by its steps: Δmin ≤ |Δθ_j| ≤ Δmax, or not at all. */
  @Property(tries = 100)
  default void resilientStepsStayInTheirRange(@ForAll("runs") OptimizerRun any) {
    Rprop method = new Rprop(any.rate(), 0.5, 1.25, any.rate() / 3, any.rate() * 2);
    double[][] path = path(any.with(method));
    for (int t = 1; t < path.length; t++) {
      for (int j = 0; j < path[t].length; j++) {
        double move = Math.abs(path[t][j] - path[t - 1][j]);
        double rounding = unitRoundoff() * 2 * (Math.abs(path[t][j]) + method.largest());
        boolean changed = t > 1 && any.gradients()[t - 1][j] * any.gradients()[t - 2][j] < 0;
        double least = changed ? 0 : method.smallest();
        near(Math.min(Math.max(move, least), method.largest()), move, rounding, "|Δθ|");
      }
    }
  }
}
