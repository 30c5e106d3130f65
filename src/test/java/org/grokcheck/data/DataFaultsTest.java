package org.grokcheck.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is wrong with a data file: one line that names the file and what is wrong, and ends with
 * the command that mends it. Sound files of the same kind are read.
 */
class DataFaultsTest {
  @TempDir private Path temporary = Path.of("");

  /** Makes a damaged set in an empty folder. */
  private interface Damage {
    void to(Path folder) throws Exception;
  }

  /** A kind of damage, how the set is read, the file to be named and part of the line. */
  private record Fault(String kind, DataSet set, String names, String says, Damage damage) {}

  private static final List<Fault> FAULTS = new ArrayList<>();

  private static void mnist(String kind, String names, String says, Damage damage) {
    FAULTS.add(
        new Fault(
            kind,
            DataSet.MNIST,
            names,
            says,
            folder -> {
              SmallSets.mnist(folder);
              damage.to(folder);
            }));
  }

  private static void imdb(String kind, String names, String says, Damage damage) {
    FAULTS.add(new Fault(kind, DataSet.IMDB, names, says, damage));
  }

  private static void qm9(String kind, String names, String says, Damage damage) {
    FAULTS.add(new Fault(kind, DataSet.QM9, names, says, damage));
  }

  private static final String IMAGES = SmallSets.FILES.get(0);
  private static final String LABELS = SmallSets.FILES.get(1);

  static {
    contents();
    formats();
    reviews();
    reviewFolders();
    molecules();
    structures();
  }

  private static void contents() {
    mnist("no folder", IMAGES, "data absent", SmallSets::delete);
    mnist("no file", LABELS, "missing", f -> Files.delete(f.resolve(LABELS)));
    mnist("one byte short", IMAGES, "cut short", f -> SmallSets.edit(f, IMAGES, b -> b.cut(1)));
    mnist("one byte more", IMAGES, "too long", f -> SmallSets.edit(f, IMAGES, b -> b.plus(0)));
    mnist("one bit flipped", IMAGES, "altered", f -> SmallSets.edit(f, IMAGES, b -> b.flip(99)));
    mnist("empty", LABELS, "(empty)", f -> Files.write(f.resolve(LABELS), new byte[0]));
    mnist("compressed", LABELS, "gzip", f -> Files.write(f.resolve(LABELS), SmallSets.gzip()));
    mnist("a web page", LABELS, "web page", f -> SmallSets.write(f, LABELS, "<html>404</html>"));
    mnist(
        "a pointer",
        LABELS,
        "Git LFS",
        f -> SmallSets.write(f, LABELS, "version https://git-lfs.github.com/spec/v1\n"));
    mnist(
        "a folder for a file",
        LABELS,
        "a folder stands",
        f -> {
          Files.delete(f.resolve(LABELS));
          Files.createDirectory(f.resolve(LABELS));
        });
    mnist(
        "a dangling link",
        LABELS,
        "leads nowhere",
        f -> {
          Files.delete(f.resolve(LABELS));
          Files.createSymbolicLink(f.resolve(LABELS), Path.of("nowhere"));
        });
  }

  /** Damage that checksums would hide is pinned as if it were right. */
  private static void formats() {
    mnist("labels as images", IMAGES, "starts with 0x00000801", f -> SmallSets.images(f, 8, 1));
    mnist("small images", IMAGES, "100 pixels, not 784", f -> SmallSets.images(f, 10, 3));
    mnist("wrong count", IMAGES, "says that it holds", f -> SmallSets.counted(f, 99));
    mnist("a head alone", IMAGES, "too few for the head", f -> SmallSets.head(f));
    mnist("labels missing", LABELS, "3 labels for 4 images", f -> SmallSets.labels(f, 1, 2, 3));
    mnist("no digit", LABELS, "label 2 is 10", f -> SmallSets.labels(f, 1, 2, 10, 4));
  }

