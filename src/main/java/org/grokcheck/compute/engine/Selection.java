package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The samples that a pass looks at.
 *
 * @param rows their indices on the device, or null for all
 */
record Selection(@Nullable Tensor rows) {
  static final Selection ALL = new Selection(null);

  /** The selected rows of a tensor that has a row a sample. */
  Tensor of(Tensor all) {
    return rows == null ? all : all.index_select(0, rows);
  }
}
