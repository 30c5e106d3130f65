package org.grokcheck.omnigrok.eval;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.Real;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.omnigrok.DefaultInitialization;
import org.grokcheck.omnigrok.ReducedLinearLoss;
import org.grokcheck.omnigrok.ReluOrbit;
import org.grokcheck.omnigrok.SignRescaling;
import org.grokcheck.omnigrok.TanhUnit;
import org.grokcheck.omnigrok.ZeroLossSphere;

/** Evaluates losses reduced to the norm, and norms. */
public final class LandscapeEvaluations {
  private LandscapeEvaluations() {}

  /** Moments of the initial norm. */
  public record Norm(
      long parameters,
      BigDecimal expected_norm_squared,
      BigDecimal variance_norm_squared,
      BigDecimal w0,
      BigDecimal rms_parameter) {}

  /** The penalty, and the printed one. */
  public record Penalty(BigDecimal reg_correct, BigDecimal reg_printed_rms_C, BigDecimal ratio) {}

  /** The point of rest of sign steps on a sphere. */
  public record Rest(
      BigDecimal tau,
      List<BigDecimal> w,
      BigDecimal loss_sign_rescale,
      BigDecimal loss_true_min,
      BigDecimal excess) {}

  /** The minimum on a sphere. */
  public record Minimum(
      BigDecimal mu, List<BigDecimal> w, BigDecimal reduced_loss, BigDecimal slope) {}

  /** Test losses of the interpolators of a norm. */
  public record TestLosses(
      BigDecimal rho, BigDecimal test_min, BigDecimal test_max, BigDecimal test_haar_mean) {}

  /** A network of the orbit. */
  public record Orbit(BigDecimal c, BigDecimal min_orbit_norm) {}

  /** A reduced loss. */
  public record Loss(BigDecimal reduced_train_loss) {}

  /** Evaluates {@link DefaultInitialization}. */
  @Evaluates("omnigrok.ext.init-norm")
  public static Norm initial(List<Integer> sizes) {
    DefaultInitialization draw = new DefaultInitialization(sizes);
    Rational mean = draw.meanSquaredNorm();
    return new Norm(
        draw.parameters(),
        Numbers.out(mean),
        Numbers.out(draw.varianceOfSquaredNorm()),
        Numbers.out(Real.of(mean).sqrt()),
        Numbers.out(Real.of(mean.over(draw.parameters())).sqrt()));
  }

  /**
   * Evaluates {@link DefaultInitialization#penalty}; the ratio is the limit P/2 where both vanish.
   */
  @Evaluates("omnigrok.sec3.reg-landscape")
  public static Penalty penalty(List<Integer> sizes, BigDecimal alpha, BigDecimal gamma) {
    DefaultInitialization draw = new DefaultInitialization(sizes);
    return new Penalty(
        Numbers.out(draw.penalty(Numbers.exact(alpha), Numbers.exact(gamma))),
        Numbers.out(draw.printedPenalty(Numbers.exact(alpha), Numbers.exact(gamma))),
        Numbers.out(Rational.of(draw.parameters(), 2)));
  }

  /** Evaluates {@link SignRescaling}. */
  @Evaluates("omnigrok.ext.adam-rescale")
  public static Rest rest(List<BigDecimal> a, BigDecimal r) {
    SignRescaling rest = new SignRescaling(Numbers.of(a), Numbers.of(r));
    return new Rest(
        Numbers.out(rest.bound()),
        Numbers.out(rest.weights()),
        Numbers.out(rest.loss()),
        Numbers.out(rest.leastLoss()),
        Numbers.out(rest.excess()));
  }

  /** Evaluates {@link ReducedLinearLoss}. */
  @Evaluates("omnigrok.ext.linear-reduced")
  public static Minimum minimum(
      List<BigDecimal> eigenvalues, List<BigDecimal> b, BigDecimal r, String objective) {
    Numbers.requireChoice("objective", objective, "w.S.w/2 - b.w");
    ReducedLinearLoss reduced =
        new ReducedLinearLoss(Numbers.of(eigenvalues), Numbers.of(b), Numbers.of(r));
    return new Minimum(
        Numbers.out(reduced.multiplier()),
        Numbers.out(reduced.weights()),
        Numbers.out(reduced.loss()),
        Numbers.out(reduced.derivative()));
  }

  /** Evaluates {@link ZeroLossSphere}. */
  @Evaluates("omnigrok.ext.linear-reduced")
  public static TestLosses testLosses(BigDecimal r_min, BigDecimal q_norm, BigDecimal r) {
    ZeroLossSphere sphere =
        new ZeroLossSphere(Numbers.of(r_min), Numbers.of(q_norm), Numbers.of(r));
    return new TestLosses(
        Numbers.out(sphere.radius()),
        Numbers.out(sphere.leastTestLoss()),
        Numbers.out(sphere.largestTestLoss()),
        Numbers.out(sphere.meanTestLoss()));
  }

  /** Evaluates {@link ReluOrbit}. */
  @Evaluates("omnigrok.ext.relu-rescaling")
  public static Orbit orbit(BigDecimal A, BigDecimal B, BigDecimal C, BigDecimal target_norm) {
    ReluOrbit orbit = new ReluOrbit(Numbers.of(A), Numbers.of(B), Numbers.of(C));
    return new Orbit(
        Numbers.out(orbit.factor(Numbers.of(target_norm))), Numbers.out(orbit.leastNorm()));
  }

  /** Evaluates {@link TanhUnit#reducedLoss}. */
  @Evaluates("omnigrok.fn2.monotone")
  public static Loss tanhUnit(String model, List<BigDecimal> x, String target, BigDecimal r) {
    Numbers.requireChoice("model", model, "a tanh(b x)");
    Numbers.requireChoice("target", target, "0.5 tanh(x)");
    return new Loss(Numbers.out(new TanhUnit(Numbers.of(x)).reducedLoss(Numbers.of(r))));
  }
}
