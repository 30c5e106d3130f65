package org.grokcheck.data;

import java.util.List;

/**
 * A molecule as a graph, hydrogens included.
 *
 * @param elements symbol of each atom, such as {@code C}
 * @param bonds each once
 */
public record Molecule(List<String> elements, List<Bond> bonds) {
  /**
   * A bond.
   *
   * @param from index of an atom
   * @param to index of another
   * @param order 1 to 3; in an aromatic ring 1 and 2 in turn
   */
  public record Bond(int from, int to, int order) {}

  public Molecule {
    elements = List.copyOf(elements);
    bonds = List.copyOf(bonds);
    int atoms = elements.size();
    for (Bond bond : bonds) {
      if (bond.from() < 0 || bond.from() >= atoms || bond.to() < 0 || bond.to() >= atoms) {
        throw new IllegalArgumentException(bond + ": atoms have the numbers 0 to " + (atoms - 1));
      }
      if (bond.from() == bond.to() || bond.order() < 1 || bond.order() > 3) {
        throw new IllegalArgumentException(bond + " must join two atoms, with order 1 to 3");
      }
    }
  }
}
