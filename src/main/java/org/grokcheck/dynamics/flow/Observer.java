package org.grokcheck.dynamics.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.grokcheck.dynamics.trajectory.Trajectory;

/**
 * A quantity that is recorded along a run.
 *
 * @param name of the series
 * @param value what it is of a state
 */
public record Observer(String name, ToDoubleFunction<ClassifierState> value) {
  /** ‖S‖. */
  public static final String NORM = "norm";

  /** b. */
  public static final String BIAS = "bias";

  /** log L on the training set. */
  public static final String LOG_TRAINING_LOSS = "log training loss";

  /** Share of training points with negative output. */
  public static final String TRAINING_ACCURACY = "training accuracy";

  /** min −(S·xᵢ + b). */
  public static final String SMALLEST_MARGIN = "smallest margin";

  /** Returns ‖S‖, b, and on the training set the log loss, the accuracy and the smallest margin. */
  public static List<Observer> standard(LinearClassifier classifier) {
    return List.of(
        new Observer(NORM, ClassifierState::norm),
        new Observer(BIAS, ClassifierState::bias),
        new Observer(LOG_TRAINING_LOSS, classifier::logLoss),
        new Observer(TRAINING_ACCURACY, classifier::accuracy),
        new Observer(SMALLEST_MARGIN, state -> -classifier.largestOutput(state)));
  }

  /**
   * Returns what observers see of a run.
   *
   * @param states in the order of their times
   * @throws IllegalArgumentException if the times are out of order
   */
  public static Trajectory record(List<TimedState> states, List<Observer> observers) {
    double[] logTimes = states.stream().mapToDouble(TimedState::logTime).toArray();
    Map<String, double[]> values = new LinkedHashMap<>();
    for (Observer observer : observers) {
      values.put(
          observer.name(),
          states.stream().map(TimedState::state).mapToDouble(observer.value()).toArray());
    }
    return new Trajectory(logTimes, values);
  }
}
