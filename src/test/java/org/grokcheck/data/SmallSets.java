package org.grokcheck.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Data sets of a few entries in the formats of the real ones. */
final class SmallSets {
  static final List<String> FILES = DataSet.MNIST.files().stream().map(PinnedFile::name).toList();

  /** Two reviews are a whole set here, and eight in folders: two in each. */
  private static final int REVIEWS = 2;

  static final String WATER =
      """
      gdb_3
       made here

        3  2  0  0  0  0  0  0  0  0999 V2000
          0.0000    0.0000    0.0000 O   0  0
          0.0000    0.0000    1.0000 H   0  0
          0.0000    1.0000    0.0000 H   0  0
        1  2  1  0
        1  3  1  0
      M  END
      $$$$
      """;

  private SmallSets() {}

  /** Content of a file, to be damaged. */
  record Content(byte[] bytes) {
    Content cut(int fewer) {
      return new Content(Arrays.copyOf(bytes, bytes.length - fewer));
    }

    Content plus(int value) {
      byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
      more[bytes.length] = (byte) value;
      return new Content(more);
    }

    Content flip(int index) {
      byte[] other = bytes.clone();
      other[index] ^= 1;
      return new Content(other);
    }
  }

  /** Four images and their labels, twice, with their pins beside them. */
  static void mnist(Path folder) throws IOException {
    for (int half = 0; half < 4; half += 2) {
      pinned(folder, FILES.get(half), idx(0x0803, new int[] {4, 28, 28}, new byte[4 * 784]));
      pinned(folder, FILES.get(half + 1), idx(0x0801, new int[] {4}, new byte[] {1, 2, 3, 9}));
    }
  }

  /** Reads a set with the sizes and pins of the small ones. */
  static Object read(DataSet set, Path folder) throws IOException {
    return switch (set) {
      case MNIST -> Mnist.read(folder, pins(folder));
      case IMDB -> Imdb.read(folder, pin(folder, ReviewsJson.NAME), reviewsIn(folder));
      case QM9 -> Qm9.read(folder);
    };
  }

  private static int reviewsIn(Path folder) {
    boolean folders = Files.exists(folder.resolve(ReviewsFolder.NAME));
    boolean alone = !Files.exists(folder.resolve(ReviewsTable.NAME));
    return folders && alone && !Files.exists(folder.resolve(ReviewsJson.NAME)) ? 4 : REVIEWS;
  }

  private static List<PinnedFile> pins(Path folder) throws IOException {
    List<PinnedFile> pins = new ArrayList<>();
    for (String name : FILES) {
      pins.add(pin(folder, name));
    }
    return pins;
  }

  /** The pin of a file: that of its content when it was made, else that of the file as it is. */
  private static PinnedFile pin(Path folder, String name) throws IOException {
    Path kept = folder.resolveSibling("pins").resolve(name);
    Path file = Files.exists(kept) ? kept : folder.resolve(name);
    byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    return new PinnedFile(name, bytes.length, PinnedFile.sha256(bytes));
  }

  private static void pinned(Path folder, String name, byte[] bytes) throws IOException {
    Files.write(Files.createDirectories(folder.resolveSibling("pins")).resolve(name), bytes);
    Files.write(folder.resolve(name), bytes);
  }

  private static byte[] idx(int magic, int[] dimensions, byte[] entries) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + entries.length);
    bytes.putInt(magic);
    Arrays.stream(dimensions).forEach(bytes::putInt);
    return bytes.put(entries).array();
  }

  /** Square images of a side, under a head for so many dimensions. */
  static void images(Path folder, int side, int rank) throws IOException {
    int[] dimensions = rank == 3 ? new int[] {4, side, side} : new int[] {4 * side * side};
    pinned(folder, FILES.get(0), idx(0x0800 | rank, dimensions, new byte[4 * side * side]));
  }

  /** Images whose head gives another number of them. */
  static void counted(Path folder, int count) throws IOException {
    pinned(folder, FILES.get(0), idx(0x0803, new int[] {count, 28, 28}, new byte[4 * 784]));
  }

  /** A file that ends within its head. */
  static void head(Path folder) throws IOException {
    pinned(folder, FILES.get(0), new byte[] {0, 0, 8, 3});
  }

  /** Training labels. */
  static void labels(Path folder, int... labels) throws IOException {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    pinned(folder, FILES.get(1), idx(0x0801, new int[] {labels.length}, bytes));
  }

  static void edit(Path folder, String name, UnaryOperator<Content> damage) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, damage.apply(new Content(Files.readAllBytes(file))).bytes());
  }

  static byte[] gzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(1);
    }
    return bytes.toByteArray();
  }

  static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  static void json(Path folder, String text) throws IOException {
    pinned(folder, ReviewsJson.NAME, text.getBytes(StandardCharsets.UTF_8));
  }

  static String review(int sentiment) {
    return "{\"t\":\"a film\",\"s\":" + sentiment + "}";
  }

  static void stanford(Path folder) throws IOException {
    for (String part : List.of("train", "test")) {
      write(folder, ReviewsFolder.NAME + "/" + part + "/pos/0_9.txt", "good");
      write(folder, ReviewsFolder.NAME + "/" + part + "/neg/0_1.txt", "bad");
    }
  }

  static void molecule(Path folder, String smiles, String alpha) throws IOException {
    write(folder, Qm9.CSV, "gdb_id,smiles,alpha\n1," + smiles + "," + alpha + "\n");
  }

  static void structures(Path folder, String records) throws IOException {
    write(folder, Qm9.SDF, records);
    write(folder, Qm9.PROPERTIES, "mol_id,A,alpha\ngdb_3,1,6.31\n");
  }

  /** Deletes the folder. */
  static void delete(Path folder) throws IOException {
    clear(folder);
    Files.delete(folder);
  }

  /** Empties the folder and forgets its pins. */
  static void clear(Path folder) throws IOException {
    Path pins = folder.resolveSibling("pins");
    for (Path base : Files.exists(pins) ? List.of(folder, pins) : List.of(folder)) {
      try (Stream<Path> all = Files.walk(base)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          if (!path.equals(base)) {
            Files.delete(path);
          }
        }
      }
    }
  }
}
