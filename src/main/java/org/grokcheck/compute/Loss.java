package org.grokcheck.compute;

/** How outputs f (n × K) are held against targets. */
public enum Loss {
  /** (1/nK) Σ (f − y)²: the mean over samples and outputs. Class labels become one-hot rows y. */
  SQUARED,
  /**
   * −(1/n) Σ_i log softmax(f_i)[y_i], with the logarithm of the softmax in double precision
   * whatever the precision of f, so that a loss far below 10⁻⁷ keeps its digits. Takes class labels
   * only.
   */
  CROSS_ENTROPY
}
