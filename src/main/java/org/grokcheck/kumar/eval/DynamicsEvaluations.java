package org.grokcheck.kumar.eval;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.kumar.BuresEndpoint;
import org.grokcheck.kumar.CommitteeMachine;
import org.grokcheck.kumar.MomentDescent;
import org.grokcheck.kumar.WeightMoments;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Evaluates training of the moments, on samples and on the population. */
public final class DynamicsEvaluations {
  private DynamicsEvaluations() {}

  /** The state after the last step. */
  public record Descent(BigDecimal train_loss, List<BigDecimal> wbar, List<List<BigDecimal>> M) {}

  /** The end of the population flow. */
  public record Endpoint(double relative_parameter_change, double weight_norm_ratio) {}

  /** Evaluates {@link MomentDescent#after}. */
  @Evaluates("kumar.ext.closed-gd")
  public static Descent descent(
      List<List<BigDecimal>> W0,
      List<List<BigDecimal>> X,
      List<BigDecimal> beta,
      BigDecimal alpha,
      BigDecimal eps,
      BigDecimal eta,
      int steps,
      boolean centred,
      String loss) {
    Choices.require("loss", loss, "mean over samples of (y-f)^2, no 1/2");
    RationalMatrix samples = RationalMatrix.ofDecimals(X);
    RationalVector direction = RationalVector.ofDecimals(beta);
    WeightMoments start = WeightMoments.of(RationalMatrix.ofDecimals(W0));
    RationalVector targets =
        RationalVector.of(
            samples.height(), i -> CommitteeMachine.target(direction, samples.row(i)));
    MomentDescent descent =
        new MomentDescent(
            Exact.of(alpha),
            Exact.of(eps),
            samples,
            targets,
            centred ? start : MomentDescent.nothing(start.dimension()));
    WeightMoments end = descent.after(steps, start, Exact.of(eta), W0.size());
    return new Descent(Exact.out(descent.loss(end)), out(end.mean()), out(end.second()));
  }

  private static List<BigDecimal> out(RationalVector vector) {
    return vector.entries().stream().map(Exact::out).toList();
  }

  private static List<List<BigDecimal>> out(RationalMatrix matrix) {
    return matrix.rows().stream().map(DynamicsEvaluations::out).toList();
  }

  /** Evaluates {@link BuresEndpoint}. */
  @Evaluates("kumar.ext.bures-endpoint")
  public static Endpoint endpoint(
      long D, BigDecimal beta_norm_sq, BigDecimal alpha, BigDecimal eps, BigDecimal sigma) {
    Rational norm = Exact.of(beta_norm_sq);
    BuresEndpoint end = BuresEndpoint.of(D, norm, Exact.of(alpha), Exact.of(eps), Exact.of(sigma));
    return new Endpoint(end.relativeChange(), end.normRatio());
  }
}
