package org.grokcheck.beck.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.grokcheck.beck.GaussianClassifier;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineMatrix;
import org.grokcheck.dynamics.flow.ClassifierState;
import org.grokcheck.dynamics.flow.FlowMethod;
import org.grokcheck.dynamics.flow.GradientDescent;
import org.grokcheck.dynamics.flow.LinearClassifier;
import org.grokcheck.dynamics.flow.LogTimeFlow;
import org.grokcheck.dynamics.flow.OutputLoss;
import org.grokcheck.dynamics.flow.TimedState;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Workload;

/**
 * Fig. 1 (left) at the paper's own size, N = 4·10⁴ and σ = 5: gradient flow of the logistic loss
 * stands for 10⁶ steps of descent at η = 0.01 that nobody has time for, and is held against descent
 * itself over its first steps, in which the training accuracy rises. Fig. 2 (left): the projections
 * S·x/‖S‖ at the end.
 */
public final class LargeFlow implements Experiment {
  /** log₁₀ t of the flow, t = η · steps. */
  public static final String LOG_TIME = "log10 t";

  /** Training loss. */
  public static final String TRAIN_LOSS = "L_tr";

  /** L_gen, logistic, by quadrature. */
  public static final String TEST_LOSS = "L_gen";

  /** Accuracy on the training set. */
  public static final String TRAIN_ACCURACY = "A_tr";

  /** A_gen. */
  public static final String TEST_ACCURACY = "A_gen";

  /** ‖S‖. */
  public static final String NORM = "norm";

  /** b. */
  public static final String BIAS = "b";

  /** Steps after which descent is compared. */
  public static final String STEPS = "steps";

  /** ‖(S, b)‖ of the flow at the time of each of these steps. */
  public static final String FLOW_SIZE = "size of the flow's state";

  /** Distance of descent's state from the flow's there. */
  public static final String DISTANCE = "distance of descent";

  /** Points by S·x/(σ‖S‖) at the end, in bins of a tenth between −4 and 4. */
  public static final String HISTOGRAM = "points by projection";

  /** Share of points with S·x &gt; 0 at the end. */
  public static final String POSITIVE_SHARE = "share of positive projections";

  /** η of descent. */
  public static final double LEARNING_RATE = 0.01;

  /** Largest |S·x|/(σ‖S‖) in the histogram. */
  public static final double REACH = 4;

  /** Bins of the histogram. */
  public static final int BINS = 80;

  static final double SIGMA = 5;
  static final double START_NORM = 0.1;
  private static final double TOLERANCE = 1e-3;
  private static final int PER_DECADE = 4;
  private static final int FIRST_DECADE = -2;
  private static final double LN10 = StrictMath.log(10);
  private static final String DECADES = "decades";
  private static final String COMPARED = "steps";

