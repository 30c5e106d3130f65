package org.grokcheck.kumar.eval;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.kumar.FiniteWidth;
import org.grokcheck.kumar.HermiteKernel;
import org.grokcheck.kumar.InitialSpectrum;
import org.grokcheck.kumar.QuadraticSector;
import org.grokcheck.kumar.ReadoutKernel;
import org.grokcheck.kumar.TargetDecomposition;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;

/** Evaluates kernels at initialisation and their spectra. */
public final class SpectrumEvaluations {
  private SpectrumEvaluations() {}

  /** Eigenvalues, multiplicities and sums. */
  public record Spectrum(
      BigDecimal lambda_lin,
      long mult_lin,
      BigDecimal lambda_quad_traceless,
      long mult_quad_traceless,
      BigDecimal lambda_norm_sq,
      long mult_norm_sq,
      BigDecimal trace,
      BigDecimal sum_sq) {}

  /** Eigenvalues with trained readouts. */
  public record Readout(
      BigDecimal lambda_lin,
      BigDecimal lambda_quad_traceless,
      BigDecimal lambda_norm_sq,
      BigDecimal eps_crossing) {}

  /** Powers of the parts of the target. */
  public record Powers(BigDecimal power_traceless, BigDecimal power_norm_sq, BigDecimal total) {}

  /** Averages over random weights. */
  public record Width(BigDecimal E_K2, BigDecimal E_wbar_sq, BigDecimal E_M_minus_I_F_sq) {}

  /** Ranks. */
  public record Rank(long rank, long P_c) {}

  /** A value of a kernel. */
  public record Value(BigDecimal K) {}

  /** Eigenvalues on quadratic functions. */
  public record Sector(List<Double> quadratic_sector_descending) {}

  /** Evaluates {@link InitialSpectrum}. */
  @Evaluates("kumar.app11.spectrum")
  public static Spectrum initial(long D, BigDecimal eps) {
    InitialSpectrum s = new InitialSpectrum(D, Exact.of(eps));
    return new Spectrum(
        Exact.out(s.linear()),
        s.linearCount(),
        Exact.out(s.traceless()),
        s.tracelessCount(),
        Exact.out(s.normSquared()),
        1,
        Exact.out(s.sum()),
        Exact.out(s.sumOfSquares()));
  }

  /** Evaluates the eigenvalues of {@link ReadoutKernel}. */
  @Evaluates("kumar.ext.readout-spectrum")
  public static Readout readout(long D, BigDecimal eps) {
    // Names the range of D.
    InitialSpectrum range = new InitialSpectrum(D, Exact.of(eps));
    ReadoutKernel kernel = ReadoutKernel.printed(range.eps());
    return new Readout(
        Exact.out(kernel.linear(D)),
        Exact.out(kernel.traceless(D)),
        Exact.out(kernel.normSquared(D)),
        Exact.root(kernel.crossingSquared(D), 1));
  }

  /** Evaluates {@link ReadoutKernel#at}. */
  @Evaluates("kumar.eq23")
  public static Value readoutKernel(List<BigDecimal> x, List<BigDecimal> xprime, BigDecimal eps) {
    Rational value =
        ReadoutKernel.printed(Exact.of(eps))
            .at(RationalVector.ofDecimals(x), RationalVector.ofDecimals(xprime));
    return new Value(Exact.out(value));
  }

  /** Evaluates {@link HermiteKernel#at}. */
  @Evaluates("kumar.ext.hermite-ntk")
  public static Value hermiteKernel(
      int k, List<BigDecimal> x, List<BigDecimal> xprime, BigDecimal eps, String convention) {
    Choices.require("convention", convention, "probabilists' He_k, w~N(0,I), phi=z+eps/2 He_k(z)");
    Rational value =
        new HermiteKernel(k, Exact.of(eps))
            .at(RationalVector.ofDecimals(x), RationalVector.ofDecimals(xprime));
    return new Value(Exact.out(value));
  }

  /** Evaluates {@link TargetDecomposition}. */
  @Evaluates("kumar.eq17")
  public static Powers target(long D, BigDecimal beta_norm_sq) {
    TargetDecomposition parts = new TargetDecomposition(D, Exact.of(beta_norm_sq));
    return new Powers(
        Exact.out(parts.tracelessPower()), Exact.out(parts.normPower()), Exact.out(parts.total()));
  }

  /** Evaluates the averages of {@link FiniteWidth}. */
  @Evaluates("kumar.ext.finite-width-K2")
  public static Width finiteWidth(long D, long N, BigDecimal eps) {
    FiniteWidth width = new FiniteWidth(D, N);
    return new Width(
        Exact.out(width.kernelSquare(Exact.of(eps))),
        Exact.out(width.meanNormSquared()),
        Exact.out(width.secondMomentSpread()));
  }

  /** Evaluates {@link FiniteWidth#rank}. */
  @Evaluates("kumar.ext.ntk-rank")
  public static Rank rank(long D, long N) {
    FiniteWidth width = new FiniteWidth(D, N);
    return new Rank(width.rank(), width.completeRank());
  }

  /** Evaluates {@link QuadraticSector#descending}. */
  @Evaluates("kumar.ext.ntk-spectrum-anyM")
  public static Sector quadraticSector(
      List<BigDecimal> M_eigenvalues, BigDecimal eps, String wbar) {
    Choices.require("wbar", wbar, "zero");
    QuadraticSector sector =
        new QuadraticSector(Exact.of(eps), RationalVector.ofDecimals(M_eigenvalues));
    return new Sector(sector.descending());
  }
}
