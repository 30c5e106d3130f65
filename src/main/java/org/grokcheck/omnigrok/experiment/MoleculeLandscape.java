package org.grokcheck.omnigrok.experiment;

import java.util.List;
import java.util.Optional;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Workload;

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
      case QUICK -> MoleculeRuns.GRID.jobs(1, new double[] {0.3, 3}, new int[] {50}, 500);
      case DESK ->
          MoleculeRuns.GRID.jobs(
              2, new double[] {0.3, 0.6, 1, 2, 3, 6}, new int[] {50, 400, 1500}, 4_000);
      // Half of each data size is trained on.
      case PAPER ->
          MoleculeRuns.GRID.jobs(2, NormGrid.norms(21, 10), NormGrid.counts(22, 5, 1000), 50_000);
    };
  }

  @Override
  public Optional<Workload> workload(Job job) {
    return Optional.of(steps(job, "", job.number(MoleculeRuns.MOLECULES)));
  }

  @Override
  Measurements run(Job job, JobContext context, Engine engine) {
    int seed = job.integer(SEED);
    double[] start = Vectors.scaled(job.number(ALPHA), Molecules.start(context.seeds(), seed));
    OptimizerSettings settings = MoleculeRuns.GRID.settings(start);
    Batches batches = MoleculeRuns.GRID.batches(id(), job, context);
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
    return MoleculeRuns.GRID.job(2, MoleculeRuns.FEW, 0, 30);
  }
}
