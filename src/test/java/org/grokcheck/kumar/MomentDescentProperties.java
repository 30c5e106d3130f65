package org.grokcheck.kumar;

import java.math.MathContext;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Checks;
import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Gradient descent of the moments against descent of every weight along formal derivatives. */
class MomentDescentProperties {
  @Provide
  Arbitrary<DescentCase> cases() {
    return DescentCase.small();
  }

  @Property(tries = 12)
  @Checks("kumar.ext.closed-gd")
  void twoStepsOfTheMomentsAreTwoStepsOfTheNeurons(@ForAll("cases") DescentCase c) {
    compare(c, c.loss(true), c.centred());
    compare(c, c.loss(false), c.uncentred());
  }

  private static void compare(DescentCase c, Polynomial loss, MomentDescent descent) {
    RationalMatrix first = c.descended(loss, c.weights(), c.eta());
    RationalMatrix second = c.descended(loss, first, c.eta());
    WeightMoments one = descent.next(c.moments(), c.eta(), c.width());
    WeightMoments two = descent.next(one, c.eta(), c.width());
    c.check("kumar.ext.closed-gd", "moments after one step")
        .expectingExactly(WeightMoments.of(first))
        .holds(one)
        .rejects("eta/(N+1)", descent.next(c.moments(), c.eta(), 1 + c.width()));
    c.check("kumar.ext.closed-gd", "moments after two steps")
        .expectingExactly(WeightMoments.of(second))
        .holds(two)
        .rejects("gradient of the first step again", stale(c, descent, one));
    c.check("kumar.ext.closed-gd", "loss after two steps")
        .expectingExactly(value(c, loss, second))
        .holds(descent.loss(two))
        .rejects("with 1/2", descent.loss(two).over(2));
  }

  /** A second step along the gradient of the first. */
  private static WeightMoments stale(DescentCase c, MomentDescent descent, WeightMoments one) {
    return descent.step(c.moments(), c.eta(), c.width()).of(one);
  }

  /**
   * Whole numbers have so few digits that two steps lose none of them: only the third one rounds,
   * each entry by itself.
   */
  @Property(tries = 12)
  @Checks("kumar.ext.closed-gd")
  void manyStepsAreThoseOfTheNeuronsRounded(@ForAll("whole") DescentCase c) {
    Polynomial loss = c.loss(false);
    Rational eta = Rational.of((long) c.width() * c.samples().height(), 4);
    RationalMatrix weights = c.weights();
    for (int steps = 0; steps <= 3; steps++) {
      WeightMoments after = c.uncentred().after(steps, c.moments(), eta, c.width());
      c.check("kumar.ext.closed-gd", "moments after steps, to 60 digits")
          .expectingExactly(rounded(WeightMoments.of(weights)))
          .holds(after)
          .rejects("one step more", c.uncentred().next(after, eta, c.width()));
      weights = c.descended(loss, weights, eta);
    }
  }

  private static WeightMoments rounded(WeightMoments m) {
    MathContext digits = new MathContext(60);
    int d = m.dimension();
    return new WeightMoments(
        RationalVector.of(d, i -> Rational.of(m.mean().get(i).toDecimal(digits))),
        RationalMatrix.of(d, d, (i, j) -> Rational.of(m.second().get(i, j).toDecimal(digits))));
  }

  /**
   * Two neurons and two samples in one or two dimensions, with h = 1/2. All gradients have one sign
   * at first, since the outputs are 40 at most, so that something moves.
   */
  @Provide
  Arbitrary<DescentCase> whole() {
    return Arbitraries.integers()
        .between(1, 2)
        .flatMap(
            d ->
                Combinators.combine(integers(d, 1, 2), integers(d, 1, 2), integers(2, 41, 50))
                    .as(
                        (w, x, y) ->
                            new DescentCase(
                                Rational.ONE, Rational.ONE, Rational.ONE, w, x, y.row(0))));
  }

  /** Two rows of whole numbers. */
  private static Arbitrary<RationalMatrix> integers(int width, int least, int most) {
    return Arbitraries.integers()
        .between(least, most)
        .map(Rational::of)
        .list()
        .ofSize(width)
        .map(RationalVector::new)
        .list()
        .ofSize(2)
        .map(RationalMatrix::new);
  }

  private static Rational value(DescentCase c, Polynomial loss, RationalMatrix weights) {
    Polynomial fixed = loss;
    for (int i = 0; i < c.width(); i++) {
      fixed = fixed.at(c.network().weight(i, 0), weights.row(i));
    }
    RationalVector ones = RationalVector.of(c.width(), i -> Rational.ONE);
    return fixed.at(c.network().weight(c.width(), 0), ones).toConstant();
  }

  /** Neurons doubled and turned among themselves keep their moments; η/N is kept by 2η. */
  @Property(tries = 20)
  @Checks("kumar.ext.width-equivalence")
  void widthOnlySetsTheClock(@ForAll("cases") DescentCase c) {
    DescentCase wide = doubled(c);
    RationalMatrix narrow = c.descended(c.loss(true), c.weights(), c.eta());
    Polynomial loss = wide.loss(true);
    RationalMatrix broad = wide.descended(loss, wide.weights(), c.eta().times(2));
    RationalMatrix hasty = wide.descended(loss, wide.weights(), c.eta());
    c.check("kumar.ext.width-equivalence", "moments after a step at twice the width")
        .expectingExactly(WeightMoments.of(narrow))
        .holds(WeightMoments.of(broad))
        .rejects("η for η/N", WeightMoments.of(hasty));
    WeightMoments model = c.centred().next(c.moments(), c.eta(), c.width());
    c.check("kumar.ext.width-equivalence", "moments after a step of the model")
        .expectingExactly(WeightMoments.of(broad))
        .holds(model);
  }

