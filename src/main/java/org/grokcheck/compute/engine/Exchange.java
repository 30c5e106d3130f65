package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.grokcheck.compute.Precision;

/**
 * A vector on the device that is filled from arrays and read into them again and again, without
 * making tensors on the way.
 */
final class Exchange {
  private final Precision precision;
  private final Tensor host;
  private final Tensor device;
  private final boolean shared;
  private final float[] singles;

  Exchange(Engine engine, Precision precision, int length, Kept kept) {
    this.precision = precision;
    TensorOptions here = new TensorOptions(Engine.scalarType(precision));
    this.shared = !engine.onCuda();
    this.host = kept.keep(torch.zeros(new long[] {length}, here));
    this.device =
        shared ? host : kept.keep(torch.zeros(new long[] {length}, engine.options(precision)));
    this.singles = new float[precision == Precision.FLOAT32 ? length : 0];
  }

  /** The first entries, on the device. */
  Tensor first(int count) {
    return device.narrow(0, 0, count);
  }

  /** Fills the first entries from {@code values[from..from + count)}. */
  void put(double[] values, int from, int count) {
    if (precision == Precision.FLOAT64) {
      host.data_ptr_double().put(values, from, count);
    } else {
      for (int i = 0; i < count; i++) {
        singles[i] = (float) values[from + i];
      }
      host.data_ptr_float().put(singles, 0, count);
    }
    if (!shared) {
      device.copy_(host);
    }
  }

  /** Reads the first entries into {@code values[from..from + count)}. */
  void get(double[] values, int from, int count) {
    if (!shared) {
      host.copy_(device);
    }
    if (precision == Precision.FLOAT64) {
      host.data_ptr_double().get(values, from, count);
    } else {
      host.data_ptr_float().get(singles, 0, count);
      for (int i = 0; i < count; i++) {
        values[from + i] = singles[i];
      }
    }
  }
}
