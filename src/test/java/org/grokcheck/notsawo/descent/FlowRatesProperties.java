package org.grokcheck.notsawo.descent;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.junit.jupiter.api.Assertions;

/** App. F: derivatives of the loss along gradient flow, for random polynomials of degree four. */
class FlowRatesProperties {
  private static final String FIRST = "notsawo.appf.ldot";
  private static final String SECOND = "notsawo.appf.lddot";
  private static final String ENERGY = "notsawo.appf.m2_gradnorm";
  private static final GaussIntegrator PANEL = new GaussIntegratorFactory().legendre(20, 0, 1);

  @Provide
  Arbitrary<RationalVector> coefficients() {
    return ExactArb.vector(6);
  }

  @Provide
  Arbitrary<RationalVector> points() {
    return ExactArb.vector(2);
  }

  /** c₀x⁴ + c₁x²y + c₂y³ + c₃xy + c₄x² + c₅y. */
  private static Polynomial loss(RationalVector c) {
    Polynomial x = Polynomial.variable(0);
    Polynomial y = Polynomial.variable(1);
    List<Polynomial> terms =
        List.of(
            x.square().square(),
            x.square().times(y),
            y.square().times(y),
            x.times(y),
            x.square(),
            y);
    return Polynomial.sum(6, i -> terms.get(i).times(c.get(i)));
  }

  /** d/dt of a function of θ along dθ/dt = −∇L, by the chain rule on polynomials. */
  private static Polynomial rate(Polynomial f, Polynomial loss) {
    return Polynomial.sum(
        2, i -> f.derivative(i).times(loss.derivative(i)).times(Rational.ONE.negate()));
  }

  /** Identities between polynomials of degree at most ten, at points out of 2³² a coordinate. */
  @Property(tries = 60)
  @Checks({FIRST, SECOND})
  void ratesAlongTheFlow(
      @ForAll("coefficients") RationalVector c, @ForAll("points") RationalVector theta) {
    Polynomial loss = loss(c);
    RationalVector gradient =
        RationalVector.of(2, i -> loss.derivative(i).at(0, theta).toConstant());
    RationalMatrix hessian =
        RationalMatrix.of(
            2, 2, (i, j) -> loss.derivative(i).derivative(j).at(0, theta).toConstant());
    FlowRates rates = new FlowRates(gradient, hessian);
    Polynomial first = rate(loss, loss);
    Check.of(FIRST, "dL/dt")
        .by(Oracle.EXACT)
        .at("c", c, "theta", theta)
        .expectingExactly(first.at(0, theta).toConstant())
        .holds(rates.first())
        .rejects("+|G|²", rates.first().negate())
        .rejects("−½|G|²", rates.first().over(2));
    Check.of(SECOND, "d²L/dt²")
        .by(Oracle.EXACT)
        .at("c", c, "theta", theta)
        .expectingExactly(rate(first, loss).at(0, theta).toConstant())
        .holds(rates.second())
        .rejects("GᵀHG", rates.second().over(2))
        .rejects("2Tr H|G|²", hessian.trace().times(gradient.normSquared()).times(2));
  }

  @Provide
  Arbitrary<Double> curvatures() {
    return Arb.logUniform(0.1, 10);
  }

  @Provide
  Arbitrary<Double> starts() {
    return Arb.uniform(0.1, 2);
  }

  /** ∫|G|⁴ by Gauss panels over e^{−4λt} down to e^{−60}. */
  @Property(tries = 40)
  @Checks(ENERGY)
  void energyOfTheRateIsThatOfTheSquaredGradient(
      @ForAll("curvatures") double a,
      @ForAll("curvatures") double b,
      @ForAll("starts") double x,
      @ForAll("starts") double y) {
    double end = 15 / Math.min(a, b);
    double expected = integral(end, t -> square(gradientSquared(a, b, x, y, t)));
    double value =
        FlowRates.energyOfRate(
                RationalVector.of(Rational.of(a), Rational.of(b)),
                RationalVector.of(Rational.of(x), Rational.of(y)))
            .toDouble();
    Check.of(ENERGY, "∫(dL/dt)² = ∫|G|⁴")
        .by(Oracle.SECOND_ALGORITHM)
        .at("lambda", List.of(a, b), "x", List.of(x, y))
        .expecting(
            expected,
            new Tolerance.Rounding(
                5000, expected, "3000 panels of 20 positive terms; what is cut off is below e^−60"))
        .holds(value)
        .rejects("∫|G|²", integral(end, t -> gradientSquared(a, b, x, y, t)))
        .rejects(
            "modes apart",
            square(a * x) * square(a * x) / (4 * a) + square(b * y) * square(b * y) / (4 * b));
  }

  private static double gradientSquared(double a, double b, double x, double y, double t) {
    return square(a * x * StrictMath.exp(-a * t)) + square(b * y * StrictMath.exp(-b * t));
  }

  private static double square(double value) {
    return value * value;
  }

  private static double integral(double end, DoubleUnaryOperator f) {
    int panels = 3000;
    double width = end / panels;
    double sum = 0;
    for (int i = 0; i < panels; i++) {
      double start = i * width;
      sum += PANEL.integrate(u -> f.applyAsDouble(start + u * width));
    }
    return sum * width;
  }

  @Property(tries = 1)
  @Infrastructure("refused sizes and curvatures")
  void refusals() {
    RationalVector two = RationalVector.of(Rational.ONE, Rational.ONE);
    RationalVector flat = RationalVector.of(Rational.ONE, Rational.ZERO);
    RationalVector one = RationalVector.of(Rational.ONE);
    Assertions.assertThrows(
        IllegalArgumentException.class, () -> new FlowRates(two, RationalMatrix.identity(3)));
    Assertions.assertThrows(
        IllegalArgumentException.class, () -> FlowRates.energyOfRate(flat, two));
    Assertions.assertThrows(IllegalArgumentException.class, () -> FlowRates.energyOfRate(two, one));
  }
}
