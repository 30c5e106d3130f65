package org.grokcheck.kumar.experiment;

import java.util.function.DoubleConsumer;
import org.grokcheck.compute.DivergedException;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.kumar.MomentState;
import org.grokcheck.kumar.MomentTraining;

/**
 * Descent of a committee machine, looked at whenever the number of steps has grown by 2 %, or at
 * every step where extrema are counted. It ends before its time where the samples are learned.
 */
final class CommitteeRun {
  private static final double GROWTH = 1.02;

  /**
   * Of the test loss at the start; where the end is compared with the kernel's, nothing is left.
   */
  private static final double LEARNED = 1e-6;

  private static final double CONVERGED = 1e-14;

  private final CommitteeProblem problem;
  private final boolean everyStep;
  private final boolean drawn;

  /**
   * A run to come.
   *
   * @param problem what is trained
   * @param everyStep whether every step is looked at
   * @param drawn whether the curves are kept
   */
  CommitteeRun(CommitteeProblem problem, boolean everyStep, boolean drawn) {
    this.problem = problem;
    this.everyStep = everyStep;
    this.drawn = drawn;
  }

  Measurements run(DoubleConsumer progress) {
    CommitteeSetting s = problem.setting();
    MomentTraining training = problem.training();
    Transport transport = new Transport(s.dimension(), s.momentum());
    CommitteeCurves curves = new CommitteeCurves();
    MomentState now = problem.start();
    long steps = s.steps();
    double learned = s.series().endsWith(CommitteeExperiment.WITH_KERNEL) ? CONVERGED : LEARNED;
    double next = 0;
    for (long k = 0; k <= steps; k++) {
      double[] residuals = training.residuals(now);
      if (k >= next || k == steps) {
        double train = MomentTraining.meanSquare(residuals);
        requireFinite(train, k, now);
        curves.add(row(k * s.rate(), train, now));
        progress.accept((double) k / steps);
        next = everyStep ? 0 : Math.max(k + 1.0, k * GROWTH);
        if (train <= learned * curves.firstTest()) {
          break;
        }
      }
      MomentTraining.Move move = training.move(residuals, s.learningRate(), s.width());
      transport.step(move);
      now = s.momentum() == 0 ? move.of(now) : transport.of(problem.start());
    }
    double change = Math.sqrt(transport.changeSquared(problem.start()) / problem.start().trace());
    return curves.measurements(drawn).with(CommitteeCurves.CHANGE, change);
  }

  private CommitteeCurves.Row row(double time, double train, MomentState now) {
    double norm = now.trace() / problem.start().trace();
    double alignment = problem.target().alignment(now);
    return new CommitteeCurves.Row(time, train, problem.risk(now), norm, alignment);
  }

  private static void requireFinite(double loss, long step, MomentState now) {
    if (!Double.isFinite(loss)) {
      throw new DivergedException("loss", loss, step, Math.sqrt(now.trace()));
    }
  }
}
