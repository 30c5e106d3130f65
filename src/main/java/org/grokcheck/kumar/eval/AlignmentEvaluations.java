package org.grokcheck.kumar.eval;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.kumar.GramAlignment;
import org.grokcheck.kumar.InitialAlignment;
import org.grokcheck.kumar.KernelAlignment;
import org.grokcheck.kumar.KernelRegression;
import org.grokcheck.kumar.LossFluctuation;
import org.grokcheck.kumar.TangentKernel;
import org.grokcheck.kumar.TrainedKernel;
import org.grokcheck.kumar.WeightMoments;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Evaluates alignments of kernel and target, and the difficulty of a target. */
public final class AlignmentEvaluations {
  private AlignmentEvaluations() {}

  /** Alignment at initialisation. */
  public record Initial(BigDecimal alignment_uncentred, BigDecimal alignment_centred) {}

  /** Alignment over the population at given moments. */
  public record Population(
      BigDecimal numerator,
      BigDecimal K2,
      double alignment,
      BigDecimal numerator_centred,
      BigDecimal K2_centred,
      double alignment_centred) {}

  /** Alignment of a Gram matrix. */
  public record Gram(double alignment, double alignment_centred, double printed_with_single_norm) {}

  /** The kernel after feature learning. */
  public record Trained(
      BigDecimal lambda_target,
      BigDecimal alignment,
      BigDecimal alignment_limit,
      BigDecimal alignment_centred) {}

  /** Difficulty and its bound. */
  public record Difficulty(BigDecimal difficulty, BigDecimal upper_bound) {}

  /** Relative standard deviation of the initial train loss. */
  public record Fluctuation(BigDecimal relative_std) {}

  /** Evaluates {@link InitialAlignment}. */
  @Evaluates("kumar.ext.alignment-init")
  public static Initial initial(long D, BigDecimal eps) {
    InitialAlignment alignment = new InitialAlignment(D, Exact.of(eps));
    return new Initial(
        Exact.root(alignment.uncentredSquared(), 1), Exact.root(alignment.centredSquared(), 1));
  }

  /** Evaluates {@link KernelAlignment}. */
  @Evaluates("kumar.eq20")
  public static Population population(
      BigDecimal eps, List<BigDecimal> beta, List<BigDecimal> wbar, List<List<BigDecimal>> M) {
    WeightMoments moments =
        new WeightMoments(RationalVector.ofDecimals(wbar), RationalMatrix.ofDecimals(M));
    TangentKernel kernel = new TangentKernel(Exact.of(eps), moments);
    KernelAlignment alignment = new KernelAlignment(kernel, RationalVector.ofDecimals(beta));
    return new Population(
        Exact.out(alignment.numerator()),
        Exact.out(kernel.meanSquare()),
        alignment.uncentred(),
        Exact.out(alignment.centredNumerator()),
        Exact.out(kernel.centredMeanSquare()),
        alignment.centred());
  }

  /** Evaluates {@link GramAlignment}; NaN where the centred labels vanish. */
  @Evaluates("kumar.sec5.cka")
  public static Gram gram(List<List<BigDecimal>> K, List<BigDecimal> y) {
    GramAlignment alignment =
        new GramAlignment(RationalMatrix.ofDecimals(K), RationalVector.ofDecimals(y));
    return new Gram(alignment.value(), alignment.centred().value(), alignment.withSingleNorm());
  }

  /** Evaluates {@link TrainedKernel}. */
  @Evaluates("kumar.ext.final-ntk")
  public static Trained trained(long D, BigDecimal kappa, BigDecimal eps, String M, String wbar) {
    Choices.require("M", M, "kappa * unit rank one along beta");
    Choices.require("wbar", wbar, "zero");
    TrainedKernel kernel = new TrainedKernel(D, Exact.of(eps), Exact.of(kappa));
    return new Trained(
        Exact.out(kernel.target()),
        Exact.root(kernel.alignmentSquared(), 1),
        Exact.root(kernel.alignmentLimitSquared(), 1),
        Exact.root(kernel.centredAlignmentSquared(), 1));
  }

  /** Evaluates {@link KernelRegression#difficulty}. */
  @Evaluates("kumar.eq8")
  public static Difficulty difficulty(
      List<List<BigDecimal>> X, BigDecimal eps, List<BigDecimal> beta, String kernel) {
    Choices.require("kernel", kernel, "x.x' + eps^2 (x.x')^2");
    TangentKernel initial = TangentKernel.infiniteWidth(beta.size(), Exact.of(eps));
    KernelRegression regression =
        new KernelRegression(
            initial, RationalMatrix.ofDecimals(X), RationalVector.ofDecimals(beta));
    return new Difficulty(
        Exact.out(regression.difficulty()), Exact.out(regression.difficultyBound()));
  }

  /** Evaluates {@link LossFluctuation}. */
  @Evaluates("kumar.sec8.3.2.fluctuation")
  public static Fluctuation fluctuation(long P) {
    return new Fluctuation(Exact.root(LossFluctuation.relativeVariance(P), 1));
  }
}
