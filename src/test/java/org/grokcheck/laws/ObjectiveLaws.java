package org.grokcheck.laws;

import static org.grokcheck.laws.Near.near;
import static org.grokcheck.laws.Vectors.dot;
import static org.grokcheck.laws.Vectors.norm;
import static org.grokcheck.laws.Vectors.plus;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.grokcheck.compute.Objective;

/** What derivatives of every objective obey, and how a set relates to its samples. */
public interface ObjectiveLaws extends ObjectiveContract {
  /** The largest step of a difference, for directions of norm about 1. */
  double FIRST_STEP = 0x1p-7;

  /** v · ∇L(θ) is the derivative of L(θ + s v). */
  @Property(tries = 25)
  default void gradientIsTheDerivativeOfTheLoss(@ForAll("problems") TrainingProblem p) {
    Objective objective = of(p);
    double slope = dot(objective.gradient(p.theta()), p.v());
    // Twice, since the size is that at θ and not at θ ± h v.
    new Differences(s -> objective.loss(plus(p.theta(), s, p.v())), 2 * scales(p).loss())
        .check(slope, firstStep(p), scales(p).slope(p.v()), "v · ∇L");
  }

  /** u · ∇²L(θ) v is the derivative of u · ∇L(θ + s v). */
  @Property(tries = 25)
  default void hessianIsTheDerivativeOfTheGradient(@ForAll("problems") TrainingProblem p) {
    Objective objective = of(p);
    double curvature = dot(objective.hessianTimes(p.theta(), p.v()), p.u());
    new Differences(
            s -> dot(objective.gradient(plus(p.theta(), s, p.v())), p.u()),
            2 * scales(p).slope(p.u()))
        .check(curvature, firstStep(p), curvatureError(p), "u · ∇²L v");
  }

  /** u · ∇²L v = v · ∇²L u. */
  @Property(tries = 25)
  default void hessianIsSymmetric(@ForAll("problems") TrainingProblem p) {
    Objective objective = of(p);
    near(
        dot(p.u(), objective.hessianTimes(p.theta(), p.v())),
        dot(p.v(), objective.hessianTimes(p.theta(), p.u())),
        2 * curvatureError(p),
        "v · ∇²L u");
  }

  /** ∇²L (u − 3v) = ∇²L u − 3 ∇²L v. */
  @Property(tries = 25)
  default void hessianTimesIsLinear(@ForAll("problems") TrainingProblem p) {
    Objective objective = of(p);
    double[] first = objective.hessianTimes(p.theta(), p.u());
    double[] second = objective.hessianTimes(p.theta(), p.v());
    near(
        plus(first, -3, second),
        objective.hessianTimes(p.theta(), plus(p.u(), -3, p.v())),
        2 * scales(p).hessian() * (norm(p.u()) + 3 * norm(p.v())),
        "∇²L (u − 3v)");
  }

  /** L and its derivatives are means over the samples, and outputs are their rows. */
  @Property(tries = 25)
  default void aSetIsTheMeanOfItsSamples(@ForAll("problems") TrainingProblem p) {
    Objective whole = of(p);
    List<Objective> parts = p.single().stream().map(this::of).toList();
    double[] theta = p.theta();
    double loss = parts.stream().mapToDouble(o -> o.loss(theta)).average().orElseThrow();
    double[] gradient = new double[theta.length];
    double[] curvature = new double[theta.length];
    double error = 2 * scales(p).output();
    for (int i = 0; i < parts.size(); i++) {
      gradient = plus(gradient, 1.0 / p.samples(), parts.get(i).gradient(theta));
      curvature = plus(curvature, 1.0 / p.samples(), parts.get(i).hessianTimes(theta, p.v()));
      double[] outputs = parts.get(i).outputs(theta)[0];
      near(outputs, whole.outputs(theta)[i], error, "outputs");
    }
    near(loss, whole.loss(theta), 2 * scales(p).loss(), "L");
    near(gradient, whole.gradient(theta), 2 * scales(p).gradient(), "∇L");
    near(
        curvature,
        whole.hessianTimes(theta, p.v()),
        2 * scales(p).hessian() * norm(p.v()),
        "∇²L v");
  }

  /** Samples in reverse order: the same L and ∇L, and the outputs reversed. */
  @Property(tries = 25)
  default void orderOfSamplesDoesNotMatter(@ForAll("problems") TrainingProblem p) {
    int[] reverse = IntStream.range(0, p.samples()).map(i -> p.samples() - 1 - i).toArray();
    Objective forward = of(p);
    Objective backward = of(p.samples(reverse));
    double[] theta = p.theta();
    near(forward.loss(theta), backward.loss(theta), 2 * scales(p).loss(), "L");
    near(forward.gradient(theta), backward.gradient(theta), 2 * scales(p).gradient(), "∇L");
    double error = 2 * scales(p).output();
    for (int i = 0; i < reverse.length; i++) {
      double[] row = backward.outputs(theta)[reverse[i]];
      near(forward.outputs(theta)[i], row, error, "outputs");
    }
  }

  private double curvatureError(TrainingProblem p) {
    return scales(p).hessian() * norm(p.u()) * norm(p.v());
  }

  /** h for the first difference: a power of two well inside the smooth piece around θ. */
  private static double firstStep(TrainingProblem p) {
    double reach = p.reference().reach(p.theta(), p.v()) / 8;
    return reach < FIRST_STEP ? Math.scalb(1.0, Math.getExponent(reach)) : FIRST_STEP;
  }
}
