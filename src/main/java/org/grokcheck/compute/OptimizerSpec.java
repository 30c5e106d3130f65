package org.grokcheck.compute;

/**
 * A first-order method on the flat vector θ with gradient g at θ; conventions are those of PyTorch.
 * State starts at 0 and t counts from 1. {@link OptimizerSettings} adds clipping, warm-up and a
 * norm constraint.
 */
public sealed interface OptimizerSpec {
  /** Learning rate η, positive. */
  double rate();

  /**
   * θ ← θ − η v with v ← μ v + (g + λ θ) and v = g + λ θ at t = 1. Plain gradient descent for μ = λ
   * = 0.
   *
   * @param rate η
   * @param momentum μ in [0, 1)
   * @param decay λ ≥ 0, coupled
   */
  record Sgd(double rate, double momentum, double decay) implements OptimizerSpec {
    public Sgd {
      Require.positive("rate", rate);
      Require.fraction("momentum", momentum);
      Require.notNegative("decay", decay);
    }
  }

  /**
   * v ← α v + (1 − α) g², θ ← θ − η g/(√v + ε), with g + λ θ for g.
   *
   * @param rate η
   * @param smoothing α in [0, 1)
   * @param epsilon ε > 0
   * @param decay λ ≥ 0, coupled
   */
  record RmsProp(double rate, double smoothing, double epsilon, double decay)
      implements OptimizerSpec {
    public RmsProp {
      Require.positive("rate", rate);
      Require.fraction("smoothing", smoothing);
      Require.positive("epsilon", epsilon);
      Require.notNegative("decay", decay);
    }
  }

  /**
   * A step Δ_j of its own for every coordinate, at first η: where g_j keeps its sign, Δ_j ←
   * min(η⁺Δ_j, Δmax); where it changes, Δ_j ← max(η⁻Δ_j, Δmin) and g_j ← 0, in this step and as the
   * previous gradient of the next; then θ_j ← θ_j − Δ_j sign g_j.
   *
   * @param rate η, the first step, in [Δmin, Δmax]
   * @param shrink η⁻ in (0, 1)
   * @param grow η⁺ > 1
   * @param smallest Δmin > 0
   * @param largest Δmax ≥ Δmin
   */
  record Rprop(double rate, double shrink, double grow, double smallest, double largest)
      implements OptimizerSpec {
    public Rprop {
      Require.positive("rate", rate);
      Require.that(shrink > 0 && shrink < 1, "shrink = " + shrink + " must lie in (0, 1)");
      Require.that(
          grow > 1 && grow < Double.POSITIVE_INFINITY, "grow = " + grow + " must exceed 1");
      Require.positive("smallest", smallest);
      Require.that(
          largest >= smallest && largest < Double.POSITIVE_INFINITY,
          "largest = " + largest + " must be finite and at least smallest = " + smallest);
      Require.that(
          rate >= smallest && rate <= largest,
          "rate = %s must lie between smallest = %s and largest = %s"
              .formatted(rate, smallest, largest));
    }
  }

  /**
   * m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², θ ← θ − η m̂/(√v̂ + ε), m̂ = m/(1 − β₁^t), v̂ =
   * v/(1 − β₂^t). Decay is coupled (g + λ θ for g) or decoupled (θ ← (1 − ηλ) θ before the step,
   * with g taken before it: AdamW).
   *
   * @param rate η
   * @param beta1 β₁ in [0, 1)
   * @param beta2 β₂ in [0, 1)
   * @param epsilon ε > 0
   * @param decay λ ≥ 0
   * @param decoupled whether decay bypasses the moments
   */
  record Adam(
      double rate, double beta1, double beta2, double epsilon, double decay, boolean decoupled)
      implements OptimizerSpec {
    public Adam {
      Require.positive("rate", rate);
      Require.fraction("beta1", beta1);
      Require.fraction("beta2", beta2);
      Require.positive("epsilon", epsilon);
      Require.notNegative("decay", decay);
    }
  }

  /**
   * m ← β₁ m + (1 − β₁) g, u ← max(β₂ u, |g| + ε), θ ← θ − η/(1 − β₁^t) · m/u, with g + λ θ for g.
   *
   * @param rate η
   * @param beta1 β₁ in [0, 1)
   * @param beta2 β₂ in [0, 1)
   * @param epsilon ε > 0
   * @param decay λ ≥ 0, coupled
   */
  record Adamax(double rate, double beta1, double beta2, double epsilon, double decay)
      implements OptimizerSpec {
    public Adamax {
      Require.positive("rate", rate);
      Require.fraction("beta1", beta1);
      Require.fraction("beta2", beta2);
      Require.positive("epsilon", epsilon);
      Require.notNegative("decay", decay);
    }
  }

  /** Plain gradient descent θ ← θ − η g. */
  static OptimizerSpec gradientDescent(double rate) {
    return new Sgd(rate, 0, 0);
  }

  /** Adam with its usual constants and no decay. */
  static OptimizerSpec adam(double rate) {
    return new Adam(rate, 0.9, 0.999, 1e-8, 0, false);
  }

  /** AdamW with its usual constants. */
  static OptimizerSpec adamW(double rate, double decay) {
    return new Adam(rate, 0.9, 0.999, 1e-8, decay, true);
  }
}
