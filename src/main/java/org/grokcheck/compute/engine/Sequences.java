package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Vectors at the places of m sequences of length T, where equal ones may be stored once.
 *
 * @param rows R × d, the stored vectors
 * @param index m × T, the row at each place; null where rows are the places in order
 * @param length T
 */
record Sequences(Tensor rows, @Nullable Tensor index, long length) {
  /** Other vectors with one row where these have one. */
  Sequences with(Tensor other) {
    return new Sequences(other, index, length);
  }

  /** m T × d, all places. */
  Tensor all() {
    return index == null ? rows : rows.index_select(0, index.flatten());
  }

  /** m × d, the last place of each sequence. */
  Tensor last() {
    return index == null
        ? rows.view(-1, length, rows.size(1)).select(1, length - 1)
        : rows.index_select(0, index.select(1, length - 1));
  }
}
