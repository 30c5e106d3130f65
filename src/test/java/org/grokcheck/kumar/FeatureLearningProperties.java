package org.grokcheck.kumar;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** How far weights move, and what the moments of the weights don't tell. */
class FeatureLearningProperties {
  @Provide
  Arbitrary<Rational> positive() {
    return ExactArb.nonzero().map(Rational::abs);
  }

  /** Population flow from M = I: |W − W₀|/|W₀| against the difficulty |β|⁴/(4ε²). */
  @Property(tries = 60)
  @Checks("kumar.sec10.hard-more-features")
  void harderTasksMoveTheWeightsMoreAtTheSameAlpha(
      @ForAll @IntRange(min = 1, max = 50) int d,
      @ForAll("positive") Rational alpha,
      @ForAll("positive") Rational eps,
      @ForAll("positive") Rational norm,
      @ForAll("positive") Rational factor) {
    Rational harder = eps.over(factor.plus(Rational.ONE));
    double easy = change(d, norm, alpha, eps);
    check("kumar.sec10.hard-more-features", "at the same α: harder, moved more")
        .at("D", d, "alpha", alpha, "eps", eps, "smaller eps", harder)
        .expectingExactly("1 1")
        .holds(
            difficulty(d, norm, harder).compareTo(difficulty(d, norm, eps))
                + " "
                + Double.compare(change(d, norm, alpha, harder), easy))
        .rejects("moved less", "1 " + Double.compare(easy, change(d, norm, alpha, harder)));
    Rational larger = alpha.times(eps).over(harder);
    check("kumar.sec10.hard-more-features", "at the same αε: harder, moved as much")
        .at("D", d, "alpha", alpha, "eps", eps, "smaller eps", harder)
        .expectingExactly(easy)
        .holds(change(d, norm, larger, harder))
        .rejects("at the same α", change(d, norm, alpha, harder));
  }

  private static double change(int d, Rational norm, Rational alpha, Rational eps) {
    return BuresEndpoint.of(d, norm, alpha, eps, Rational.ONE).relativeChange();
  }

  /** yᵀK⁺y from P_c samples on, where it is |β|⁴/(4ε²) for any of them. */
  private static Rational difficulty(int d, Rational norm, Rational eps) {
    RationalVector beta = RationalVector.unit(d, 0);
    KernelRegression unit =
        new KernelRegression(TangentKernel.infiniteWidth(d, eps), RationalMatrix.identity(d), beta);
    return unit.difficultyBound().times(norm.square());
  }

  private static Check check(String claim, String quantity) {
    return Check.of(claim, quantity).by(Oracle.INVARIANT);
  }

  @Property(tries = 60)
  @Checks("kumar.sec4.initscale")
  void largerInitialWeightsMoveLess(
      @ForAll @IntRange(min = 1, max = 50) int d,
      @ForAll("positive") Rational product,
      @ForAll("positive") Rational norm,
      @ForAll("positive") Rational sigma,
      @ForAll("positive") Rational factor) {
    Rational larger = sigma.times(factor.plus(Rational.ONE));
    double small = BuresEndpoint.of(d, norm, product, Rational.ONE, sigma).relativeChange();
    double large = BuresEndpoint.of(d, norm, product, Rational.ONE, larger).relativeChange();
    check("kumar.sec4.initscale", "relative change falls as σ grows")
        .at("D", d, "alpha*eps", product, "sigma", sigma, "larger sigma", larger)
        .expectingExactly(-1)
        .holds(Double.compare(large, small))
        .rejects("grows", Double.compare(small, large));
  }

  @Provide
  Arbitrary<Double> ratios() {
    return Arb.logUniform(0.2, 50);
  }

