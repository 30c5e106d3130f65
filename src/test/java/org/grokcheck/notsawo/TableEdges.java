package org.grokcheck.notsawo;

import java.util.Collections;
import java.util.stream.Stream;
import org.grokcheck.notsawo.task.ConstantGuess;
import org.grokcheck.notsawo.task.FiniteGroup;
import org.grokcheck.notsawo.task.MirrorPlateau;
import org.grokcheck.notsawo.task.ModularSum;
import org.grokcheck.notsawo.task.Pairs;
import org.grokcheck.notsawo.task.Split;
import org.grokcheck.notsawo.task.TrainingCost;

/** Domains of tables of operations and of what is said about them. */
final class TableEdges {
  private static final ModularSum SUM = ModularSum.of(5);
  private static final FiniteGroup GROUP = FiniteGroup.symmetric(2);
  private static final long MOST = Pairs.MAX_OPERANDS;

  private TableEdges() {}

  static Stream<Edge> all() {
    return Stream.of(operations(), tables(), plateaus(), costs()).flatMap(s -> s);
  }

  private static Stream<Edge> operations() {
    return Stream.of(
        new Edge("p (operands)", () -> ModularSum.of(1), () -> ModularSum.of(0)),
        new Edge(
            "p (operands)",
            () -> new ModularSum(ModularSum.MAX, 1),
            () -> new ModularSum(ModularSum.MAX + 1, 1)),
        new Edge("q (classes)", () -> new ModularSum(3, 1), () -> new ModularSum(3, 0)),
        new Edge(
            "q (classes)",
            () -> new ModularSum(1, ModularSum.MAX),
            () -> new ModularSum(1, ModularSum.MAX + 1)),
        new Edge("a: need", () -> SUM.answer(0, 1), () -> SUM.answer(-1, 1)),
        new Edge("a: need", () -> SUM.answer(4, 1), () -> SUM.answer(5, 1)),
        new Edge("b: need", () -> SUM.answer(1, 0), () -> SUM.answer(1, -1)),
        new Edge("b: need", () -> SUM.answer(1, 4), () -> SUM.answer(1, 5)),
        new Edge("a: need", () -> GROUP.answer(0, 0), () -> GROUP.answer(-1, 0)),
        new Edge("a: need", () -> GROUP.answer(1, 0), () -> GROUP.answer(2, 0)),
        new Edge("b: need", () -> GROUP.answer(0, 0), () -> GROUP.answer(0, -1)),
        new Edge("b: need", () -> GROUP.answer(0, 1), () -> GROUP.answer(0, 2)),
        new Edge("n (letters)", () -> FiniteGroup.symmetric(1), () -> FiniteGroup.symmetric(0)),
        new Edge(
            "n (letters)",
            () -> FiniteGroup.symmetric(FiniteGroup.MAX_LETTERS),
            () -> FiniteGroup.symmetric(FiniteGroup.MAX_LETTERS + 1)),
        new Edge(
            "order: need a whole", () -> FiniteGroup.dihedral(2), () -> FiniteGroup.dihedral(1)),
        new Edge(
            "order: need an even", () -> FiniteGroup.dihedral(4), () -> FiniteGroup.dihedral(3)),
        new Edge(
            "order: need a whole",
            () -> FiniteGroup.dihedral(FiniteGroup.MAX_ORDER),
            () -> FiniteGroup.dihedral(FiniteGroup.MAX_ORDER + 1)));
  }

