package org.grokcheck.compute;

/** What the outputs of a set of samples should be. */
public sealed interface Targets {
  /** Number of samples. */
  int samples();

  /**
   * Class labels.
   *
   * @param labels one a sample, in [0, K)
   */
  record Classes(int[] labels) implements Targets {
    public Classes {
      Require.that(labels.length > 0, "labels: need at least one");
      for (int i = 0; i < labels.length; i++) {
        Require.that(labels[i] >= 0, "labels[" + i + "] = " + labels[i] + " must be >= 0");
      }
    }

    @Override
    public int samples() {
      return labels.length;
    }
  }

  /**
   * Real targets.
   *
   * @param rows n × K, all finite
   */
  record Values(double[][] rows) implements Targets {
    public Values {
      Matrices.requireFinite("targets", rows);
    }

    @Override
    public int samples() {
      return rows.length;
    }
  }
}
