package org.grokcheck.omnigrok.eval;

import java.math.BigDecimal;
import java.util.Optional;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.Real;
import org.grokcheck.omnigrok.AdamBound;
import org.grokcheck.omnigrok.LinearGrokking;
import org.grokcheck.omnigrok.NormDecay;
import org.grokcheck.omnigrok.ProductDescent;
import org.grokcheck.omnigrok.ScalarProduct;

/** Evaluates laws of the norm under weight decay. */
public final class DecayEvaluations {
  private DecayEvaluations() {}

  /** Numbers of steps. */
  public record Steps(Number t_flow_over_eta_steps, Number steps_real, Number steps_ceil) {}

  /** Norms after a number of steps. */
  public record Norms(BigDecimal norm_flow, BigDecimal norm_discrete) {}

  /** The event in the linear model. */
  public record Event(
      boolean reachable,
      Number x,
      Number t_flow,
      Number steps_real,
      Number norm_at_event,
      BigDecimal norm_after_fit) {}

  /** The scalar product at a time. */
  public record Product(
      BigDecimal y,
      BigDecimal norm_sq,
      BigDecimal imbalance,
      BigDecimal printed_norm_sq,
      BigDecimal cos2) {}

  /** Time of the scalar product, and the printed one below it. */
  public record ProductTime(Number time, BigDecimal lower_bound) {}

  /** Two weights. */
  public record Weights(BigDecimal a, BigDecimal b, BigDecimal imbalance) {}

  /** A bound of a weight. */
  public record Bound(BigDecimal U, BigDecimal bound) {}

  /** Evaluates {@link NormDecay#flowSteps} and its discrete forms. */
  @Evaluates("omnigrok.ext.discrete-count")
  public static Steps steps(BigDecimal w0, BigDecimal wc, BigDecimal eta, BigDecimal gamma) {
    NormDecay decay = decay(eta, gamma);
    Real start = Numbers.of(w0);
    Real end = Numbers.of(wc);
    return new Steps(
        Numbers.never(decay.flowSteps(start, end)),
        Numbers.never(decay.steps(start, end)),
        Numbers.orNever(decay.wholeSteps(start, end)));
  }

  /** Evaluates {@link NormDecay#flowNorm} and {@link NormDecay#norm}. */
  @Evaluates("omnigrok.sec2.exp-decay")
  public static Norms norms(BigDecimal w0, BigDecimal gamma, BigDecimal eta, BigDecimal steps) {
    NormDecay decay = decay(eta, gamma);
    Real start = Numbers.of(w0);
    Real count = Numbers.of(steps);
    return new Norms(
        Numbers.out(decay.flowNorm(start, count)), Numbers.out(decay.norm(start, count)));
  }

  /** Evaluates {@link LinearGrokking}. */
  @Evaluates("omnigrok.ext.linear-lu")
  public static Event linear(
      BigDecimal z0_sq,
      BigDecimal z0_dot_q,
      BigDecimal q_sq,
      BigDecimal eps,
      BigDecimal gamma,
      BigDecimal eta,
      BigDecimal rmin_sq) {
    LinearGrokking model =
        new LinearGrokking(
            Numbers.of(z0_sq), Numbers.of(z0_dot_q), Numbers.of(q_sq), Numbers.of(rmin_sq));
    NormDecay decay = decay(eta, gamma);
    Optional<Real> x = model.firstBelow(Numbers.of(eps));
    Optional<Real> positive = x.filter(value -> value.signum() > 0);
    Optional<Real> flow = positive.flatMap(value -> decay.flowSteps(Real.ONE, value));
    return new Event(
        flow.isPresent(),
        Numbers.orUndefined(x),
        Numbers.never(flow.map(decay.eta()::times)),
        Numbers.never(positive.flatMap(value -> decay.steps(Real.ONE, value))),
        Numbers.orUndefined(x.map(model::norm)),
        Numbers.out(model.norm(Real.ONE)));
  }

  /** Evaluates {@link ScalarProduct#squaredNorm}. */
  @Evaluates("omnigrok.ext.ab-closed")
  public static Product product(BigDecimal a0, BigDecimal b0, BigDecimal gamma, BigDecimal t) {
    ProductDescent.Weights start = new ProductDescent.Weights(Numbers.of(a0), Numbers.of(b0));
    Real target = start.a().times(start.b());
    Real square = start.a().square().plus(start.b().square());
    Real time = Numbers.of(t);
    ScalarProduct law = new ScalarProduct(target, Numbers.of(gamma));
    NormDecay printed = new NormDecay(Real.ONE, Numbers.of(gamma).times(2));
    return new Product(
        Numbers.out(target),
        Numbers.out(law.squaredNorm(start.imbalance(), time)),
        Numbers.out(law.imbalance(start.imbalance(), time)),
        Numbers.out(printed.flowNorm(square, time)),
        Numbers.out(law.cosineSquared(square)));
  }

  /** Evaluates {@link ScalarProduct#time}. */
  @Evaluates("omnigrok.ext.ab-closed")
  public static ProductTime productTime(
      BigDecimal y, BigDecimal w0_sq, BigDecimal wc_sq, BigDecimal gamma) {
    ScalarProduct law = new ScalarProduct(Numbers.of(y), Numbers.of(gamma));
    Real start = Numbers.of(w0_sq);
    Real end = Numbers.of(wc_sq);
    return new ProductTime(
        Numbers.never(law.time(start, end)), Numbers.out(law.printedTime(start, end)));
  }

  /** Evaluates {@link ProductDescent#after}. */
  @Evaluates("omnigrok.ext.imbalance")
  public static Weights descent(
      BigDecimal a0,
      BigDecimal b0,
      BigDecimal eta,
      BigDecimal gamma,
      BigDecimal y,
      long steps,
      String loss) {
    Numbers.requireChoice("loss", loss, "(ab-y)^2/2");
    ProductDescent descent = new ProductDescent(decay(eta, gamma), Numbers.of(y));
    ProductDescent.Weights end =
        descent.after(new ProductDescent.Weights(Numbers.of(a0), Numbers.of(b0)), steps);
    return new Weights(Numbers.out(end.a()), Numbers.out(end.b()), Numbers.out(end.imbalance()));
  }

  /** Evaluates the printed bound of {@link AdamBound}. */
  @Evaluates("omnigrok.ext.adamw-bound")
  public static Bound adam(
      BigDecimal w_abs0,
      BigDecimal gamma,
      BigDecimal eta,
      long steps,
      BigDecimal beta1,
      BigDecimal beta2) {
    AdamBound bound = new AdamBound(decay(eta, gamma), Numbers.of(beta1), Numbers.of(beta2));
    return new Bound(
        Numbers.out(bound.printedStep()),
        Numbers.out(bound.printedBound(Numbers.of(w_abs0), steps)));
  }

  private static NormDecay decay(BigDecimal eta, BigDecimal gamma) {
    return new NormDecay(Numbers.of(eta), Numbers.of(gamma));
  }
}
