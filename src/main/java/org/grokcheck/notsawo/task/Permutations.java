package org.grokcheck.notsawo.task;

/** Permutations of 0, …, n − 1 and their places in lexicographic order. */
final class Permutations {
  private Permutations() {}

  /** Returns all n! permutations, in lexicographic order. */
  static int[][] all(int n) {
    int count = 1;
    for (int k = 2; k <= n; k++) {
      count *= k;
    }
    int[][] all = new int[count][];
    for (int rank = 0; rank < count; rank++) {
      all[rank] = at(n, rank, count);
    }
    return all;
  }

  private static int[] at(int n, int rank, int count) {
    int[] permutation = new int[n];
    boolean[] used = new boolean[n];
    int block = count;
    int rest = rank;
    for (int i = 0; i < n; i++) {
      block /= n - i;
      int skip = rest / block;
      rest %= block;
      int letter = 0;
      while (used[letter] || skip-- > 0) {
        letter++;
      }
      used[letter] = true;
      permutation[i] = letter;
    }
    return permutation;
  }

  /** Returns the place of a permutation among all. */
  static int rank(int[] permutation) {
    int rank = 0;
    for (int i = 0; i < permutation.length; i++) {
      int smaller = 0;
      for (int j = i + 1; j < permutation.length; j++) {
        smaller += permutation[j] < permutation[i] ? 1 : 0;
      }
      rank = rank * (permutation.length - i) + smaller;
    }
    return rank;
  }

  /** Returns i ↦ first(second(i)). */
  static int[] after(int[] first, int[] second) {
    int[] product = new int[first.length];
    for (int i = 0; i < first.length; i++) {
      product[i] = first[second[i]];
    }
    return product;
  }
}
