package org.grokcheck.beck.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.beck.GaussianClassifier;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.dynamics.flow.ClassifierState;
import org.grokcheck.dynamics.flow.FlowMethod;
import org.grokcheck.dynamics.flow.LinearClassifier;
import org.grokcheck.dynamics.flow.LogTimeFlow;
import org.grokcheck.dynamics.flow.Observer;
import org.grokcheck.dynamics.flow.OutputLoss;
import org.grokcheck.dynamics.flow.TimedState;
import org.grokcheck.dynamics.margin.HardMargin;
import org.grokcheck.dynamics.margin.LossMinimum;
import org.grokcheck.dynamics.trajectory.EventTimes;
import org.grokcheck.dynamics.trajectory.Series;
import org.grokcheck.dynamics.trajectory.Threshold;
import org.grokcheck.dynamics.trajectory.Trajectory;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;

/**
 * App. H, item (3): gradient flow of the logistic loss (η = 1) on Gaussian data at σ = 5 from ‖S₀‖
 * = 0.1, b₀ = 0, to t = 10⁵⁰: when training and population accuracy pass three thresholds for good,
 * and where weight and bias are late. Logarithms of times are natural.
 */
public final class FlowEnsemble extends DrawsExperiment {
  /** σ of the data. */
  public static final double SIGMA = 5;

  /** Levels of accuracy. */
  public static final double[] LEVELS = {0.8, 0.9, 0.95};

  /** 1 if separable, 0 if not, NaN if undecided. */
  public static final String SEPARABLE = "separable";

  /** M in the units of the data; NaN for inseparable draws. */
  public static final String MARGIN = "M";

  /** log Z at the minimum of the exponential loss; NaN for separable draws. */
  public static final String LOG_Z = "log Z";

  /**
   * Least eigenvalue of Σ pᵢxᵢxᵢᵀ at that minimum, a lower bound: late distances to S_∞ fall as t
   * to the minus this power. NaN for separable draws.
   */
  public static final String RELAXATION = "relaxation exponent";

  /** Decades at which weight, bias and accuracy are recorded. */
  public static final int[] DECADES = {4, 6, 12, 25, 50};

  private static final double LN10 = StrictMath.log(10);
  private static final double START_NORM = 0.1;
  private static final double TOLERANCE = 1e-9;
  private static final int FIRST_DECADE = -2;
  private static final int PER_DECADE = 8;

  /** Name of the series of a quantity at a decade, such as {@code b at 1e12}. */
  public static String at(String quantity, int decade) {
    return quantity + " at 1e" + decade;
  }

  /** Name of the series of log t where an accuracy passes a level for good. */
  public static String time(String accuracy, double level) {
    return "log t of " + accuracy + " " + level;
  }

  @Override
  public String id() {
    return "beck.apph.exp3";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "beck.apph.exp3",
        "beck.fig1.left-parameters",
        "beck.fig1.right-middle",
        "beck.fig1.right-bottom",
        "beck.fig2.inset",
        "beck.fig2.right");
  }

  @Override
  public String title() {
    return "Delay and late states of gradient flow on both sides of the edge";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper does not say σ, η, the number of steps or what the end is; here σ = 5 as in its"
            + " Fig. 1, and gradient flow to t = 1e50",
        "the paper averages over runs and does not say what becomes of those that never cross; here"
            + " they are counted and medians are taken",
        "desk scale has N = 100 and 40 draws a size, the paper N = 400 and 100");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> sizes(100, 2, 2, 20, 44, 60);
      case DESK -> sizes(100, 40, 10, 20, 30, 38, 44, 48, 54, 60, 65, 75, 90);
      case PAPER ->
          sizes(
              400, 100, 5, 20, 40, 80, 100, 120, 140, 160, 168, 180, 188, 192, 196, 200, 208, 220,
              228, 240, 260, 280, 300, 320, 360);
    };
  }

  private static List<Job> sizes(int n, int draws, int block, Integer... dimensions) {
    return Stream.of(dimensions).flatMap(d -> blocks(n, d, draws, block).stream()).toList();
  }

  @Override
  Map<String, Double> measure(DataMatrix unit, RandomGenerator random) {
    DataMatrix points = ScaledPoints.of(unit, SIGMA);
    LinearClassifier classifier = new LinearClassifier(points, OutputLoss.LOGISTIC);
    double[] logTimes =
        IntStream.rangeClosed(FIRST_DECADE * PER_DECADE, 50 * PER_DECADE)
            .mapToDouble(k -> LN10 * k / PER_DECADE)
            .toArray();
    double[] start = IsotropicStart.draw(points.columns(), START_NORM, random);
    List<TimedState> states =
        new LogTimeFlow(classifier, FlowMethod.IMPLICIT, TOLERANCE)
            .at(new ClassifierState(start, 0), logTimes);
    Map<String, Double> row = new LinkedHashMap<>(geometry(points));
    row.putAll(late(states));
    row.putAll(times(classifier, states));
    return row;
  }

  private static Map<String, Double> geometry(DataMatrix points) {
    Map<String, Double> row = new LinkedHashMap<>();
    LossMinimum minimum = LossMinimum.of(points);
    boolean attained = minimum instanceof LossMinimum.Attained;
    double margin =
        attained ? Double.NaN : HardMargin.of(points).map(HardMargin::margin).orElse(Double.NaN);
    row.put(SEPARABLE, attained ? 0 : Double.isNaN(margin) ? Double.NaN : 1.0);
    row.put(MARGIN, margin);
    row.put(LOG_Z, minimum instanceof LossMinimum.Attained found ? found.logMean() : Double.NaN);
    row.put(
        RELAXATION,
        minimum instanceof LossMinimum.Attained found
            ? found.certificate().leastEigenvalue()
            : Double.NaN);
    return row;
  }

  private static Map<String, Double> late(List<TimedState> states) {
    Map<String, Double> row = new LinkedHashMap<>();
    for (int decade : DECADES) {
      ClassifierState state = states.get((decade - FIRST_DECADE) * PER_DECADE).state();
      row.put(at("norm", decade), state.norm());
      row.put(at("b", decade), state.bias());
      row.put(at("A", decade), accuracy(state));
    }
    return row;
  }

  private static double accuracy(ClassifierState state) {
    return GaussianClassifier.of(state.norm(), SIGMA, state.bias()).accuracy();
  }

  private static Map<String, Double> times(LinearClassifier classifier, List<TimedState> states) {
    Trajectory run =
        Observer.record(
            states,
            List.of(
                new Observer("train", classifier::accuracy),
                new Observer("test", FlowEnsemble::accuracy)));
    Map<String, Double> row = new LinkedHashMap<>();
    for (String name : run.names()) {
      Series series = run.series(name);
      for (double level : LEVELS) {
        OptionalDouble when = new EventTimes(series).sustained(Threshold.atLeast(level)).logTime();
        row.put(time(name, level), when.orElse(Double.NaN));
      }
    }
    return row;
  }

  /** Four draws at the edge, of both kinds. */
  @Override
  public Job probe() {
    return block(40, 20, 0, 4);
  }

  /** The integrator chooses its steps by its errors, which rounding may tip. */
  @Override
  public double probeBound() {
    return 1e-6;
  }
}
