package org.grokcheck.compute.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.Checkpoint;
import org.grokcheck.compute.DivergedException;
import org.grokcheck.compute.Finite;
import org.grokcheck.compute.OptimizerSettings;

/**
 * A run of an optimiser on an objective, on the native engine. θ and the optimiser's state stay on
 * the device between steps; memory does not grow with the number of steps.
 *
 * <p>Belongs to the thread that made it.
 */
public final class Training implements AutoCloseable {
  private final String run;
  private final EngineObjective objective;
  private final OptimizerSettings settings;
  private final Batches batches;
  private final Kept kept = new Kept();
  private final Tensor theta;
  private final FlatOptimizer optimizer;

  private Training(
      String run,
      EngineObjective objective,
      OptimizerSettings settings,
      Batches batches,
      double[] start) {
    Finite.vector("theta", start, objective.layout());
    this.run = run;
    this.objective = objective;
    this.settings = settings;
    this.batches = batches;
    this.theta = NativeErrors.scoped(() -> kept.keep(objective.leaf(start)));
    this.optimizer =
        NativeErrors.scoped(() -> withoutGraph(() -> new FlatOptimizer(settings, theta, kept)));
  }

  /**
   * Starts a run.
   *
   * @param run what is trained, in words, for its checkpoints
   * @param objective loss and samples; must stay open as long as the run
   * @param settings optimiser
   * @param batches samples of each step
   * @param start first θ, finite
   */
  public static Training start(
      String run,
      EngineObjective objective,
      OptimizerSettings settings,
      Batches batches,
      double[] start) {
    return new Training(run, objective, settings, batches, start);
  }

  /**
   * Goes on where a checkpoint was taken; the steps that follow are those of the run that took it,
   * bit for bit on the same device.
   *
   * @throws IllegalArgumentException if the checkpoint is of another run, optimiser or precision
   */
  public static Training resume(
      String run,
      EngineObjective objective,
      OptimizerSettings settings,
      Batches batches,
      Checkpoint from) {
    from.requireRun(described(run, settings, batches), objective.precision());
    Training training = new Training(run, objective, settings, batches, from.theta());
    try {
      training.optimizer.restore(from.step());
      NativeErrors.scoped(() -> withoutGraph(() -> training.restoreState(from)));
      return training;
    } catch (RuntimeException e) {
      training.close();
      throw e;
    }
  }

  private boolean restoreState(Checkpoint from) {
    optimizer
        .state()
        .forEach((name, tensor) -> tensor.copy_(objective.vector(from.array("optimizer." + name))));
    return true;
  }

  /**
   * Makes steps.
   *
   * @param count how many, at least 0
   * @throws DivergedException if the loss of a step is not finite; θ stays as it was before it
   */
  public void run(long count) {
    for (long i = 0; i < count; i++) {
      NativeErrors.scoped(this::step);
    }
  }

  /** One step; returns the loss of its samples before it. */
  private double step() {
    int[] rows = batches.rows(objective.samples(), optimizer.steps());
    Tensor loss = objective.loss(theta, objective.select(rows));
    double value = loss.item_double();
    if (!Double.isFinite(value)) {
      throw new DivergedException("loss", value, optimizer.steps(), theta.norm().item_double());
    }
    Tensor gradient = Gradients.of(loss, theta);
    return withoutGraph(
        () -> {
          optimizer.step(gradient);
          return value;
        });
  }

  /** Steps made. */
  public long steps() {
    return optimizer.steps();
  }

  /** The present θ, a new array. */
  public double[] theta() {
    return NativeErrors.scoped(() -> Tensors.array(theta));
  }

  /** ‖θ‖. */
  public double norm() {
    return NativeErrors.scoped(() -> withoutGraph(() -> theta.norm().item_double()));
  }

  /** The loss of all samples at the present θ. */
  public double loss() {
    return loss(objective);
  }

  /** The loss of another objective of the same model, for instance on test samples, at this θ. */
  public double loss(EngineObjective other) {
    return NativeErrors.scoped(
        () -> withoutGraph(() -> other.loss(theta, Selection.ALL).item_double()));
  }

  /** The share of samples whose largest output is that of their class, at this θ. */
  public double accuracy(EngineObjective other) {
    return NativeErrors.scoped(() -> withoutGraph(() -> other.accuracy(theta)));
  }

  /**
   * All that a resumed run needs.
   *
   * @throws DivergedException if the last step left a parameter that is not finite
   */
  public Checkpoint checkpoint() {
    double[] theta = theta();
    if (Arrays.stream(theta).anyMatch(t -> !Double.isFinite(t))) {
      throw new DivergedException("largest parameter", Double.NaN, steps(), norm());
    }
    SortedMap<String, double[]> arrays = new TreeMap<>();
    arrays.put("theta", theta);
    for (Map.Entry<String, Tensor> entry : optimizer.state().entrySet()) {
      arrays.put(
          "optimizer." + entry.getKey(),
          NativeErrors.scoped(() -> Tensors.array(entry.getValue())));
    }
    return new Checkpoint(
        described(run, settings, batches), objective.precision(), steps(), arrays);
  }

  private static String described(String run, OptimizerSettings settings, Batches batches) {
    return run + "; " + settings + "; " + batches;
  }

  private static <T> T withoutGraph(Supplier<T> body) {
    try (NoGradGuard guard = new NoGradGuard()) {
      return body.get();
    }
  }

  @Override
  public void close() {
    kept.close();
  }
}
