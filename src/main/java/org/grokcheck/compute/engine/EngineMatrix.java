package org.grokcheck.compute.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PointWeight;

/**
 * A data matrix on the native engine. Vectors are rounded to its precision on the way in, sums run
 * in it, and results come back as doubles; equal calls give equal bits.
 *
 * <p>Not for use by several threads at once.
 */
public final class EngineMatrix implements DataMatrix, AutoCloseable {
  /**
   * Bytes of a block of rows in {@link #weightedSum} on the CPU: small enough to be still in the
   * second-level cache for the second product, large enough that calls cost little.
   */
  private static final int BLOCK_BYTES = 1 << 19;

  private static final int FEWEST_ROWS = 16;

  /** Rows that one pass takes together, and the views of them that its products need. */
  private record Block(int from, int count, Tensor rows, Tensor columns, Tensor vector) {}

  private final Engine engine;
  private final Precision precision;
  private final int rows;
  private final int columns;
  private final int blockRows;
  private final Kept kept = new Kept();
  private final Tensor x;
  private final Exchange byRow;
  private final Exchange byColumn;
  private final Scalar one;
  private final Tensor direction;
  private final List<Block> blocks;

  EngineMatrix(Engine engine, DataMatrix points, Precision precision) {
    this.engine = engine;
    this.precision = precision;
    this.rows = points.rows();
    this.columns = points.columns();
    this.blockRows = engine.onCuda() ? rows : Math.min(rows, blockRows(precision, columns));
    this.one = new Scalar(1.0);
    this.x = NativeErrors.scoped(() -> kept.keep(copied(points)));
    this.byRow = NativeErrors.scoped(() -> new Exchange(engine, precision, rows, kept));
    this.byColumn = NativeErrors.scoped(() -> new Exchange(engine, precision, columns, kept));
    this.direction =
        NativeErrors.scoped(
            () -> kept.keep(torch.zeros(new long[] {columns}, engine.options(precision))));
    this.blocks = NativeErrors.scoped(this::views);
  }

  /** Made once, since making a view takes as long as a small product. */
  private List<Block> views() {
    List<Block> views = new ArrayList<>();
    for (int from = 0; from < rows; from += blockRows) {
      int count = Math.min(blockRows, rows - from);
      Tensor block = kept.keep(x.narrow(0, from, count));
      Tensor vector = kept.keep(byRow.first(count));
      views.add(new Block(from, count, block, kept.keep(block.t()), vector));
    }
    return views;
  }

  private static int blockRows(Precision precision, int columns) {
    long rowBytes = (precision == Precision.FLOAT64 ? 8L : 4L) * columns;
    return (int) Math.max(FEWEST_ROWS, BLOCK_BYTES / rowBytes);
  }

  private Tensor copied(DataMatrix points) {
    Tensor all = torch.zeros(new long[] {rows, columns}, engine.options(precision));
    try (Kept staging = new Kept()) {
      Exchange row = new Exchange(engine, precision, columns, staging);
      double[] values = new double[columns];
      for (int i = 0; i < rows; i++) {
        points.row(i, values);
        requireHeld(values, i);
        row.put(values, 0, columns);
        int at = i;
        NativeErrors.scoped(() -> all.select(0, at).copy_(row.first(columns)).dim());
      }
    }
    return all;
  }

  private void requireHeld(double[] values, int row) {
    for (int j = 0; j < columns; j++) {
      double held = precision == Precision.FLOAT32 ? (float) values[j] : values[j];
      if (!Double.isFinite(held)) {
        throw new IllegalArgumentException(
            "points: row %d, column %d is %s, which %s does not hold; use FLOAT64 or scale the data"
                .formatted(row, j, values[j], precision));
      }
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void row(int i, double[] out) {
    if (i < 0 || i >= rows) {
      throw new IllegalArgumentException(
          "i (row): need a number from 0 to " + (rows - 1) + ", got " + i);
    }
    length("out", out, columns);
    call(
        () -> {
          byColumn.first(columns).copy_(x.select(0, i));
          byColumn.get(out, 0, columns);
          return out;
        });
  }

  @Override
  public void times(double[] s, double[] out) {
    length("s", s, columns);
    length("out", out, rows);
    call(
        () -> {
          byColumn.put(s, 0, columns);
          torch.mv_out(byRow.first(rows), x, byColumn.first(columns));
          byRow.get(out, 0, rows);
          return out;
        });
  }

  @Override
  public void transposeTimes(double[] weights, double[] out) {
    length("weights", weights, rows);
    length("out", out, columns);
    call(
        () -> {
          byRow.put(weights, 0, rows);
          torch.mv_out(byColumn.first(columns), x.t(), byRow.first(rows));
          byColumn.get(out, 0, columns);
          return out;
        });
  }

  @Override
  public void weightedSum(double[] s, PointWeight weight, double[] margins, double[] out) {
    length("s", s, columns);
    length("margins", margins, rows);
    length("out", out, columns);
    double[] weights = new double[blockRows];
    call(
        () -> {
          byColumn.put(s, 0, columns);
          Tensor sum = byColumn.first(columns);
          direction.copy_(sum);
          sum.zero_();
          for (Block block : blocks) {
            torch.mv_out(block.vector(), block.rows(), direction);
            weigh(block, weight, weights, margins);
            sum.addmv_(block.columns(), block.vector(), one, one);
          }
          byColumn.get(out, 0, columns);
          return out;
        });
  }

  /** Puts the weights of a block of rows in the place of their margins. */
  private void weigh(Block block, PointWeight weight, double[] weights, double[] margins) {
    byRow.get(margins, block.from(), block.count());
    for (int i = 0; i < block.count(); i++) {
      weights[i] = weight.at(block.from() + i, margins[block.from() + i]);
    }
    byRow.put(weights, 0, block.count());
  }

  @Override
  public void weightedGram(double[] weights, double[] out) {
    length("weights", weights, rows);
    length("out", out, Math.multiplyExact(columns, columns));
    call(
        () -> {
          byRow.put(weights, 0, rows);
          Tensor weighted = x.mul(byRow.first(rows).unsqueeze(1));
          double[] gram = Tensors.array(symmetric(x.t().mm(weighted)));
          System.arraycopy(gram, 0, out, 0, out.length);
          return out;
        });
  }

  @Override
  public double[] gramOf(int[] chosen) {
    for (int row : chosen) {
      if (row < 0 || row >= rows) {
        throw new IllegalArgumentException(
            "rows: need numbers from 0 to " + (rows - 1) + ", got " + row);
      }
    }
    return call(
        () -> {
          Tensor points = x.index_select(0, Tensors.indices(engine, chosen));
          return Tensors.array(symmetric(points.mm(points.t())));
        });
  }

  /** A product may differ in the last digits from its transpose; the mean of both does not. */
  private static Tensor symmetric(Tensor product) {
    return product.add(product.t()).mul(Tensors.scalar(0.5));
  }

  private static <T> T call(Supplier<T> body) {
    return NativeErrors.scoped(
        () -> {
          try (NoGradGuard guard = new NoGradGuard()) {
            return body.get();
          }
        });
  }

  private static void length(String name, double[] values, int expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          name + ": need length " + expected + ", got " + values.length);
    }
  }

  @Override
  public void close() {
    kept.close();
    one.close();
  }
}
