package org.grokcheck.notsawo.eval;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.notsawo.trajectory.Angles;
import org.grokcheck.notsawo.trajectory.GramShares;
import org.grokcheck.notsawo.trajectory.IntegratedWalk;
import org.grokcheck.notsawo.trajectory.NullPaths;
import org.grokcheck.notsawo.trajectory.RandomWalk;
import org.grokcheck.notsawo.trajectory.Rotation;

/** Evaluates the null models of trajectories and the angles along them. */
public final class TrajectoryEvaluations {
  private static final String LIMIT = "T -> infinity";
  private static final String DRIFT = "random walk with drift";
  private static final String RELAXING = "stationary Ornstein-Uhlenbeck, kernel exp(-c|i-j|/T)";

  private TrajectoryEvaluations() {}

  /** Shares of a random walk. */
  public record Walk(
      double centred_pc1, double centred_pc2, double uncentred_pc1, double uncentred_pc2) {}

  /** Evaluates {@link RandomWalk}. */
  @Evaluates("notsawo.ext.pca_random_walk")
  public static Walk walk(long T) {
    RandomWalk walk = new RandomWalk(T);
    return new Walk(
        walk.centredShare(1), walk.centredShare(2), walk.aboutLastShare(1), walk.aboutLastShare(2));
  }

  /** Shares of an infinitely long integrated walk. */
  public record Limit(List<Double> kappa, List<Double> ratios, double top2) {}

  /** Evaluates {@link IntegratedWalk}. */
  @Evaluates("notsawo.ext.pca_integrated_walk")
  public static Limit limit(String limit) {
    Words.require("limit", limit, LIMIT);
    return new Limit(
        IntStream.rangeClosed(1, 3).mapToObj(IntegratedWalk::root).toList(),
        IntStream.rangeClosed(1, 3).mapToObj(IntegratedWalk::share).toList(),
        IntegratedWalk.share(1) + IntegratedWalk.share(2));
  }

  /** Shares of the first two components. */
  public record Shares(double pc1, double pc2) {}

  /** Evaluates {@link NullPaths#averaged}. */
  @Evaluates("notsawo.ext.pca_integrated_walk")
  public static Shares averaged(int T, BigDecimal beta) {
    return shares(NullPaths.averaged(T, beta));
  }

  /** Evaluates {@link NullPaths#withDrift}. */
  @Evaluates("notsawo.ext.pca_drift")
  public static Shares drift(String kind, int T, double s) {
    Words.require("kind", kind, DRIFT);
    return shares(NullPaths.withDrift(T, s));
  }

  /** Evaluates {@link NullPaths#relaxing}. */
  @Evaluates("notsawo.ext.pca_drift")
  public static Shares relaxing(String kind, int T, double c) {
    Words.require("kind", kind, RELAXING);
    return shares(NullPaths.relaxing(T, c));
  }

  private static Shares shares(double[][] gram) {
    GramShares shares = GramShares.centred(gram);
    return new Shares(shares.share(1), shares.share(2));
  }

  /** Cosines of one step and of all. */
  public record Cosines(double cos_step, double cos_total) {}

  /** Evaluates {@link Rotation}. */
  @Evaluates("notsawo.sec4.lazy")
  public static Cosines cosines(BigDecimal step_angle, long steps) {
    return new Cosines(Rotation.cosine(step_angle, 1), Rotation.cosine(step_angle, steps));
  }

  /** An angle in radians. */
  public record Angle(double max_total_angle) {}

  /** Evaluates {@link Angles#budget}. */
  @Evaluates("notsawo.ext.angle_budget")
  public static Angle angle(long steps, double one_minus_cos) {
    return new Angle(Angles.budget(steps, one_minus_cos));
  }
}
