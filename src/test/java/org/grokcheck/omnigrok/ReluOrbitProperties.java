package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.Real;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Whether a larger norm can fit at least as well: by rescaling, by width, and where it can't. */
class ReluOrbitProperties {
  private static final String[] CLAIMS = {
    "omnigrok.ext.relu-rescaling", "omnigrok.fn2.monotone", "omnigrok.fn5", "omnigrok.fig1a"
  };
  private static final Tolerance ROUNDED = new Tolerance.Ulp(2, "60 digits, rounded");

  /** f(x) = W₂ relu(W₁x + b₁) + b₂ over the rationals, one output. */
  record Net(RationalMatrix first, RationalVector bias, RationalVector second, Rational last) {
    Rational output(RationalVector x) {
      RationalVector h = first.times(x).plus(bias);
      RationalVector active = RationalVector.of(h.size(), i -> h.get(i).max(Rational.ZERO));
      return second.dot(active).plus(last);
    }

    Net scaled(Rational c) {
      return new Net(first.times(c), bias.times(c), second.times(Rational.ONE.over(c)), last);
    }

    /** One hidden unit more, with free incoming weight and no outgoing one. */
    Net widened(Rational weight) {
      int units = bias.size();
      RationalMatrix wider =
          RationalMatrix.of(
              units + 1, first.width(), (i, j) -> i < units ? first.get(i, j) : Rational.ZERO);
      RationalVector more = RationalVector.of(units + 1, i -> i < units ? bias.get(i) : weight);
      RationalVector out =
          RationalVector.of(units + 1, i -> i < units ? second.get(i) : Rational.ZERO);
      return new Net(wider, more, out, last);
    }

    Rational incoming() {
      return first.frobeniusSquared().plus(bias.normSquared());
    }

    Rational squaredNorm() {
      return incoming().plus(second.normSquared()).plus(last.square());
    }

    ReluOrbit orbit() {
      return new ReluOrbit(
          Real.of(incoming()), Real.of(second.normSquared()), Real.of(last.square()));
    }
  }

  @Provide
  Arbitrary<Net> nets() {
    return Combinators.combine(
            ExactArb.matrix(3, 2), ExactArb.vector(3), ExactArb.vector(3), ExactArb.nonzero())
        .as(Net::new);
  }

  @Provide
  Arbitrary<RationalVector> inputs() {
    return ExactArb.vector(2);
  }

  @Provide
  Arbitrary<Rational> factors() {
    return ExactArb.coarse().map(Rational::abs);
  }

  private static String part(String claim, String own) {
    return claim.endsWith("rescaling") || claim.endsWith("monotone") ? own : "";
  }

  @Property(tries = 60)
  @Checks({
    "omnigrok.ext.relu-rescaling",
    "omnigrok.fn2.monotone",
    "omnigrok.fn5",
    "omnigrok.fig1a"
  })
  void rescalingKeepsTheFunctionAndReachesAnyNorm(
      @ForAll("nets") Net net, @ForAll("inputs") RationalVector x, @ForAll("factors") Rational c) {
    Net scaled = net.scaled(c);
    ReluOrbit orbit = net.orbit();
    Real larger = Real.of(net.squaredNorm()).sqrt().times(Real.of(c).plus(Real.ONE));
    Real factor = orbit.factor(larger);
    for (String claim : CLAIMS) {
      Check.of(claim, "output of the rescaled network")
          .part(part(claim, "rescaling"))
          .by(Oracle.EXACT)
          .at("net", net, "c", c)
          .expectingExactly(net.output(x))
          .holds(scaled.output(x))
          .rejects("without 1/c", unbalanced(net, c).output(x));
      Check.of(claim, "norm c^2 A + B/c^2 + C of the rescaled network")
          .part(part(claim, "rescaling"))
          .by(Oracle.TABLE)
          .at("net", net, "c", c)
          .expecting(Real.of(scaled.squaredNorm()).sqrt().toDouble(), ROUNDED)
          .holds(orbit.norm(Real.of(c)).toDouble())
          .rejects("c for c^2", orbit.norm(Real.of(c).sqrt()).toDouble());
      Check.of(claim, "norm at the factor for a larger norm")
          .part(part(claim, "rescaling"))
          .by(Oracle.TABLE)
          .at("net", net, "R", larger)
          .expecting(larger.toDouble(), ROUNDED)
          .holds(orbit.norm(factor).toDouble())
          .rejects("R^2 without C", orbit.norm(withoutRest(net).factor(larger)).toDouble());
    }
    Check.of("omnigrok.fig1a", "least norm of the orbit")
        .at("net", net, "c", c)
        .expectingAtMost(orbit.norm(Real.of(c)).toDouble(), ROUNDED)
        .holds(orbit.leastNorm().toDouble())
        .rejects("above every norm", orbit.norm(Real.of(c)).times(2).toDouble());
    Real best = orbit.outgoing().over(orbit.incoming()).sqrt().sqrt();
    Check.of("omnigrok.fig1a", "sqrt(2 sqrt(AB) + C), at c^4 = B/A")
        .by(Oracle.TABLE)
        .at("net", net)
        .expecting(orbit.norm(best).toDouble(), ROUNDED)
        .holds(orbit.leastNorm().toDouble())
        .refutes("the shell |W| = w_c for one function", orbit.norm(best.times(2)).toDouble());
  }

