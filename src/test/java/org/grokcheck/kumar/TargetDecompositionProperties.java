package org.grokcheck.kumar;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.KernelOperator;

/** Eq. (17): the target in eigenfunctions of the initial kernel, for β of any length. */
class TargetDecompositionProperties {
  @Provide
  Arbitrary<ExactCase> cases() {
    return ExactCase.upTo(5, 1);
  }

  private static Polynomial here(KernelOperator k, QuadraticFunction g) {
    return k.polynomialHere(g.constant(), g.linear(), g.quadratic());
  }

  @Property(tries = 60)
  @Checks("kumar.eq17")
  void partsAreEigenfunctionsOnlyWithTheSquaredLengthOfBeta(@ForAll("cases") ExactCase c) {
    int d = c.dimension();
    KernelOperator k = KernelOperator.initial(d, c.eps());
    InitialSpectrum spectrum = new InitialSpectrum(d, c.eps());
    Polynomial traceless = here(k, TargetDecomposition.traceless(c.beta()));
    Polynomial norm = here(k, TargetDecomposition.alongNorm(c.beta()));
    Polynomial y = c.network().target(c.beta());
    Polynomial printed = y.minus(k.normSquaredHere().times(Rational.of(1, 2L * d)));
    c.check("kumar.eq17", "sum of the parts").expectingExactly(y).holds(traceless.plus(norm));
    c.check("kumar.eq17", "first part is an eigenfunction")
        .expectingExactly(k.apply(traceless))
        .holds(k.there(traceless).times(spectrum.traceless()));
    c.check("kumar.eq17", "second part is an eigenfunction")
        .expectingExactly(k.apply(norm))
        .holds(k.there(norm).times(spectrum.normSquared()));
    c.check("kumar.eq17", "printed first part is an eigenfunction")
        .expectingExactly(k.apply(printed))
        .refutes("|x|²/D for |β|²|x|²/D", k.there(printed).times(spectrum.traceless()));
  }

  @Property(tries = 60)
  @Checks("kumar.eq17")
  void powersOfThePartsAddUp(@ForAll("cases") ExactCase c) {
    KernelOperator k = KernelOperator.initial(c.dimension(), c.eps());
    RationalVector beta = c.beta();
    TargetDecomposition parts = new TargetDecomposition(c.dimension(), beta.normSquared());
    Polynomial traceless = here(k, TargetDecomposition.traceless(beta));
    Polynomial norm = here(k, TargetDecomposition.alongNorm(beta));
    Polynomial y = c.network().target(beta);
    c.check("kumar.eq17", "power of the traceless part")
        .expectingExactly(k.inner(traceless, traceless))
        .holds(parts.tracelessPower())
        .rejects("D for D-1", parts.tracelessPower().plus(parts.total()));
    c.check("kumar.eq17", "power along |x|²")
        .expectingExactly(k.inner(norm, norm))
        .holds(parts.normPower())
        .rejects("|β|² for |β|⁴", parts.normPower().over(beta.normSquared()));
    c.check("kumar.eq17", "<y²>").expectingExactly(k.inner(y, y)).holds(parts.total());
    c.check("kumar.eq17", "parts are orthogonal")
        .expectingExactly(Rational.ZERO)
        .holds(k.inner(traceless, norm));
  }

  /** The relative standard deviation of a mean of P values of y², from moments of order 8. */
  @Property(tries = 8)
  @Checks("kumar.sec8.3.2.fluctuation")
  void initialTrainLossFluctuatesByFourthMoments(@ForAll("cases") ExactCase c) {
    KernelOperator k = KernelOperator.initial(c.dimension(), c.eps());
    Polynomial square = c.network().target(c.beta()).square();
    Rational mean = k.inner(square, Polynomial.constant(Rational.ONE));
    Rational variance = k.inner(square, square).minus(mean.square());
    for (int samples : new int[] {1, 50, 1000}) {
      Rational expected = variance.over(mean.square()).over(samples);
      c.check("kumar.sec8.3.2.fluctuation", "(relative standard deviation)² at P=" + samples)
          .expectingExactly(expected)
          .holds(LossFluctuation.relativeVariance(samples))
          .rejects("kurtosis 3 of a normal loss", Rational.of(2, samples))
          .rejects("1/P²", LossFluctuation.relativeVariance(samples).over(samples + 1L));
      double deviation = expected.sqrt(30).doubleValue();
      c.check("kumar.sec8.3.2.fluctuation", "relative standard deviation at P=" + samples)
          .expecting(deviation, new Tolerance.Ulp(1, "a root of 30 digits"))
          .holds(LossFluctuation.relativeDeviation(samples))
          .rejects("the variance", expected.toDouble());
    }
  }
}
