package org.grokcheck.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Molecules of QM9 with their isotropic polarizability. No registry has them: a user brings a table
 * with a SMILES and an alpha column, or the standard structures with their table of properties.
 *
 * @param source the file that the molecules were read from
 * @param entries in the order of the source
 */
public record Qm9(String source, List<Entry> entries) {
  /** A table of any of the usual headings. */
  static final String CSV = "qm9.csv";

  /** The standard structures; {@link #PROPERTIES} must stand beside them. */
  static final String SDF = "gdb9.sdf";

  /** The standard table of properties. */
  static final String PROPERTIES = "gdb9.sdf.csv";

  private static final String[] ID = {"gdb_id", "mol_id", "index"};
  private static final String[] ALPHA = {"alpha", "alpha_bohr3"};

  /**
   * A molecule.
   *
   * @param id in QM9
   * @param molecule atoms and bonds
   * @param alpha isotropic polarizability in bohr³
   */
  public record Entry(String id, Molecule molecule, double alpha) {}

  public Qm9 {
    entries = List.copyOf(entries);
  }

  /**
   * Reads the molecules of a project.
   *
   * @throws DataFault naming what is missing or inconsistent
   */
  public static Qm9 load(Path projectRoot) {
    return read(DataSet.QM9.folder(projectRoot));
  }

  /** Reads the molecules of a folder. */
  static Qm9 read(Path folder) {
    Path table = folder.resolve(CSV);
    Path structures = folder.resolve(SDF);
    if (!Files.exists(table) && Files.exists(structures)) {
      return new Qm9(SDF, ofStructures(structures, folder.resolve(PROPERTIES)));
    }
    return new Qm9(CSV, ofTable(table));
  }

  private static List<Entry> ofTable(Path file) {
    Table table = Table.read(DataSet.QM9, file);
    int id = table.column(ID);
    int smiles = table.column("smiles");
    int alpha = table.column(ALPHA);
    List<Entry> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < table.rows().size(); i++) {
      List<String> row = table.rows().get(i);
      if (!ids.add(row.get(id))) {
        throw DataSet.QM9.fault(
            file, "row %d: molecule %s stands there twice".formatted(i + 2, row.get(id)));
      }
      entries.add(
          new Entry(row.get(id), molecule(file, i, row.get(smiles)), table.number(i, alpha)));
    }
    return entries;
  }

  private static Molecule molecule(Path file, int row, String smiles) {
    try {
      return Smiles.parse(smiles);
    } catch (IllegalArgumentException e) {
      throw DataSet.QM9.fault(file, "row %d: %s".formatted(row + 2, e.getMessage()), e);
    }
  }

  private static List<Entry> ofStructures(Path file, Path properties) {
    Table table = Table.read(DataSet.QM9, properties);
    int id = table.column(ID);
    int alpha = table.column(ALPHA);
    Map<String, Integer> rows = new HashMap<>();
    for (int i = 0; i < table.rows().size(); i++) {
      rows.put(table.rows().get(i).get(id), i);
    }
    List<Entry> entries = new ArrayList<>();
    for (SdfFile.Named named : SdfFile.read(file)) {
      Integer row = rows.get(named.name());
      if (row == null) {
        throw DataSet.QM9.fault(
            properties, "no row for molecule '%s' of %s".formatted(named.name(), SDF));
      }
      entries.add(new Entry(named.name(), named.molecule(), table.number(row, alpha)));
    }
    return entries;
  }

  /** One line about what it holds. */
  String describe() {
    return "%d molecules from %s".formatted(entries.size(), source);
  }
}
