package org.grokcheck.data;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Bytes in the IDX format: two zero bytes, the type 8 (unsigned byte), the number of dimensions,
 * the dimensions as big-endian 32-bit numbers, then the entries.
 *
 * @param dimensions of the array
 * @param entries row by row, unsigned
 */
record IdxFile(int[] dimensions, byte[] entries) {
  private static final int UNSIGNED_BYTE = 8;

  /**
   * Reads an array.
   *
   * @param set for the remedy in messages
   * @param file for messages
   * @param content of the file
   * @param rank number of dimensions that it must have
   * @throws DataFault if the bytes are not such an array
   */
  static IdxFile parse(DataSet set, Path file, byte[] content, int rank) {
    int head = 4 + 4 * rank;
    if (content.length < head) {
      throw set.fault(
          file, "%d bytes, too few for the head of an IDX file".formatted(content.length));
    }
    ByteBuffer bytes = ByteBuffer.wrap(content);
    int magic = bytes.getInt();
    if (magic != (UNSIGNED_BYTE << 8 | rank)) {
      throw set.fault(
          file,
          "not an IDX file of bytes in %d dimensions: it starts with 0x%08x"
              .formatted(rank, magic));
    }
    int[] dimensions = new int[rank];
    Arrays.setAll(dimensions, i -> bytes.getInt());
    long entries = Arrays.stream(dimensions).asLongStream().reduce(1, (a, b) -> a * b);
    if (Arrays.stream(dimensions).anyMatch(d -> d < 1) || content.length - head != entries) {
      throw set.fault(
          file,
          "says that it holds %s entries, and has %d"
              .formatted(Arrays.toString(dimensions), content.length - head));
    }
    return new IdxFile(dimensions, Arrays.copyOfRange(content, head, content.length));
  }

  /** Number of items: the first dimension. */
  int items() {
    return dimensions[0];
  }

  /** Entries of one item. */
  int itemSize() {
    return entries.length / items();
  }

  /** An entry, in [0, 255]. */
  int at(int index) {
    return entries[index] & 0xff;
  }
}
