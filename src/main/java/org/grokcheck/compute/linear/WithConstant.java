package org.grokcheck.compute.linear;

import java.util.Arrays;

/** The points (xᵢ, 1) of d + 1 components: a bias becomes the weight of the constant component. */
public final class WithConstant implements DataMatrix {
  private final DataMatrix x;

  private WithConstant(DataMatrix x) {
    this.x = x;
  }

  /** Appends the constant 1 to every point. */
  public static WithConstant of(DataMatrix x) {
    return new WithConstant(x);
  }

  @Override
  public int rows() {
    return x.rows();
  }

  @Override
  public int columns() {
    return x.columns() + 1;
  }

  @Override
  public void row(int i, double[] out) {
    Shapes.length("out", out, columns());
    double[] point = new double[x.columns()];
    x.row(i, point);
    System.arraycopy(point, 0, out, 0, point.length);
    out[point.length] = 1;
  }

  @Override
  public void times(double[] s, double[] out) {
    Shapes.length("s", s, columns());
    x.times(Arrays.copyOf(s, x.columns()), out);
    for (int i = 0; i < out.length; i++) {
      out[i] += s[s.length - 1];
    }
  }

  @Override
  public void transposeTimes(double[] weights, double[] out) {
    Shapes.length("out", out, columns());
    double[] pulled = new double[x.columns()];
    x.transposeTimes(weights, pulled);
    System.arraycopy(pulled, 0, out, 0, pulled.length);
    out[pulled.length] = Vectors.sum(weights);
  }

  @Override
  public void weightedSum(double[] s, PointWeight weight, double[] margins, double[] out) {
    Shapes.length("s", s, columns());
    Shapes.length("margins", margins, rows());
    Shapes.length("out", out, columns());
    double bias = s[s.length - 1];
    double[] pulled = new double[x.columns()];
    double[] total = new double[1];
    PointWeight shifted =
        (i, z) -> {
          double a = weight.at(i, z + bias);
          total[0] += a;
          return a;
        };
    x.weightedSum(Arrays.copyOf(s, x.columns()), shifted, margins, pulled);
    for (int i = 0; i < margins.length; i++) {
      margins[i] += bias;
    }
    System.arraycopy(pulled, 0, out, 0, pulled.length);
    out[pulled.length] = total[0];
  }
}
