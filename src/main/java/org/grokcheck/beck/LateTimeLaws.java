package org.grokcheck.beck;

import org.grokcheck.math.LambertW;

/**
 * Table 1: what b and S̃ of the two-point flow become at late times, as printed and with the
 * constants that the table leaves out (claims {@code beck.table1.b-inseparable} to {@code
 * beck.table1.s-separable}, {@code beck.sec41.b-asymptotic}).
 *
 * <p>Times enter as log t, since the laws are used up to t = 1e300 and beyond.
 *
 * @param model the flow; the printed laws are those of σ = 1
 */
public record LateTimeLaws(TwoPointModel model) {
  /**
   * Table 1's law of b: −log t for x ≥ 0, −log(t)/(1 + M²) for x &lt; 0.
   *
   * @param logTime log t
   */
  public double asPrintedBias(double logTime) {
    double margin = model.points().margin();
    return -logTime / (1 + margin * margin);
  }

  /**
   * Table 1's law of S: log(1/x)/(1 + x) for x &gt; 0, log log t for x = 0, M log(t)/(1 + M²) for x
   * &lt; 0.
   *
   * @param logTime log t, above 0 at x = 0
   */
  public double asPrintedWeight(double logTime) {
    TwoPoints points = model.points();
    if (points.isSeparable()) {
      double margin = points.margin();
      return margin * logTime / (1 + margin * margin);
    }
    return points.x() == 0 ? StrictMath.log(logTime) : points.stationaryWeight();
  }

  /**
   * Section 4.1 prints b = −log(ηt/2), which holds for x → 0 ({@code beck.sec41.b-asymptotic}).
   *
   * @param logTime log t
   */
  public double asPrintedSec41Bias(double logTime) {
    return -logTime - StrictMath.log(model.eta() / 2);
  }

  /**
   * Returns b up to terms that vanish as t → ∞: −log(ηZt) for x ≥ 0, and (Mc − ℓ)/(1 + σ²M²) with ℓ
   * = log((η/2)(1 + σ²M²)t) for x &lt; 0.
   *
   * @param logTime log t
   */
  public double bias(double logTime) {
    TwoPoints points = model.points();
    return points.isSeparable()
        ? constants().biasResidual() - separableClock(logTime) / (1 + scaledSquare())
        : -logTime - StrictMath.log(model.eta()) - points.logStationaryLoss();
  }

  /**
   * Returns S̃ up to terms that vanish as t → ∞: S̃_∞ for x &gt; 0, log(1 + W₀(ηt/2)) for x = 0
   * (exact for σ = 1 and S₀ = b₀ = 0), and (c + σ²Mℓ)/(1 + σ²M²) for x &lt; 0.
   *
   * @param logTime log t
   */
  public double weight(double logTime) {
    TwoPoints points = model.points();
    if (points.isSeparable()) {
      double share = scaledSquare() / points.margin() / (1 + scaledSquare());
      return constants().weightResidual() + share * separableClock(logTime);
    }
    return points.x() > 0
        ? points.stationaryWeight()
        : StrictMath.log1p(LambertW.w0Exp(logTime + StrictMath.log(model.eta() / 2)));
  }

  private double separableClock(double logTime) {
    return logTime + StrictMath.log(model.eta() / 2) + StrictMath.log1p(scaledSquare());
  }

  private double scaledSquare() {
    double scaled = model.sigma() * model.points().margin();
    return scaled * scaled;
  }

  private SeparableConstants constants() {
    TwoPoints points = model.points();
    return new SeparableConstants(
        points.margin(),
        points.onePlusX(),
        model.sigma(),
        model.initialWeight(),
        model.initialBias());
  }
}
