package org.grokcheck.omnigrok.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;

/**
 * Networks for several norms α and numbers N of training samples, and how they are trained at fixed
 * norm: Figs. 3a, 4a, 5a and, freely, 5d.
 *
 * @param samples name of the job's parameter N
 * @param batch samples a step
 * @param clip largest norm of a gradient
 */
record NormGrid(String samples, int batch, double clip) {

  /** A job for every seed, number of samples and norm, in this order. */
  List<Job> jobs(int seeds, double[] norms, int[] counts, int steps) {
    List<Job> jobs = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      for (int count : counts) {
        for (double alpha : norms) {
          jobs.add(job(alpha, count, seed, steps));
        }
      }
    }
    return jobs;
  }

  Job job(double alpha, int count, int seed, int steps) {
    return Job.of(
        EngineExperiment.ALPHA,
        alpha,
        samples,
        count,
        EngineExperiment.SEED,
        seed,
        EngineExperiment.STEPS,
        steps);
  }

  /** Norms from 0.1 on, so many a decade. */
  static double[] norms(int count, double perDecade) {
    double[] norms = new double[count];
    Arrays.setAll(norms, i -> StrictMath.pow(10, i / perDecade - 1));
    return norms;
  }

  /** Whole numbers at equal ratios from the first to the first times a factor. */
  static int[] counts(int count, double first, double factor) {
    int[] counts = new int[count];
    Arrays.setAll(counts, i -> (int) Math.round(first * StrictMath.pow(factor, i / (count - 1.0))));
    return counts;
  }

  /** Adam at the norm of the first parameters. */
  OptimizerSettings settings(double[] start) {
    return new OptimizerSettings(OptimizerSpec.adamW(1e-3, 0), clip, 0, Vectors.norm(start));
  }

  /** The batches of a job: the same for all norms and numbers of a seed. */
  Batches batches(String experiment, Job job, JobContext context) {
    String stream = experiment + "/" + job.text(EngineExperiment.SEED);
    return new Batches.Shuffled(batch, context.seeds(), stream);
  }

  /** A copy in random order, of which every beginning is a draw. */
  static <T> List<T> shuffled(List<T> all, RandomGenerator random) {
    List<T> order = new ArrayList<>(all);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    return order;
  }
}
