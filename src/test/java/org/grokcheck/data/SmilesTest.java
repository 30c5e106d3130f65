package org.grokcheck.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Molecules whose formulas and bonds every textbook has. */
class SmilesTest {
  private static Map<String, Long> formula(Molecule molecule) {
    return new TreeMap<>(
        molecule.elements().stream().collect(Collectors.groupingBy(e -> e, Collectors.counting())));
  }

  private static int valence(Molecule molecule, int atom) {
    return molecule.bonds().stream()
        .filter(b -> b.from() == atom || b.to() == atom)
        .mapToInt(Molecule.Bond::order)
        .sum();
  }

  private static void is(String smiles, Map<String, Long> formula, int bonds) {
    Molecule molecule = Smiles.parse(smiles);
    assertEquals(new TreeMap<>(formula), formula(molecule), smiles);
    assertEquals(bonds, molecule.bonds().size(), smiles);
    for (int i = 0; i < molecule.elements().size(); i++) {
      int expected = Map.of("C", 4, "N", 3, "O", 2, "F", 1, "H", 1).get(molecule.elements().get(i));
      assertEquals(expected, valence(molecule, i), smiles + ", atom " + i);
    }
  }

  @Test
  void formulasAndValencesAreRight() {
    is("C", Map.of("C", 1L, "H", 4L), 4);
    is("O", Map.of("O", 1L, "H", 2L), 2);
    is("C#N", Map.of("C", 1L, "N", 1L, "H", 1L), 2);
    is("CC=O", Map.of("C", 2L, "O", 1L, "H", 4L), 6);
    is("C1CC1", Map.of("C", 3L, "H", 6L), 9);
    is("c1ccccc1", Map.of("C", 6L, "H", 6L), 12);
    is("c1cc[nH]c1", Map.of("C", 4L, "N", 1L, "H", 5L), 10);
    is("FC(F)(F)C(=O)N", Map.of("C", 2L, "F", 3L, "O", 1L, "N", 1L, "H", 2L), 8);
    is("[H]C([H])=O", Map.of("C", 1L, "O", 1L, "H", 2L), 3);
  }

  @Test
  void theSameMoleculeWrittenTwoWaysHasTheSameFormula() {
    assertEquals(formula(Smiles.parse("OC(=O)CN")), formula(Smiles.parse("NCC(O)=O")));
    assertEquals(formula(Smiles.parse("c1ccoc1")), formula(Smiles.parse("C1=COC=C1")));
  }

  @Test
  void nonsenseIsRefusedInOneLine() {
    for (String smiles : new String[] {"", "C(", "C1CC", "Qx", "c1cccc1", "C==C"}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> Smiles.parse(smiles), smiles);
      assertTrue(String.valueOf(e.getMessage()).lines().count() == 1, e.getMessage());
    }
  }
}
