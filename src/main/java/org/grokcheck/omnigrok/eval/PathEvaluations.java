package org.grokcheck.omnigrok.eval;

import java.math.BigDecimal;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.Real;
import org.grokcheck.omnigrok.Messiness;
import org.grokcheck.omnigrok.PairSums;
import org.grokcheck.omnigrok.ShortestPath;
import org.grokcheck.omnigrok.SlidingPath;
import org.grokcheck.omnigrok.StraightNormBoundary;

/** Evaluates representations, and paths in the plane of norm and messiness. */
public final class PathEvaluations {
  private PathEvaluations() {}

  /** Lengths, speeds and times of a path. */
  public record Path(
      BigDecimal L1,
      BigDecimal L2,
      BigDecimal v,
      BigDecimal vprime_printed,
      BigDecimal vprime_general,
      BigDecimal t_printed,
      BigDecimal t_rho_first_order,
      BigDecimal t_exact_logw,
      boolean domain_ok) {}

  /** A path along a boundary that is straight in the norm. */
  public record Straight(BigDecimal w_D, BigDecimal t) {}

  /** Slope and least value of the printed time. */
  public record Slope(BigDecimal dt_dtheta, BigDecimal theta_min, Number t_min) {}

  /** An embedding. */
  public record Embedding(BigDecimal E_k) {}

  /** Speed of the messiness. */
  public record Speed(BigDecimal dm_dt_corrected, BigDecimal dm_dt_printed) {}

  /** Numbers of inputs. */
  public record Counts(long linear_sums, long generic_sums, long ordered_pairs) {}

  /** Evaluates {@link SlidingPath}. */
  @Evaluates("omnigrok.ext.path-general")
  public static Path path(
      BigDecimal L,
      BigDecimal h,
      BigDecimal theta,
      BigDecimal eta_D,
      BigDecimal eta_R,
      BigDecimal gamma,
      BigDecimal w_E) {
    SlidingPath path =
        new SlidingPath(
            Numbers.of(L),
            Numbers.of(h),
            Numbers.of(theta),
            Numbers.of(w_E),
            rates(eta_D, eta_R, gamma));
    return new Path(
        Numbers.out(path.drifting()),
        Numbers.out(path.sliding()),
        Numbers.out(path.rates().drift()),
        Numbers.out(path.printedSpeed()),
        Numbers.out(path.speed()),
        Numbers.out(path.printedTime()),
        Numbers.out(path.frozenTime()),
        Numbers.out(path.time()),
        path.isInDomain());
  }

  /** Evaluates {@link StraightNormBoundary}. */
  @Evaluates("omnigrok.ext.path-general")
  public static Straight straight(
      BigDecimal w_C,
      BigDecimal w_E,
      BigDecimal h,
      BigDecimal theta,
      BigDecimal eta_D,
      BigDecimal eta_R,
      BigDecimal gamma,
      String boundary) {
    Numbers.requireChoice("boundary", boundary, "straight in (w,m)");
    StraightNormBoundary path =
        new StraightNormBoundary(
            Numbers.of(w_C),
            Numbers.of(w_E),
            Numbers.of(h),
            Numbers.of(theta),
            rates(eta_D, eta_R, gamma));
    return new Straight(Numbers.out(path.meeting()), Numbers.out(path.time()));
  }

  /** Evaluates the slope of {@link SlidingPath#printedTime} and {@link ShortestPath}. */
  @Evaluates("omnigrok.path.monotone")
  public static Slope slope(
      BigDecimal L, BigDecimal h, BigDecimal theta, BigDecimal eta_D, BigDecimal gamma) {
    SlidingPath.Rates rates = rates(eta_D, eta_D, gamma);
    SlidingPath path =
        new SlidingPath(Numbers.of(L), Numbers.of(h), Numbers.of(theta), Real.ONE, rates);
    ShortestPath shortest = new ShortestPath(Numbers.of(L), Numbers.of(h), rates.drift());
    return new Slope(
        Numbers.out(path.printedTimeSlope()),
        Numbers.out(shortest.theta()),
        Numbers.never(shortest.time()));
  }

  private static SlidingPath.Rates rates(BigDecimal eta_D, BigDecimal eta_R, BigDecimal gamma) {
    return new SlidingPath.Rates(Numbers.of(eta_D), Numbers.of(eta_R), Numbers.of(gamma));
  }

  /** Evaluates {@link Messiness#mix} for the first component of an embedding. */
  @Evaluates("omnigrok.eq4")
  public static Embedding embedding(long k, BigDecimal z_k, BigDecimal m) {
    Messiness messiness = new Messiness(Numbers.exact(m));
    return new Embedding(
        Numbers.out(messiness.mix(Numbers.exact(z_k), Numbers.exact(BigDecimal.valueOf(k)))));
  }

  /** Evaluates {@link Messiness#speed}. */
  @Evaluates("omnigrok.eq6.m")
  public static Speed speed(BigDecimal D_norm_sq, BigDecimal eta_R, BigDecimal dl_dm) {
    return new Speed(
        Numbers.out(
            Messiness.speed(Numbers.exact(D_norm_sq), Numbers.exact(eta_R), Numbers.exact(dl_dm))),
        Numbers.out(Messiness.printedSpeed(Numbers.exact(eta_R), Numbers.exact(dl_dm))));
  }

  /** Evaluates {@link PairSums}. */
  @Evaluates("omnigrok.op-vs-op2")
  public static Counts sums(int p) {
    PairSums sums = new PairSums(p);
    return new Counts(sums.linear(), sums.generic(), sums.ordered());
  }
}
