package org.grokcheck.omnigrok.experiment;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Fits of times t against decays γ: t ∝ γ^s on logarithms, and t = t₀ + c/γ with weights 1/t².
 *
 * @param gammas γ
 * @param times t, finite
 */
record DecayFit(double[] gammas, double[] times) {
  DecayFit {
    for (double time : times) {
      if (!Double.isFinite(time)) {
        throw new IllegalArgumentException("a time was never reached");
      }
    }
  }

  private SimpleRegression logarithms() {
    SimpleRegression fit = new SimpleRegression();
    for (int i = 0; i < gammas.length; i++) {
      fit.addData(StrictMath.log(gammas[i]), StrictMath.log(times[i]));
    }
    return fit;
  }

  /** The exponent s. */
  double slope() {
    return logarithms().getSlope();
  }

  /** Half the 95 % interval of the exponent, by Student's law. */
  double halfWidth() {
    return logarithms().getSlopeConfidenceInterval();
  }

  /** c of the affine law. */
  double coefficient() {
    return solution()[1];
  }

  /** The normal equations of Σ (1 − (t₀ + c/γ)/t)². */
  private double[] solution() {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double a1 = 0;
    double b1 = 0;
    for (int i = 0; i < times.length; i++) {
      double a = 1 / times[i];
      double b = 1 / (gammas[i] * times[i]);
      aa += a * a;
      ab += a * b;
      bb += b * b;
      a1 += a;
      b1 += b;
    }
    double determinant = aa * bb - ab * ab;
    return new double[] {(a1 * bb - b1 * ab) / determinant, (b1 * aa - a1 * ab) / determinant};
  }

  /** t₀ + c/γ at every γ. */
  double[] affine() {
    double[] fit = solution();
    return Arrays.stream(gammas).map(gamma -> fit[0] + fit[1] / gamma).toArray();
  }

  /** Largest |t_fit/t − 1| of the affine law. */
  double affineResidual() {
    double[] fitted = affine();
    return IntStream.range(0, times.length)
        .mapToDouble(i -> Math.abs(fitted[i] / times[i] - 1))
        .max()
        .orElseThrow();
  }
}
