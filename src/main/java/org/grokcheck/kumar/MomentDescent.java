package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * Gradient descent W ← W − η∇L on L = (1/P) Σ (y_μ − f̃(x_μ))² as a recursion of the moments,
 * exactly and for any width (claims {@code kumar.ext.closed-gd}, {@code kumar.ext.affine-flow},
 * {@code kumar.ext.width-equivalence}, {@code kumar.ext.norm-identity}). With h = 2ηα/(NP),
 * residuals r, g = Xᵀr, G = Xᵀdiag(r)X and T = I + hεG, every neuron moves by wᵢ ← Twᵢ + hg, hence
 *
 * <p>w̄ ← Tw̄ + hg and M ← TMT + h(Tw̄gᵀ + gw̄ᵀT) + h²ggᵀ.
 *
 * @param alpha α
 * @param eps ε
 * @param samples X, a row in R^D for each of the P samples
 * @param targets y in R^P
 * @param subtracted the moments whose output is subtracted: those at the start for the centred
 *     model of eq. (7), zero ones otherwise
 */
public record MomentDescent(
    Rational alpha,
    Rational eps,
    RationalMatrix samples,
    RationalVector targets,
    WeightMoments subtracted) {
  private static final int DIGITS = 60;
  private static final Rational LARGEST = Rational.of(10).power(1000);

  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if X, y and the moments don't fit together
   */
  public MomentDescent {
    Require.sameSize("y (targets)", targets.size(), "X by its rows", samples.height());
    Require.sameSize("wbar", subtracted.dimension(), "a row of X", samples.width());
  }

  /** The affine map w ← Tw + s of every neuron in one step. */
  public record AffineMap(RationalMatrix matrix, RationalVector shift) {
    /** Returns Tw + s. */
    public RationalVector of(RationalVector w) {
      return matrix.times(w).plus(shift);
    }

    /** Returns the moments after the step. */
    public WeightMoments of(WeightMoments before) {
      RationalVector moved = matrix.times(before.mean());
      RationalMatrix cross = moved.outer(shift);
      return new WeightMoments(
          moved.plus(shift),
          matrix
              .times(before.second())
              .times(matrix)
              .plus(cross)
              .plus(cross.transpose())
              .plus(shift.outer(shift)));
    }
  }

  /** Returns moments that subtract nothing, for the model without eq. (7). */
  public static WeightMoments nothing(int dimension) {
    return new WeightMoments(
        RationalVector.zero(dimension), RationalMatrix.zero(dimension, dimension));
  }

  /** Returns r_μ = y_μ − f̃(x_μ). */
  public RationalVector residuals(WeightMoments now) {
    WeightMoments difference = now.minus(subtracted);
    return RationalVector.of(
        targets.size(), i -> targets.get(i).minus(difference.output(alpha, eps, samples.row(i))));
  }

  /** Returns (1/P) Σ r_μ². */
  public Rational loss(WeightMoments now) {
    return residuals(now).normSquared().over(targets.size());
  }

  /**
   * Returns what one step does to a neuron.
   *
   * @param now the moments before the step
   * @param eta learning rate η
   * @param width N ≥ 1
   * @throws IllegalArgumentException if N &lt; 1
   */
  public AffineMap step(WeightMoments now, Rational eta, long width) {
    Require.atLeast("N (width)", width, 1);
    RationalVector r = residuals(now);
    Rational h = eta.times(2).times(alpha).over(width).over(targets.size());
    RationalMatrix transposed = samples.transpose();
    RationalMatrix gram =
        transposed.times(RationalMatrix.diagonal(r)).times(samples).times(h.times(eps));
    return new AffineMap(
        RationalMatrix.identity(samples.width()).plus(gram), transposed.times(r).times(h));
  }

  /**
   * Returns the moments after one step.
   *
   * @param now the moments before it
   * @param eta learning rate η
   * @param width N ≥ 1
   */
  public WeightMoments next(WeightMoments now, Rational eta, long width) {
    return step(now, eta, width).of(now);
  }

  /**
   * Returns the moments after a number of steps. The digits of exact numbers triple at every step,
   * so that they are rounded to {@value #DIGITS} after each.
   *
   * @param steps at least 0
   * @param start the moments before the first step
   * @param eta learning rate η
   * @param width N ≥ 1
   * @throws IllegalArgumentException if steps &lt; 0 or N &lt; 1, or if descent diverges until Tr M
   *     exceeds 10^1000
   */
  public WeightMoments after(int steps, WeightMoments start, Rational eta, long width) {
    Require.atLeast("steps", steps, 0);
    WeightMoments now = start;
    for (int step = 0; step < steps; step++) {
      now = rounded(next(now, eta, width));
      if (now.second().trace().compareTo(LARGEST) > 0) {
        throw new IllegalArgumentException(
            "eta: gradient descent diverges, Tr M exceeds 1e1000 after %d steps; take a smaller one"
                .formatted(step + 1));
      }
    }
    return now;
  }

  private static WeightMoments rounded(WeightMoments moments) {
    int d = moments.dimension();
    return new WeightMoments(
        RationalVector.of(d, i -> moments.mean().get(i).rounded(DIGITS)),
        RationalMatrix.of(d, d, (i, j) -> moments.second().get(i, j).rounded(DIGITS)));
  }

  /**
   * Returns d|W|²/dt under gradient flow dW/dt = −η∇L, (4η/P) Σ r_μ (2f_μ − α w̄·x_μ), with f the
   * output that nothing is subtracted from. A descent step adds η²|∇L|² to it.
   */
  public Rational normGrowth(WeightMoments now, Rational eta) {
    RationalVector r = residuals(now);
    Rational sum =
        RationalVector.sum(
            targets.size(),
            i -> {
              RationalVector x = samples.row(i);
              Rational f = now.output(alpha, eps, x);
              return r.get(i).times(f.times(2).minus(alpha.times(now.mean().dot(x))));
            });
    return sum.times(4).times(eta).over(targets.size());
  }

  /**
   * Returns df̃(x)/dt at the start of the centred model under gradient flow with η = η₀/α²:
   * (2η₀/PN) Σ K₅(x, x_μ) y_μ, whatever α is (claim {@code kumar.sec8.1.eta-scaling}).
   *
   * @param eta0 η₀
   * @param width N ≥ 1
   * @param x input in R^D
   */
  public Rational initialSpeed(Rational eta0, long width, RationalVector x) {
    TangentKernel kernel = new TangentKernel(eps, subtracted);
    Rational sum =
        RationalVector.sum(targets.size(), i -> kernel.at(x, samples.row(i)).times(targets.get(i)));
    return sum.times(2).times(eta0).over(targets.size()).over(width);
  }
}
