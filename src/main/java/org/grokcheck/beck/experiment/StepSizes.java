package org.grokcheck.beck.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.data.GaussianPoints;
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

/**
 * What the steps of descent do to statements about the flow, on one data set and start for all
 * learning rates: how far descent of the logistic loss is from the flow (Sec. 5), and how far ‖S‖
 * with a bias in conformal time is from ‖S‖ without one (Fig. 2, middle).
 */
public final class StepSizes implements Experiment {
  /** Learning rates, each half of the one before. */
  public static final List<Double> RATES = List.of(0.01, 0.005);

  /** Largest distance of descent from the flow over the times of {@link #TIMES}. */
  public static final String FROM_FLOW = "distance of descent from the flow";

  /** ‖(S, b)‖ of the flow at the end. */
  public static final String SIZE = "size of the flow's state";

  /** Largest difference of ‖S‖ with bias at τ from ‖S‖ without bias at the same τ. */
  public static final String FROM_UNBIASED = "difference of norms in conformal time";

  /** The same at the same number of steps, as if τ were t. */
  public static final String FROM_UNBIASED_IN_TIME = "difference of norms in time";

  /** Largest ‖S‖. */
  public static final String NORM = "largest norm";

  /** Times at which states are compared. */
  static final double[] TIMES = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20};

  private static final double START_NORM = 0.1;
  private static final double TOLERANCE = 1e-9;

  @Override
  public String id() {
    return "beck.limitations.finite-eta";
  }

  @Override
  public List<String> claims() {
    return List.of("beck.limitations.finite-eta", "beck.fig2.middle");
  }

  @Override
  public String title() {
    return "Descent against the flow, and with a bias against without one, at two learning rates";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper has N = 4·10⁴ and does not give λ of Fig. 2, middle; here N = 400 and λ = 0.48,"
            + " and σ = 1 for the exponential loss, which at σ = 5 overflows before it falls");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> both(100, 44);
      case DESK -> both(400, 192);
      case PAPER -> List.of();
    };
  }

  private static List<Job> both(int n, int d) {
    return Stream.of("flow", "bias")
        .flatMap(k -> RATES.stream().map(r -> job(k, n, d, r)))
        .toList();
  }

  private static Job job(String kind, int n, int d, double rate) {
    return Job.of("against", kind, "N", n, "d", d, "eta", rate);
  }

  @Override
  public Job probe() {
    return Job.of("against", "both", "N", 60, "d", 20, "eta", 0.02);
  }

  @Override
  public double probeBound() {
    return 1e-6;
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    int n = job.integer("N");
    int d = job.integer("d");
    RandomGenerator random = context.seeds().stream("%s/N=%d,d=%d".formatted(id(), n, d));
    DataMatrix unit = PlainMatrix.of(GaussianPoints.draw(n, d, 1, random));
    double[] start = IsotropicStart.draw(d, START_NORM, random);
    double rate = job.number("eta");
    return switch (job.text("against")) {
      case "flow" -> againstFlow(ScaledPoints.of(unit, 5), start, rate);
      case "bias" -> againstUnbiased(unit, start, rate);
      default -> {
        Measurements flow = againstFlow(ScaledPoints.of(unit, 5), start, rate);
        Measurements bias = againstUnbiased(unit, start, rate);
        yield flow.with(FROM_UNBIASED, bias.values(FROM_UNBIASED));
      }
    };
  }

  private static Measurements againstFlow(DataMatrix points, double[] start, double rate) {
    LinearClassifier classifier = new LinearClassifier(points, OutputLoss.LOGISTIC);
    ClassifierState first = new ClassifierState(start, 0);
    long[] steps = Arrays.stream(TIMES).mapToLong(t -> Math.round(t / rate)).toArray();
    double[] logTimes =
        LongStream.of(steps)
            .mapToDouble(k -> StrictMath.log(rate) + StrictMath.log((double) k))
            .toArray();
    List<TimedState> descent = new GradientDescent(classifier, rate).after(first, steps);
    List<TimedState> flow =
        new LogTimeFlow(classifier, FlowMethod.IMPLICIT, TOLERANCE).at(first, logTimes);
    double largest = 0;
    for (int k = 0; k < steps.length; k++) {
      largest = Math.max(largest, descent.get(k).state().distance(flow.get(k).state()));
    }
    return Measurements.none()
        .with(FROM_FLOW, largest)
        .with(SIZE, flow.get(steps.length - 1).state().size());
  }

  /** Steps of η in t = τ without a bias, of ηe^b in τ with one. */
  private static Measurements againstUnbiased(DataMatrix points, double[] start, double rate) {
    Unbiased unbiased = new Unbiased(points, start, rate);
    LinearClassifier classifier = new LinearClassifier(points, OutputLoss.EXPONENTIAL);
    double[] theta = Arrays.copyOf(start, start.length + 1);
    double[] gradient = new double[theta.length];
    double tau = 0;
    double difference = 0;
    double inTime = 0;
    double largest = 0;
    int last = (int) Math.round(TIMES[TIMES.length - 1] / rate);
    for (int k = 0; k <= last; k++) {
      double norm = norm(theta, start.length);
      largest = Math.max(largest, norm);
      difference = Math.max(difference, Math.abs(norm - unbiased.at(tau)));
      inTime = Math.max(inTime, Math.abs(norm - unbiased.at(k * rate)));
      classifier.gradient(theta, gradient);
      tau += rate * StrictMath.exp(theta[start.length]);
      for (int j = 0; j < theta.length; j++) {
        theta[j] -= rate * gradient[j];
      }
    }
    return Measurements.none()
        .with(FROM_UNBIASED, difference)
        .with(FROM_UNBIASED_IN_TIME, inTime)
        .with(NORM, largest);
  }

  private static double norm(double[] theta, int d) {
    return new ClassifierState(Arrays.copyOf(theta, d), 0).norm();
  }

  /** ‖S‖ of descent without a bias, between steps on a straight line; made as far as asked for. */
  private static final class Unbiased {
    private final DataMatrix points;
    private final double rate;
    private final double[] weight;
    private final double[] margins;
    private final double[] gradient;
    private double[] norms = new double[1024];
    private int made;

    Unbiased(DataMatrix points, double[] start, double rate) {
      this.points = points;
      this.rate = rate;
      weight = start.clone();
      margins = new double[points.rows()];
      gradient = new double[start.length];
      norms[0] = norm(weight, weight.length);
    }

    double at(double tau) {
      double place = tau / rate;
      int before = (int) Math.floor(place);
      while (made <= before) {
        step();
      }
      return norms[before] + (place - before) * (norms[before + 1] - norms[before]);
    }

    private void step() {
      points.weightedSum(
          weight, (i, margin) -> StrictMath.exp(margin) / points.rows(), margins, gradient);
      for (int j = 0; j < weight.length; j++) {
        weight[j] -= rate * gradient[j];
      }
      made++;
      if (made == norms.length) {
        norms = Arrays.copyOf(norms, 2 * made);
      }
      norms[made] = norm(weight, weight.length);
    }
  }
}
