package org.grokcheck.notsawo.experiment;

import java.util.ArrayList;
import java.util.List;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.DivergedException;
import org.grokcheck.compute.Initialization;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.compute.Layout.Role;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.task.Operation;
import org.grokcheck.notsawo.task.Pairs;
import org.grokcheck.notsawo.task.Pairs.Pair;
import org.grokcheck.notsawo.task.Split;

/**
 * A full-batch run of AdamW on the table of an operation.
 *
 * @param network reads tokens and gives a logit for each class
 * @param operation a ∘ b
 * @param pairs which pairs the table holds
 * @param fraction r
 * @param rate learning rate
 * @param decay decoupled weight decay
 * @param steps steps at most
 * @param window how many of the first losses are kept
 * @param every distance of records of accuracies
 * @param stop whether to end once all validation pairs are right
 */
record SmallRun(
    Architecture network,
    Operation operation,
    Pairs pairs,
    double fraction,
    double rate,
    double decay,
    int steps,
    int window,
    int every,
    boolean stop) {
  /** Training losses before each of the first steps. */
  static final String LOSSES = "losses";

  /** Steps of the records. */
  static final String STEP = "step";

  /** Share of training pairs whose largest logit is the answer. */
  static final String TRAIN = "training accuracy";

  /** Share of validation pairs whose largest logit is the answer. */
  static final String VALIDATION = "validation accuracy";

  /** Training items. */
  static final String ITEMS = "training items";

  private static final int WARM_UP = 10;
  private static final double NO_CLIP = Double.POSITIVE_INFINITY;

  /** The run whose fraction, learning rate, decay and steps are those of a job. */
  static SmallRun of(
      Job job,
      Architecture network,
      Operation operation,
      Pairs pairs,
      int window,
      int every,
      boolean stop) {
    return new SmallRun(
        network,
        operation,
        pairs,
        job.number(SmallRunExperiment.FRACTION),
        job.number(SmallRunExperiment.RATE),
        job.number(SmallRunExperiment.DECAY),
        job.integer(SmallRunExperiment.STEPS),
        window,
        every,
        stop);
  }

  /** Looks at a run before each of its steps and after the last. */
  interface Watcher {
    /** The run has made so many steps. */
    void see(int step, Training training, EngineObjective train, EngineObjective validation);
  }

  /**
   * Trains.
   *
   * @param stream name of the random streams of split and weights
   */
  Measurements train(String stream, Engine engine, JobContext context) {
    return train(stream, engine, context, (step, training, train, validation) -> {});
  }

  /**
   * Trains while something else is measured.
   *
   * @param stream name of the random streams of split and weights
   */
  Measurements train(String stream, Engine engine, JobContext context, Watcher watcher) {
    return train(stream, engine, context, 1, watcher);
  }

  /**
   * Trains from first embeddings of another size.
   *
   * @param stream name of the random streams of split and weights
   * @param embeddings standard deviation of the first embeddings
   */
  Measurements train(
      String stream, Engine engine, JobContext context, double embeddings, Watcher watcher) {
    return train(stream, engine, context, new Change(embeddings, NO_CLIP), watcher);
  }

  /**
   * Trains with gradients clipped by their norm.
   *
   * @param stream name of the random streams of split and weights
   * @param clip largest norm of a gradient, infinity for none
   */
  Measurements trainClipped(String stream, Engine engine, JobContext context, double clip) {
    return train(
        stream, engine, context, new Change(1, clip), (step, training, train, validation) -> {});
  }

  /** What may differ from the usual run: the size of the first embeddings, and clipping. */
  private record Change(double embeddings, double clip) {}

  private Measurements train(
      String stream, Engine engine, JobContext context, Change change, Watcher watcher) {
    Split<Pair> split = split(stream, context);
    double[] start =
        Initialization.UNIFORM_FAN_IN.theta(network, context.seeds().stream(stream + "/weights"));
    scale(start, change.embeddings());
    OptimizerSettings adam =
        new OptimizerSettings(
            new OptimizerSpec.Adam(rate, 0.9, 0.98, 1e-8, decay, true), change.clip(), WARM_UP, 0);
    try (EngineObjective train = objective(engine, split.training(), Precision.FLOAT32);
        EngineObjective validation = objective(engine, split.validation(), Precision.FLOAT32);
        Training training = Training.start(stream, train, adam, new Batches.Full(), start)) {
      return follow(training, train, validation, context, watcher)
          .with(ITEMS, split.training().size());
    }
  }

  /** The split that a run on these streams trains on. */
  Split<Pair> split(String stream, JobContext context) {
    return Split.draw(
        pairs.of(operation.operands()), fraction, context.seeds().stream(stream + "/split"));
  }

  private void scale(double[] theta, double embeddings) {
    for (Block block : network.layout().blocks()) {
      for (int i = 0; block.role() == Role.EMBEDDING && i < block.size(); i++) {
        theta[block.offset() + i] *= embeddings;
      }
    }
  }

  private Measurements follow(
      Training training,
      EngineObjective train,
      EngineObjective validation,
      JobContext context,
      Watcher watcher) {
    List<Double> losses = new ArrayList<>();
    List<double[]> records = new ArrayList<>();
    for (int step = 0; step <= steps; step++) {
      watcher.see(step, training, train, validation);
      if (step < window) {
        losses.add(training.loss());
      }
      if (step % every == 0) {
        double right = training.accuracy(validation);
        records.add(new double[] {step, training.accuracy(train), right});
        context.progress().accept((double) step / steps);
        if (stop && right == 1 && step >= window) {
          break;
        }
      }
      try {
        training.run(1);
      } catch (DivergedException e) {
        break;
      }
    }
    return Measurements.none()
        .with(LOSSES, losses.stream().mapToDouble(Double::doubleValue).toArray())
        .with(STEP, column(records, 0))
        .with(TRAIN, column(records, 1))
        .with(VALIDATION, column(records, 2));
  }

  private static double[] column(List<double[]> records, int index) {
    return records.stream().mapToDouble(r -> r[index]).toArray();
  }

  /** The loss of these pairs; the caller closes it. */
  EngineObjective objective(Engine engine, List<Pair> items, Precision precision) {
    int sign = operation.operands();
    boolean withSign = network instanceof Architecture.Transformer;
    int[][] tokens =
        items.stream()
            .map(x -> withSign ? new int[] {x.a(), x.b(), sign} : new int[] {x.a(), x.b()})
            .toArray(int[][]::new);
    int[] labels = items.stream().mapToInt(x -> operation.answer(x.a(), x.b())).toArray();
    return engine.objective(
        Model.of(network),
        new Inputs.Tokens(tokens),
        new Targets.Classes(labels),
        Loss.CROSS_ENTROPY,
        precision);
  }
}
