package org.grokcheck.compute.engine;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.grokcheck.compute.Precision;

/** Arrays to tensors and back. */
final class Tensors {
  private Tensors() {}

  /** A vector on the device. */
  static Tensor vector(Engine engine, Precision precision, double[] values) {
    Tensor host = torch.zeros(new long[] {values.length}, new TensorOptions(ScalarType.Double));
    DoublePointer data = host.data_ptr_double();
    data.put(values, 0, values.length);
    return copy(host, engine.options(precision));
  }

  /** A matrix on the device, rows stored one after another. */
  static Tensor matrix(Engine engine, Precision precision, double[][] rows) {
    int columns = rows[0].length;
    double[] flat = new double[Math.multiplyExact(rows.length, columns)];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * columns, columns);
    }
    return vector(engine, precision, flat).view(rows.length, columns);
  }

  /** Whole numbers on the device. */
  static Tensor indices(Engine engine, int[] values) {
    Tensor host = torch.zeros(new long[] {values.length}, new TensorOptions(ScalarType.Long));
    LongPointer data = host.data_ptr_long();
    for (int i = 0; i < values.length; i++) {
      data.put(i, values[i]);
    }
    return copy(host, engine.options(ScalarType.Long));
  }

  /** A matrix of whole numbers on the device. */
  static Tensor indices(Engine engine, int[][] rows) {
    int[] flat = Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
    return indices(engine, flat).view(rows.length, rows[0].length);
  }

  /** All entries, row by row, on the host. */
  static double[] array(Tensor tensor) {
    TensorOptions cpu =
        new TensorOptions(ScalarType.Double).device(new DeviceOptional(new Device("cpu")));
    Tensor host = copy(tensor.detach(), cpu).contiguous();
    double[] values = new double[Math.toIntExact(host.numel())];
    host.data_ptr_double().get(values, 0, values.length);
    return values;
  }

  /** A matrix as rows on the host. */
  static double[][] rows(Tensor matrix) {
    double[] flat = array(matrix);
    int n = Math.toIntExact(matrix.size(0));
    double[][] rows = new double[n][flat.length / n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(flat, i * rows[i].length, rows[i], 0, rows[i].length);
    }
    return rows;
  }

  private static Tensor copy(Tensor tensor, TensorOptions options) {
    return tensor.to(options, false, false, new MemoryFormatOptional());
  }

  static Scalar scalar(double value) {
    return new Scalar(value);
  }
}
