package org.grokcheck.kumar;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.CommitteePolynomial;

/** When the risk vanishes, what it is at least where it can't, and what that says of |W|. */
class ZeroLossProperties {
  @Provide
  Arbitrary<ExactCase> cases() {
    return ExactCase.upTo(3, 4);
  }

  @Provide
  Arbitrary<ExactCase> single() {
    return ExactCase.upTo(4, 1);
  }

  private static Rational risk(
      CommitteePolynomial network, ExactCase c, Polynomial subtracted, RationalMatrix weights) {
    Polynomial error = network.target(c.beta()).minus(network.outputAt(weights)).plus(subtracted);
    return network.average(error.square()).toConstant();
  }

  /** Two neurons ± β r have M = r²ββᵀ and no loss at αε = 1/r²: then |W|²/N = |β|²/(αε). */
  @Property(tries = 40)
  @Checks({"kumar.sec5.3.minimiser", "kumar.ext.weight-norm-law"})
  void twoOppositeNeuronsHaveNoLoss(@ForAll("cases") ExactCase c) {
    Rational r = c.eps();
    Rational alpha = Rational.ONE.over(c.eps().times(r.square()));
    RationalMatrix weights =
        new RationalMatrix(List.of(c.beta().times(r), c.beta().times(r.negate())));
    CommitteePolynomial network = CommitteePolynomial.quadratic(c.dimension(), 2, alpha, c.eps());
    ZeroLossNetworks law = new ZeroLossNetworks(alpha, c.eps());
    c.check("kumar.sec5.3.minimiser", "risk of the network with M = ββᵀ/(αε), wbar = 0")
        .expectingExactly(Rational.ZERO)
        .holds(risk(network, c, Polynomial.ZERO, weights))
        .rejects("one of the two neurons", risk(network, c, Polynomial.ZERO, one(weights)));
    c.check("kumar.sec5.3.minimiser", "its moments")
        .expectingExactly(WeightMoments.of(weights))
        .holds(law.uncentred(c.beta()))
        .rejects("1/α", new ZeroLossNetworks(alpha, Rational.ONE).uncentred(c.beta()));
    c.check("kumar.ext.weight-norm-law", "|W|²/N at zero loss, uncentred")
        .expectingExactly(weights.frobeniusSquared().over(2))
        .holds(law.minimum(c.dimension(), 2, c.beta().normSquared()).normSquared())
        .rejects("|β|²/α", c.beta().normSquared().over(alpha));
  }

  private static RationalMatrix one(RationalMatrix weights) {
    return new RationalMatrix(List.of(weights.row(0), weights.row(0)));
  }

  /**
   * Neurons ± e_a have w̄ = 0 and M₀ = σ²I with σ² = 1/D. By symmetry the flow keeps W = W₀T with T
   * symmetric in the span of P and I − P; at T = I + sP it has no loss for κ = (1+s)² − 1.
   */
  @Property(tries = 30)
  @Checks({"kumar.sec5.3.minimiser", "kumar.ext.weight-norm-law", "kumar.ext.bures-endpoint"})
  void centredZeroLossAddsTheTargetToM(@ForAll("cases") ExactCase c) {
    Rational s = c.alpha().square();
    Rational kappa = s.plus(Rational.ONE).square().minus(Rational.ONE);
    Rational norm = c.beta().normSquared();
    Rational alpha = norm.over(kappa.times(c.eps()));
    RationalMatrix isotropic = isotropic(c.dimension());
    RationalMatrix stretch =
        RationalMatrix.identity(c.dimension()).plus(c.beta().outer(c.beta()).times(s.over(norm)));
    Rational scale = alpha.times(c.dimension());
    CommitteePolynomial network =
        CommitteePolynomial.quadratic(c.dimension(), isotropic.height(), scale, c.eps());
    RationalMatrix end = isotropic.times(stretch);
    Rational loss = risk(network, c, network.outputAt(isotropic), end);
    c.check("kumar.sec5.3.minimiser", "risk at M = M0 + ββᵀ/(αε), centred")
        .expectingExactly(Rational.ZERO)
        .holds(loss)
        .refutes(
            "M = ββᵀ/(αε) in the centred model",
            PopulationRisk.of(
                    alpha,
                    c.eps(),
                    new ZeroLossNetworks(alpha, c.eps())
                        .uncentred(c.beta())
                        .minus(WeightMoments.infiniteWidth(c.dimension())),
                    c.beta())
                .total());
    BuresEndpoint endpoint = new BuresEndpoint(c.dimension(), kappa);
    Rational ofNorm = end.frobeniusSquared().over(isotropic.frobeniusSquared());
    c.check("kumar.ext.weight-norm-law", "|W|²/|W0|² at zero loss, centred")
        .expectingExactly(ofNorm)
        .holds(endpoint.normRatioSquared())
        .rejects("unchanged norm", Rational.ONE);
    Rational growth = end.frobeniusSquared().minus(isotropic.frobeniusSquared());
    ZeroLossNetworks law = new ZeroLossNetworks(scale, c.eps());
    c.check("kumar.ext.weight-norm-law", "(|W|² - |W0|²)/N at zero loss, centred")
        .expectingExactly(growth.over(isotropic.height()))
        .holds(law.centredNormGrowth(norm))
        .rejects("without 1/ε", law.centredNormGrowth(norm).times(c.eps()));
    c.check("kumar.ext.bures-endpoint", "|W|²/|W0|²")
        .expectingExactly(ofNorm)
        .holds(endpoint.normRatioSquared())
        .rejects("1 + κ", Rational.ONE.plus(kappa));
    c.check("kumar.ext.bures-endpoint", "|W|/|W0|")
        .expecting(ofNorm.sqrt(30).doubleValue(), new Tolerance.Ulp(1, "a root of 30 digits"))
        .holds(endpoint.normRatio())
        .rejects("not the root", ofNorm.toDouble());
    double moved =
        end.minus(isotropic)
            .frobeniusSquared()
            .over(isotropic.frobeniusSquared())
            .sqrt(30)
            .doubleValue();
    c.check("kumar.ext.bures-endpoint", "|W - W0|/|W0|")
        .expecting(
            moved,
            new Tolerance.Rounding(
                8, moved, "κ rounded, two roots, a sum, a quotient and a root of D"))
        .holds(endpoint.relativeChange())
        .rejects("lazy slope κ/2", kappa.toDouble() / 2 / Math.sqrt(c.dimension()))
        .rejects("without 1/√D", endpoint.relativeChange() * Math.sqrt(c.dimension() + 1.0));
  }

