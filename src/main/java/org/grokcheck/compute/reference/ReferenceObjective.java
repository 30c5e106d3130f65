package org.grokcheck.compute.reference;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.compute.Finite;
import org.grokcheck.compute.Fit;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Layout;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Objective;
import org.grokcheck.compute.OutputJacobian;
import org.grokcheck.compute.Targets;

/**
 * L(θ) = (1/n) Σ_i ℓ(f̃(θ, x_i), y_i) and its derivatives in plain doubles, one sample after
 * another. Gradients come from the chain rule run backwards, ∇²L v from the same run on dual
 * numbers: both are exact up to rounding.
 *
 * <p>Meant for checks: a gradient costs about ten evaluations of the loss, and nothing runs in
 * parallel. Equal arguments give equal results to the last bit. Where a result isn't finite, an
 * {@link IllegalArgumentException} says which.
 */
public final class ReferenceObjective implements Objective, OutputJacobian {
  private final Model model;
  private final Layout layout;
  private final Network network;
  private final SampleLoss losses;
  private final double[][] centre;

  private ReferenceObjective(Model model, Network network, SampleLoss losses) {
    this.model = model;
    this.layout = model.architecture().layout();
    this.network = network;
    this.losses = losses;
    this.centre = new double[losses.samples()][model.architecture().outputs()];
    if (model.isCentred()) {
      double[][] start = networkOutputs(model.centre());
      System.arraycopy(start, 0, centre, 0, start.length);
    }
  }

  /**
   * The objective of a model on n samples.
   *
   * @param model f̃
   * @param inputs x_1, ..., x_n, of the kind that the architecture takes
   * @param targets y_1, ..., y_n; labels below K, or rows of K numbers
   * @param loss ℓ; {@link Loss#CROSS_ENTROPY} takes labels only
   * @throws IllegalArgumentException if these don't fit together
   */
  public static ReferenceObjective of(Model model, Inputs inputs, Targets targets, Loss loss) {
    Fit.require(model, inputs, targets, loss);
    Network network = Network.of(model.architecture(), inputs);
    return new ReferenceObjective(
        model, network, SampleLoss.of(targets, loss, model.architecture().outputs()));
  }

  @Override
  public int parameters() {
    return layout.size();
  }

  @Override
  public double[][] outputs(double[] theta) {
    Finite.vector("theta", theta, layout);
    double[][] outputs = new double[losses.samples()][];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = row(modelOutputs(still(theta), i), theta);
    }
    return outputs;
  }

  @Override
  public double loss(double[] theta) {
    Finite.vector("theta", theta, layout);
    double sum = 0;
    for (int i = 0; i < losses.samples(); i++) {
      Variable loss = losses.of(modelOutputs(still(theta), i), i);
      sum += loss.value().value().get(0);
    }
    return Finite.loss(sum / losses.samples(), theta);
  }

  @Override
  public double[] gradient(double[] theta) {
    return derivatives(theta, new double[layout.size()]).gradient();
  }

  @Override
  public double[] hessianTimes(double[] theta, double[] v) {
    return derivatives(theta, v).hessianTimes();
  }

  @Override
  public double[][] jacobian(double[] theta) {
    Finite.vector("theta", theta, layout);
    int outputs = model.architecture().outputs();
    double[][] rows = new double[losses.samples() * outputs][layout.size()];
    for (int i = 0; i < losses.samples(); i++) {
      Parameters parameters = still(theta);
      Variable f = modelOutputs(parameters, i);
      for (int k = 0; k < outputs; k++) {
        Dual seed = Dual.filled(1, outputs, 0);
        seed.value().set(0, k, 1);
        parameters.tape().backward(f, seed);
        double[] row = rows[i * outputs + k];
        parameters.addAdjoints(row, new double[layout.size()]);
        Finite.result("jacobian of sample " + i, row, theta);
      }
    }
    return rows;
  }

  /**
   * How far θ + s v may go until, to first order, the argument of a kinked activation changes its
   * sign: min |z|/|ż| over all units and samples, infinite without such units. Differences of step
   * well below it see one smooth piece of L.
   *
   * @param theta θ
   * @param v the direction, of the same length
   */
  public double reach(double[] theta, double[] v) {
    Finite.vector("theta", theta, layout);
    Finite.vector("v", v, layout);
    double reach = Double.POSITIVE_INFINITY;
    for (int i = 0; i < losses.samples(); i++) {
      Tape tape = new Tape();
      network.outputs(new Parameters(tape, layout, theta, v), i);
      reach = Math.min(reach, tape.reach());
    }
    return reach;
  }

  private record Derivatives(double[] gradient, double[] hessianTimes) {}

  private Derivatives derivatives(double[] theta, double[] v) {
    Finite.vector("theta", theta, layout);
    Finite.vector("v", v, layout);
    double[] gradient = new double[layout.size()];
    double[] tangent = new double[layout.size()];
    for (int i = 0; i < losses.samples(); i++) {
      Parameters parameters = new Parameters(new Tape(), layout, theta, v);
      Variable loss = losses.of(modelOutputs(parameters, i), i);
      parameters.tape().backward(loss, Dual.filled(1, 1, 1));
      parameters.addAdjoints(gradient, tangent);
    }
    return new Derivatives(mean("gradient", gradient, theta), mean("hessianTimes", tangent, theta));
  }

  private double[] mean(String name, double[] sums, double[] theta) {
    double[] means = Arrays.stream(sums).map(s -> s / losses.samples()).toArray();
    return Finite.result(name, means, theta);
  }

  private Variable modelOutputs(Parameters parameters, int sample) {
    Variable f = network.outputs(parameters, sample);
    DMatrixRMaj start = new DMatrixRMaj(new double[][] {centre[sample]});
    return f.plusConstant(start, -1).scaled(model.scale());
  }

  private double[][] networkOutputs(double[] theta) {
    Finite.vector("centre", theta, layout);
    double[][] outputs = new double[losses.samples()][];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = row(network.outputs(still(theta), i), theta);
    }
    return outputs;
  }

  private static double[] row(Variable outputs, double[] theta) {
    return Finite.result("outputs", outputs.value().value().data.clone(), theta);
  }

  private Parameters still(double[] theta) {
    return new Parameters(new Tape(), layout, theta, new double[theta.length]);
  }
}
