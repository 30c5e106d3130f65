package org.grokcheck.beck.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.grokcheck.beck.GaussianClassifier;
import org.grokcheck.compute.DivergedException;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.compute.reference.ReferenceOptimizer;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.dynamics.flow.ClassifierState;
import org.grokcheck.dynamics.flow.LinearClassifier;
import org.grokcheck.dynamics.flow.OutputLoss;
import org.grokcheck.dynamics.margin.LossMinimum;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;

/**
 * Figs. 1 (left), 5 and 9 to 13: full-batch training of the linear classifier on Gaussian data, by
 * gradient descent or Adam, with the exact population loss and accuracy at logarithmically spaced
 * steps. A job is named by the figure that it belongs to.
 */
public final class DescentRuns implements Experiment {
  /** Steps at which the other series are recorded. */
  public static final String STEPS = "steps";

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

  /** 1 if the exponential loss has a minimum on the data, 0 if not, NaN if that is not known. */
  public static final String INSEPARABLE = "inseparable";

  private static final int PER_DECADE = 20;
  private static final int POINTS = 400;

  @Override
  public String id() {
    return "beck.fig1.left";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "beck.fig1.left-loss",
        "beck.fig1.left-accuracy",
        "beck.fig5",
        "beck.fig9",
        "beck.fig10",
        "beck.fig11",
        "beck.fig12",
        "beck.fig13",
        "beck.sec34.adam");
  }

  @Override
  public String title() {
    return "Training and population loss and accuracy of gradient descent and Adam";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper does not give its λ, steps, or the norms and biases of Figs. 11 and 12; here d ="
            + " 20 to 240 at N = 400, and the values that the job names show",
        "the paper estimates the population by 10⁴ points; here its loss and accuracy are exact",
        "the paper has N = 4·10⁴ in Figs. 1, 9 to 13 and 4000 in Fig. 5",
        "the paper does not give Adam's learning rate in Fig. 5; here 10⁻³, as in Fig. 10");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> all(2, 3_000);
      case DESK -> all(5, 30_000);
      case PAPER -> List.of();
    };
  }

  /**
   * At desk scale five draws of Fig. 1, three of the others as the criteria ask, and more of Fig.
   * 5, whose draws are separable two times in five.
   */
  private static List<Job> all(int draws, int steps) {
    List<Job> jobs = new ArrayList<>();
    for (int k = 0; k < draws + 2; k++) {
      int draw = k;
      SETTINGS.stream()
          .filter(s -> draw < s.mostDraws() && (draw < draws || s.figure().equals("fig5")))
          .forEach(s -> jobs.add(s.job(draw, steps)));
    }
    return jobs;
  }

  /** What distinguishes the jobs. Draws are shared by all settings of one dimension. */
  private record Setting(
      String figure,
      int dimension,
      double sigma,
      String optimizer,
      double startNorm,
      double startBias,
      String loss) {
    int mostDraws() {
      return switch (figure) {
        case "fig1" -> 5;
        case "fig5" -> 7;
        default -> 3;
      };
    }

    Job job(int draw, int steps) {
      return Job.of(
          "figure",
          figure,
          "d",
          dimension,
          "sigma",
          sigma,
          "optimizer",
          optimizer,
          "norm0",
          startNorm,
          "b0",
          startBias,
          "loss",
          loss,
          "draw",
          draw,
          "steps",
          steps);
    }
  }

  private static final List<Setting> FIG1 =
      Stream.of(20, 100, 160, 184, 192, 208, 240)
          .map(d -> new Setting("fig1", d, 5, "gd", 0.1, 0, "logistic"))
          .toList();

  /** All settings, those of Fig. 1 first. */
  private static final List<Setting> SETTINGS =
      Stream.of(
              FIG1,
              List.of(
                  new Setting("fig5", 198, 1, "adam-0.8-0.9", 0.1, 0, "logistic"),
                  new Setting("fig9", 192, 1, "gd", 0.1, 0, "logistic"),
                  new Setting("fig9", 192, 2, "gd", 0.1, 0, "logistic"),
                  new Setting("fig9", 192, 3, "gd", 0.1, 0, "logistic"),
                  new Setting("fig10", 20, 1, "adam-0.9-0.999", 0.1, 0, "logistic"),
                  new Setting("fig10", 192, 1, "adam-0.9-0.999", 0.1, 0, "logistic"),
                  new Setting("fig10", 208, 1, "adam-0.9-0.999", 0.1, 0, "logistic"),
                  new Setting("fig11", 192, 5, "gd", 0.01, 0, "logistic"),
                  new Setting("fig11", 192, 5, "gd", 1, 0, "logistic"),
                  new Setting("fig11", 192, 5, "gd", 10, 0, "logistic"),
                  new Setting("fig12", 192, 5, "gd", 0.1, -2, "logistic"),
                  new Setting("fig12", 192, 5, "gd", 0.1, 2, "logistic"),
                  new Setting("fig13", 192, 5, "gd", 0.1, 0, "exponential")))
          .flatMap(List::stream)
          .toList();

  @Override
  public Measurements run(Job job, JobContext context) {
    if (job.equals(probe())) {
      return probed(context);
    }
    int d = job.integer("d");
    RandomGenerator random =
        context.seeds().stream("%s/d=%d/draw%d".formatted(id(), d, job.integer("draw")));
    double sigma = job.number("sigma");
    DataMatrix unit = PlainMatrix.of(GaussianPoints.draw(POINTS, d, 1, random));
    DataMatrix points = ScaledPoints.of(unit, sigma);
    double[] theta = Arrays.copyOf(IsotropicStart.draw(d, job.number("norm0"), random), d + 1);
    theta[d] = job.number("b0");
    OutputLoss loss =
        job.text("loss").equals("logistic") ? OutputLoss.LOGISTIC : OutputLoss.EXPONENTIAL;
    LinearClassifier classifier = new LinearClassifier(points, loss);
    ReferenceOptimizer optimizer =
        ReferenceOptimizer.of(OptimizerSettings.of(optimizer(job.text("optimizer"))), theta.length);
    Curves curves = new Curves(classifier, sigma);
    double[] gradient = new double[theta.length];
    int steps = job.integer("steps");
    TreeSet<Integer> stops = stops(steps);
    for (int k = 0; k <= steps; k++) {
      if (stops.contains(k)) {
        curves.add(k, theta);
        context.progress().accept((double) k / steps);
      }
      if (k < steps) {
        classifier.gradient(theta, gradient);
        requireFinite(gradient, k, theta);
        optimizer.step(theta, gradient);
      }
    }
    return curves.measurements().with(INSEPARABLE, inseparable(LossMinimum.of(unit)));
  }

  private static double inseparable(LossMinimum minimum) {
    if (minimum instanceof LossMinimum.Attained) {
      return 1;
    }
    return minimum instanceof LossMinimum.AtInfinity ? 0 : Double.NaN;
  }

  private static void requireFinite(double[] gradient, int step, double[] theta) {
    for (double g : gradient) {
      if (!Double.isFinite(g)) {
        double norm = Math.sqrt(Arrays.stream(theta).map(t -> t * t).sum());
        throw new DivergedException("gradient", g, step, norm);
      }
    }
  }

  private static OptimizerSpec optimizer(String name) {
    return switch (name) {
      case "gd" -> OptimizerSpec.gradientDescent(0.01);
      case "adam-0.8-0.9" -> new OptimizerSpec.Adam(1e-3, 0.8, 0.9, 1e-8, 0, false);
      case "adam-0.9-0.999" -> OptimizerSpec.adam(1e-3);
      default -> throw new IllegalArgumentException("optimizer '" + name + "' is not known");
    };
  }

  private static TreeSet<Integer> stops(int steps) {
    TreeSet<Integer> stops = new TreeSet<>(List.of(0, steps));
    for (int k = 0; ; k++) {
      int stop = (int) Math.round(StrictMath.pow(10, (double) k / PER_DECADE));
      if (stop > steps) {
        return stops;
      }
      stops.add(stop);
    }
  }

  /** The series of a run as it grows. */
  private static final class Curves {
    private final LinearClassifier classifier;
    private final double sigma;
    private final List<double[]> rows = new ArrayList<>();

    Curves(LinearClassifier classifier, double sigma) {
      this.classifier = classifier;
      this.sigma = sigma;
    }

    void add(int step, double[] theta) {
      int d = theta.length - 1;
      ClassifierState state = new ClassifierState(Arrays.copyOf(theta, d), theta[d]);
      GaussianClassifier population = GaussianClassifier.of(state.norm(), sigma, state.bias());
      rows.add(
          new double[] {
            step,
            population.logisticLoss(),
            classifier.accuracy(state),
            population.accuracy(),
            state.norm(),
            state.bias()
          });
    }

    Measurements measurements() {
      String[] names = {STEPS, TEST_LOSS, TRAIN_ACCURACY, TEST_ACCURACY, NORM, BIAS};
      Measurements all = Measurements.none();
      for (int c = 0; c < names.length; c++) {
        int column = c;
        all = all.with(names[c], rows.stream().mapToDouble(r -> r[column]).toArray());
      }
      return all;
    }
  }

  /** One run each of both optimisers and both losses. */
  @Override
  public Job probe() {
    return Job.of("probe", "gd+adam+exponential");
  }

  private Measurements probed(JobContext context) {
    Measurements all = Measurements.none();
    for (Setting setting :
        List.of(
            new Setting("gd", 40, 5, "gd", 0.1, 0, "logistic"),
            new Setting("adam", 40, 1, "adam-0.8-0.9", 0.1, 0, "logistic"),
            new Setting("exponential", 40, 5, "gd", 0.1, 0, "exponential"))) {
      Measurements one = run(setting.job(0, 200), context);
      all = all.with(setting.figure() + " L_gen", one.values(TEST_LOSS));
      all = all.with(setting.figure() + " A_tr", one.values(TRAIN_ACCURACY));
    }
    return all;
  }

  @Override
  public double probeBound() {
    return 1e-8;
  }
}