  private static Net unbalanced(Net net, Rational c) {
    return new Net(net.first().times(c), net.bias().times(c), net.second(), net.last());
  }

  private static ReluOrbit withoutRest(Net net) {
    return new ReluOrbit(Real.of(net.incoming()), Real.of(net.second().normSquared()), Real.ZERO);
  }

  @Property(tries = 40)
  @Checks("omnigrok.fn2.monotone")
  void anIdleUnitFillsUpTheNorm(
      @ForAll("nets") Net net, @ForAll("inputs") RationalVector x, @ForAll("factors") Rational c) {
    Net wide = net.widened(c);
    Check.of("omnigrok.fn2.monotone", "output with one hidden unit more")
        .part("width")
        .by(Oracle.EXACT)
        .at("net", net, "weight", c)
        .expectingExactly(net.output(x))
        .holds(wide.output(x))
        .rejects("weights added to a unit in use", net.scaled(c).widened(c).bias().get(0));
    Check.of("omnigrok.fn2.monotone", "its squared norm")
        .part("width")
        .by(Oracle.EXACT)
        .at("net", net, "weight", c)
        .expectingExactly(net.squaredNorm().plus(c.square()))
        .holds(wide.squaredNorm())
        .rejects("unchanged", net.squaredNorm());
  }

  @Provide
  Arbitrary<Double> norms() {
    return Arb.uniform(0.3, 3);
  }

  /** Least loss over the angle by Brent's method from several intervals, in doubles. */
  private static double leastLoss(double norm) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 8; k++) {
      double from = Math.PI / 16 * k;
      least =
          Math.min(
              least,
              new BrentOptimizer(1e-12, 1e-14)
                  .optimize(
                      new MaxEval(1000),
                      GoalType.MINIMIZE,
                      new UnivariateObjectiveFunction(angle -> loss(norm, angle)),
                      new SearchInterval(from, from + Math.PI / 16))
                  .getValue());
    }
    return least;
  }

  private static double loss(double norm, double angle) {
    double sum = 0;
    for (double x : new double[] {-2, -1, 1, 2}) {
      double output =
          norm * StrictMath.cos(angle) * StrictMath.tanh(norm * StrictMath.sin(angle) * x);
      sum += Math.pow(output - StrictMath.tanh(x) / 2, 2) / 4;
    }
    return sum;
  }

  private static TanhUnit unit() {
    return new TanhUnit(List.of(Real.of(-2), Real.of(-1), Real.ONE, Real.TWO));
  }

  @Property(tries = 8)
  @Checks("omnigrok.fn2.monotone")
  void oneTanhUnitFitsWorseBeyondItsNorm(@ForAll("norms") double norm) {
    Check.of("omnigrok.fn2.monotone", "reduced loss of a tanh(bx)")
        .part("fixed architecture")
        .by(Oracle.SECOND_ALGORITHM)
        .at("r", norm)
        .expecting(
            leastLoss(norm),
            new Tolerance.Rounding(100, norm * norm + 1, "squares of doubles; a minimum is flat"))
        .holds(unit().reducedLoss(Real.of(norm)).toDouble())
        .rejects("a = b", loss(norm, Math.PI / 4));
    double beyond = leastLoss(1.5);
    Check.of("omnigrok.fn2.monotone", "reduced loss of a tanh(bx) at r = 1.5")
        .part("fixed architecture")
        .by(Oracle.SECOND_ALGORITHM)
        .at("r", 1.5)
        .expecting(
            beyond, new Tolerance.Rounding(100, 3.25, "squares of doubles; a minimum is flat"))
        .holds(unit().reducedLoss(Real.of(1.5)).toDouble())
        .refutes("at most that at r = sqrt(1.25), where the fit is perfect", 0);
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    Real perfect = Real.of(1.25).sqrt();
    assertEquals(0, unit().reducedLoss(perfect).toDouble(), 1e-30);
    assertEquals(0, unit().loss(Real.of(0.5), Real.ONE).toDouble(), 1e-30);
    assertRefused("r: need", () -> unit().reducedLoss(Real.of(-1)));
    assertRefused("x (how many): need", () -> new TanhUnit(List.of()));
    Real one = Real.ONE;
    ReluOrbit orbit = new ReluOrbit(one, one, Real.ZERO);
    assertEquals(one, orbit.factor(Real.TWO.sqrt().max(orbit.leastNorm())));
    assertEquals(Real.TWO, new ReluOrbit(one, Real.ZERO, Real.ZERO).factor(Real.TWO));
    assertRefused("target_norm: need at least 1.4142", () -> orbit.factor(one));
    ReluOrbit free = new ReluOrbit(one, Real.ZERO, one);
    assertRefused("target_norm: need more than 1", () -> free.factor(one));
    assertRefused("A: need", () -> new ReluOrbit(Real.ZERO, one, one));
    assertRefused("B: need", () -> new ReluOrbit(one, Real.of(-1), one));
    assertRefused("C: need", () -> new ReluOrbit(one, one, Real.of(-1)));
  }
}
