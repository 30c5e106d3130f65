package org.grokcheck.kumar;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What lies outside a formula's domain is refused by name and range; its edge is taken. */
@Infrastructure("refusals of bad input, which no claim is about")
class DomainTest {
  private static final Rational ONE = Rational.ONE;
  private static final Rational ZERO = Rational.ZERO;
  private static final Rational MINUS = ONE.negate();
  private static final RationalVector PLANE = RationalVector.of(ONE, Rational.TWO);
  private static final RationalVector SPACE = RationalVector.zero(3);
  private static final RationalMatrix SQUARE = RationalMatrix.identity(2);
  private static final RationalMatrix SKEW =
      RationalMatrix.of(2, 2, (i, j) -> Rational.of(i + 2L * j));
  private static final InitialSpectrum SPECTRUM = new InitialSpectrum(2, ONE);

  private static final String DIMENSION =
      "D (input dimension): need a whole number of at least 1, got 0";
  private static final String NEGATIVE = ": need a number of at least 0, got -1";
  private static final String NOT_POSITIVE = ": need a number above 0, got 0";
  private static final String IS_ZERO = ": need a number other than 0, got 0";

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static void accepts(Executable call) {
    assertDoesNotThrow(call);
  }

  @Test
  void dimensionsAreAtLeastOne() {
    List<Executable> none =
        List.of(
            () -> new BuresEndpoint(0, ONE),
            () -> new FiniteWidth(0, 1),
            () -> new GaussianInput(0),
            () -> new InitialAlignment(0, ONE),
            () -> new InitialSpectrum(0, ONE),
            () -> new RelaxationRates(0, ONE),
            () -> new SampleAlignment(0, ONE),
            () -> new SpeciesFlow(0, 1, true),
            () -> new TargetDecomposition(0, ONE),
            () -> new TrainedKernel(0, ONE, ONE),
            () -> new TwoSpecies(0, ONE, true),
            () -> PopulationRisk.ofZero(0, ONE),
            () -> SampleSpread.meanSquareDeviation(0, 1),
            () -> new ZeroLossNetworks(ONE, ONE).centredLowerBound(0, ONE));
    none.forEach(call -> refuses(DIMENSION, call));
    List<Executable> one =
        List.of(
            () -> new BuresEndpoint(1, ZERO),
            () -> new FiniteWidth(1, 1),
            () -> new GaussianInput(1),
            () -> new InitialAlignment(1, ONE),
            () -> new InitialSpectrum(1, ONE),
            () -> new RelaxationRates(1, ZERO),
            () -> new SampleAlignment(1, ONE),
            () -> new SpeciesFlow(1, 1, true),
            () -> new TargetDecomposition(1, ZERO),
            () -> new TrainedKernel(1, ONE, ZERO),
            () -> new TwoSpecies(1, ONE, true),
            () -> PopulationRisk.ofZero(1, ZERO));
    one.forEach(DomainTest::accepts);
    refuses(
        "D (input dimension): need at most 4000000000, got 4000000001",
        () -> new InitialSpectrum(InitialSpectrum.MAX_DIMENSION + 1, ONE));
    accepts(() -> new InitialSpectrum(InitialSpectrum.MAX_DIMENSION, ONE));
    refuses(
        "D (input dimension): need a whole number of at least 2, got 1",
        () -> new UncentredDecay(1));
  }

  @Test
  void countsAreAtLeastTheirLeast() {
    String width = "N (width): need a whole number of at least 1, got 0";
    refuses(width, () -> new FiniteWidth(1, 0));
    refuses(width, () -> TangentKernel.gradientFactor(ONE, 0));
    refuses(width, () -> new ZeroLossNetworks(ONE, ONE).minimum(2, 0, ONE));
    WeightMoments start = WeightMoments.infiniteWidth(2);
    refuses(width, () -> descent(PLANE, 2).step(start, ONE, 0));
    accepts(() -> descent(PLANE, 2).step(start, ONE, 1));
    String samples = "P (samples): need a whole number of at least 1, got 0";
    refuses(samples, () -> LossFluctuation.relativeVariance(0));
    refuses(samples, () -> new SampleAlignment(1, ONE).ofSamples(0));
    refuses(samples, () -> new LearningCurve(SPECTRUM, ONE, ZERO).at(0));
    refuses(samples, () -> SampleSpread.meanSquareDeviation(1, 0));
    refuses(
        "number of directions: need a whole number of at least 1, got 0",
        () -> new MultiIndexTarget(List.of()));
    refuses(
        "number of samples: need a whole number of at least 1, got 0",
        () -> new ArgmaxError(List.of(), List.of()));
    refuses(
        "L (layers): need a whole number of at least 1, got 0",
        () -> ScaleEquivalence.ofLayers(ONE, 0));
    refuses(
        "steps: need a whole number of at least 0, got -1",
        () -> new WeightDecay(ONE, ONE).after(WeightMoments.infiniteWidth(1), -1));
    for (int degree : new int[] {1, 5}) {
      refuses(
          "k (degree of the Hermite polynomial): need 2, 3 or 4, got " + degree,
          () -> new HermiteKernel(degree, ONE));
    }
    accepts(() -> new HermiteKernel(2, ONE));
    accepts(() -> new HermiteKernel(4, ONE));
  }

