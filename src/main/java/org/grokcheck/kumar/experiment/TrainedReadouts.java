package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.Initialization;
import org.grokcheck.compute.Inputs;
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
import org.grokcheck.kumar.MomentState;

/**
 * Fig. 11: a committee machine whose readouts v are trained too. Its output is that of the moments
 * (22), w̄ = (1/N) Σ vᵢwᵢ and M = (1/N) Σ vᵢwᵢwᵢᵀ, so that eq. (6) gives its test loss.
 */
public final class TrainedReadouts extends EngineExperiment {
  private static final double GROWTH = 1.02;

  /** η₀: readouts add about as much to the kernel as weights, and grow with them. */
  private static final double RATE = 0.2;

  @Override
  public String id() {
    return "kumar.fig11";
  }

  @Override
  public List<String> claims() {
    return List.of("kumar.fig11", "kumar.fn2");
  }

  @Override
  public String title() {
    return "Losses, parts of the test loss and norm with trained readouts";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper gives no sizes; here D = 20, N = 100, P = 100, |β|² = D, N(0, 1) weights and"
            + " readouts, the output at the start subtracted, η = N/(5α²), and two pairs of α and"
            + " ε",
        "test losses are exact averages over the population",
        "double precision");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return IntStream.range(0, desk ? 6 : 1)
        .boxed()
        .flatMap(
            k ->
                Stream.of(job(0.5, 0.5, desk ? 4000 : 200, k), job(1, 0.15, desk ? 8000 : 200, k)));
  }

  @Override
  List<Job> probes() {
    return List.of(job(0.5, 0.5, 30, 0));
  }

  private static Job job(double alpha, double eps, int steps, int seed) {
    return Job.of("alpha", alpha, "eps", eps, STEPS, steps, SEED, seed);
  }

  @Override
  double growth() {
    return GROWTH;
  }

  @Override
  Measurements train(Job job, Engine engine, JobContext context) {
    CommitteeSetting setting =
        CommitteeSetting.of("fig11", 20, 100, 100, job.number("alpha"), job.number("eps"), 0)
            .seed(job.integer(SEED));
    Architecture.Committee network =
        new Architecture.Committee(
            setting.dimension(),
            setting.width(),
            new Activation.LinearQuadratic(setting.eps()),
            true);
    double[] start =
        Initialization.STANDARD_NORMAL.theta(
            network, context.seeds().stream("kumar.fig11/weights" + setting.seed()));
    CommitteeProblem drawn = CommitteeProblem.draw(setting, context.seeds());
    CommitteeProblem problem =
        new CommitteeProblem(setting, drawn.samples(), drawn.target(), moments(network, start));
    Model model = Model.centred(network, setting.alpha(), start);
    OptimizerSettings descent =
        OptimizerSettings.of(
            OptimizerSpec.gradientDescent(
                RATE * setting.width() / (setting.alpha() * setting.alpha())));
    try (EngineObjective objective = objective(engine, model, problem);
        Training training =
            Training.start(job.name(), objective, descent, new Batches.Full(), start)) {
      CommitteeCurves curves = new CommitteeCurves();
      double first = training.norm();
      follow(
          training,
          job.integer(STEPS),
          step -> {
            MomentState now = moments(network, training.theta());
            double ratio = training.norm() / first;
            curves.add(
                new CommitteeCurves.Row(
                    step * RATE,
                    training.loss(),
                    problem.risk(now),
                    ratio * ratio,
                    problem.target().alignment(now)));
          },
          context.progress());
      return curves.measurements(true);
    }
  }

  private static EngineObjective objective(Engine engine, Model model, CommitteeProblem problem) {
    double[] labels = problem.labels();
    double[][] rows = new double[labels.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {labels[i]};
    }
    return engine.objective(
        model,
        new Inputs.Dense(problem.samples()),
        new Targets.Values(rows),
        Loss.SQUARED,
        Precision.FLOAT64);
  }

  /** The moments (22) of θ, which holds a row for each neuron and then the readouts. */
  private static MomentState moments(Architecture.Committee network, double[] theta) {
    int d = network.inputs();
    int n = network.hidden();
    double[] mean = new double[d];
    double[][] second = new double[d][d];
    for (int neuron = 0; neuron < n; neuron++) {
      double readout = theta[n * d + neuron] / n;
      for (int i = 0; i < d; i++) {
        double first = readout * theta[neuron * d + i];
        mean[i] += first;
        for (int j = 0; j < d; j++) {
          second[i][j] += first * theta[neuron * d + j];
        }
      }
    }
    return new MomentState(mean, second);
  }
}
