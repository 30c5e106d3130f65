package org.grokcheck.notsawo.curvature;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Smoothness, condition numbers and sharpness of quadratics, in exact rationals. */
class SmoothnessProperties {
  @Provide
  Arbitrary<List<Rational>> eigenvalues() {
    return ExactArb.nonzero().list().ofSize(2);
  }

  @Provide
  Arbitrary<RationalVector> vectors() {
    return ExactArb.vector(2);
  }

  @Provide
  Arbitrary<Rational> positive() {
    return ExactArb.nonzero().map(Rational::abs);
  }

  /** The Lipschitz constant of the gradient is max |λ_i|, attained along an eigenvector. */
  @Property(tries = 40)
  @Checks("notsawo.sec4.smooth")
  void lipschitzConstant(
      @ForAll("eigenvalues") List<Rational> lambda, @ForAll("vectors") RationalVector gap) {
    Rational largest = lambda.get(0).abs().max(lambda.get(1).abs());
    Rational signed = lambda.get(0).max(lambda.get(1));
    int axis = lambda.get(0).abs().equals(largest) ? 0 : 1;
    RationalMatrix hessian =
        RationalMatrix.diagonal(RationalVector.of(lambda.get(0), lambda.get(1)));
    RationalVector attained = hessian.times(RationalVector.unit(2, axis));
    Check.of("notsawo.sec4.smooth", "|∇f(x) − ∇f(y)|²/|x − y|² along an eigenvector")
        .part("constant")
        .by(Oracle.EXACT)
        .at("lambda", lambda)
        .expectingExactly(attained.normSquared())
        .holds(largest.square())
        .refutes("λ_max, signed", signed.square());
    Rational excess =
        hessian.times(gap).normSquared().minus(largest.square().times(gap.normSquared()));
    Check.of("notsawo.sec4.smooth", "sign of |∇f(x) − ∇f(y)|² − L²|x − y|²")
        .part("bound")
        .by(Oracle.EXACT)
        .at("lambda", lambda, "x − y", gap)
        .expectingExactly(false)
        .holds(excess.signum() > 0)
        .rejects(
            "half the constant",
            hessian
                    .times(gap)
                    .normSquared()
                    .compareTo(largest.square().times(gap.normSquared()).over(4))
                > 0);
  }

  /** |∇L(θ)| ≤ L_s |θ − θ*| for quadratics about θ*. */
  @Property(tries = 30)
  @Checks("notsawo.sec4.gradient_decay")
  void smoothGradientsVanish(
      @ForAll("eigenvalues") List<Rational> lambda, @ForAll("vectors") RationalVector gap) {
    Rational largest = lambda.get(0).abs().max(lambda.get(1).abs());
    RationalMatrix hessian =
        RationalMatrix.diagonal(RationalVector.of(lambda.get(0), lambda.get(1)));
    Rational square = hessian.times(gap).normSquared();
    Rational bound = largest.square().times(gap.normSquared());
    Check.of("notsawo.sec4.gradient_decay", "|∇L| above L_s |θ − θ*|")
        .part("smooth")
        .by(Oracle.EXACT)
        .at("lambda", lambda, "gap", gap)
        .expectingExactly(false)
        .holds(square.compareTo(bound) > 0)
        .rejects("half of L_s", square.compareTo(bound.over(4)) > 0);
  }

  /** On |x| the iterates x ∓ ε end on a cycle of two points with |x| ≤ ε and never settle. */
  @Property(tries = 30)
  @Checks("notsawo.sec4.gradient_decay")
  void slopesOfTheModulusStay(
      @ForAll("positive") Rational start, @ForAll("positive") Rational rate) {
    Rational step = rate.plus(Rational.of(1, 100));
    Rational x = start;
    while (x.compareTo(step) > 0) {
      x = x.minus(step);
    }
    Rational next = x.minus(step.times(x.signum()));
    Rational after = next.minus(step.times(next.signum()));
    Check.of("notsawo.sec4.gradient_decay", "x two steps later")
        .part("not smooth")
        .by(Oracle.EXACT)
        .at("x", x, "eps", step)
        .expectingExactly(x)
        .holds(next.signum() == 0 ? x : after)
        .rejects("converges", next);
    Check.of("notsawo.sec4.gradient_decay", "|x| above ε")
        .part("not smooth")
        .by(Oracle.EXACT)
        .expectingExactly(false)
        .holds(x.abs().max(next.abs()).compareTo(step) > 0)
        .rejects("above ε/2", x.abs().max(next.abs()).compareTo(step.over(2)) > 0);
  }

  private static ConditionNumber condition(List<Rational> lambda) {
    Rational a = lambda.get(0).abs();
    Rational b = lambda.get(1).abs();
    return a.compareTo(b) < 0 ? new ConditionNumber(a, b) : new ConditionNumber(b, a);
  }

