package org.grokcheck.kumar.eval;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.kumar.CommitteeMachine;
import org.grokcheck.kumar.PopulationRisk;
import org.grokcheck.kumar.TangentKernel;
import org.grokcheck.kumar.WeightMoments;
import org.grokcheck.kumar.ZeroLossNetworks;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Evaluates network, kernel and test risk at given weights. */
public final class NetworkEvaluations {
  private NetworkEvaluations() {}

  /** The terms of eq. (6). */
  public record Risk(
      BigDecimal variance_error,
      BigDecimal misalignment_error,
      BigDecimal linear_power,
      BigDecimal loss) {}

  /** The terms of eq. (6) for the zero predictor. */
  public record ZeroRisk(
      BigDecimal variance_error, BigDecimal misalignment_error, BigDecimal loss) {}

  /** The kernel in both normalisations, and the output. */
  public record Kernel(BigDecimal K_eq5, BigDecimal K_eq2, BigDecimal f_x) {}

  /** The least risk and the weights that reach it. */
  public record Minimum(BigDecimal min_loss, BigDecimal argmin_norm_sq) {}

  /** Evaluates {@link PopulationRisk#of}. */
  @Evaluates("kumar.eq6")
  public static Risk risk(
      BigDecimal alpha,
      BigDecimal eps,
      List<BigDecimal> beta,
      List<BigDecimal> wbar,
      List<List<BigDecimal>> M) {
    WeightMoments moments =
        new WeightMoments(RationalVector.ofDecimals(wbar), RationalMatrix.ofDecimals(M));
    PopulationRisk risk =
        PopulationRisk.of(Exact.of(alpha), Exact.of(eps), moments, RationalVector.ofDecimals(beta));
    return new Risk(
        Exact.out(risk.variance()),
        Exact.out(risk.misalignment()),
        Exact.out(risk.linearPower()),
        Exact.out(risk.total()));
  }

  /** Evaluates {@link PopulationRisk#ofZero}. */
  @Evaluates("kumar.eq6")
  public static ZeroRisk riskOfZero(long D, BigDecimal beta_norm_sq, String wbar, String M) {
    Choices.require("wbar", wbar, "zero vector");
    Choices.require("M", M, "zero matrix");
    PopulationRisk risk = PopulationRisk.ofZero(D, Exact.of(beta_norm_sq));
    return new ZeroRisk(
        Exact.out(risk.variance()), Exact.out(risk.misalignment()), Exact.out(risk.total()));
  }

  /** Evaluates {@link TangentKernel#at} and {@link CommitteeMachine#output}. */
  @Evaluates("kumar.eq5")
  public static Kernel kernel(
      List<List<BigDecimal>> W,
      BigDecimal alpha,
      BigDecimal eps,
      List<BigDecimal> x,
      List<BigDecimal> xprime) {
    CommitteeMachine machine =
        new CommitteeMachine(Exact.of(alpha), Exact.of(eps), RationalMatrix.ofDecimals(W));
    RationalVector here = RationalVector.ofDecimals(x);
    RationalVector there = RationalVector.ofDecimals(xprime);
    TangentKernel kernel = new TangentKernel(machine.eps(), machine.moments());
    return new Kernel(
        Exact.out(kernel.at(here, there)),
        Exact.out(machine.kernel(here, there)),
        Exact.out(machine.output(here)));
  }

  /** Evaluates {@link ZeroLossNetworks#minimum}. */
  @Evaluates("kumar.ext.feasibility")
  public static Minimum minimum(
      long N, long D, BigDecimal beta_norm_sq, BigDecimal alpha, BigDecimal eps) {
    ZeroLossNetworks.Minimum minimum =
        new ZeroLossNetworks(Exact.of(alpha), Exact.of(eps)).minimum(D, N, Exact.of(beta_norm_sq));
    return new Minimum(Exact.out(minimum.loss()), Exact.out(minimum.normSquared()));
  }
}
