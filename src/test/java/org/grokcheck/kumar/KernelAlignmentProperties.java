package org.grokcheck.kumar;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.CommitteePolynomial;
import org.grokcheck.oracle.KernelOperator;

/** Eqs. (19), (20): alignment of kernel and target, against double averages of gradients. */
class KernelAlignmentProperties {
  @Provide
  Arbitrary<ExactCase> cases() {
    return ExactCase.upTo(3, 3);
  }

  /** K₅ from gradients. */
  private static KernelOperator operator(ExactCase c) {
    Polynomial gradients = c.network().kernelAt(c.weights());
    return new KernelOperator(
        c.dimension(), gradients.times(Rational.of(c.width()).over(c.alpha().square())));
  }

  private static KernelAlignment alignment(ExactCase c) {
    return new KernelAlignment(c.kernel(), c.beta());
  }

  private static Polynomial target(ExactCase c) {
    return c.network().target(c.beta());
  }

  private static Polynomial centredTarget(ExactCase c) {
    return target(c).minus(c.network().average(target(c)));
  }

  @Property(tries = 40)
  @Checks({"kumar.eq20", "kumar.eq20.first-line"})
  void numeratorIsAQuarterOfThePrintedOne(@ForAll("cases") ExactCase c) {
    Rational expected = operator(c).form(target(c));
    Rational numerator = alignment(c).numerator();
    c.check("kumar.eq20", "<y K y'>")
        .expectingExactly(expected)
        .holds(numerator)
        .refutes("without 1/4", numerator.times(4))
        .rejects("4 for 8", alignment(c).numerator().minus(alignment(c).centredNumerator()));
    Rational line = firstLine(c);
    c.check("kumar.eq20.first-line", "<y K y'>")
        .expectingExactly(expected)
        .holds(line.over(4))
        .refutes("prefactor ε²/D²", line);
  }

  /** (ε²/D²)[|β|² <(β·x)² xᵀMx> + 2 <βᵀMx (β·x)³>], averaged as printed. */
  private static Rational firstLine(ExactCase c) {
    CommitteePolynomial network = c.network();
    RationalMatrix m = c.moments().second();
    Polynomial projection = CommitteePolynomial.linear(c.beta(), network.input());
    Polynomial quadratic = CommitteePolynomial.quadratic(m, network.input());
    Polynomial mixed = CommitteePolynomial.linear(m.times(c.beta()), network.input());
    Polynomial sum =
        projection
            .square()
            .times(quadratic)
            .times(c.beta().normSquared())
            .plus(mixed.times(projection).times(projection.square()).times(Rational.TWO));
    Rational prefactor = c.eps().over(c.dimension()).square();
    return network.average(sum).toConstant().times(prefactor);
  }

  @Property(tries = 30)
  @Checks("kumar.ext.alignment-init")
  void meanSquareOfTheKernelHoldsForAnyWeights(@ForAll("cases") ExactCase c) {
    Rational square = c.kernel().meanSquare();
    WeightMoments still =
        new WeightMoments(RationalVector.zero(c.dimension()), c.moments().second());
    c.check("kumar.ext.alignment-init", "<K²>")
        .expectingExactly(operator(c).meanSquare())
        .holds(square)
        .rejects("wbar left out", new TangentKernel(c.eps(), still).meanSquare())
        .rejects("without 1/D", square.minus(Rational.of(1, c.dimension())));
    c.check("kumar.ext.alignment-init", "<K(x, x)>")
        .expectingExactly(operator(c).meanDiagonal())
        .holds(c.kernel().meanDiagonal())
        .rejects("D for D+2", c.kernel().meanDiagonal().minus(c.eps().square()));
  }

  @Property(tries = 12)
  @Checks("kumar.ext.cka-centred")
  void centringRemovesTheTrace(@ForAll("cases") ExactCase c) {
    KernelOperator centred = operator(c).centred();
    KernelAlignment alignment = alignment(c);
    c.check("kumar.ext.cka-centred", "<y_c K_c y_c'>")
        .expectingExactly(centred.form(centredTarget(c)))
        .holds(alignment.centredNumerator())
        .rejects("not centred", alignment.numerator());
    c.check("kumar.ext.cka-centred", "<y K_c y'>: a constant in y doesn't matter")
        .expectingExactly(centred.form(target(c)))
        .holds(alignment.centredNumerator());
    c.check("kumar.ext.cka-centred", "<K_c²>")
        .expectingExactly(centred.meanSquare())
        .holds(c.kernel().centredMeanSquare())
        .rejects("not centred", c.kernel().meanSquare());
    c.check("kumar.ext.cka-centred", "<y_c²>")
        .expectingExactly(c.network().average(centredTarget(c).square()).toConstant())
        .holds(alignment.centredTargetPower())
        .rejects("<y²>", alignment.targetPower());
  }