  @Test
  void signsAreAsTheFormulaNeedsThem() {
    refuses("kappa" + NEGATIVE, () -> new BuresEndpoint(1, MINUS));
    refuses("kappa" + NEGATIVE, () -> new RelaxationRates(1, MINUS));
    refuses("kappa" + NEGATIVE, () -> new TrainedKernel(1, ONE, MINUS));
    refuses("beta_norm_sq" + NEGATIVE, () -> new TargetDecomposition(1, MINUS));
    refuses("beta_norm_sq" + NEGATIVE, () -> PopulationRisk.ofZero(1, MINUS));
    refuses("beta_norm_sq" + NEGATIVE, () -> new LearningCurve(SPECTRUM, MINUS, ZERO));
    refuses("ridge" + NEGATIVE, () -> new LearningCurve(SPECTRUM, ONE, MINUS));
    refuses("ridge" + NEGATIVE, () -> new ProportionalCurve(ONE, MINUS));
    refuses("ridge" + NEGATIVE, () -> new QuadraticCurve(ONE, MINUS));
    refuses("theta" + NEGATIVE, () -> new LinearisedTraining(SQUARE, PLANE).at(MINUS));
    refuses("weight_decay" + NEGATIVE, () -> new WeightDecay(ONE, MINUS));
    refuses("M_eigenvalues" + NEGATIVE, () -> new QuadraticSector(ONE, RationalVector.of(MINUS)));
    refuses("readoutPower (mean of v^2)" + NEGATIVE, () -> new ReadoutKernel(ONE, MINUS));
    TargetDecomposition target = new TargetDecomposition(1, ONE);
    refuses("tau_prime" + NEGATIVE, () -> new LazyRisk(target).at(MINUS));
    accepts(() -> new LazyRisk(target).at(ZERO));
    accepts(() -> new ReadoutKernel(ONE, ZERO));
    refuses("alpha*eps" + NOT_POSITIVE, () -> BuresEndpoint.of(1, ONE, ONE, ZERO, ONE));
    refuses("eta" + NOT_POSITIVE, () -> new WeightDecay(ZERO, ONE));
    refuses("ridge + eps^2" + NOT_POSITIVE, () -> new ProportionalCurve(ZERO, ZERO));
    refuses("rho" + NOT_POSITIVE, () -> new ProportionalCurve(ONE, ZERO).at(ZERO));
    refuses("p" + NOT_POSITIVE, () -> new QuadraticCurve(ONE, ZERO).at(ZERO));
    refuses("tau_prime" + NOT_POSITIVE, () -> new UncentredDecay(2).across(ZERO));
    refuses("tau_prime" + NOT_POSITIVE, () -> new UncentredDecay(2).loss(ONE, ZERO));
    refuses(
        "kappa_prime" + NOT_POSITIVE, () -> new LearningCurve(SPECTRUM, ONE, ZERO).samplesAt(ZERO));
    refuses("sigma" + NOT_POSITIVE, () -> ScaleEquivalence.ofLayers(ZERO, 1));
    refuses("sigma" + IS_ZERO, () -> new ScaleEquivalence(ONE, ONE, ONE).ofWeights(ZERO));
    refuses("sigma" + IS_ZERO, () -> BuresEndpoint.of(1, ONE, ONE, ONE, ZERO));
    refuses("alpha" + IS_ZERO, () -> new ZeroLossNetworks(ZERO, ONE));
    refuses("eps" + IS_ZERO, () -> new ZeroLossNetworks(ONE, ZERO));
    refuses("alpha" + IS_ZERO, () -> StabilityEdge.ofPopulation(SPECTRUM, ZERO, 1));
    refuses("eps" + IS_ZERO, () -> new QuadraticCurve(ZERO, ONE));
    InitialSpectrum linear = new InitialSpectrum(1, ZERO);
    refuses("eps" + IS_ZERO, () -> new LearningCurve(linear, ONE, ONE));
    refuses("weight_decay" + IS_ZERO, () -> new WeightDecay(ONE, ZERO).time());
    TangentKernel kernel = TangentKernel.infiniteWidth(2, ZERO);
    refuses("eps" + IS_ZERO, () -> new KernelRegression(kernel, SQUARE, PLANE));
  }

