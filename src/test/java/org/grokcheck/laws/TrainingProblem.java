package org.grokcheck.laws;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.reference.ReferenceObjective;

/**
 * Something to train, a point θ and two directions u, v of the same length. All numbers but centre
 * and α are representable in single precision.
 */
public record TrainingProblem(
    Model model,
    Inputs inputs,
    Targets targets,
    Loss loss,
    double[] theta,
    double[] u,
    double[] v) {

  /** Number of samples. */
  public int samples() {
    return inputs.samples();
  }

  /** Number of outputs. */
  public int outputs() {
    return model.architecture().outputs();
  }

  /** The same with another model. */
  public TrainingProblem with(Model other) {
    return new TrainingProblem(other, inputs, targets, loss, theta, u, v);
  }

  /** The same with other targets. */
  public TrainingProblem with(Targets other) {
    return new TrainingProblem(model, inputs, other, loss, theta, u, v);
  }

  /** The same with labels 0, 1, ..., K − 1, 0, ... as targets. */
  public TrainingProblem labelled(Loss other) {
    int[] labels = IntStream.range(0, samples()).map(i -> i % outputs()).toArray();
    return new TrainingProblem(model, inputs, new Targets.Classes(labels), other, theta, u, v);
  }

  /** The same in the squared loss. */
  public TrainingProblem squared() {
    return new TrainingProblem(model, inputs, targets, Loss.SQUARED, theta, u, v);
  }

  /** The same at another point. */
  public TrainingProblem at(double[] other) {
    return new TrainingProblem(model, inputs, targets, loss, other, u, v);
  }

  /** The same on some of the samples, in the given order. */
  public TrainingProblem samples(int... numbers) {
    return new TrainingProblem(
        model, pick(inputs, numbers), pick(targets, numbers), loss, theta, u, v);
  }

  /** One problem a sample. */
  public List<TrainingProblem> single() {
    return IntStream.range(0, samples()).mapToObj(i -> samples(i)).toList();
  }

  private static Inputs pick(Inputs inputs, int... numbers) {
    if (inputs instanceof Inputs.Dense dense) {
      return new Inputs.Dense(
          Arrays.stream(numbers).mapToObj(i -> dense.rows()[i]).toArray(double[][]::new));
    } else if (inputs instanceof Inputs.Tokens tokens) {
      return new Inputs.Tokens(
          Arrays.stream(numbers).mapToObj(i -> tokens.rows()[i]).toArray(int[][]::new));
    }
    Inputs.Graphs graphs = (Inputs.Graphs) inputs;
    return new Inputs.Graphs(Arrays.stream(numbers).mapToObj(graphs.graphs()::get).toList());
  }

  private static Targets pick(Targets targets, int... numbers) {
    return targets instanceof Targets.Classes classes
        ? new Targets.Classes(Arrays.stream(numbers).map(i -> classes.labels()[i]).toArray())
        : new Targets.Values(
            Arrays.stream(numbers)
                .mapToObj(i -> ((Targets.Values) targets).rows()[i])
                .toArray(double[][]::new));
  }

  /** The objective in plain doubles. */
  public ReferenceObjective reference() {
    return ReferenceObjective.of(model, inputs, targets, loss);
  }

  @Override
  public String toString() {
    return "%s, α = %s%s, %s, %d samples, θ = %s"
        .formatted(
            model.architecture(),
            model.scale(),
            model.isCentred() ? ", centred" : "",
            loss,
            samples(),
            Arrays.toString(theta));
  }
}
