package org.grokcheck.kumar;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Checks;
import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Linearised training: steps stay in the span of gradients, and end at kernel regression. */
class LazyMinimiserProperties {
  @Provide
  Arbitrary<DescentCase> cases() {
    return DescentCase.of(2, 4, 3);
  }

  /** ∂f(x)/∂W at the start, as a row. */
  private static RationalVector gradient(DescentCase c, RationalVector x) {
    Polynomial f = c.network().output(c.network().input()).at(0, x);
    RationalMatrix slope = c.network().gradient(f, c.weights());
    return new RationalVector(
        slope.rows().stream().flatMap(row -> row.entries().stream()).toList());
  }

  private static RationalMatrix jacobian(DescentCase c) {
    return new RationalMatrix(c.samples().rows().stream().map(x -> gradient(c, x)).toList());
  }

  private static Rational start(DescentCase c, RationalVector x) {
    return c.network().outputAt(c.weights()).at(0, x).toConstant();
  }

  private static RationalVector residual(DescentCase c) {
    return RationalVector.of(
        c.samples().height(), i -> c.targets().get(i).minus(start(c, c.samples().row(i))));
  }

  /** The least step that fits the labels, in weight space, against K₂ = (α²/N) K₅. */
  @Property(tries = 15)
  @Checks({"kumar.sec1.lazy-minimiser", "kumar.eq9"})
  void leastStepIsKernelRegressionOfTheResiduals(@ForAll("cases") DescentCase c) {
    RationalMatrix jacobian = jacobian(c);
    RationalMatrix gram = jacobian.times(jacobian.transpose());
    RationalVector dual = Elimination.solve(gram, residual(c)).orElseThrow();
    RationalVector step = jacobian.transpose().times(dual);
    RationalVector x = c.weights().row(0).plus(c.samples().row(1));
    LazySolution lazy =
        new LazySolution(
            new CommitteeMachine(c.alpha(), c.eps(), c.weights()), c.samples(), c.targets());
    c.check("kumar.sec1.lazy-minimiser", "f_lin at a new point")
        .expectingExactly(start(c, x).plus(gradient(c, x).dot(step)))
        .holds(lazy.predict(x))
        .refutes("regression of y itself, uncentred", lazy.regressed(c.targets(), x));
    c.check("kumar.sec1.lazy-minimiser", "J (w - w0) = y - f0")
        .expectingExactly(residual(c))
        .holds(jacobian.times(step));
    Rational moved = lazy.displacementSquared();
    c.check("kumar.eq9", "|w - w0|²")
        .expectingExactly(step.normSquared())
        .holds(moved)
        .refutes("K of eq. (5)", moved.times(c.alpha().square()).over(c.width()))
        .refutes("y for y - f0", lazy.displacementSquared(c.targets()));
  }

  /** A fixed point, and one step away from it stays in the span: the rank doesn't grow. */
  @Property(tries = 15)
  @Checks({"kumar.sec1.lazy-minimiser", "kumar.sec4.any-loss"})
  void stepsStayInTheSpanOfTheGradients(@ForAll("cases") DescentCase c) {
    RationalMatrix jacobian = jacobian(c);
    RationalVector slopes = c.targets();
    RationalVector step = jacobian.transpose().times(slopes);
    RationalVector second =
        step.plus(jacobian.transpose().times(jacobian.times(step).plus(residual(c))));
    // Adam's first step has the signs of the gradient.
    RationalVector signs = RationalVector.of(step.size(), i -> Rational.of(step.get(i).signum()));
    int rank = Elimination.rank(jacobian);
    for (String claim : new String[] {"kumar.sec1.lazy-minimiser", "kumar.sec4.any-loss"}) {
      c.check(claim, "rank of the gradients with two steps of any loss")
          .expectingExactly(rank)
          .holds(rankWith(jacobian, step))
          .holds(rankWith(jacobian, second))
          .rejects("a step along signs", rankWith(jacobian, signs))
          .rejects("weight decay", rankWith(jacobian, decayed(c, step)));
    }
  }

  /** At η = P/(2 Tr K₂) < P/λ_max the residual shrinks by I − 2ηK₂/P at every step. */
  @Property(tries = 15)
  @Checks("kumar.sec1.lazy-minimiser")
  void residualsContract(@ForAll("cases") DescentCase c) {
    RationalMatrix jacobian = jacobian(c);
    RationalMatrix gram = jacobian.times(jacobian.transpose());
    Rational rate = Rational.ONE.over(gram.trace());
    RationalVector residual = residual(c);
    RationalVector weights = RationalVector.zero(jacobian.width());
    for (int step = 0; step < 3; step++) {
      RationalVector before = residual;
      weights = weights.plus(jacobian.transpose().times(before).times(rate));
      residual = before.minus(gram.times(before).times(rate));
      c.check("kumar.sec1.lazy-minimiser", "residual after a step of the weights")
          .expectingExactly(residual(c).minus(jacobian.times(weights)))
          .holds(residual)
          .rejects("twice the rate", before.minus(gram.times(before).times(rate.times(2))));
      c.check("kumar.sec1.lazy-minimiser", "residual is smaller than before")
          .expectingExactly(-1)
          .holds(residual.normSquared().compareTo(before.normSquared()));
    }
  }

  private static RationalVector decayed(DescentCase c, RationalVector step) {
    RationalVector weights =
        new RationalVector(
            c.weights().rows().stream().flatMap(row -> row.entries().stream()).toList());
    return step.minus(weights.times(Rational.of(1, 10)));
  }

  private static int rankWith(RationalMatrix jacobian, RationalVector row) {
    List<RationalVector> rows = new ArrayList<>(jacobian.rows());
    rows.add(row);
    return Elimination.rank(new RationalMatrix(rows));
  }
}
