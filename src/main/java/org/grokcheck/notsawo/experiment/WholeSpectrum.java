package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.compute.spectrum.DenseSpectrum;
import org.grokcheck.compute.spectrum.SymmetricOperator;
import org.grokcheck.experiment.Measurements;

/** All eigenvalues of the Hessian of the training loss at points of a run, in double precision. */
final class WholeSpectrum {
  /** Steps at which the Hessian was formed; one row of the other series each. */
  static final String STEPS = "steps of spectra";

  /** Training loss there. */
  static final String LOSS = "loss";

  /** Training accuracy there. */
  static final String FITTED = "fitted";

  /** Validation accuracy there. */
  static final String VALIDATED = "validated";

  /** |∇L|. */
  static final String GRADIENT = "gradient norm";

  /** |∇L| over λ₁|θ|, which no rescaling of the loss changes. */
  static final String RELATIVE_GRADIENT = "relative gradient";

  /** λ_min. */
  static final String SMALLEST = "smallest";

  /** λ₁. */
  static final String LARGEST = "largest";

  /** λ₂. */
  static final String SECOND = "second";

  /** Share of eigenvalues below −{@link #ROUNDING} λ₁. */
  static final String NEGATIVE = "share of negative";

  /** Largest difference of H and its transpose, over the largest entry; 0 below 10⁻¹². */
  static final String ASYMMETRY = "asymmetry";

  /** Σ λ. */
  static final String TRACE = "trace";

  /** Σ λ². */
  static final String SQUARES = "trace of the square";

  /** Σ (λ − mean)⁴. */
  static final String FOURTH = "fourth central moment";

  /**
   * What is counted as negative. The Hessian's entries are sure to {@link #ASYMMETRY} alone, which
   * may be more, so that the count says little of the sign of the eigenvalues next to this.
   */
  static final double ROUNDING = 1e-10;

  /** What double precision makes equal. */
  private static final double EQUAL = 1e-12;

  private WholeSpectrum() {}

  /** The row of a point. */
  static double[] row(SliceReader reader, EngineObjective train, double[] theta, int step) {
    double[][] hessian = SymmetricOperator.hessian(train, theta).dense();
    double asymmetry = symmetrised(hessian);
    double[] spectrum = DenseSpectrum.ascending(hessian);
    int d = spectrum.length;
    double largest = spectrum[d - 1];
    double gradient = Vectors.norm(train.gradient(theta));
    double trace = Arrays.stream(spectrum).sum();
    long negative = 0;
    for (double value : spectrum) {
      negative += value < -ROUNDING * largest ? 1 : 0;
    }
    SliceReader.Values values = reader.at(theta);
    return new double[] {
      step,
      values.loss(),
      values.training(),
      values.validation(),
      gradient,
      gradient / (largest * Vectors.norm(theta)),
      spectrum[0],
      largest,
      spectrum[d - 2],
      (double) negative / d,
      asymmetry,
      trace,
      Vectors.dot(spectrum, spectrum),
      Arrays.stream(spectrum).map(x -> Math.pow(x - trace / d, 4)).sum()
    };
  }

  /** Replaces H by (H + Hᵀ)/2; returns the largest |H − Hᵀ| over the largest |H|. */
  private static double symmetrised(double[][] h) {
    double most = 0;
    double off = 0;
    for (int i = 0; i < h.length; i++) {
      for (int j = 0; j <= i; j++) {
        most = Math.max(most, Math.abs(h[i][j]));
        off = Math.max(off, Math.abs(h[i][j] - h[j][i]));
        double mean = (h[i][j] + h[j][i]) / 2;
        h[i][j] = mean;
        h[j][i] = mean;
      }
    }
    return off < EQUAL * most ? 0 : off / most;
  }

  /** Rows as series. */
  static Measurements with(Measurements before, List<double[]> rows) {
    List<String> names =
        List.of(
            STEPS,
            LOSS,
            FITTED,
            VALIDATED,
            GRADIENT,
            RELATIVE_GRADIENT,
            SMALLEST,
            LARGEST,
            SECOND,
            NEGATIVE,
            ASYMMETRY,
            TRACE,
            SQUARES,
            FOURTH);
    Measurements seen = before;
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      seen = seen.with(names.get(i), rows.stream().mapToDouble(r -> r[column]).toArray());
    }
    return seen;
  }
}