  @Test
  void doublesAreFinite() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      String message = "kappa: need a finite number above 0, got " + bad;
      refuses(message, () -> new SpeciesFlow(1, bad, true));
      refuses(message, () -> new LogisticGrowth(bad, 1));
    }
    SpeciesFlow flow = new SpeciesFlow(1, 1, true);
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      String range = ": need a finite number of at least 0, got " + bad;
      refuses("tau_prime" + range, () -> new LogisticGrowth(1, bad));
      refuses("m1_0" + range, () -> flow.at(bad, 1, 1));
      refuses("m2_0" + range, () -> flow.at(1, bad, 1));
      refuses("tau_prime" + range, () -> flow.at(1, 1, bad));
    }
    accepts(() -> new LogisticGrowth(1, 0));
    assertEquals(1, flow.at(1, 0, 0).along());
  }

  @Test
  void shapesFitTogether() {
    String two = ": need 2 components, as ";
    refuses("y (targets)" + two + "X by its rows has, got 3", () -> descent(SPACE, 2));
    refuses("wbar: need 2 components, as a row of X has, got 3", () -> descent(PLANE, 3));
    refuses(
        "M (second moment): need 3 components, as wbar has, got 2",
        () -> new WeightMoments(SPACE, SQUARE));
    refuses(
        "M (second moment): need a symmetric matrix, got " + SKEW,
        () -> new WeightMoments(PLANE, SKEW));
    refuses(
        "v (readouts): need 2 components, as W by its rows has, got 3",
        () -> WeightMoments.weighted(SPACE, SQUARE));
    refuses(
        "Q (quadratic part): need 3 components, as a has, got 2",
        () -> new QuadraticFunction(ONE, SPACE, SQUARE));
    refuses(
        "Q (quadratic part): need a symmetric matrix, got " + SKEW,
        () -> new QuadraticFunction(ONE, PLANE, SKEW));
    refuses(
        "K (Gram matrix): need 3 components, as y has, got 2",
        () -> new GramAlignment(SQUARE, SPACE));
    refuses(
        "K (Gram matrix): need a symmetric matrix, got " + SKEW,
        () -> new GramAlignment(SKEW, PLANE));
    refuses(
        "K_eq2 (Gram matrix): need 3 components, as y has, got 2",
        () -> new LinearisedTraining(SQUARE, SPACE));
    TangentKernel kernel = TangentKernel.infiniteWidth(2, ONE);
    refuses(
        "beta: need 2 components, as wbar has, got 3",
        () -> new KernelRegression(kernel, SQUARE, SPACE));
    refuses(
        "a row of X: need 2 components, as beta has, got 3",
        () -> new KernelRegression(kernel, RationalMatrix.identity(3), PLANE));
    refuses(
        "beta: need 2 components, as wbar has, got 3", () -> new KernelAlignment(kernel, SPACE));
    refuses(
        "beta: need 2 components, as wbar has, got 3",
        () -> PopulationRisk.of(ONE, ONE, kernel.moments(), SPACE));
    refuses(
        "g (function): need 2 components, as wbar has, got 3",
        () -> kernel.apply(QuadraticFunction.linear(SPACE)));
    refuses(
        "beta_k: need 2 components, as beta_1 has, got 3",
        () -> new MultiIndexTarget(List.of(PLANE, SPACE)));
    refuses(
        "labels: need 1 components, as f by its samples has, got 2",
        () -> new ArgmaxError(List.of(PLANE), List.of(0, 0)));
    for (int label : new int[] {-1, 2}) {
      refuses(
          "labels: need classes from 0 to 1, got " + label,
          () -> new ArgmaxError(List.of(PLANE), List.of(label)));
    }
    refuses(
        "K_eq2 (Gram matrix): need a positive eigenvalue, got none; take samples other than 0",
        () -> StabilityEdge.of(RationalMatrix.zero(2, 2)));
  }

  private static MomentDescent descent(RationalVector targets, int dimension) {
    return new MomentDescent(ONE, ONE, SQUARE, targets, MomentDescent.nothing(dimension));
  }

  @Test
  void momentsInDoublesFitTogether() {
    double[] mean = {0, 0};
    double[][] second = {{1, 0}, {0, 1}};
    refuses(
        "M (second moment): need 2 components, as wbar has, got 1",
        () -> new MomentState(mean, new double[1][2]));
    refuses(
        "a row of M: need 2 components, as wbar has, got 3",
        () -> new MomentState(mean, new double[2][3]));
    MomentState state = new MomentState(mean, second);
    refuses(
        "wbar: need 2 components, as the other one has, got 1",
        () -> state.minus(new MomentState(new double[1], new double[1][1])));
    double[] targets = {1};
    refuses(
        "y (targets): need 2 components, as X by its rows has, got 1",
        () -> new MomentTraining(1, 1, second, targets, state));
    MomentTraining training = new MomentTraining(1, 1, second, mean, state);
    refuses(
        "N (width): need a whole number of at least 1, got 0", () -> training.next(state, 1, 0));
    refuses(
        "r (residuals): need 2 components, as y has, got 1", () -> training.move(targets, 1, 1));
    second[0][0] = 7;
    assertEquals(1, state.second(0, 0), "what is passed in is copied");
  }

  @Test
  void divergentDescentsSayAfterHowManySteps() {
    MomentDescent descent = descent(PLANE, 2);
    refuses(
        "steps: need a whole number of at least 0, got -1",
        () -> descent.after(-1, WeightMoments.infiniteWidth(2), ONE, 1));
    accepts(() -> descent.after(0, WeightMoments.infiniteWidth(2), ONE, 1));
    int steps = stepsTo(Rational.of(10).power(1000));
    RationalMatrix point = new RationalMatrix(List.of(RationalVector.of(ONE)));
    MomentDescent single =
        new MomentDescent(ONE, ONE, point, RationalVector.zero(1), MomentDescent.nothing(1));
    WeightMoments start =
        WeightMoments.of(new RationalMatrix(List.of(RationalVector.of(Rational.of(10)))));
    accepts(() -> single.after(steps - 1, start, ONE, 1));
    refuses(
        "eta: gradient descent diverges, Tr M exceeds 1e1000 after "
            + steps
            + " steps; take a smaller one",
        () -> single.after(1000, start, ONE, 1));
  }

  /** Steps until w² exceeds a size, of w from 10 down the slope of (w + w²/2)² at a rate of 1. */
  private static int stepsTo(Rational size) {
    Rational w = Rational.of(10);
    int steps = 0;
    while (w.square().compareTo(size) <= 0) {
      Rational f = w.plus(w.square().over(2));
      w = w.minus(f.times(ONE.plus(w)).times(2));
      steps++;
    }
    return steps;
  }

  /** One neuron gives a kernel of rank D, with which a third label in the plane doesn't agree. */
  @Test
  void labelsOutsideTheRangeOfTheKernelAreRefused() {
    RationalMatrix neuron = new RationalMatrix(List.of(PLANE));
    RationalMatrix three =
        new RationalMatrix(
            List.of(
                RationalVector.unit(2, 0), RationalVector.unit(2, 1), RationalVector.of(ONE, ONE)));
    KernelRegression regression =
        new KernelRegression(
            new TangentKernel(ONE, WeightMoments.of(neuron)), three, RationalVector.of(ONE, ONE));
    refuses(
        "W (weights): the kernel can't represent the target at these weights and samples; take N"
            + " >= D+1 neurons in general position",
        regression::difficulty);
    LazySolution solution =
        new LazySolution(new CommitteeMachine(ONE, ONE, neuron), three, regression.targets());
    refuses(
        "y (targets): the linear model can't fit them at these samples; take fewer samples or more"
            + " neurons",
        solution::displacementSquared);
    accepts(
        new LazySolution(
                new CommitteeMachine(ONE, ONE, neuron), SQUARE, RationalVector.of(ONE, ONE))
            ::displacementSquared);
  }

  @Test
  void kernelsAreNotNegative() {
    RationalMatrix swap = RationalMatrix.of(2, 2, (i, j) -> i == j ? ZERO : ONE);
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> new LinearisedTraining(swap, PLANE).at(ONE))
            .getMessage();
    assertEquals(
        "K_eq2 (Gram matrix): need eigenvalues of at least 0, got -1",
        message.substring(0, message.indexOf('.')));
    accepts(() -> new LinearisedTraining(RationalMatrix.zero(2, 2), PLANE).at(ONE));
  }

  @Test
  void samplesAreFinite() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      double[][] samples = {{1, 0}, {0, bad}};
      refuses("X (samples): need finite numbers", () -> SampleSpread.of(samples));
    }
  }
}