  /** The best fixed rate leaves (κ − 1)/(κ + 1), and any other more. */
  @Property(tries = 40)
  @Checks({"notsawo.sec5.condition", "notsawo.appg2.condition"})
  void bestFixedRate(
      @ForAll("eigenvalues") List<Rational> lambda, @ForAll("positive") Rational rate) {
    ConditionNumber condition = condition(lambda);
    Rational best = condition.contraction(condition.bestRate());
    Rational inverse = Rational.ONE.over(condition.value());
    Rational printed = inverse.minus(Rational.ONE).over(inverse.plus(Rational.ONE));
    Check.of("notsawo.sec5.condition", "contraction at the best rate")
        .by(Oracle.EXACT)
        .at("lambda", lambda)
        .expectingExactly(best)
        .holds(condition.contraction())
        .rejects("with the printed ratio", printed);
    Check.of("notsawo.sec5.condition", "another rate contracts more")
        .by(Oracle.EXACT)
        .at("lambda", lambda, "eps", rate)
        .expectingExactly(false)
        .holds(condition.contraction(rate).compareTo(best) < 0)
        .rejects("the other way round", best.compareTo(condition.contraction(rate)) < 0);
    Check.of("notsawo.appg2.condition", "contraction at the best rate")
        .by(Oracle.EXACT)
        .at("lambda", lambda)
        .expectingExactly(best)
        .holds(condition.contraction())
        .refutes("κ = λ_min/λ_max", printed);
  }

  /** A larger κ is slower; the printed ratio, its inverse, falls as κ rises. */
  @Property(tries = 20)
  @Checks("notsawo.appg2.condition")
  void largerIsSlower(@ForAll @IntRange(min = 2, max = 10_000) int kappa) {
    ConditionNumber narrow = new ConditionNumber(Rational.ONE, Rational.of(kappa));
    ConditionNumber wide = new ConditionNumber(Rational.ONE, Rational.of(kappa + 1));
    int slower = wide.contraction().compareTo(narrow.contraction());
    Check.of("notsawo.appg2.condition", "which of two is slower")
        .by(Oracle.EXACT)
        .at("kappa", kappa)
        .expectingExactly(slower)
        .holds(wide.value().compareTo(narrow.value()))
        .refutes(
            "the larger λ_min/λ_max",
            Rational.ONE.over(wide.value()).compareTo(Rational.ONE.over(narrow.value())));
  }

  /** The limit of stable rates is 2/λ_max: λ_min, and so κ, has no part in it. */
  @Property(tries = 30)
  @Checks({"notsawo.sec4.illcond", "notsawo.appa.sharp_def"})
  void sharpnessIsNotCondition(
      @ForAll("eigenvalues") List<Rational> lambda, @ForAll("positive") Rational c) {
    ConditionNumber condition = condition(lambda);
    ConditionNumber round = new ConditionNumber(condition.largest(), condition.largest());
    Check.of("notsawo.sec4.illcond", "largest stable rate")
        .by(Oracle.EXACT)
        .at("lambda", lambda)
        .expectingExactly(Rational.TWO.over(condition.largest()))
        .holds(round.largestStableRate())
        .refutes(
            "scaled by the condition number", round.largestStableRate().over(condition.value()));
    ConditionNumber scaled =
        new ConditionNumber(condition.smallest().times(c), condition.largest().times(c));
    Check.of("notsawo.appa.sharp_def", "factor of the sharpness under L → cL")
        .by(Oracle.EXACT)
        .at("lambda", lambda, "c", c)
        .expectingExactly(c)
        .holds(condition.largestStableRate().over(scaled.largestStableRate()))
        .refutes("that of the condition number", scaled.value().over(condition.value()));
  }

  /** (w_1, w_2) → (c w_1, w_2/c) keeps the function, and changes trace and condition. */
  @Property(tries = 30)
  @Checks("notsawo.appa.dinh")
  void rescalingChangesCurvatures(
      @ForAll("positive") Rational inner,
      @ForAll("positive") Rational outer,
      @ForAll("positive") Rational c) {
    RescaledPair pair = new RescaledPair(inner, outer, Rational.ONE, Rational.of(6, 5));
    RescaledPair image = pair.rescaled(c);
    Check.of("notsawo.appa.dinh", "output")
        .part("function")
        .by(Oracle.EXACT)
        .at("w1", inner, "w2", outer, "c", c)
        .expectingExactly(pair.output())
        .holds(image.output())
        .rejects("both scaled up", pair.output().times(c.square()));
    Check.of("notsawo.appa.dinh", "trace of the Hessian, from second differences")
        .part("curvatures")
        .by(Oracle.EXACT)
        .at("w1", inner, "w2", outer, "c", c)
        .expectingExactly(secondDifference(image, true).plus(secondDifference(image, false)))
        .holds(image.trace())
        .rejects("that of the first weights", pair.trace());
    Check.of("notsawo.appa.dinh", "determinant is unchanged, so that eigenvalues spread")
        .part("curvatures")
        .by(Oracle.EXACT)
        .expectingExactly(pair.determinant())
        .holds(image.determinant())
        .rejects("unchanged trace", pair.determinant().plus(image.trace()).minus(pair.trace()));
  }

  /** The loss is quadratic in each weight, so that differences are exact. */
  private static Rational secondDifference(RescaledPair pair, boolean inner) {
    Rational h = Rational.of(1, 7).times(inner ? pair.inner() : pair.outer());
    return loss(pair, inner, h)
        .plus(loss(pair, inner, h.negate()))
        .minus(loss(pair, inner, Rational.ZERO).times(2))
        .over(h.square());
  }

  private static Rational loss(RescaledPair p, boolean inner, Rational shift) {
    Rational first = inner ? p.inner().plus(shift) : p.inner();
    Rational second = inner ? p.outer() : p.outer().plus(shift);
    return first.times(second).times(p.input()).minus(p.target()).square().over(2);
  }
}
