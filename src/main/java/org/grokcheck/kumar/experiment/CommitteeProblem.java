package org.grokcheck.kumar.experiment;

import java.util.random.RandomGenerator;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.kumar.MomentState;
import org.grokcheck.kumar.MomentState.Risk;
import org.grokcheck.kumar.MomentTraining;
import org.grokcheck.math.Seeds;

/**
 * What the draws of a setting are: samples, target and first weights.
 *
 * @param setting the specification
 * @param samples X, P × D
 * @param target y
 * @param start moments of the first weights
 */
record CommitteeProblem(
    CommitteeSetting setting, double[][] samples, Target target, MomentState start) {

  /** Draws samples, directions and weights, each from a stream of its own. */
  static CommitteeProblem draw(CommitteeSetting s, Seeds seeds) {
    String name = "kumar/committee/" + s.stream();
    int d = s.dimension();
    double[][] samples =
        GaussianPoints.draw(s.samples(), d, 1 / Math.sqrt(d), seeds.stream(name + "/samples"));
    RandomGenerator directions = seeds.stream(name + "/target");
    Target target =
        s.directions() > 0
            ? Target.ofDirections(s.directions(), d, directions)
            : Target.ofSum(-s.directions(), d, directions);
    double[][] weights =
        GaussianPoints.draw(s.width(), d, s.sigma(), seeds.stream(name + "/weights"));
    return new CommitteeProblem(
        s, samples, target, MomentState.of(moved(weights, s, target.quadratic())));
  }

  /** Adds ±c β/√(αε) to the neurons in turn; B is ββᵀ. */
  private static double[][] moved(double[][] weights, CommitteeSetting s, double[][] b) {
    double length = s.share() == 0 ? 0 : s.share() / Math.sqrt(s.alpha() * s.eps() * b[0][0]);
    for (int n = 0; n < weights.length; n++) {
      for (int i = 0; i < s.dimension(); i++) {
        weights[n][i] += (n % 2 == 0 ? length : -length) * b[0][i];
      }
    }
    return weights;
  }

  double[] labels() {
    return target.labels(samples);
  }

  /** What the output at which moments is subtracted. */
  MomentState subtracted() {
    int d = setting.dimension();
    return setting.centred() ? start : new MomentState(new double[d], new double[d][d]);
  }

  MomentTraining training() {
    return new MomentTraining(setting.alpha(), setting.eps(), samples, labels(), subtracted());
  }

  /** The test risk and its parts, exactly: eq. (6) for the difference of network and target. */
  Risk risk(MomentState now) {
    return riskOfChange(now.minus(subtracted()));
  }

  private Risk riskOfChange(MomentState change) {
    MomentState wanted = target.asMoments(setting.alpha(), setting.eps());
    return change
        .minus(wanted)
        .risk(setting.alpha(), setting.eps(), new double[setting.dimension()]);
  }

  /** The test risk of the ridgeless kernel regression with the tangent kernel at the start. */
  double kernelRisk() {
    KernelFit fit = KernelFit.of(start, setting.eps(), samples, labels());
    return riskOfChange(fit.asMoments(setting.alpha())).total();
  }
}