  private static DescentCase doubled(DescentCase c) {
    int n = c.width();
    RationalMatrix twice =
        RationalMatrix.of(2 * n, c.dimension(), (i, k) -> c.weights().get(i % n, k));
    // A reflection at a vector that is orthogonal to (1, ..., 1) keeps both moments.
    RationalVector normal =
        RationalVector.of(2 * n, i -> Rational.of(i < n ? i + 1 : -(2 * n - i)));
    RationalMatrix turned =
        twice.minus(
            normal
                .outer(twice.transpose().times(normal))
                .times(Rational.TWO.over(normal.normSquared())));
    return new DescentCase(c.alpha(), c.eps(), c.eta(), turned, c.samples(), c.targets());
  }

  @Property(tries = 20)
  @Checks("kumar.ext.norm-identity")
  void normGrowsWithTheResiduals(@ForAll("cases") DescentCase c) {
    RationalMatrix start = c.weights().times(Rational.HALF);
    RationalMatrix gradient = c.network().gradient(c.loss(true), start);
    Rational growth = start.times(gradient.transpose()).trace().times(-2).times(c.eta());
    WeightMoments now = WeightMoments.of(start);
    Rational claimed = c.centred().normGrowth(now, c.eta());
    c.check("kumar.ext.norm-identity", "d|W|²/dt")
        .expectingExactly(growth)
        .holds(claimed)
        .rejects("linear part left in", withLinear(c, now))
        .rejects("half of it", claimed.over(2));
    Rational after =
        c.descended(c.loss(true), start, c.eta())
            .frobeniusSquared()
            .minus(start.frobeniusSquared());
    c.check("kumar.ext.norm-identity", "change of |W|² in one step")
        .expectingExactly(after)
        .holds(claimed.plus(c.eta().square().times(gradient.frobeniusSquared())))
        .rejects("flow alone", claimed);
  }

  private static Rational withLinear(DescentCase c, WeightMoments now) {
    WeightMoments still = new WeightMoments(RationalVector.zero(c.dimension()), now.second());
    return c.centred().normGrowth(still, c.eta());
  }

  /**
   * Any loss of the outputs, ℓ'_μ arbitrary: a step is one affine map of all neurons, also with
   * weight decay and with momentum; it keeps H = W_c (W_cᵀW_c)⁻¹ W_cᵀ. A step along the signs of
   * the gradient, Adam's first one, does not.
   */
  @Property(tries = 10)
  @Checks("kumar.ext.affine-flow")
  void oneAffineMapMovesAllNeurons(@ForAll("wide") DescentCase c) {
    RationalMatrix step = anyGradient(c, c.weights()).times(c.eta());
    RationalMatrix decayed =
        c.weights().times(Rational.ONE.minus(c.eta().square().over(7))).minus(step);
    RationalMatrix next = anyGradient(c, decayed).times(c.eta());
    RationalMatrix carried =
        decayed.minus(next).plus(decayed.minus(c.weights()).times(Rational.of(9, 10)));
    RationalMatrix signs =
        c.weights()
            .minus(
                RationalMatrix.of(
                    c.width(), c.dimension(), (i, k) -> c.eta().times(step.get(i, k).signum())));
    c.check("kumar.ext.affine-flow", "hat matrix after decay, descent and momentum")
        .expectingExactly(hat(c.weights()))
        .holds(hat(decayed))
        .holds(hat(carried))
        .rejects("step along the signs of the gradient", hat(signs));
    MomentDescent.AffineMap map = c.centred().step(c.moments(), c.eta(), c.width());
    RationalMatrix moved = c.descended(c.loss(true), c.weights(), c.eta());
    c.check("kumar.ext.affine-flow", "w_i after a step of the mean squared error")
        .expectingExactly(moved)
        .holds(new RationalMatrix(c.weights().rows().stream().map(map::of).toList()))
        .rejects(
            "without the shift",
            new RationalMatrix(c.weights().rows().stream().map(map.matrix()::times).toList()));
  }

  /** Σ_μ ℓ'_μ ∂f(x_μ) with the labels in the place of ℓ'. */
  private static RationalMatrix anyGradient(DescentCase c, RationalMatrix at) {
    Polynomial f = c.network().output(c.network().input());
    Polynomial sum =
        Polynomial.sum(
            c.samples().height(), i -> f.at(0, c.samples().row(i)).times(c.targets().get(i)));
    return c.network().gradient(sum, at);
  }

  private static RationalMatrix hat(RationalMatrix weights) {
    int n = weights.height();
    RationalMatrix centring =
        RationalMatrix.identity(n).minus(RationalMatrix.of(n, n, (i, j) -> Rational.of(1, n)));
    RationalMatrix centred = centring.times(weights);
    RationalMatrix square = centred.transpose().times(centred);
    RationalMatrix inner =
        new RationalMatrix(
            IntStream.range(0, n)
                .mapToObj(i -> Elimination.solve(square, centred.row(i)).orElseThrow())
                .toList());
    return centred.times(inner.transpose());
  }

  @Provide
  Arbitrary<DescentCase> wide() {
    return DescentCase.of(2, 5, 3);
  }
}
