package org.grokcheck.notsawo.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.compute.spectrum.Lanczos;
import org.grokcheck.compute.spectrum.RitzPair;
import org.grokcheck.compute.spectrum.SymmetricOperator;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.dimension.RatioFit;

/**
 * What a run does at its spikes: step by step losses, accuracies, the gradient and norms; at spikes
 * and at quiet steps the ends of the Hessian's spectrum; at equal distances the curvature along the
 * step that follows.
 */
final class SpikeRecorder implements SmallRun.Watcher {
  /** Validation loss, step by step. */
  static final String VALIDATION_LOSS = "validation losses";

  /** Training accuracy, step by step. */
  static final String TRAIN = "training accuracy, each step";

  /** Validation accuracy, step by step. */
  static final String VALIDATION = "validation accuracy, each step";

  /** |∇L(θ_t)|², step by step. */
  static final String GRADIENT = "squared gradient norm";

  /** |θ_{t+1} − θ_t|, step by step. */
  static final String UPDATE = "update norm";

  /** |θ_t|, step by step. */
  static final String NORM = "norm";

  /** Norm of the matrix that gives the logits, step by step. */
  static final String LAST = "norm of the last layer";

  /** Before the names of what is measured at the peaks of spikes. */
  static final String SPIKE = "spike ";

  /** Before the names of what is measured at quiet steps. */
  static final String QUIET = "quiet ";

  /** The steps of what is measured there. */
  static final String STEPS = "steps";

  /** Smallest Ritz value, an upper bound of λ_min up to rounding. */
  static final String SMALLEST = "smallest Ritz value";

  /** Residual of the smallest Ritz pair. */
  static final String SMALLEST_RESIDUAL = "its residual";

  /** Largest Ritz value. */
  static final String LARGEST = "largest Ritz value";

  /** Residual of the largest Ritz pair. */
  static final String LARGEST_RESIDUAL = "residual of the largest";

  /** Before the names of what is measured along the next step. */
  static final String ALONG = "along the next step: ";

  /** uᵀHu/uᵀu for u the next step. */
  static final String CURVATURE = "curvature";

  /** Before the names of what is measured of the last hidden layer. */
  static final String HIDDEN = "hidden layer: ";

  /** Its dimension by the largest likelihood with two neighbours. */
  static final String LIKELY = "dimension, likelihood";

  /** Its dimension by the fit through the origin. */
  static final String FITTED = "dimension, fit";

  /** Digits kept of each number. */
  private static final MathContext KEPT = new MathContext(5);

  /** Products after which the largest Ritz value has converged to all digits that are kept. */
  private static final int PRODUCTS_FOR_LARGEST = 20;

  private final int steps;
  private final int every;
  private final int products;
  private final Block lastLayer;
  private final IntFunction<RandomGenerator> streams;
  private final SpikeWatch watch;
  private final Map<String, List<Double>> series = new LinkedHashMap<>();
  private double[] previous = {};

  /**
   * Starts with nothing.
   *
   * @param steps of the run
   * @param every distance of steps that may be quiet
   * @param factor what counts as a spike
   * @param products steps of Lanczos' method
   * @param lastLayer where the matrix that gives the logits stands
   * @param streams the random stream of a step
   */
  SpikeRecorder(
      int steps,
      int every,
      double factor,
      int products,
      Block lastLayer,
      IntFunction<RandomGenerator> streams) {
    this.steps = steps;
    this.every = every;
    this.products = products;
    this.lastLayer = lastLayer;
    this.streams = streams;
    this.watch = new SpikeWatch(steps, factor, every);
    for (String kind : List.of(SPIKE, QUIET)) {
      for (String name : List.of(STEPS, SMALLEST, SMALLEST_RESIDUAL, LARGEST, LARGEST_RESIDUAL)) {
        series.put(kind + name, new ArrayList<>());
      }
    }
  }

  private void add(String name, double value) {
    series
        .computeIfAbsent(name, n -> new ArrayList<>())
        .add(new BigDecimal(value).round(KEPT).doubleValue());
  }

  @Override
  public void see(int step, Training training, EngineObjective train, EngineObjective validation) {
    double[] theta = training.theta();
    double loss = training.loss();
    double[] gradient = train.gradient(theta);
    add(SmallRun.LOSSES, loss);
    add(VALIDATION_LOSS, training.loss(validation));
    add(TRAIN, training.accuracy(train));
    add(VALIDATION, training.accuracy(validation));
    add(GRADIENT, Vectors.dot(gradient, gradient));
    add(NORM, Vectors.norm(theta));
    add(LAST, norm(theta, lastLayer));
    if (step > 0) {
      double[] update = theta.clone();
      Vectors.add(-1, previous, update);
      add(UPDATE, Vectors.norm(update));
      if ((step - 1) % (every / 4) == 0) {
        along(step - 1, update, train);
      }
    }
    if (step % Math.max(1, every / 10) == 0) {
      dimensions(step, HiddenLayer.of(train, theta, lastLayer));
    }
    watch.see(step, loss, theta).forEach(e -> extremes(e, train));
    if (step == steps) {
      watch.end().forEach(e -> extremes(e, train));
    }
    previous = theta;
  }

  private static double norm(double[] theta, Block block) {
    double sum = 0;
    for (int i = block.offset(); i < block.offset() + block.size(); i++) {
      sum += theta[i] * theta[i];
    }
    return Math.sqrt(sum);
  }

  private void dimensions(int step, double[][] points) {
    RatioFit fit = PathRecorder.dimension(points);
    add(HIDDEN + STEPS, step);
    add(HIDDEN + LIKELY, fit.mostLikely());
    add(HIDDEN + FITTED, fit.dimension());
  }

  private void along(int step, double[] update, EngineObjective train) {
    SymmetricOperator hessian = SymmetricOperator.hessian(train, previous);
    int count = Math.min(products, PRODUCTS_FOR_LARGEST);
    double[] ritz = Lanczos.of(hessian, count, streams.apply(-1 - step)).values();
    add(ALONG + STEPS, step);
    add(
        ALONG + CURVATURE,
        Vectors.dot(update, hessian.times(update)) / Vectors.dot(update, update));
    add(ALONG + LARGEST, ritz[ritz.length - 1]);
  }

  private void extremes(SpikeWatch.Event event, EngineObjective train) {
    String kind = event.spike() ? SPIKE : QUIET;
    Lanczos lanczos =
        Lanczos.of(
            SymmetricOperator.hessian(train, event.theta()), products, streams.apply(event.step()));
    RitzPair low = lanczos.smallest(1).get(0);
    RitzPair high = lanczos.largest(1).get(0);
    add(kind + STEPS, event.step());
    add(kind + SMALLEST, low.value());
    add(kind + SMALLEST_RESIDUAL, low.residual());
    add(kind + LARGEST, high.value());
    add(kind + LARGEST_RESIDUAL, high.residual());
  }

  /** What was seen, after what the run measured. */
  Measurements after(Measurements run) {
    Measurements all = run;
    for (Map.Entry<String, List<Double>> entry : series.entrySet()) {
      all =
          all.with(
              entry.getKey(), entry.getValue().stream().mapToDouble(Double::doubleValue).toArray());
    }
    return all;
  }
}