  /** Tr M at the end of the flow without and with centring, from Tr M₀ = D. */
  @Property(tries = 30)
  @Checks("kumar.sec9.norm")
  void weightNormGrowsWhenCentredAndElseWhereTheTargetIsLarger(
      @ForAll @IntRange(min = 2, max = 8) int d, @ForAll("ratios") double share) {
    double kappa = share * d;
    double time = 60 / Math.min(1, kappa);
    SpeciesFlow.Point plain = new SpeciesFlow(d, kappa, false).at(1, 1, time);
    SpeciesFlow.Point centred = new SpeciesFlow(d, kappa, true).at(1, 1, time);
    double grown = plain.along() + (d - 1) * plain.across() - d;
    if (Math.abs(share - 1) > 0.05) {
      check("kumar.sec9.norm", "sign of |W|² − |W₀|² at the end, uncentred: of |β|²/(αε) − D")
          .part("uncentred")
          .at("D", d, "kappa", kappa)
          .expectingExactly(share > 1 ? 1 : -1)
          .holds((int) Math.signum(grown))
          .rejects("always larger", 1);
    }
    check("kumar.sec9.norm", "sign of |W|² − |W₀|² at the end, centred")
        .part("centred")
        .at("D", d, "kappa", kappa)
        .expectingExactly(1)
        .holds((int) Math.signum(centred.along() + (d - 1) * centred.across() - d))
        .rejects("that of the uncentred one", (int) Math.signum(grown));
  }

  @Provide
  Arbitrary<ExactCase> networks() {
    return ExactCase.upTo(3, 3);
  }

  /** Two neurons of readouts ±u at one place add nothing to the moments, but u² to the kernel. */
  @Property(tries = 30)
  @Checks("kumar.fn2")
  void trainedReadoutsMakeTheKernelMoreThanAFunctionOfTheMoments(@ForAll("networks") ExactCase c) {
    ExactCase once = withPair(c, Rational.ONE);
    ExactCase twice = withPair(c, Rational.TWO);
    c.check("kumar.fn2", "wbar and M of both networks")
        .expectingExactly(once.weightedMoments())
        .holds(twice.weightedMoments())
        .rejects("without readouts", once.moments());
    Rational kernel = kernel(once);
    Rational surplus =
        c.x().dot(c.other()).times(slope(c, c.x())).times(slope(c, c.other())).times(6);
    c.check("kumar.fn2", "what the kernels differ by, times N/α²")
        .expectingExactly(once.perGradientFactor(kernel(twice).minus(kernel)))
        .holds(surplus.over(once.width()))
        .rejects("nothing", Rational.ZERO);
  }

  /** 1 + ε w·x of the pair. */
  private static Rational slope(ExactCase c, RationalVector x) {
    return Rational.ONE.plus(c.eps().times(c.beta().dot(x)));
  }

  private static ExactCase withPair(ExactCase c, Rational readout) {
    int n = c.width();
    RationalMatrix weights =
        RationalMatrix.of(
            n + 2, c.dimension(), (i, k) -> i < n ? c.weights().get(i, k) : c.beta().get(k));
    RationalVector readouts =
        RationalVector.of(
            n + 2, i -> i < n ? c.readouts().get(i) : i == n ? readout : readout.negate());
    return new ExactCase(c.alpha(), c.eps(), weights, readouts, c.beta(), c.x(), c.other());
  }

  private static Rational kernel(ExactCase c) {
    Polynomial kernel = c.network().trainedKernelAt(c.weights(), c.readouts());
    return c.network().at(kernel, c.x(), c.other());
  }

  /** 1/A² is linear in 1/κ², so that two values of κ give the one at κ = ∞. */
  @Property(tries = 20)
  @Checks("kumar.ext.final-ntk")
  void alignmentTendsToItsLimit(@ForAll("trained") ExactCase c) {
    Rational first = c.alpha().abs();
    Rational second = first.plus(c.readouts().get(0).square());
    Rational one = scaled(c, first);
    Rational two = scaled(c, second);
    c.check("kumar.ext.final-ntk", "A² as κ → ∞")
        .expectingExactly(second.square().minus(first.square()).over(two.minus(one)))
        .holds(new TrainedKernel(c.dimension(), c.eps(), first).alignmentLimitSquared())
        .rejects("at a finite κ", first.square().over(one));
  }

  /** κ²/A². */
  private static Rational scaled(ExactCase c, Rational kappa) {
    return kappa.square().over(new TrainedKernel(c.dimension(), c.eps(), kappa).alignmentSquared());
  }

  @Provide
  Arbitrary<ExactCase> trained() {
    return ExactCase.upTo(3, 1);
  }
}
