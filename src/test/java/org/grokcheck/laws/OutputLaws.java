package org.grokcheck.laws;

import static org.grokcheck.laws.Near.near;
import static org.grokcheck.laws.Vectors.plus;
import static org.grokcheck.laws.Vectors.scaled;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.compute.Layout.Role;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Objective;
import org.grokcheck.compute.Targets;
import org.grokcheck.oracle.PreciseLoss;

/** How outputs make the loss, what scale and centre do to them, and that calls leave no trace. */
public interface OutputLaws extends ObjectiveContract {
  /** Differences, powers, their sum and its logarithm. */
  double ROUNDINGS_OF_A_LOSS = 16;

  /** L from the outputs at 55 digits. */
  @Property(tries = 25)
  default void lossFollowsFromTheOutputs(@ForAll("problems") TrainingProblem p) {
    Objective objective = of(p);
    double[][] outputs = objective.outputs(p.theta());
    double expected =
        p.loss() == Loss.CROSS_ENTROPY
            ? PreciseLoss.crossEntropy(outputs, ((Targets.Classes) p.targets()).labels())
            : PreciseLoss.squared(outputs, rows(p.targets(), p.outputs()));
    // An exponent of size |f| moves a power by |f| roundings; terms of both losses are positive.
    double size =
        1 + Arrays.stream(outputs).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    double n = ROUNDINGS_OF_A_LOSS + p.outputs() + p.samples();
    double bound = Near.gamma(n, unitRoundoff()) * size * expected;
    near(expected, objective.loss(p.theta()), bound, "L");
  }

  /** Labels mean one-hot rows in the squared loss. */
  @Property(tries = 25)
  default void labelsAreOneHotRows(@ForAll("problems") TrainingProblem any) {
    TrainingProblem p = any.labelled(Loss.SQUARED);
    TrainingProblem real = p.with(new Targets.Values(rows(p.targets(), p.outputs())));
    double[] theta = p.theta();
    near(of(real).loss(theta), of(p).loss(theta), 2 * scales(p).loss(), "L");
    near(of(real).gradient(theta), of(p).gradient(theta), 2 * scales(p).gradient(), "∇L");
  }

  /** f̃ = α (f − f₀): outputs against those of the plain network, α a power of two or not. */
  @Property(tries = 25)
  default void scaleAndCentreMapTheOutputs(@ForAll("problems") TrainingProblem p) {
    Model model = p.model();
    Objective plain = of(p.with(Model.of(model.architecture())));
    double[][] f = plain.outputs(p.theta());
    double[][] start =
        model.isCentred() ? plain.outputs(model.centre()) : new double[f.length][p.outputs()];
    double[][] mapped = of(p).outputs(p.theta());
    double error = 2 * scales(p).output();
    for (int i = 0; i < f.length; i++) {
      double[] expected = scaled(model.scale(), plus(f[i], -1, start[i]));
      near(expected, mapped[i], error, "f̃");
    }
  }

  /** A centred model starts from outputs 0, exactly. */
  @Property(tries = 25)
  default void centredOutputsVanishAtTheCentre(@ForAll("problems") TrainingProblem p) {
    Model centred = Model.centred(p.model().architecture(), p.model().scale(), p.theta());
    for (double[] row : of(p.with(centred)).outputs(p.theta())) {
      for (double f : row) {
        assertEquals(0, f + 0.0, "f̃ at the centre");
      }
    }
  }

  /** The squared loss of α f to targets α y is α² times that of f to y; so are its derivatives. */
  @Property(tries = 25)
  default void squaredLossScalesWithItsTargets(@ForAll("problems") TrainingProblem any) {
    TrainingProblem p = any.squared();
    double alpha = p.model().scale();
    double[][] y = rows(p.targets(), p.outputs());
    double[][] large = Arrays.stream(y).map(row -> scaled(alpha, row)).toArray(double[][]::new);
    TrainingProblem scaledUp = p.with(new Targets.Values(large));
    double[] centre = p.model().centre();
    TrainingProblem plain = p.with(new Model(p.model().architecture(), 1, centre));
    Objective whole = of(scaledUp);
    Objective unit = of(plain.with(new Targets.Values(y)));
    double square = alpha * alpha;
    double[] theta = p.theta();
    double bound = scales(scaledUp).loss() + square * scales(plain).loss();
    near(square * unit.loss(theta), whole.loss(theta), bound, "L");
    double error = scales(scaledUp).gradient() + square * scales(plain).gradient();
    near(scaled(square, unit.gradient(theta)), whole.gradient(theta), error, "∇L");
  }

  /**
   * Cross-entropy doesn't change, nor has it a slope, along a common shift of all outputs: that of
   * their bias, where they have one.
   */
  @Property(tries = 25)
  default void crossEntropyIgnoresACommonShift(@ForAll("problems") TrainingProblem any) {
    TrainingProblem p = any.labelled(Loss.CROSS_ENTROPY);
    Optional<Block> bias = lastBias(p);
    if (bias.isEmpty()) {
      return;
    }
    Objective objective = of(p);
    double[] shift = new double[p.theta().length];
    int from = bias.orElseThrow().offset();
    Arrays.fill(shift, from, from + p.outputs(), 1);
    TrainingProblem moved = p.at(plus(p.theta(), 2, shift));
    near(
        objective.loss(p.theta()),
        objective.loss(moved.theta()),
        scales(p).loss() + scales(moved).loss(),
        "L, all outputs shifted");
    double slope = Vectors.dot(objective.gradient(p.theta()), shift);
    near(0, slope, scales(p).slope(shift), "slope along the shift");
    double[] still = objective.hessianTimes(p.theta(), shift);
    near(
        new double[still.length],
        still,
        scales(p).hessian() * Vectors.norm(shift),
        "∇²L times the shift");
  }

  /** Two calls give the same bits, in new arrays, and leave their arguments alone. */
  @Property(tries = 25)
  default void callsRepeatToTheLastBit(@ForAll("problems") TrainingProblem p) {
    Objective objective = of(p);
    double[] theta = p.theta().clone();
    double[] v = p.v().clone();
    double[][] outputs = objective.outputs(theta);
    double loss = objective.loss(theta);
    double[] gradient = objective.gradient(theta);
    double[] curvature = objective.hessianTimes(theta, v);
    double[] kept = gradient.clone();
    Arrays.fill(objective.gradient(theta), 7);
    assertArrayEquals(kept, gradient, "an earlier gradient");
    assertArrayEquals(outputs, objective.outputs(theta), "outputs");
    assertEquals(loss, objective.loss(theta), "L");
    assertArrayEquals(gradient, objective.gradient(theta), "∇L");
    assertArrayEquals(curvature, objective.hessianTimes(theta, v), "∇²L v");
    assertArrayEquals(p.theta(), theta, "θ after the calls");
    assertArrayEquals(p.v(), v, "v after the calls");
    assertEquals(p.theta().length, objective.parameters(), "parameters");
  }

  private static double[][] rows(Targets targets, int outputs) {
    if (targets instanceof Targets.Values values) {
      return values.rows();
    }
    int[] labels = ((Targets.Classes) targets).labels();
    double[][] rows = new double[labels.length][outputs];
    for (int i = 0; i < labels.length; i++) {
      rows[i][labels[i]] = 1;
    }
    return rows;
  }

  /** The bias that is added to the outputs: the last block, if it is one. */
  private static Optional<Block> lastBias(TrainingProblem p) {
    var blocks = p.model().architecture().layout().blocks();
    return Optional.of(blocks.get(blocks.size() - 1)).filter(b -> b.role() == Role.BIAS);
  }
}
