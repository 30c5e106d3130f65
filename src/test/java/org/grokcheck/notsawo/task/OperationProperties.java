package org.grokcheck.notsawo.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;

/** Sec. 2, App. D: the tables of the two operations, against counters and permutation matrices. */
class OperationProperties {
  private static final String TASK = "notsawo.sec2.task";
  private static final String OPERATIONS = "notsawo.appd.operations";

  /** a + b steps around a circle of q, counted one by one. */
  @Property(tries = 40)
  @Checks({TASK, OPERATIONS})
  void sumsAreCounted(
      @ForAll @IntRange(min = 1, max = 60) int p, @ForAll @IntRange(min = 1, max = 60) int q) {
    List<Integer> expected = new ArrayList<>();
    List<Integer> actual = new ArrayList<>();
    List<Integer> unreduced = new ArrayList<>();
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        int hand = 0;
        for (int step = 0; step < a + b; step++) {
          hand = hand + 1 == q ? 0 : hand + 1;
        }
        expected.add(hand);
        actual.add(new ModularSum(p, q).answer(a, b));
        unreduced.add(a + b);
      }
    }
    for (String claim : List.of(TASK, OPERATIONS)) {
      Check.of(claim, "table of (a + b) mod q")
          .part("addition")
          .by(Oracle.EXACT)
          .at("p", p, "q", q)
          .expectingExactly(expected)
          .holds(actual)
          .rejects("not reduced", unreduced);
    }
  }

  /** Every class comes p times in the table of ordered pairs, in each row and column once. */
  @Property(tries = 1)
  @Checks(TASK)
  void tableOfThePaperIsALatinSquare() {
    for (int p : new int[] {1, 2, 23, 97}) {
      ModularSum sum = ModularSum.of(p);
      int[] ordered = new int[p];
      int[] unordered = new int[p];
      Pairs.ORDERED.of(p).forEach(pair -> ordered[sum.answer(pair.a(), pair.b())]++);
      Pairs.UNORDERED.of(p).forEach(pair -> unordered[sum.answer(pair.a(), pair.b())]++);
      Check.of(TASK, "items of each class, ordered")
          .part("classes")
          .by(Oracle.EXACT)
          .at("p", p)
          .expectingExactly(filled(p, p))
          .holds(boxed(ordered))
          .rejects("unordered", boxed(unordered));
      if (p % 2 == 1) {
        Check.of(TASK, "items of each class, unordered")
            .part("classes")
            .by(Oracle.EXACT)
            .at("p", p)
            .expectingExactly(filled(p, (p + 1) / 2))
            .holds(boxed(unordered));
      }
      Check.of(TASK, "rows and columns that are permutations")
          .part("classes")
          .by(Oracle.EXACT)
          .at("p", p)
          .expectingExactly(2 * p)
          .holds(permutedLines(sum));
    }
  }

  /** The product of S_5 is that of permutation matrices, read row by row. */
  @Property(tries = 300)
  @Checks({TASK, OPERATIONS, "notsawo.sec2.s5_size"})
  void productsAreThoseOfMatrices(
      @ForAll @IntRange(max = 119) int a, @ForAll @IntRange(max = 119) int b) {
    FiniteGroup group = FiniteGroup.symmetric(5);
    int[][] left = matrix(a);
    int[][] right = matrix(b);
    List<Integer> expected = columns(product(left, right));
    for (String claim : List.of(TASK, OPERATIONS, "notsawo.sec2.s5_size")) {
      Check.of(claim, "product ab")
          .part(claim.endsWith("s5_size") ? "product" : "permutations")
          .by(Oracle.EXACT)
          .at("a", a, "b", b)
          .expectingExactly(expected)
          .holds(columns(matrix(group.answer(a, b))))
          .rejects("the factors the other way", columns(product(right, left)))
          .rejects("sum of the numbers", columns(matrix((a + b) % 120)));
    }
  }

  /** Associative, with an identity and inverses: what makes it a group. */
  @Property(tries = 100)
  @Checks(TASK)
  void permutationsFormAGroup(
      @ForAll @IntRange(min = 1, max = 6) int letters,
      @ForAll @IntRange(max = 719) int x,
      @ForAll @IntRange(max = 719) int y,
      @ForAll @IntRange(max = 719) int z) {
    FiniteGroup group = FiniteGroup.symmetric(letters);
    int a = x % group.order();
    int b = y % group.order();
    int c = z % group.order();
    Check.of(TASK, "(ab)c = a(bc), a·1 = a, one b with ab = 1")
        .part("permutations")
        .by(Oracle.EXACT)
        .at("n", letters, "a", a, "b", b, "c", c)
        .expectingExactly(List.of(group.answer(group.answer(a, b), c), a, 1L))
        .holds(List.of(group.answer(a, group.answer(b, c)), group.answer(a, 0), inverses(group, a)))
        .rejects("products from the right", List.of(group.answer(group.answer(b, a), c), a, 1L));
  }

  private static long inverses(FiniteGroup group, int a) {
    long count = 0;
    for (int b = 0; b < group.order(); b++) {
      count += group.answer(a, b) == 0 ? 1 : 0;
    }
    return count;
  }

  private static int permutedLines(Operation operation) {
    int p = operation.operands();
    int lines = 0;
    for (int fixed = 0; fixed < p; fixed++) {
      int[] row = new int[p];
      int[] column = new int[p];
      for (int other = 0; other < p; other++) {
        row[operation.answer(fixed, other)]++;
        column[operation.answer(other, fixed)]++;
      }
      lines += Arrays.stream(row).allMatch(k -> k == 1) ? 1 : 0;
      lines += Arrays.stream(column).allMatch(k -> k == 1) ? 1 : 0;
    }
    return lines;
  }

  private static List<Integer> filled(int size, int value) {
    return Collections.nCopies(size, value);
  }

  private static List<Integer> boxed(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** The matrix that sends e_j to e_{π(j)}, π the permutation at a place by repeated exclusion. */
  private static int[][] matrix(int place) {
    List<Integer> left = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    int[][] matrix = new int[5][5];
    int rest = place;
    int[] blocks = {24, 6, 2, 1, 1};
    for (int j = 0; j < 5; j++) {
      matrix[left.remove(rest / blocks[j])][j] = 1;
      rest %= blocks[j];
    }
    return matrix;
  }

  private static int[][] product(int[][] a, int[][] b) {
    int[][] product = new int[5][5];
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        for (int k = 0; k < 5; k++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  private static List<Integer> columns(int[][] matrix) {
    return Arrays.stream(matrix).flatMapToInt(Arrays::stream).boxed().toList();
  }
}