  /** 12 roundings: numerator, square root and product of exact numbers, each rounded once. */
  @Property(tries = 12)
  @Checks({"kumar.eq19", "kumar.ext.cka-centred"})
  void alignmentIsTheQuotientOfAverages(@ForAll("cases") ExactCase c) {
    KernelOperator k = operator(c);
    compare(c, "kumar.eq19", k, target(c), alignment(c).uncentred());
    compare(c, "kumar.ext.cka-centred", k.centred(), centredTarget(c), alignment(c).centred());
  }

  private static void compare(
      ExactCase c, String claim, KernelOperator k, Polynomial y, double actual) {
    double power = k.inner(y, y).toDouble();
    double expected = k.form(y).toDouble() / (Math.sqrt(k.meanSquare().toDouble()) * power);
    c.check(claim, "A")
        .expecting(
            expected,
            new Tolerance.Rounding(
                8, Math.abs(expected), "three rounded averages, a root, a product, a quotient"))
        .holds(actual)
        .rejects("|y| for |y|²", actual * Math.sqrt(power));
    c.check(claim, "A <= 1").expectingAtMost(1, new Tolerance.Exact()).holds(actual);
  }

  /** At fixed trace: M + t(ββᵀ − |β|²I/D), whose βᵀMβ grows with t. */
  @Property(tries = 40)
  @Checks("kumar.sec11.2.increase")
  void numeratorGrowsWithTheAlignedWeightAtFixedTrace(@ForAll("cases") ExactCase c) {
    int d = c.dimension();
    RationalVector beta = c.beta();
    RationalMatrix turn =
        beta.outer(beta)
            .minus(RationalMatrix.identity(d).times(beta.normSquared().over(d)))
            .times(c.eps().square());
    WeightMoments moved = new WeightMoments(c.moments().mean(), c.moments().second().plus(turn));
    KernelAlignment after = new KernelAlignment(new TangentKernel(c.eps(), moved), beta);
    Rational growth = after.numerator().minus(alignment(c).numerator());
    Rational slope =
        c.eps().square().times(2).times(beta.normSquared()).over(Rational.of(d).power(4));
    c.check("kumar.sec11.2.increase", "change of <y K y'> per change of βᵀMβ")
        .expectingExactly(turn.bilinear(beta, beta).times(slope))
        .holds(growth)
        .rejects("printed slope 8ε²|β|²/D⁴", growth.times(4));
    c.check("kumar.sec11.2.increase", "sign of the change")
        .expectingExactly(d > 1 ? 1 : 0)
        .holds(growth.signum());
  }

  /** 2D² misalignment = α²ε²|M|² + |β|⁴ − 2αε βᵀMβ, and the centred numerator is ε²|β|²βᵀMβ/D⁴. */
  @Property(tries = 15)
  @Checks("kumar.sec5.3.alignment-term")
  void misalignmentErrorIsAffineInTheCentredNumerator(@ForAll("cases") ExactCase c) {
    int d = c.dimension();
    Polynomial error = target(c).minus(c.network().outputAt(c.weights()));
    Polynomial mirror = target(c).minus(c.network().outputAt(c.weights().times(Rational.of(-1))));
    Polynomial even = error.plus(mirror).times(Rational.HALF);
    Polynomial centred = even.minus(c.network().average(even));
    Rational misalignment = c.network().average(centred.square()).toConstant();
    Rational product = c.alpha().times(c.eps());
    Rational slope =
        product
            .times(-2)
            .times(Rational.of(d).power(4))
            .over(c.eps().square().times(c.beta().normSquared()));
    Rational constant =
        product
            .square()
            .times(c.moments().second().frobeniusSquared())
            .plus(c.beta().normSquared().square());
    Rational numerator = operator(c).centred().form(centredTarget(c));
    c.check("kumar.sec5.3.alignment-term", "2D² misalignment error")
        .expectingExactly(misalignment.times(2L * d * d))
        .holds(constant.plus(slope.times(numerator)))
        .rejects("uncentred numerator", constant.plus(slope.times(operator(c).form(target(c)))))
        .rejects("slope with +", constant.minus(slope.times(numerator)));
  }
}