  private static RationalMatrix isotropic(int d) {
    return RationalMatrix.of(2 * d, d, (i, k) -> Rational.of(i % d == k ? 1 - 2L * (i / d) : 0));
  }

  /** Turning the neurons among themselves keeps the moments, so that the loss is 0 all the same. */
  @Property(tries = 30)
  @Checks("kumar.ext.bures-endpoint")
  void noOtherZeroLossNetworkIsNearer(@ForAll("cases") ExactCase c) {
    Rational s = c.alpha().square();
    RationalMatrix start = isotropic(c.dimension());
    RationalMatrix projection =
        c.beta().outer(c.beta()).times(Rational.ONE.over(c.beta().normSquared()));
    RationalMatrix end =
        start.times(RationalMatrix.identity(c.dimension()).plus(projection.times(s)));
    RationalVector normal = balanced(start.height(), c.eps());
    RationalMatrix turned =
        end.minus(
            normal
                .outer(end.transpose().times(normal))
                .times(Rational.TWO.over(normal.normSquared())));
    Rational nearest = end.minus(start).frobeniusSquared();
    c.check("kumar.ext.bures-endpoint", "moments of the turned network")
        .expectingExactly(WeightMoments.of(end))
        .holds(WeightMoments.of(turned));
    c.check("kumar.ext.bures-endpoint", "it is no nearer to the start")
        .expectingExactly(true)
        .holds(turned.minus(start).frobeniusSquared().compareTo(nearest) >= 0);
  }

  /** A vector whose components sum to 0. */
  private static RationalVector balanced(int size, Rational slope) {
    Rational middle = Rational.of(size - 1L, 2);
    return RationalVector.of(
        size, i -> Rational.of(i).minus(middle).plus(slope.times(i == 0 ? 1 : i == 1 ? -1 : 0)));
  }

  /**
   * Along β one neuron's risk is a parabola in |w|²; any other neuron of that length does worse.
   */
  @Property(tries = 60)
  @Checks({"kumar.ext.feasibility", "kumar.sec5.3.minimiser"})
  void oneNeuronCannotDoBetterThanItsMinimum(@ForAll("single") ExactCase c) {
    ZeroLossNetworks law = new ZeroLossNetworks(c.alpha(), c.eps());
    Rational norm = c.beta().normSquared();
    ZeroLossNetworks.Minimum minimum = law.minimum(c.dimension(), 1, norm);
    Rational of = risk(c.network(), c, Polynomial.ZERO, c.weights());
    Rational along =
        risk(
            c.network(),
            c,
            Polynomial.ZERO,
            new RationalMatrix(List.of(c.beta().times(c.readouts().get(0)))));
    Rational s = c.readouts().get(0).square().times(norm);
    for (String claim : new String[] {"kumar.ext.feasibility", "kumar.sec5.3.minimiser"}) {
      c.check(claim, "no neuron is below the minimum")
          .expectingExactly(true)
          .holds(of.compareTo(minimum.loss()) >= 0 && along.compareTo(minimum.loss()) >= 0);
    }
    c.check("kumar.ext.feasibility", "risk of one neuron along β")
        .expectingExactly(along)
        .holds(law.riskOfOneNeuron(c.dimension(), norm, s))
        .rejects("without the linear power", quadraticPart(c, norm, s));
    c.check("kumar.sec5.3.minimiser", "minimum is 0 for one neuron")
        .expectingExactly(false)
        .holds(minimum.loss().signum() == 0)
        .refutes("zero loss at N = 1", true);
    Rational step = c.x().get(0).square().plus(Rational.ONE).over(1000);
    boolean least =
        law.riskOfOneNeuron(c.dimension(), norm, minimum.normSquared().plus(step))
                .compareTo(minimum.loss())
            > 0;
    c.check("kumar.ext.feasibility", "a larger |w|² does worse")
        .expectingExactly(true)
        .holds(least);
  }