  private static Stream<Edge> tables() {
    return Stream.of(
        new Edge("p (operands)", () -> Pairs.ORDERED.count(1), () -> Pairs.ORDERED.count(0)),
        new Edge(
            "p (operands)",
            () -> Pairs.UNORDERED.count(MOST),
            () -> Pairs.UNORDERED.count(MOST + 1)),
        new Edge("p (operands)", () -> Pairs.ORDERED.of(1), () -> Pairs.ORDERED.of(0)),
        new Edge("r: need", () -> Split.trainingSize(2, 0.5), () -> Split.trainingSize(2, 0)),
        new Edge("r: need", () -> Split.trainingSize(9, 0.9), () -> Split.trainingSize(9, 1)),
        new Edge(
            "r: need", () -> Split.trainingSize(9, 0.9), () -> Split.trainingSize(9, Double.NaN)),
        new Edge("r: 0.04", () -> Split.trainingSize(10, 0.05), () -> Split.trainingSize(10, 0.04)),
        new Edge("r: 0.95", () -> Split.trainingSize(10, 0.94), () -> Split.trainingSize(10, 0.95)),
        new Edge("items: need", () -> Split.trainingSize(2, 0.5), () -> Split.trainingSize(1, 0.5)),
        new Edge(
            "items: need",
            () -> Split.draw(Collections.nCopies(2, 7), 0.5, new java.util.Random(1)),
            () -> Split.draw(Collections.nCopies(1, 7), 0.5, new java.util.Random(1))));
  }

  private static Stream<Edge> plateaus() {
    return Stream.of(
        new Edge(
            "p (operands)",
            () -> MirrorPlateau.ofSymmetric(2, 1),
            () -> MirrorPlateau.ofSymmetric(1, 1)),
        new Edge(
            "p (operands)",
            () -> MirrorPlateau.ofSymmetric(MOST, 1),
            () -> MirrorPlateau.ofSymmetric(MOST + 1, 1)),
        new Edge(
            "n_train",
            () -> MirrorPlateau.ofSymmetric(3, 1),
            () -> MirrorPlateau.ofSymmetric(3, 0)),
        new Edge(
            "n_train",
            () -> MirrorPlateau.ofSymmetric(3, 8),
            () -> MirrorPlateau.ofSymmetric(3, 9)),
        new Edge(
            "|G| (order)",
            () -> MirrorPlateau.ofGroup(2, 2, 1),
            () -> MirrorPlateau.ofGroup(1, 2, 1)),
        new Edge(
            "k (conjugacy classes)",
            () -> MirrorPlateau.ofGroup(6, 2, 1),
            () -> MirrorPlateau.ofGroup(6, 1, 1)),
        new Edge(
            "k (conjugacy classes)",
            () -> MirrorPlateau.ofGroup(6, 6, 1),
            () -> MirrorPlateau.ofGroup(6, 7, 1)),
        new Edge(
            "n_train",
            () -> MirrorPlateau.ofGroup(6, 3, 35),
            () -> MirrorPlateau.ofGroup(6, 3, 36)),
        new Edge("N (items)", () -> new ConstantGuess(1, 1), () -> new ConstantGuess(0, 1)),
        new Edge(
            "N (items)",
            () -> new ConstantGuess(10_000_000, 1),
            () -> new ConstantGuess(10_000_001, 1)),
        new Edge("class_count", () -> new ConstantGuess(9, 1), () -> new ConstantGuess(9, 0)),
        new Edge("class_count", () -> new ConstantGuess(9, 9), () -> new ConstantGuess(9, 10)),
        new Edge("n_train", () -> noHit(0), () -> noHit(-1)),
        new Edge("n_train", () -> noHit(9), () -> noHit(10)));
  }

  private static void noHit(int training) {
    new ConstantGuess(9, 2).probabilityOfNoHit(training);
  }

  private static Stream<Edge> costs() {
    int most = 1_000_000;
    TrainingCost cost = new TrainingCost(1, 1, 1, 1);
    return Stream.of(
        new Edge("L (layers)", () -> cost.ofStep(1), () -> new TrainingCost(0, 1, 1, 1)),
        new Edge("d (width)", () -> cost.ofStep(1), () -> new TrainingCost(1, 0, 1, 1)),
        new Edge("S (tokens)", () -> cost.ofStep(1), () -> new TrainingCost(1, 1, 0, 1)),
        new Edge("C (classes)", () -> cost.ofStep(1), () -> new TrainingCost(1, 1, 1, 0)),
        new Edge(
            "C (classes)",
            () -> new TrainingCost(most, most, most, most),
            () -> new TrainingCost(most, most, most, most + 1)),
        new Edge("n (examples)", () -> cost.ofStep(1), () -> cost.ofStep(0)));
  }
}