  @Override
  public String id() {
    return "beck.fig1.left-flow";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "beck.fig1.left-loss",
        "beck.fig1.left-accuracy",
        "beck.fig1.left-parameters",
        "beck.fig2.left",
        "beck.limitations.finite-eta",
        "beck-summary.never-generalizes");
  }

  @Override
  public String title() {
    return "Fig. 1, left, at the paper's size by gradient flow, held against descent";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper does not give its λ below the edge nor the number of steps; here 0.05, 0.48 and"
            + " 0.52, to the time of 10⁶ steps",
        "the paper takes steps of η = 0.01; here gradient flow, and descent over its first steps",
        "the paper estimates the population by 10⁴ points; here its loss and accuracy are exact",
        "products run in single precision, as is usual in training");
  }

  @Override
  public boolean usesEngine() {
    return true;
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> Stream.of(192, 208, 20).map(d -> job(400, d, 4, 50)).toList();
      case DESK -> Stream.of(1920, 2080, 200).map(d -> job(4000, d, 4, 50)).toList();
      case PAPER -> Stream.of(19_200, 20_800, 2000).map(d -> job(40_000, d, 4, 50)).toList();
    };
  }

  private static Job job(int n, int d, int decades, int steps) {
    return Job.of("N", n, "d", d, DECADES, decades, COMPARED, steps);
  }

  @Override
  public Job probe() {
    return job(200, 90, 1, 20);
  }

  /** Single precision: a sum of another order differs by some 1e-6 of its terms. */
  @Override
  public double probeBound() {
    return 1e-3;
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    int n = job.integer("N");
    int d = job.integer("d");
    String data = "%s/N=%d,d=%d/".formatted(id(), n, d);
    DrawnPoints drawn =
        new DrawnPoints(n, d, SIGMA, i -> context.seeds().stream(data + "point" + i));
    try (EngineMatrix points = Engine.open(context.device()).matrix(drawn, Precision.FLOAT32)) {
      double[] weight = IsotropicStart.draw(d, START_NORM, context.seeds().stream(data + "start"));
      Watched watched = new Watched(points, context.progress(), FlowWorkload.products(job));
      LinearClassifier classifier = new LinearClassifier(watched, OutputLoss.LOGISTIC);
      return measure(job, classifier, new ClassifierState(weight, 0));
    } catch (Watched.UsedUp end) {
      return Measurements.none();
    }
  }

  @Override
  public Optional<Workload> workload(Job job) {
    return Optional.of(FlowWorkload.of(job));
  }

  static Measurements measure(Job job, LinearClassifier classifier, ClassifierState start) {
    long[] steps = steps(job.integer(COMPARED));
    double[] logTimes = logTimes(steps, job.integer(DECADES));
    List<TimedState> flow =
        new LogTimeFlow(classifier, FlowMethod.STABILISED, TOLERANCE).at(start, logTimes);
    Measurements all = curves(classifier, flow);
    List<TimedState> descent = new GradientDescent(classifier, LEARNING_RATE).after(start, steps);
    List<TimedState> same =
        descent.stream().map(s -> flow.get(Arrays.binarySearch(logTimes, s.logTime()))).toList();
    all =
        all.with(STEPS, LongStream.of(steps).asDoubleStream().toArray())
            .with(FLOW_SIZE, same.stream().mapToDouble(s -> s.state().size()).toArray())
            .with(
                DISTANCE,
                IntStream.range(0, steps.length)
                    .mapToDouble(k -> descent.get(k).state().distance(same.get(k).state()))
                    .toArray());
    return projections(all, classifier, flow.get(flow.size() - 1).state());
  }

  /** 1, 2, 5, 10, … up to a number of steps. */
  private static long[] steps(int last) {
    return LongStream.iterate(1, power -> power <= last, power -> 10 * power)
        .flatMap(power -> LongStream.of(power, 2 * power, 5 * power))
        .filter(step -> step <= last)
        .toArray();
  }

  private static double[] logTimes(long[] steps, int decades) {
    TreeSet<Double> times = new TreeSet<>();
    for (long step : steps) {
      times.add(StrictMath.log(LEARNING_RATE) + StrictMath.log((double) step));
    }
    double compared = times.last();
    for (int k = FIRST_DECADE * PER_DECADE; k <= decades * PER_DECADE; k++) {
      double time = LN10 * k / PER_DECADE;
      if (time > compared + LN10 / (2 * PER_DECADE)) {
        times.add(time);
      }
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Measurements curves(LinearClassifier classifier, List<TimedState> flow) {
    return Measurements.none()
        .with(LOG_TIME, column(flow, s -> s.logTime() / LN10))
        .with(TRAIN_LOSS, column(flow, s -> StrictMath.exp(classifier.logLoss(s.state()))))
        .with(TEST_LOSS, column(flow, s -> population(s.state()).logisticLoss()))
        .with(TRAIN_ACCURACY, column(flow, s -> classifier.accuracy(s.state())))
        .with(TEST_ACCURACY, column(flow, s -> population(s.state()).accuracy()))
        .with(NORM, column(flow, s -> s.state().norm()))
        .with(BIAS, column(flow, s -> s.state().bias()));
  }

  private static double[] column(List<TimedState> flow, ToDoubleFunction<TimedState> quantity) {
    return flow.stream().mapToDouble(quantity).toArray();
  }

  private static GaussianClassifier population(ClassifierState state) {
    return GaussianClassifier.of(state.norm(), SIGMA, state.bias());
  }

  private static Measurements projections(
      Measurements all, LinearClassifier classifier, ClassifierState end) {
    double[] margins = classifier.outputs(new ClassifierState(end.weight(), 0));
    double[] counts = new double[BINS];
    int positive = 0;
    for (double margin : margins) {
      positive += margin > 0 ? 1 : 0;
      double place = (margin / (SIGMA * end.norm()) + REACH) * BINS / (2 * REACH);
      counts[(int) Math.max(0, Math.min(BINS - 1, Math.floor(place)))]++;
    }
    return all.with(HISTOGRAM, counts).with(POSITIVE_SHARE, (double) positive / margins.length);
  }
}
