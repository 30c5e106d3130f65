package org.grokcheck.compute.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.grokcheck.compute.Inputs;

/**
 * The distinct pairs (token, position) of a set of sequences. What depends on such a pair alone is
 * computed once a pair, of which there are far fewer than tokens.
 *
 * @param tokens token of each pair
 * @param positions position of each pair
 * @param index n × T, the pair at each place of each sequence
 */
record TokenTable(Tensor tokens, Tensor positions, Tensor index) {
  static TokenTable of(Engine engine, Inputs.Tokens sequences, Kept kept) {
    int[][] rows = sequences.rows();
    int length = rows[0].length;
    Map<Long, Integer> pairs = new LinkedHashMap<>();
    int[] index = new int[Math.multiplyExact(rows.length, length)];
    for (int i = 0; i < rows.length; i++) {
      for (int t = 0; t < length; t++) {
        long pair = (long) rows[i][t] * length + t;
        index[i * length + t] = pairs.computeIfAbsent(pair, p -> pairs.size());
      }
    }
    int[] tokens = pairs.keySet().stream().mapToInt(p -> (int) (p / length)).toArray();
    int[] positions = pairs.keySet().stream().mapToInt(p -> (int) (p % length)).toArray();
    return new TokenTable(
        kept.keep(Tensors.indices(engine, tokens)),
        kept.keep(Tensors.indices(engine, positions)),
        kept.keep(Tensors.indices(engine, index).view(rows.length, length)));
  }
}
