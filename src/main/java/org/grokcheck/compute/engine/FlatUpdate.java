package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.grokcheck.compute.OptimizerSpec;

/** The update rule of one method; see {@link OptimizerSpec} for the formulas. */
interface FlatUpdate {
  /**
   * Moves θ in place.
   *
   * @param theta θ
   * @param g the gradient; may be overwritten
   * @param rate η of this step
   * @param t number of this step, from 1
   */
  void apply(Tensor theta, Tensor g, double rate, long t);

  /** Makes what a method carries from step to step. */
  interface Memory {
    /** A vector like θ with every entry at the initial value. */
    Tensor vector(String name, double initial);

    /** A number for the library, made once. */
    Scalar constant(double value);
  }

  static FlatUpdate of(OptimizerSpec method, Memory memory) {
    if (method instanceof OptimizerSpec.Sgd sgd) {
      return sgd(sgd, memory);
    } else if (method instanceof OptimizerSpec.RmsProp rms) {
      return rmsProp(rms, memory);
    } else if (method instanceof OptimizerSpec.Rprop rprop) {
      return rprop(rprop, memory);
    } else if (method instanceof OptimizerSpec.Adamax adamax) {
      return adamax(adamax, memory);
    }
    return adam((OptimizerSpec.Adam) method, memory);
  }

  private static FlatUpdate sgd(OptimizerSpec.Sgd s, Memory memory) {
    if (s.momentum() == 0) {
      return (theta, g, rate, t) -> {
        decay(theta, g, s.decay());
        theta.add_(g, scalar(-rate));
      };
    }
    Tensor v = memory.vector("velocity", 0);
    Scalar momentum = memory.constant(s.momentum());
    return (theta, g, rate, t) -> {
      decay(theta, g, s.decay());
      v.mul_(momentum).add_(g);
      theta.add_(v, scalar(-rate));
    };
  }

  private static FlatUpdate rmsProp(OptimizerSpec.RmsProp s, Memory memory) {
    Tensor v = memory.vector("square", 0);
    Scalar keep = memory.constant(s.smoothing());
    Scalar take = memory.constant(1 - s.smoothing());
    Scalar epsilon = memory.constant(s.epsilon());
    return (theta, g, rate, t) -> {
      decay(theta, g, s.decay());
      v.mul_(keep).addcmul_(g, g, take);
      theta.addcdiv_(g, v.sqrt().add_(epsilon), scalar(-rate));
    };
  }

  private static FlatUpdate rprop(OptimizerSpec.Rprop s, Memory memory) {
    Tensor before = memory.vector("previous", 0);
    Tensor step = memory.vector("step", s.rate());
    return (theta, g, rate, t) -> {
      Tensor sign = before.mul(g).sign_();
      Tensor grows = sign.gt(scalar(0)).to(theta.dtype().toScalarType());
      Tensor shrinks = sign.lt(scalar(0)).to(theta.dtype().toScalarType());
      Tensor stays = grows.add(shrinks).neg_().add_(scalar(1));
      step.mul_(stays.add_(grows, scalar(s.grow())).add_(shrinks, scalar(s.shrink())));
      clamp(step, s.smallest(), s.largest());
      g.mul_(shrinks.neg().add_(scalar(1)));
      theta.addcmul_(g.sign(), step, scalar(-rate / s.rate()));
      before.copy_(g);
    };
  }

  private static FlatUpdate adam(OptimizerSpec.Adam s, Memory memory) {
    Tensor m = memory.vector("mean", 0);
    Tensor v = memory.vector("square", 0);
    Scalar take = memory.constant(1 - s.beta1());
    Scalar keepSquare = memory.constant(s.beta2());
    Scalar takeSquare = memory.constant(1 - s.beta2());
    Scalar epsilon = memory.constant(s.epsilon());
    return (theta, g, rate, t) -> {
      if (s.decoupled()) {
        theta.mul_(scalar(1 - rate * s.decay()));
      } else {
        decay(theta, g, s.decay());
      }
      m.lerp_(g, take);
      v.mul_(keepSquare).addcmul_(g, g, takeSquare);
      double meanShare = 1 - StrictMath.pow(s.beta1(), t);
      double rootShare = Math.sqrt(1 - StrictMath.pow(s.beta2(), t));
      Tensor root = v.sqrt().div_(scalar(rootShare)).add_(epsilon);
      theta.addcdiv_(m, root, scalar(-rate / meanShare));
    };
  }

  private static FlatUpdate adamax(OptimizerSpec.Adamax s, Memory memory) {
    Tensor m = memory.vector("mean", 0);
    Tensor u = memory.vector("largest", 0);
    Scalar take = memory.constant(1 - s.beta1());
    Scalar keepLargest = memory.constant(s.beta2());
    Scalar epsilon = memory.constant(s.epsilon());
    return (theta, g, rate, t) -> {
      decay(theta, g, s.decay());
      m.lerp_(g, take);
      u.copy_(torch.maximum(u.mul_(keepLargest), g.abs().add_(epsilon)));
      theta.addcdiv_(m, u, scalar(-rate / (1 - StrictMath.pow(s.beta1(), t))));
    };
  }

  private static void decay(Tensor theta, Tensor g, double decay) {
    if (decay > 0) {
      g.add_(theta, scalar(decay));
    }
  }

  private static void clamp(Tensor x, double lo, double hi) {
    x.clamp_(new ScalarOptional(scalar(lo)), new ScalarOptional(scalar(hi)));
  }

  private static Scalar scalar(double value) {
    return Tensors.scalar(value);
  }
}