  private static Rational quadraticPart(ExactCase c, Rational norm, Rational s) {
    Rational gap = norm.minus(c.alpha().times(c.eps()).times(s)).over(c.dimension());
    return gap.square().times(Rational.of(3, 4));
  }

  /** rank C₀ + 1 neurons are enough and necessary, since rank C <= N − 1. */
  @Property(tries = 30)
  @Checks("kumar.ext.feasibility")
  void centredZeroLossNeedsOneNeuronMoreThanDimensions(@ForAll("cases") ExactCase c) {
    Rational positive = c.alpha().abs();
    ZeroLossNetworks law = new ZeroLossNetworks(positive, c.eps().abs());
    WeightMoments end = law.centred(c.moments(), c.beta());
    int least = ZeroLossNetworks.leastWidth(end);
    List<RationalVector> rows = new ArrayList<>(c.moments().covariance().rows());
    rows.add(c.beta());
    int rank = Elimination.rank(new RationalMatrix(rows));
    c.check("kumar.ext.feasibility", "least width of the centred solution")
        .expectingExactly(rank + 1)
        .holds(least)
        .rejects("2, as without centring", 2)
        .rejects("D", c.dimension());
    c.check("kumar.ext.feasibility", "generic: min(N, D) + 1")
        .expectingExactly(Math.min(c.width(), c.dimension()) + 1)
        .holds(least);
  }

  /**
   * D − 1 neurons along axes of an orthonormal basis, β along the last one: the eigenvalues of M₀ +
   * ββᵀ/(αε) are rᵢ²/N and |β|²/(αε). The nearest M of rank N leaves out the smallest.
   */
  @Property(tries = 40)
  @Checks("kumar.ext.feasibility")
  void tooFewNeuronsLeaveAnEigenvalue(@ForAll("narrow") ExactCase c) {
    int width = c.dimension() - 1;
    Rational alpha = c.alpha().abs();
    Rational eps = c.eps().abs();
    RationalMatrix basis = reflection(c.x());
    RationalMatrix start =
        RationalMatrix.of(width, c.dimension(), (i, k) -> basis.get(k, i).times(c.other().get(i)));
    RationalVector beta = basis.column(width).times(c.other().get(width));
    Rational least = beta.normSquared().over(alpha.times(eps));
    for (int i = 0; i < width; i++) {
      Rational eigenvalue = c.other().get(i).square().over(width);
      least = least.compareTo(eigenvalue) <= 0 ? least : eigenvalue;
    }
    Rational bound = new ZeroLossNetworks(alpha, eps).centredLowerBound(c.dimension(), least);
    WeightMoments initial = WeightMoments.of(start);
    Rational trace = new ZeroLossNetworks(alpha, eps).centred(initial, beta).second().trace();
    Rational ofTrace = new ZeroLossNetworks(alpha, eps).centredLowerBound(c.dimension(), trace);
    RationalMatrix any = RationalMatrix.of(width, c.dimension(), (i, k) -> c.weights().get(i, k));
    Rational risk =
        PopulationRisk.of(alpha, eps, WeightMoments.of(any).minus(initial), beta).total();
    Rational zero = PopulationRisk.of(alpha, eps, initial.minus(initial), beta).total();
    c.check("kumar.ext.feasibility", "risk of any N < D neurons is at least the bound")
        .expectingExactly(true)
        .holds(risk.compareTo(bound) >= 0 && zero.compareTo(bound) >= 0)
        .rejects("trace for the smallest eigenvalue", zero.compareTo(ofTrace) >= 0);
  }

  private static RationalMatrix reflection(RationalVector normal) {
    return RationalMatrix.identity(normal.size())
        .minus(normal.outer(normal).times(Rational.TWO.over(normal.normSquared())));
  }

  @Provide
  Arbitrary<ExactCase> narrow() {
    return ExactCase.upTo(4, 4).filter(c -> c.dimension() > 1 && c.width() >= c.dimension() - 1);
  }
}
