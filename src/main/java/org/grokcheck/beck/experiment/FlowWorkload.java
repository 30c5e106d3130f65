package org.grokcheck.beck.experiment;

import java.util.random.RandomGenerator;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.dynamics.flow.ClassifierState;
import org.grokcheck.dynamics.flow.LinearClassifier;
import org.grokcheck.dynamics.flow.OutputLoss;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.Workload;
import org.grokcheck.math.Seeds;

/**
 * What a job of {@link LargeFlow} has to do: products of the matrix of points with vectors. The
 * flow chooses its steps, so that their number is counted on few points at the same λ, where the
 * matrix has nearly the same spectrum: on 400 and on 4000 points they differ by 3 to 6 percent.
 */
final class FlowWorkload {
  /** Parameter of a job that ends without measurements after so many products. */
  private static final String MOST = "products";

  private static final int POINTS = 400;

  private FlowWorkload() {}

  static Workload of(Job job) {
    int n = Math.min(POINTS, job.integer("N"));
    int d = Math.max(1, (int) ((long) n * job.integer("d") / job.integer("N")));
    RandomGenerator random = new Seeds(0).stream("beck.fig1.left-flow/workload");
    DataMatrix points = PlainMatrix.of(GaussianPoints.draw(n, d, LargeFlow.SIGMA, random));
    Watched watched = new Watched(points, share -> {}, Long.MAX_VALUE);
    double[] weight = IsotropicStart.draw(d, LargeFlow.START_NORM, random);
    LinearClassifier classifier = new LinearClassifier(watched, OutputLoss.LOGISTIC);
    LargeFlow.measure(job, classifier, new ClassifierState(weight, 0));
    return new Workload(
        job.text("N"),
        job.number("d"),
        "product",
        watched.products(),
        count -> 0,
        count -> job.and(MOST, count),
        false);
  }

  /** The products that a job may make. */
  static long products(Job job) {
    String most = job.parameters().get(MOST);
    return most == null ? Long.MAX_VALUE : Long.parseLong(most);
  }
}
