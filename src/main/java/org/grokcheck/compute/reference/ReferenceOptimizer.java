package org.grokcheck.compute.reference;

import java.util.Map;
import java.util.TreeMap;
import org.grokcheck.compute.Optimizer;
import org.grokcheck.compute.OptimizerSettings;

/**
 * The methods of {@link org.grokcheck.compute.OptimizerSpec} as plain recursions in doubles, entry
 * by entry.
 */
public final class ReferenceOptimizer implements Optimizer {
  private static final String STEPS = "steps";

  private final OptimizerSettings settings;
  private final int parameters;
  private final UpdateRule rule;
  private long steps;

  private ReferenceOptimizer(OptimizerSettings settings, int parameters) {
    this.settings = settings;
    this.parameters = parameters;
    this.rule = UpdateRule.of(settings.method(), parameters);
  }

  /**
   * An optimiser before its first step.
   *
   * @param parameters length of θ, at least 1
   * @throws IllegalArgumentException if the length is below 1
   */
  public static ReferenceOptimizer of(OptimizerSettings settings, int parameters) {
    if (parameters < 1) {
      throw new IllegalArgumentException("parameters = " + parameters + " must be at least 1");
    }
    return new ReferenceOptimizer(settings, parameters);
  }

  @Override
  public void step(double[] theta, double[] gradient) {
    requireVector("theta", theta);
    requireVector("gradient", gradient);
    steps++;
    double rate = settings.method().rate() * settings.warmth(steps);
    rule.apply(theta, clipped(gradient), rate, steps);
    requireVector("moved theta", theta);
    holdNorm(theta);
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Map<String, double[]> state() {
    Map<String, double[]> copies = new TreeMap<>();
    rule.state().forEach((name, array) -> copies.put(name, array.clone()));
    copies.put(STEPS, new double[] {steps});
    return copies;
  }

  @Override
  public void restore(Map<String, double[]> saved) {
    Map<String, double[]> current = state();
    if (!saved.keySet().equals(current.keySet())) {
      throw new IllegalArgumentException(
          "state has " + saved.keySet() + "; this method keeps " + current.keySet());
    }
    current.forEach((name, array) -> requireLength(name, entry(saved, name), array.length));
    rule.state()
        .forEach((name, array) -> System.arraycopy(entry(saved, name), 0, array, 0, array.length));
    steps = (long) entry(saved, STEPS)[0];
  }

  private static double[] entry(Map<String, double[]> saved, String name) {
    return saved.getOrDefault(name, new double[0]);
  }

  private static void requireLength(String name, double[] saved, int length) {
    if (saved.length != length) {
      throw new IllegalArgumentException(
          "state '%s' has %d entries; need %d".formatted(name, saved.length, length));
    }
  }

  /** g min(1, c/(‖g‖ + 10⁻⁶)), always a copy. */
  private double[] clipped(double[] gradient) {
    double[] copy = gradient.clone();
    if (settings.clip() == Double.POSITIVE_INFINITY) {
      return copy;
    }
    double factor = Math.min(1, settings.clip() / (norm(gradient) + 1e-6));
    for (int j = 0; j < copy.length; j++) {
      copy[j] *= factor;
    }
    return copy;
  }

  private void holdNorm(double[] theta) {
    if (settings.norm() == 0) {
      return;
    }
    double norm = norm(theta);
    if (norm == 0) {
      throw new IllegalArgumentException(
          "theta is 0 after step %d; its norm can't be held at %s"
              .formatted(steps, settings.norm()));
    }
    for (int j = 0; j < theta.length; j++) {
      theta[j] = theta[j] / norm * settings.norm();
    }
  }

  /** ‖x‖, by way of the largest entry so that squares neither overflow nor vanish. */
  private static double norm(double[] vector) {
    double largest = 0;
    for (double entry : vector) {
      largest = Math.max(largest, Math.abs(entry));
    }
    double scale = largest == 0 ? 1 : Math.scalb(1.0, Math.getExponent(largest));
    double sum = 0;
    for (double entry : vector) {
      sum += entry / scale * (entry / scale);
    }
    return scale * Math.sqrt(sum);
  }

  private void requireVector(String name, double[] vector) {
    if (vector.length != parameters) {
      throw new IllegalArgumentException(
          "%s has %d entries; the optimiser moves %d".formatted(name, vector.length, parameters));
    }
    for (int j = 0; j < vector.length; j++) {
      if (!Double.isFinite(vector[j])) {
        throw new IllegalArgumentException(
            "%s[%d] = %s after %d steps; all entries must be finite"
                .formatted(name, j, vector[j], steps));
      }
    }
  }
}
