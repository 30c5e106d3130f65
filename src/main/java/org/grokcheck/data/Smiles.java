package org.grokcheck.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.grokcheck.data.Molecule.Bond;
import uk.ac.ebi.beam.Edge;
import uk.ac.ebi.beam.Graph;

/** Molecules from SMILES, with the hydrogens that the notation leaves out. */
public final class Smiles {
  private Smiles() {}

  /**
   * Reads a molecule; aromatic rings get single and double bonds in turn.
   *
   * @param smiles such as {@code CC=O}
   * @return atoms in the order of the text, then the hydrogens of each
   * @throws IllegalArgumentException if this is not the SMILES of a molecule
   */
  public static Molecule parse(String smiles) {
    try {
      Graph graph = Graph.fromSmiles(smiles).kekule();
      if (graph.order() == 0) {
        throw new IllegalArgumentException("the SMILES is empty");
      }
      return molecule(graph);
    } catch (IOException e) {
      String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
      throw new IllegalArgumentException(
          "'%s' is not a SMILES: %s".formatted(smiles, problem.strip()), e);
    }
  }

  private static Molecule molecule(Graph graph) {
    List<String> elements = new ArrayList<>();
    graph.atoms().forEach(atom -> elements.add(atom.element().symbol()));
    List<Bond> bonds = new ArrayList<>();
    for (Edge edge : graph.edges()) {
      int from = edge.either();
      int order = edge.bond().order();
      if (order > 0) {
        bonds.add(new Bond(from, edge.other(from), order));
      }
    }
    for (int atom = 0; atom < graph.order(); atom++) {
      for (int h = graph.implHCount(atom); h > 0; h--) {
        bonds.add(new Bond(atom, elements.size(), 1));
        elements.add("H");
      }
    }
    return new Molecule(elements, bonds);
  }
}
