package org.grokcheck.notsawo;

import org.grokcheck.compute.OptimizerSpec;

/**
 * The methods that App. I and App. D name, with the constants that the paper leaves open.
 *
 * <p>Formulas are those of {@link OptimizerSpec} (claims {@code notsawo.opt.*}).
 */
public enum NamedMethod {
  /** x ← x − η g. */
  SGD {
    @Override
    public OptimizerSpec spec(Constants c) {
      return OptimizerSpec.gradientDescent(c.rate());
    }
  },
  /** m ← μ m + g, x ← x − η m. */
  MOMENTUM {
    @Override
    public OptimizerSpec spec(Constants c) {
      return new OptimizerSpec.Sgd(c.rate(), c.momentum(), 0);
    }
  },
  /** v ← α v + (1 − α) g², x ← x − η g/(√v + ε). */
  RMSPROP {
    @Override
    public OptimizerSpec spec(Constants c) {
      return new OptimizerSpec.RmsProp(c.rate(), c.alpha(), c.epsilon(), 0);
    }
  },
  /** Steps of their own for every coordinate: factors ½ and 1.2, from 10⁻⁶ to 50, first η. */
  RPROP {
    @Override
    public OptimizerSpec spec(Constants c) {
      return new OptimizerSpec.Rprop(c.rate(), 0.5, 1.2, 1e-6, 50);
    }
  },
  /** Two moments with bias correction, no decay. */
  ADAM {
    @Override
    public OptimizerSpec spec(Constants c) {
      return new OptimizerSpec.Adam(c.rate(), c.beta1(), c.beta2(), c.epsilon(), 0, false);
    }
  },
  /** Adam after x ← (1 − ηλ) x, with g taken before it. */
  ADAMW {
    @Override
    public OptimizerSpec spec(Constants c) {
      return new OptimizerSpec.Adam(c.rate(), c.beta1(), c.beta2(), c.epsilon(), c.decay(), true);
    }
  },
  /** m as in Adam, u ← max(β₂ u, |g| + ε), x ← x − η/(1 − β₁^t) · m/u. */
  ADAMAX {
    @Override
    public OptimizerSpec spec(Constants c) {
      return new OptimizerSpec.Adamax(c.rate(), c.beta1(), c.beta2(), c.epsilon(), 0);
    }
  };

  /**
   * Constants of all methods; each uses some of them.
   *
   * @param rate η
   * @param momentum μ
   * @param alpha α of RMSProp
   * @param beta1 β₁
   * @param beta2 β₂
   * @param epsilon ε
   * @param decay λ of AdamW
   */
  public record Constants(
      double rate,
      double momentum,
      double alpha,
      double beta1,
      double beta2,
      double epsilon,
      double decay) {

    /** The usual constants of libraries: μ = 0.9, α = 0.99, β = (0.9, 0.999), ε = 10⁻⁸, λ = 1. */
    public static Constants usual(double rate) {
      return new Constants(rate, 0.9, 0.99, 0.9, 0.999, 1e-8, 1);
    }
  }

  /**
   * The method with its constants.
   *
   * @throws IllegalArgumentException if one that it uses is out of range
   */
  public abstract OptimizerSpec spec(Constants constants);
}
