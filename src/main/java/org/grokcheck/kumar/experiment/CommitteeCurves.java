package org.grokcheck.kumar.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.kumar.MomentState.Risk;

/** What a run of a committee machine leaves: losses, their parts and the weights along the way. */
public final class CommitteeCurves {
  /** Times of the curves, η₀ times steps. */
  public static final String TIME = "time";

  /** Loss on the samples. */
  public static final String TRAIN = "train";

  /** Loss on the population, exactly. */
  public static final String TEST = "test";

  /** First, second and third term of eq. (6). */
  public static final String VARIANCE = "variance";

  /** See {@link #VARIANCE}. */
  public static final String MISALIGNMENT = "misalignment";

  /** See {@link #VARIANCE}. */
  public static final String LINEAR = "linear";

  /** |W|²/|W₀|². */
  public static final String NORM = "norm";

  /** ⟨M, B⟩/(|M||B|). */
  public static final String ALIGNMENT = "alignment";

  /**
   * First times at which the loss on the samples is below the {@link #LEVELS}; infinite if never.
   */
  public static final String TRAIN_TIMES = "train times";

  /** The same for the test loss. */
  public static final String TEST_TIMES = "test times";

  /** Largest test loss over that at the start. */
  public static final String PEAK = "peak";

  /** Time of the largest test loss. */
  public static final String PEAK_TIME = "peak time";

  /** The linear term at the largest test loss, over the test loss at the start. */
  public static final String PEAK_LINEAR = "linear at peak";

  /** The misalignment there, over the test loss at the start. */
  public static final String PEAK_MISALIGNMENT = "misalignment at peak";

  /** The linear term where it is largest, and at the end, over the test loss at the start. */
  public static final String LARGEST_LINEAR = "largest linear";

  /** See {@link #LARGEST_LINEAR}. */
  public static final String FINAL_LINEAR = "final linear";

  /** Time at which the linear term is largest. */
  public static final String LINEAR_TIME = "linear time";

  /** First time at which the misalignment is half of that at the start; infinite if never. */
  public static final String ALIGNED_TIME = "aligned time";

  /** Last losses over the test loss at the start. */
  public static final String FINAL_TRAIN = "final train";

  /** See {@link #FINAL_TRAIN}. */
  public static final String FINAL_TEST = "final test";

  /** |W|²/|W₀|² at the end. */
  public static final String FINAL_NORM = "final norm";

  /** |W − W₀|/|W₀| at the end. */
  public static final String CHANGE = "change";

  /** Maxima and minima of the loss on the samples. */
  public static final String EXTREMA = "extrema";

  /**
   * Test loss of kernel regression with the tangent kernel at the start, over that at the start.
   */
  public static final String KERNEL = "kernel";

  /** Levels, as shares of the test loss at the start. */
  public static final List<Double> LEVELS = List.of(0.5, 0.2, 0.1);

  private static final double POINTS = 40;

  private final List<Row> rows = new ArrayList<>();

  /**
   * A state of the run.
   *
   * @param time η₀ times steps
   * @param train loss on the samples
   * @param risk loss on the population
   * @param norm |W|²/|W₀|²
   * @param alignment ⟨M, B⟩/(|M||B|)
   */
  record Row(double time, double train, Risk risk, double norm, double alignment) {
    double test() {
      return risk.total();
    }
  }

  void add(Row row) {
    rows.add(row);
  }

  double firstTest() {
    return rows.get(0).test();
  }

  /** All numbers; curves where wanted at about forty times, evenly in log t. */
  Measurements measurements(boolean drawn) {
    Row first = rows.get(0);
    Row last = rows.get(rows.size() - 1);
    Row peak = highest(Row::test);
    Row linear = highest(r -> r.risk().linearPower());
    double unit = first.test();
    double half = first.risk().misalignment() / 2;
    return (drawn ? curves() : Measurements.none())
        .with(TRAIN_TIMES, times(Row::train, unit))
        .with(TEST_TIMES, times(Row::test, unit))
        .with(PEAK, peak.test() / unit)
        .with(PEAK_TIME, peak.time())
        .with(PEAK_LINEAR, peak.risk().linearPower() / unit)
        .with(PEAK_MISALIGNMENT, peak.risk().misalignment() / unit)
        .with(LARGEST_LINEAR, linear.risk().linearPower() / unit)
        .with(FINAL_LINEAR, last.risk().linearPower() / unit)
        .with(LINEAR_TIME, linear.time())
        .with(ALIGNED_TIME, fall(r -> r.risk().misalignment(), half))
        .with(FINAL_TRAIN, last.train() / unit)
        .with(FINAL_TEST, last.test() / unit)
        .with(FINAL_NORM, last.norm())
        .with(EXTREMA, extrema());
  }

  private double[] times(ToDoubleFunction<Row> loss, double unit) {
    return LEVELS.stream().mapToDouble(level -> fall(loss, level * unit)).toArray();
  }

  /** The first time at or below a level, between rows by the logarithm of the loss. */
  private double fall(ToDoubleFunction<Row> loss, double level) {
    if (loss.applyAsDouble(rows.get(0)) <= level) {
      return 0;
    }
    for (int k = 1; k < rows.size(); k++) {
      double after = loss.applyAsDouble(rows.get(k));
      if (after <= level) {
        double before = loss.applyAsDouble(rows.get(k - 1));
        double part = StrictMath.log(before / level) / StrictMath.log(before / after);
        double from = rows.get(k - 1).time();
        return from + part * (rows.get(k).time() - from);
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private Row highest(ToDoubleFunction<Row> quantity) {
    Row highest = rows.get(0);
    for (Row row : rows) {
      highest = quantity.applyAsDouble(row) > quantity.applyAsDouble(highest) ? row : highest;
    }
    return highest;
  }

  private double extrema() {
    int count = 0;
    for (int k = 1; k + 1 < rows.size(); k++) {
      double before = rows.get(k).train() - rows.get(k - 1).train();
      double after = rows.get(k + 1).train() - rows.get(k).train();
      count += before * after < 0 ? 1 : 0;
    }
    return count;
  }

  private Measurements curves() {
    List<Row> drawn = drawn();
    return Measurements.none()
        .with(TIME, column(drawn, Row::time))
        .with(TRAIN, column(drawn, Row::train))
        .with(TEST, column(drawn, Row::test))
        .with(VARIANCE, column(drawn, r -> r.risk().variance()))
        .with(MISALIGNMENT, column(drawn, r -> r.risk().misalignment()))
        .with(LINEAR, column(drawn, r -> r.risk().linearPower()))
        .with(NORM, column(drawn, Row::norm))
        .with(ALIGNMENT, column(drawn, Row::alignment));
  }

  private static double[] column(List<Row> rows, ToDoubleFunction<Row> quantity) {
    return rows.stream().mapToDouble(quantity).toArray();
  }

  private List<Row> drawn() {
    List<Row> drawn = new ArrayList<>(List.of(rows.get(0)));
    double factor =
        StrictMath.pow(rows.get(rows.size() - 1).time() / rows.get(1).time(), 1 / POINTS);
    double next = 0;
    for (Row row : rows.subList(1, rows.size())) {
      if (row.time() >= next) {
        drawn.add(row);
        next = row.time() * factor;
      }
    }
    return drawn;
  }
}
