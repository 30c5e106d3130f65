package org.grokcheck.notsawo.curvature;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.math.exact.SymmetricEigen;

/** What one step does to a loss, in exact rationals. */
class StepModelProperties {
  /** A quadratic ½ xᵀHx + b·x, a point and a rate. */
  record Quadratic(
      RationalMatrix hessian, RationalVector slope, RationalVector point, Rational rate) {
    Rational loss(RationalVector x) {
      return hessian.bilinear(x, x).over(2).plus(slope.dot(x));
    }

    RationalVector gradient(RationalVector x) {
      return hessian.times(x).plus(slope);
    }

    RationalVector gradient() {
      return gradient(point);
    }

    Rational change() {
      RationalVector next = point.minus(gradient().times(rate));
      return loss(next).minus(loss(point));
    }

    StepModel model() {
      return StepModel.of(hessian, gradient());
    }
  }

  @Provide
  Arbitrary<Quadratic> quadratics() {
    return Combinators.combine(
            ExactArb.symmetric(3),
            ExactArb.vector(3),
            ExactArb.vector(3),
            ExactArb.nonzero().map(Rational::abs))
        .as(Quadratic::new);
  }

  @Property(tries = 20)
  @Checks("notsawo.sec4.taylor")
  void exactForQuadratics(@ForAll("quadratics") Quadratic q) {
    StepModel model = q.model();
    Check.of("notsawo.sec4.taylor", "L(θ − εG) − L(θ)")
        .part("quadratics")
        .by(Oracle.EXACT)
        .at("H", q.hessian(), "eps", q.rate())
        .expectingExactly(q.change())
        .holds(model.change(q.rate()))
        .rejects(
            "ε² for ½ε²",
            model.change(q.rate()).plus(model.form().times(q.rate().square()).over(2)))
        .rejects("first order alone", model.gradientSquare().times(q.rate()).negate());
  }

  /** For a cubic the remainder is −ε³ D³L[G, G, G]/6, so that it falls as ε³. */
  @Property(tries = 15)
  @Checks("notsawo.sec4.taylor")
  void remainderOfACubic(@ForAll("cubics") Polynomial cubic, @ForAll("points") RationalVector x) {
    RationalVector gradient = RationalVector.of(2, i -> cubic.derivative(i).at(0, x).toConstant());
    Assume.that(gradient.normSquared().signum() != 0);
    RationalMatrix hessian =
        RationalMatrix.of(2, 2, (i, j) -> cubic.derivative(i).derivative(j).at(0, x).toConstant());
    StepModel model = StepModel.of(hessian, gradient);
    Rational third = thirdDerivative(cubic, gradient);
    for (int power = 0; power < 3; power++) {
      Rational rate = Rational.of(1, 1 << (3 * power));
      RationalVector next = x.minus(gradient.times(rate));
      Rational change = at(cubic, next).minus(at(cubic, x));
      Rational remainder = change.minus(model.change(rate)).over(rate.power(3));
      Check.of("notsawo.sec4.taylor", "remainder over ε³")
          .part("remainder")
          .by(Oracle.EXACT)
          .at("x", x, "eps", rate)
          .expectingExactly(third.over(6).negate())
          .holds(remainder)
          .rejects("over ε²", remainder.times(rate))
          .rejects("no remainder", Rational.ZERO);
    }
  }

  private static Rational at(Polynomial polynomial, RationalVector x) {
    return polynomial.at(0, x).toConstant();
  }

