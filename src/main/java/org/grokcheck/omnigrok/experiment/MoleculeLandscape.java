package org.grokcheck.omnigrok.experiment;

import java.util.ArrayList;
import java.util.List;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;

/**
 * Figs. 5a to 5c: losses of a graph network on molecules of QM9 at fixed norm α, for several
 * numbers N of training molecules.
 */
public final class MoleculeLandscape extends EngineExperiment {
  @Override
  public String id() {
    return "omnigrok.fig5ab";
  }

  @Override
  public List<String> claims() {
    return List.of("omnigrok.fig5ab", "omnigrok.fig5c");
  }

  @Override
  public String title() {
    return "QM9: training and test loss at fixed norm";
  }

  @Override
  public List<String> deviations() {
    return MoleculeRuns.deviations(
        "the paper shows 21 norms by 22 sizes up to 10 000; desk scale has 6 by 3, up to 1500"
            + " training molecules (a data size of 3000), at 4000 steps, and two draws",
        "losses at the last step; the authors' notebook keeps the best of a run");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> grid(1, new double[] {0.3, 3}, new int[] {50}, 500);
      case DESK -> grid(2, new double[] {0.3, 0.6, 1, 2, 3, 6}, new int[] {50, 400, 1500}, 4_000);
      case PAPER -> paper();
    };
  }

  private static List<Job> grid(int seeds, double[] norms, int[] sizes, int steps) {
    List<Job> jobs = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      for (int count : sizes) {
        for (double alpha : norms) {
          jobs.add(job(alpha, count, seed, steps));
        }
      }
    }
    return jobs;
  }

  /** Half of each data size is trained on. */
  private static List<Job> paper() {
    double[] norms = new double[21];
    int[] sizes = new int[22];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = StrictMath.pow(10, i / 10.0 - 1);
    }
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = (int) Math.round(5 * StrictMath.pow(1000, i / 21.0));
    }
    return grid(2, norms, sizes, 50_000);
  }

  private static Job job(double alpha, int count, int seed, int steps) {
    return Job.of(ALPHA, alpha, MoleculeRuns.MOLECULES, count, SEED, seed, STEPS, steps);
  }

  @Override
  Measurements run(Job job, JobContext context, Engine engine) {
    int seed = job.integer(SEED);
    double[] start = Vectors.scaled(job.number(ALPHA), Molecules.start(context.seeds(), seed));
    OptimizerSettings settings =
        new OptimizerSettings(
            OptimizerSpec.adamW(1e-3, 0), Double.POSITIVE_INFINITY, 0, Vectors.norm(start));
    Batches batches =
        new Batches.Shuffled(MoleculeRuns.BATCH, context.seeds(), id() + "/" + job.text(SEED));
    try (Molecules molecules = MoleculeRuns.draw(engine, job, context, precision(job));
        Training training = Training.start(id(), molecules.training(), settings, batches, start)) {
      training.run(job.integer(STEPS));
      return Measurements.none()
          .with(Molecules.TRAIN, molecules.trainLoss(training))
          .with(Molecules.TEST, molecules.testLoss(training))
          .with("variance", molecules.variance());
    }
  }

  @Override
  public Job probe() {
    return job(2, MoleculeRuns.FEW, 0, 30);
  }
}
