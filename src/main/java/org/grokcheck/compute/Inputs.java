package org.grokcheck.compute;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The inputs of a set of samples; arrays are not copied and must not change afterwards. */
public sealed interface Inputs {
  /** Number of samples. */
  int samples();

  /**
   * Real feature vectors.
   *
   * @param rows n × d, a sample a row; n, d at least 1, all finite
   */
  record Dense(double[][] rows) implements Inputs {
    public Dense {
      Matrices.requireFinite("inputs", rows);
    }

    @Override
    public int samples() {
      return rows.length;
    }
  }

  /**
   * Sequences of tokens, all of one length.
   *
   * @param rows n × T, entries in [0, vocabulary)
   */
  record Tokens(int[][] rows) implements Inputs {
    public Tokens {
      Require.that(rows.length > 0 && rows[0].length > 0, "tokens: need at least one sequence");
      for (int i = 0; i < rows.length; i++) {
        Require.that(
            rows[i].length == rows[0].length,
            "tokens: row %d has %d tokens, row 0 has %d; all must have as many"
                .formatted(i, rows[i].length, rows[0].length));
        for (int token : rows[i]) {
          if (token < 0) {
            throw new IllegalArgumentException(
                "tokens: row " + i + " holds " + token + "; must be >= 0");
          }
        }
      }
    }

    @Override
    public int samples() {
      return rows.length;
    }
  }

  /**
   * Undirected graphs with features at their nodes.
   *
   * @param graphs at least one
   */
  record Graphs(List<Graph> graphs) implements Inputs {
    public Graphs {
      graphs = List.copyOf(graphs);
      Require.that(!graphs.isEmpty(), "graphs: need at least one");
    }

    @Override
    public int samples() {
      return graphs.size();
    }
  }

  /**
   * One undirected graph without loops.
   *
   * @param features nodes × features, at least one node
   * @param edges pairs of different nodes, each pair once
   */
  record Graph(double[][] features, int[][] edges) {
    public Graph {
      Matrices.requireFinite("features", features);
      Set<Set<Integer>> pairs = new HashSet<>();
      for (int[] e : edges) {
        Require.that(
            e.length == 2
                && e[0] != e[1]
                && Math.min(e[0], e[1]) >= 0
                && Math.max(e[0], e[1]) < features.length,
            "edge %s must join two different nodes of 0..%d"
                .formatted(Arrays.toString(e), features.length - 1));
        Require.that(
            pairs.add(Set.of(e[0], e[1])),
            "edge " + Arrays.toString(e) + " is given twice; an undirected edge is given once");
      }
    }
  }
}