  private static Rational thirdDerivative(Polynomial cubic, RationalVector g) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < 8; i++) {
      int a = i & 1;
      int b = i >> 1 & 1;
      int c = i >> 2;
      Rational entry = cubic.derivative(a).derivative(b).derivative(c).toConstant();
      sum = sum.plus(entry.times(g.get(a)).times(g.get(b)).times(g.get(c)));
    }
    return sum;
  }

  @Provide
  Arbitrary<Polynomial> cubics() {
    Polynomial x = Polynomial.variable(0);
    Polynomial y = Polynomial.variable(1);
    List<Polynomial> terms =
        List.of(
            x,
            y,
            x.times(y),
            x.square(),
            y.square(),
            x.times(x.square()),
            x.times(y.square()),
            y.times(y.square()));
    return ExactArb.vector(terms.size())
        .map(c -> Polynomial.sum(terms.size(), i -> terms.get(i).times(c.get(i))));
  }

  @Provide
  Arbitrary<RationalVector> points() {
    return ExactArb.vector(2);
  }

  /** The loss rises iff the Rayleigh quotient exceeds 2/ε; a single large eigenvalue won't do. */
  @Property(tries = 60)
  @Checks("notsawo.sec4.descent")
  void signOfTheChange(
      @ForAll("diagonal") List<Rational> steep, @ForAll("points") RationalVector g) {
    Assume.that(g.normSquared().signum() != 0);
    Rational rate = Rational.HALF;
    Rational limit = Rational.TWO.over(rate);
    Rational first = limit.plus(steep.get(0).abs());
    Rational second = limit.times(steep.get(1).abs()).over(2);
    RationalMatrix hessian = RationalMatrix.diagonal(RationalVector.of(first, second));
    StepModel model = StepModel.of(hessian, g);
    int expected = model.change(rate).signum();
    boolean exceeds = first.compareTo(limit) > 0;
    Check.of("notsawo.sec4.descent", "sign of the change")
        .by(Oracle.EXACT)
        .at("lambda1", first.toDouble(), "lambda2", second.toDouble(), "G", g)
        .expectingExactly(expected)
        .holds(model.rayleigh().minus(limit).signum())
        .rejects("the other way round", limit.minus(model.rayleigh()).signum())
        .refutes("an eigenvalue above 2/ε", exceeds ? 1 : -1);
  }

  @Provide
  Arbitrary<List<Rational>> diagonal() {
    return ExactArb.nonzero().list().ofSize(2);
  }

  /** Σ λ_i ⟨G, v_i⟩² and Σ ⟨G, v_i⟩², with eigenpairs to forty digits. */
  @Property(tries = 15)
  @Checks("notsawo.sec4.fn1")
  void spectralForm(@ForAll("quadratics") Quadratic q) {
    SymmetricEigen eigen = new SymmetricEigen(q.hessian());
    RationalVector g = q.slope();
    Assume.that(g.normSquared().signum() != 0);
    BigDecimal form = BigDecimal.ZERO;
    BigDecimal square = BigDecimal.ZERO;
    BigDecimal unsquared = BigDecimal.ZERO;
    for (int k = 0; k < eigen.size(); k++) {
      BigDecimal part = BigDecimal.ZERO;
      for (int i = 0; i < eigen.size(); i++) {
        BigDecimal entry = g.get(i).toDecimal(MathContext.DECIMAL128);
        part = part.add(entry.multiply(eigen.component(k, i)));
      }
      square = square.add(part.multiply(part));
      form = form.add(eigen.value(k).multiply(part).multiply(part));
      unsquared = unsquared.add(eigen.value(k).multiply(part.abs()));
    }
    StepModel model = StepModel.of(q.hessian(), g);
    double size = model.gradientSquare().toDouble() * 20;
    Tolerance digits = Tolerance.remainder(1e-15 * size, "34 digits, compared as doubles");
    Check.of("notsawo.sec4.fn1", "Σ λ_i ⟨G, v_i⟩²")
        .by(Oracle.TABLE)
        .at("H", q.hessian(), "G", g)
        .expecting(form.doubleValue(), digits)
        .holds(model.form().toDouble())
        .rejects("without squares", unsquared.doubleValue());
    Check.of("notsawo.sec4.fn1", "Σ ⟨G, v_i⟩²")
        .by(Oracle.TABLE)
        .at("H", q.hessian(), "G", g)
        .expecting(square.doubleValue(), digits)
        .holds(model.gradientSquare().toDouble());
  }

  /** The decrease at any rate falls short of the best by ½ GᵀHG (ε − ε*)², exactly. */
  @Property(tries = 40)
  @Checks("notsawo.sec4.ghg")
  void bestDecrease(@ForAll("quadratics") Quadratic q) {
    StepModel model = q.model();
    Assume.that(model.form().signum() > 0);
    Rational gap = q.rate().minus(model.bestRate());
    Check.of("notsawo.sec4.ghg", "best decrease + change at ε")
        .by(Oracle.EXACT)
        .at("eps", q.rate())
        .expectingExactly(model.form().times(gap.square()).over(2))
        .holds(model.bestDecrease().plus(q.change()))
        .rejects("|G|⁴/GᵀHG", model.bestDecrease().times(2).plus(q.change()));
    // With |G| fixed, ten times the curvature leaves a tenth of the decrease.
    StepModel steeper = new StepModel(model.gradientSquare(), model.form().times(10));
    Check.of("notsawo.sec4.ghg", "best decrease at ten times the curvature")
        .by(Oracle.EXACT)
        .expectingExactly(model.bestDecrease().over(10))
        .holds(steeper.bestDecrease())
        .rejects("as large as before", model.bestDecrease());
  }

  /** ε < 2/L_s: no step raises a quadratic loss with 0 ≤ λ ≤ L_s. */
  @Property(tries = 30)
  @Checks("notsawo.appg4.relaxation")
  void smallStepsDescend(
      @ForAll("diagonal") List<Rational> steep, @ForAll("points") RationalVector g) {
    Assume.that(g.normSquared().signum() != 0);
    Rational smooth = steep.get(0).abs().max(steep.get(1).abs());
    RationalMatrix hessian =
        RationalMatrix.diagonal(RationalVector.of(steep.get(0).abs(), steep.get(1).abs()));
    StepModel model = StepModel.of(hessian, g);
    Rational below = Rational.of(199, 100).over(smooth);
    Check.of("notsawo.appg4.relaxation", "sign of the change at ε = 1.99/L_s")
        .part("descent")
        .by(Oracle.EXACT)
        .at("H", hessian, "G", g)
        .expectingExactly(-1)
        .holds(model.change(below).signum())
        .rejects("four times the rate", model.change(below.times(4)).signum());
    // Along the flow dL/dt = −|G|²: the first order of the change.
    Rational h = Rational.of(1, 1 << 20);
    Check.of("notsawo.appg4.relaxation", "change over ε + |G|², over ε/2")
        .part("flow")
        .by(Oracle.EXACT)
        .expectingExactly(model.form())
        .holds(model.change(h).over(h).plus(model.gradientSquare()).times(2).over(h))
        .rejects("rate −2|G|²", model.change(h).over(h).plus(model.gradientSquare().times(2)));
  }

  /** Adam's first step has the length of its rate, so that it may pass a minimum that is nearer. */
  @Property(tries = 20)
  @Checks("notsawo.appg4.relaxation")
  void adaptiveStepsMayRise(@ForAll("positive") Rational share) {
    Rational rate = Rational.of(1, 10);
    Rational x = rate.times(share).over(4);
    Rational adam = x.minus(rate);
    Rational descent = x.minus(rate.times(x));
    Check.of("notsawo.appg4.relaxation", "sign of the change of x²/2")
        .part("adaptive steps")
        .by(Oracle.EXACT)
        .at("x", x, "rate", rate)
        .expectingExactly(1)
        .holds(adam.square().compareTo(x.square()))
        .rejects("descent at the same rate", descent.square().compareTo(x.square()));
  }

  @Provide
  Arbitrary<Rational> positive() {
    return ExactArb.nonzero().map(Rational::abs);
  }
}
