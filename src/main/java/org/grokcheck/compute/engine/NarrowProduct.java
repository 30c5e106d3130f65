package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The product X W of a large matrix with one of few columns, a column at a time. On the CPU such a
 * product is at the pace of memory, and the matrix-vector kernel reads X faster than the kernel of
 * full products, which packs it first; the gradient with respect to W gains the same way.
 */
final class NarrowProduct {
  /** From this number of columns on, reading X once for all of them is faster. */
  private static final long MOST_COLUMNS = 2;

  /** Below this number of entries of X the calls cost more than the products. */
  private static final long FEWEST_ENTRIES = 1 << 18;

  private NarrowProduct() {}

  /** Whether this way is the faster one for X, n × d, and W, d × k. */
  static boolean serves(Tensor x, Tensor w) {
    return w.size(1) <= MOST_COLUMNS && x.numel() >= FEWEST_ENTRIES && !x.is_cuda();
  }

  /** X W, n × k. */
  static Tensor of(Tensor x, Tensor w) {
    TensorVector columns = new TensorVector();
    for (long k = 0; k < w.size(1); k++) {
      columns.push_back(x.mv(w.select(1, k).contiguous()));
    }
    return torch.stack(columns, 1);
  }
}
