package org.grokcheck.compute;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a run needs to go on as if it had never stopped. Values of a run in single
 * precision are doubles too, which hold them exactly.
 *
 * @param run what is trained, in words; a resumed run must say the same
 * @param precision of θ and of the optimiser's state
 * @param step steps made
 * @param arrays θ under {@code theta}, and the optimiser's state
 */
public record Checkpoint(
    String run, Precision precision, long step, SortedMap<String, double[]> arrays) {
  private static final int MAGIC = 0x47524f4b;
  private static final int DIGEST = 32;

  public Checkpoint {
    arrays = Collections.unmodifiableSortedMap(new TreeMap<>(arrays));
    if (!arrays.containsKey("theta")) {
      throw new IllegalArgumentException("arrays: need theta, got " + arrays.keySet());
    }
  }

  /** θ. */
  public double[] theta() {
    return array("theta");
  }

  /**
   * The array of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public double[] array(String name) {
    double[] values = arrays.get(name);
    if (values == null) {
      throw new IllegalArgumentException(
          "the checkpoint has no '%s', only %s".formatted(name, arrays.keySet()));
    }
    return values;
  }

  /**
   * Refuses a checkpoint of another run or precision.
   *
   * @throws IllegalArgumentException naming both
   */
  public void requireRun(String wantedRun, Precision wantedPrecision) {
    Require.that(
        run.equals(wantedRun),
        "the checkpoint belongs to another run: it says '%s', this one is '%s'"
            .formatted(run, wantedRun));
    Require.that(
        precision == wantedPrecision,
        "the checkpoint holds %s, this run computes in %s".formatted(precision, wantedPrecision));
  }

  /** The bytes of a file: content, then its SHA-256. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeUTF(run);
      out.writeUTF(precision.name());
      out.writeLong(step);
      out.writeInt(arrays.size());
      for (Map.Entry<String, double[]> entry : arrays.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        for (double value : entry.getValue()) {
          out.writeDouble(value);
        }
      }
      out.flush();
      out.write(sha256(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if the bytes are cut short or altered
   */
  public static Checkpoint fromBytes(byte[] bytes) {
    int length = bytes.length - DIGEST;
    Require.that(
        length > 0
            && Arrays.equals(
                sha256(Arrays.copyOf(bytes, length)),
                Arrays.copyOfRange(bytes, length, bytes.length)),
        "the checkpoint is cut short or altered: its checksum does not match; start the run anew");
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
      Require.that(in.readInt() == MAGIC, "these bytes are not a checkpoint");
      String run = in.readUTF();
      Precision precision = Precision.valueOf(in.readUTF());
      long step = in.readLong();
      SortedMap<String, double[]> arrays = new TreeMap<>();
      for (int remaining = in.readInt(); remaining > 0; remaining--) {
        String name = in.readUTF();
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
          values[i] = in.readDouble();
        }
        arrays.put(name, values);
      }
      return new Checkpoint(run, precision, step, arrays);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must provide SHA-256", e);
    }
  }
}
