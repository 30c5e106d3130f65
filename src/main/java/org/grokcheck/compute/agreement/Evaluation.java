package org.grokcheck.compute.agreement;

import java.util.Arrays;
import org.grokcheck.compute.Objective;

/**
 * What a party says of a case.
 *
 * @param outputs f̃, row by row
 * @param loss L, one entry
 * @param gradient ∇L
 * @param hessianTimes ∇²L v
 */
public record Evaluation(
    double[] outputs, double[] loss, double[] gradient, double[] hessianTimes) {
  /** Evaluates all four at the case's point. */
  public static Evaluation of(Objective objective, Case at) {
    double[][] outputs = objective.outputs(at.theta());
    return new Evaluation(
        Arrays.stream(outputs).flatMapToDouble(Arrays::stream).toArray(),
        new double[] {objective.loss(at.theta())},
        objective.gradient(at.theta()),
        objective.hessianTimes(at.theta(), at.direction()));
  }
}
