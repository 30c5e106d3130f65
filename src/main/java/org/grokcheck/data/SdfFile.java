package org.grokcheck.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokcheck.data.Molecule.Bond;

/**
 * A structure-data file: records that end with {@code $$$$}, each a name, two more lines, the
 * counts of atoms and bonds in columns of three, then a line an atom and a line a bond (V2000).
 */
final class SdfFile {
  private static final int HEAD = 4;

  private final Path file;
  private final List<Named> molecules = new ArrayList<>();

  private SdfFile(Path file) {
    this.file = file;
  }

  /** A molecule under its name. */
  record Named(String name, Molecule molecule) {}

  /**
   * Reads all records.
   *
   * @throws DataFault naming the first record that is not as it should be
   */
  static List<Named> read(Path file) {
    SdfFile reader = new SdfFile(file);
    List<String> lines = new ArrayList<>();
    for (String line : (Iterable<String>) DataFiles.text(DataSet.QM9, file).lines()::iterator) {
      if (line.startsWith("$$$$")) {
        reader.add(lines);
        lines.clear();
      } else {
        lines.add(line);
      }
    }
    if (lines.stream().anyMatch(line -> !line.isBlank())) {
      throw reader.fault("cut short: the last record does not end with $$$$");
    }
    return reader.molecules;
  }

  private void add(List<String> lines) {
    try {
      int atoms = number(lines.get(HEAD - 1), 0);
      int count = number(lines.get(HEAD - 1), 3);
      List<String> elements =
          lines.subList(HEAD, HEAD + atoms).stream().map(l -> l.substring(31, 34).strip()).toList();
      List<Bond> bonds =
          lines.subList(HEAD + atoms, HEAD + atoms + count).stream()
              .map(l -> new Bond(number(l, 0) - 1, number(l, 3) - 1, number(l, 6)))
              .toList();
      molecules.add(new Named(lines.get(0).strip(), new Molecule(elements, bonds)));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw DataSet.QM9.fault(
          file, "record %d is not a V2000 molecule".formatted(molecules.size() + 1), e);
    }
  }

  private static int number(String line, int from) {
    return Integer.parseInt(line.substring(from, from + 3).strip());
  }

  private DataFault fault(String problem) {
    return DataSet.QM9.fault(file, problem);
  }
}
