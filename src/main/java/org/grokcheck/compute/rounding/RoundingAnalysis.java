package org.grokcheck.compute.rounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grokcheck.compute.Finite;
import org.grokcheck.compute.Fit;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;

/**
 * What one evaluation of an objective at a given precision may differ by from the exact result, for
 * θ, inputs, targets and direction that the precision holds exactly. The loss is a mean over
 * samples; gradients are taken in reverse mode, Hessian products by a second reverse pass over the
 * first.
 *
 * <p>Cost: some hundred bytes for each scalar operation of all passes; meant for networks of
 * hundreds of parameters.
 *
 * @param outputs f̃, n K entries row by row
 * @param loss one entry
 * @param gradient P entries
 * @param hessianTimes P entries
 */
public record RoundingAnalysis(
    Enclosure outputs, Enclosure loss, Enclosure gradient, Enclosure hessianTimes) {

  /**
   * Analyses one evaluation.
   *
   * @param theta θ, P entries
   * @param v the direction of the Hessian product, P entries
   * @throws IllegalArgumentException if the parts don't fit together
   */
  public static RoundingAnalysis of(
      Model model,
      Inputs inputs,
      Targets targets,
      Loss loss,
      Precision precision,
      double[] theta,
      double[] v) {
    Fit.require(model, inputs, targets, loss);
    Finite.vector("theta", theta, model.architecture().layout());
    Finite.vector("v", v, model.architecture().layout());
    Tape tape = new Tape();
    double unit = precision.unitRoundoff();
    Node[] leaves = Arrays.stream(theta).mapToObj(t -> tape.variable(t, unit)).toArray(Node[]::new);
    Node[][] outputs = outputs(tape, model, inputs, leaves, unit);
    Node value = Losses.mean(tape, loss, outputs, targets);
    Node[] gradient = tape.gradient(value, leaves);
    Node[] product = tape.gradient(along(tape, gradient, v), leaves);
    return new RoundingAnalysis(
        Enclosure.of(Arrays.stream(outputs).flatMap(Arrays::stream).toArray(Node[]::new)),
        Enclosure.of(value),
        Enclosure.of(gradient),
        Enclosure.of(product));
  }

  /**
   * Analyses the derivatives of the outputs, each taken by a backward pass of its own: nK P
   * entries, those of output k of sample i from (iK + k) P on.
   *
   * @param theta θ, P entries
   * @throws IllegalArgumentException if the parts don't fit together
   */
  public static Enclosure jacobian(
      Model model, Inputs inputs, Precision precision, double[] theta) {
    Fit.require(model, inputs);
    Finite.vector("theta", theta, model.architecture().layout());
    Tape tape = new Tape();
    double unit = precision.unitRoundoff();
    Node[] leaves = leaves(tape, theta, unit);
    return Enclosure.of(
        Arrays.stream(outputs(tape, model, inputs, leaves, unit))
            .flatMap(Arrays::stream)
            .flatMap(f -> Arrays.stream(tape.gradient(f, leaves)))
            .toArray(Node[]::new));
  }

  private static Node[] leaves(Tape tape, double[] theta, double unit) {
    return Arrays.stream(theta).mapToObj(t -> tape.variable(t, unit)).toArray(Node[]::new);
  }

  private static Node[][] outputs(
      Tape tape, Model model, Inputs inputs, Node[] leaves, double unit) {
    Node[][] f = network(tape, model, inputs, leaves, unit);
    if (!model.isCentred()) {
      return mapped(f, node -> scaled(tape, model.scale(), node));
    }
    Node[] start =
        Arrays.stream(model.centre()).mapToObj(t -> tape.constant(t, unit)).toArray(Node[]::new);
    Node[][] f0 = network(tape, model, inputs, start, unit);
    Node[][] shifted = new Node[f.length][f[0].length];
    for (int i = 0; i < f.length; i++) {
      for (int k = 0; k < f[i].length; k++) {
        shifted[i][k] = scaled(tape, model.scale(), tape.minus(f[i][k], f0[i][k]));
      }
    }
    return shifted;
  }

  private static Node scaled(Tape tape, double scale, Node node) {
    return scale == 1 ? node : tape.scaled(scale, node);
  }

  private static Node[][] network(
      Tape tape, Model model, Inputs inputs, Node[] theta, double unit) {
    Blocks blocks = new Blocks(tape, model.architecture().layout(), theta, unit);
    return Network.outputs(blocks, model.architecture(), inputs);
  }

  private static Node[][] mapped(Node[][] rows, java.util.function.UnaryOperator<Node> map) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).map(map).toArray(Node[]::new))
        .toArray(Node[][]::new);
  }

  private static Node along(Tape tape, Node[] gradient, double[] v) {
    List<Node> terms = new ArrayList<>();
    for (int i = 0; i < v.length; i++) {
      terms.add(tape.product(gradient[i], tape.constant(v[i], gradient[i].unit)));
    }
    return tape.sum(terms);
  }
}