  private static void reviews() {
    String json = ReviewsJson.NAME;
    String table = ReviewsTable.NAME;
    imdb("no reviews at all", json, "missing", f -> {});
    imdb("not JSON", json, "not JSON in line 1", f -> SmallSets.json(f, "[{\"t\":\"a\",,"));
    imdb(
        "JSON cut short",
        json,
        "not JSON in line",
        f -> SmallSets.json(f, "[{\"t\":\"a\",\"s\":1}"));
    imdb("no array", json, "not an array", f -> SmallSets.json(f, "{}"));
    imdb("no text", json, "review 1 has no text", f -> SmallSets.json(f, "[{\"s\":1}]"));
    imdb("sentiment 2", json, "review 1 has", f -> SmallSets.json(f, "[{\"t\":\"a\",\"s\":2}]"));
    imdb(
        "too few",
        json,
        "1 reviews, 1 positive",
        f -> SmallSets.json(f, "[" + SmallSets.review(1) + "]"));
    imdb(
        "all positive",
        json,
        "2 reviews, 2 positive",
        f -> SmallSets.json(f, "[{\"t\":\"a\",\"s\":1},{\"t\":\"b\",\"s\":1}]"));
    imdb(
        "no column",
        table,
        "no column sentiment",
        f -> SmallSets.write(f, table, "review,x\na,b\n"));
    imdb(
        "no sentiment",
        table,
        "'neutral' is neither",
        f -> SmallSets.write(f, table, "review,sentiment\na,neutral\n"));
    imdb(
        "open quote",
        table,
        "a quote is not closed",
        f -> SmallSets.write(f, table, "review,sentiment\n\"a,positive\n"));
    imdb(
        "ragged table",
        table,
        "row 2 has 3 fields",
        f -> SmallSets.write(f, table, "review,sentiment\na,b,positive\n"));
    imdb("names alone", table, "no rows", f -> SmallSets.write(f, table, "review,sentiment\n"));
    imdb(
        "not UTF-8",
        table,
        "not UTF-8",
        f -> Files.write(f.resolve(table), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0}));
  }

  private static void reviewFolders() {
    String root = ReviewsFolder.NAME;
    imdb(
        "no folder of negatives",
        "neg",
        "missing",
        f -> SmallSets.write(f, root + "/train/pos/0_9.txt", "good"));
    imdb(
        "a stray file",
        "notes.md",
        "not a review",
        f -> {
          SmallSets.stanford(f);
          SmallSets.write(f, root + "/test/neg/notes.md", "x");
        });
    imdb(
        "an empty review",
        "1_2.txt",
        "empty",
        f -> {
          SmallSets.stanford(f);
          SmallSets.write(f, root + "/test/neg/1_2.txt", " \n");
        });
  }

  private static void molecules() {
    String file = Qm9.CSV;
    qm9("no molecules at all", file, "missing", f -> {});
    qm9(
        "no SMILES",
        file,
        "no column smiles",
        f -> SmallSets.write(f, file, "gdb_id,alpha\n1,2\n"));
    qm9("bad SMILES", file, "row 2: 'C(' is not a SMILES", f -> SmallSets.molecule(f, "C(", "1"));
    qm9("no number", file, "row 2: alpha 'big'", f -> SmallSets.molecule(f, "C", "big"));
    qm9("NaN", file, "row 2: alpha 'NaN'", f -> SmallSets.molecule(f, "C", "NaN"));
    qm9(
        "twice",
        file,
        "row 3: molecule 1 stands there twice",
        f -> SmallSets.write(f, file, "gdb_id,smiles,alpha\n1,C,2\n1,N,3\n"));
  }

  private static void structures() {
    String file = Qm9.SDF;
    String properties = Qm9.PROPERTIES;
    qm9("no properties", properties, "missing", f -> SmallSets.write(f, file, "x"));
    qm9(
        "a molecule without a row",
        properties,
        "no row for molecule 'gdb_1'",
        f -> SmallSets.structures(f, SmallSets.WATER.replace("gdb_3", "gdb_1")));
    qm9(
        "SDF cut short",
        file,
        "cut short",
        f -> SmallSets.structures(f, SmallSets.WATER.replace("$$$$", "")));
    qm9(
        "bad counts",
        file,
        "record 1 is not a V2000 molecule",
        f -> SmallSets.structures(f, SmallSets.WATER.replace("  3  2", " 30  2")));
    qm9(
        "a bond to nothing",
        file,
        "record 1 is not a V2000 molecule",
        f -> SmallSets.structures(f, SmallSets.WATER.replace("  1  3  1", "  1  9  1")));
  }

  @TestFactory
  Stream<DynamicTest> everyFaultIsOneClearLine() {
    return FAULTS.stream()
        .map(fault -> dynamicTest(fault.set().label() + ": " + fault.kind(), () -> check(fault)));
  }

  private void check(Fault fault) throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("x"));
    SmallSets.clear(folder);
    fault.damage().to(folder);
    DataFault thrown = assertThrows(DataFault.class, () -> SmallSets.read(fault.set(), folder));
    String line = String.valueOf(thrown.getMessage());
    assertEquals(1, line.lines().count(), line);
    assertTrue(line.contains(fault.names() + ": "), line);
    assertTrue(line.contains(fault.says()), line);
    assertTrue(line.contains("grokcheck data fetch " + fault.set().label()), line);
  }

  @Test
  void soundSetsAreRead() throws Exception {
    Path images = Files.createDirectory(temporary.resolve("m"));
    SmallSets.mnist(images);
    SmallSets.read(DataSet.MNIST, images);
    Path texts = Files.createDirectory(temporary.resolve("i"));
    SmallSets.stanford(texts);
    SmallSets.read(DataSet.IMDB, texts);
    SmallSets.write(
        texts, ReviewsTable.NAME, "review,sentiment\r\n\"a, \"\"b\"\"\",positive\r\nc,negative");
    SmallSets.read(DataSet.IMDB, texts);
    SmallSets.json(texts, "[" + SmallSets.review(0) + "," + SmallSets.review(1) + "]");
    SmallSets.read(DataSet.IMDB, texts);
    Path molecules = Files.createDirectory(temporary.resolve("q"));
    SmallSets.structures(molecules, SmallSets.WATER);
    SmallSets.read(DataSet.QM9, molecules);
  }
}
