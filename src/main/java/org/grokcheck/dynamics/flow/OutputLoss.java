package org.grokcheck.dynamics.flow;

import org.grokcheck.math.LogDomain;

/** The loss ℓ of one output f, of which −∞ is right; all in logarithms, which never underflow. */
public enum OutputLoss {
  /** ℓ(f) = e^f. */
  EXPONENTIAL {
    @Override
    public double logValue(double output) {
      return output;
    }

    @Override
    public double logSlope(double output) {
      return output;
    }

    @Override
    public double logCurvature(double output) {
      return output;
    }
  },

  /** ℓ(f) = log(1 + e^f). */
  LOGISTIC {
    @Override
    public double logValue(double output) {
      return LogDomain.logSoftplus(output);
    }

    @Override
    public double logSlope(double output) {
      return -LogDomain.softplus(-output);
    }

    @Override
    public double logCurvature(double output) {
      return -LogDomain.softplus(-output) - LogDomain.softplus(output);
    }
  };

  /** Returns log ℓ(f). */
  public abstract double logValue(double output);

  /** Returns log ℓ′(f). */
  public abstract double logSlope(double output);

  /** Returns log ℓ″(f). */
  public abstract double logCurvature(double output);
}
