package org.grokcheck.laws;

import java.util.List;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.reference.ReferenceObjective;

/**
 * How far rounding may move what is computed of a problem: γ_n, n the roundings on the longest
 * path, times a size. A rounding in a product acts like one of its weights, so that a quantity F
 * moves by at most Σ_j |θ_j ∂F/∂θ_j|, besides F itself; sizes are taken sample by sample, before
 * anything cancels. Frobenius norms of Hessians are estimated from two random directions: E‖Hu‖² =
 * ‖H‖²‖u‖²/P.
 */
public final class RoundingScales {
  private final TrainingProblem problem;
  private final List<TrainingProblem> single;
  private final double[] theta;
  private final double unitRoundoff;

  RoundingScales(TrainingProblem problem, double unitRoundoff) {
    this.problem = problem;
    this.single = problem.single();
    this.theta = problem.theta();
    this.unitRoundoff = unitRoundoff;
  }

  private interface Size {
    double of(TrainingProblem one, ReferenceObjective objective);
  }

  /** Error of L. */
  double loss() {
    return gamma(1)
        * mean(
            (one, o) ->
                o.loss(theta)
                    + Vectors.absoluteDot(theta, o.gradient(theta))
                    + lossSlope(one) * centreOutput());
  }

  /** Error of w · ∇L, computed forwards and backwards. */
  double slope(double[] w) {
    return gamma(3)
        * mean(
            (one, o) ->
                Vectors.absoluteDot(w, o.gradient(theta))
                    + Vectors.absoluteDot(theta, o.hessianTimes(theta, w))
                    + 2 * jacobianNorm(o) * Vectors.norm(w) * centreOutput());
  }

  /** Error of an entry of ∇L. */
  double gradient() {
    return gamma(3)
        * mean(
            (one, o) ->
                Vectors.norm(o.gradient(theta))
                    + hessianNorm(one, o) * Vectors.norm(theta)
                    + 2 * jacobianNorm(o) * centreOutput());
  }

  /** Error of an entry of ∇²L w for |w| = 1: both passes, each with its tangent. */
  double hessian() {
    return gamma(6) * mean((one, o) -> hessianNorm(one, o) + Vectors.norm(o.gradient(theta)));
  }

  /** Error of an output. */
  double output() {
    double largest = 0;
    for (TrainingProblem one : single) {
      largest = Math.max(largest, outputSize(one.reference(), theta));
    }
    return gamma(1) * (largest + centreOutput());
  }

  private double gamma(double passes) {
    return Near.gamma(passes * roundings(), unitRoundoff);
  }

  private double mean(Size size) {
    return single.stream().mapToDouble(p -> size.of(p, p.reference())).average().orElseThrow();
  }

  /** |f̃| + Σ_j |θ_j ∂f̃/∂θ_j|, summed over the outputs of a sample. */
  private static double outputSize(ReferenceObjective one, double[] point) {
    double size = 0;
    for (double[] row : one.jacobian(point)) {
      size += Vectors.absoluteDot(row, point);
    }
    for (double f : one.outputs(point)[0]) {
      size += Math.abs(f);
    }
    return size;
  }

  /** The same at the centre, whose outputs are subtracted. */
  private double centreOutput() {
    return problem.model().isCentred()
        ? single.stream()
            .mapToDouble(p -> outputSize(p.reference(), p.model().centre()))
            .max()
            .orElseThrow()
        : 0;
  }

  /** Largest |∂ℓ/∂f_k|: at most 1 for cross-entropy. */
  private double lossSlope(TrainingProblem one) {
    if (one.loss() == Loss.CROSS_ENTROPY) {
      return 1;
    }
    double[] f = one.reference().outputs(theta)[0];
    double most = 0;
    for (int k = 0; k < f.length; k++) {
      most = Math.max(most, 2 * Math.abs(f[k] - target(one.targets(), k)) / f.length);
    }
    return most;
  }

  private static double target(Targets targets, int k) {
    return targets instanceof Targets.Classes classes
        ? (classes.labels()[0] == k ? 1 : 0)
        : ((Targets.Values) targets).rows()[0][k];
  }

  private double jacobianNorm(ReferenceObjective one) {
    double sum = 0;
    for (double[] row : one.jacobian(theta)) {
      sum += Vectors.dot(row, row);
    }
    return Math.sqrt(sum);
  }

  private double hessianNorm(TrainingProblem one, ReferenceObjective o) {
    double first = Vectors.norm(o.hessianTimes(theta, one.u())) / Vectors.norm(one.u());
    double second = Vectors.norm(o.hessianTimes(theta, one.v())) / Vectors.norm(one.v());
    return Math.sqrt(theta.length) * (first + second);
  }

  /**
   * Roundings on the longest path from θ to L: the terms of every product and 16 for the functions
   * between two, once a token where layers are applied token by token.
   */
  private int roundings() {
    Architecture shape = problem.model().architecture();
    int path = shape.layout().blocks().stream().mapToInt(b -> b.rows() + 16).sum();
    int length = problem.inputs() instanceof Inputs.Tokens t ? t.rows()[0].length : 1;
    int nodes = problem.inputs() instanceof Inputs.Graphs g ? largest(g) : 0;
    int repeats = shape instanceof Architecture.LstmClassifier ? length : 1;
    int sums = length + nodes * shape.layout().blocks().size();
    return repeats * path + sums + problem.outputs() + problem.samples();
  }

  private static int largest(Inputs.Graphs graphs) {
    return graphs.graphs().stream().mapToInt(g -> g.features().length).max().orElseThrow();
  }
}
