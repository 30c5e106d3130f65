package org.grokcheck.beck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.grokcheck.evidence.Infrastructure;
import org.junit.jupiter.api.Test;

/** What lies outside a formula's domain is refused by name and range; its edge is taken. */
@Infrastructure("refusals of bad input, which no claim is about")
class DomainTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final TwoPoints POINTS = TwoPoints.ofLambda(0.25);
  private static final TwoPoints APART = TwoPoints.ofLambda(0.75);
  private static final TwoPointModel MODEL = TwoPointModel.fromOrigin(POINTS, 1, 1);
  private static final TrainingSet DATA = TrainingSet.of(new double[][] {{1}, {-2}});

  private static final HullDepth CROSS = HullDepth.of(List.of(row(1), row(-1)));

  private static final HardMargin LINE = HardMargin.of(List.of(row(1), row(2)));

  /** Arguments that need be finite. */
  @SuppressWarnings("ImmutableEnumChecker") // the lambdas hold no state
  private enum Finite {
    COINCIDENT_S0("S0 (initial weight)", v -> new CoincidentPair(v, 0, 1)),
    COINCIDENT_B0("b0 (initial bias)", v -> new CoincidentPair(0, v, 1)),
    BOUNDS_B0("b0 (initial bias)", v -> new ConformalBounds(1, 1, v, 1)),
    CRITICAL_S0("S0 (initial weight)", v -> new CriticalPair(v, 0, 1)),
    CRITICAL_B0("b0 (initial bias)", v -> new CriticalPair(0, v, 1)),
    CRITICAL_LOG_TIME("log t", v -> new CriticalPair(0, 0, 1).conformalTime(v)),
    CLASSIFIER_B("b (bias)", v -> new GaussianClassifier(1, v)),
    SYMMETRIC_S0("S0 (initial weight)", v -> new SymmetricPair(v, 0, 1)),
    SYMMETRIC_B0("b0 (initial bias)", v -> new SymmetricPair(0, v, 1)),
    SEPARABLE_S0("S0 (initial weight)", v -> new SeparableConstants(0.5, 0.5, 1, v, 0)),
    SEPARABLE_B0("b0 (initial bias)", v -> new SeparableConstants(0.5, 0.5, 1, 0, v)),
    APPROACH("log t", v -> new SeparableConstants(0.5, 0.5, 1, 0, 0).approachRatio(v)),
    STATIONARY_B0("b0 (initial bias)", v -> new StationaryWeightTimes(1, -1, 1, v)),
    STATIONARY_Z("z", v -> new StationaryWeightTimes(1, -1, 1, 0).logAccuracyTime(v)),
    TRAINING("log epsilon", v -> new StationaryWeightTimes(1, -1, 1, 0).logTrainingTime(v)),
    TEST("log epsilon", v -> new StationaryWeightTimes(1, -1, 1, 0).logGeneralizationTime(v)),
    THRESHOLDS("log epsilon", v -> LossThresholds.of(MODEL).times(v)),
    ACCURACY_Z("z", v -> AccuracyThreshold.of(MODEL).pull(v)),
    COORDINATE("X (coordinate)", v -> TrainingSet.of(new double[][] {{v}})),
    MODEL_S0("S0 (initial weight)", v -> new TwoPointModel(POINTS, 1, 1, v, 0)),
    MODEL_B0("b0 (initial bias)", v -> new TwoPointModel(POINTS, 1, 1, 0, v)),
    LOG_TIME("log t", v -> MODEL.trajectory().atLogTime(v)),
    X("x", TwoPoints::of),
    LAMBDA("lambda", TwoPoints::ofLambda);

    private final String argument;
    private final DoubleConsumer call;

    Finite(String argument, DoubleConsumer call) {
      this.argument = argument;
      this.call = call;
    }
  }

  @Test
  void finiteArgumentsAreFinite() {
    assertAll(Arrays.stream(Finite.values()).map(row -> () -> check(row)));
  }

  private static void check(Finite row) {
    for (double bad : new double[] {Double.NaN, INF, -INF}) {
      refuses(row.argument + ": need a finite number, got " + bad, row.call, bad);
    }
    accepts(row.call, 0.5);
  }

  /** Arguments that need be above 0. */
  @SuppressWarnings("ImmutableEnumChecker") // the lambdas hold no state
  private enum Positive {
    LIMIT("sigma", v -> AccuracyThreshold.limit(APART, v)),
    ORIGIN("sigma", v -> AccuracyThreshold.initialFromOrigin(POINTS, v)),
    COINCIDENT("eta", v -> new CoincidentPair(0, 0, v)),
    ANTIDERIVATIVE("eta", v -> new ConformalAntiderivative(POINTS).weight(0, v, 1)),
    BOUNDS_Z0("Z_0 (initial loss)", v -> new ConformalBounds(v, 0, 0, 1)),
    BOUNDS_ETA("eta", v -> new ConformalBounds(1, 1, 0, v)),
    NORM_LAW("sigma", CriticalNormLaw::normCoefficient),
    CRITICAL("eta", v -> new CriticalPair(0, 0, v)),
    DELAY_TRAINING("eta", v -> laws().logTrainingTime(v, -1)),
    DELAY_TAU_TRAINING("eta", v -> laws().trainingConformalTimeNearCritical(v, -1)),
    DELAY_TAU_TEST("eta", v -> laws().generalizationConformalTimeNearCritical(v, -1)),
    DELAY_TAU("eta", v -> laws().conformalDelay(v)),
    DELAY_TAU_CRITICAL("eta", v -> laws().conformalDelayNearCritical(v)),
    CLASSIFIER("sigma", v -> GaussianClassifier.of(1, v, 0)),
    DESCENT_S(
        "eta (learning rate of S)",
        v -> new GradientDescent(DATA, GradientDescent.Loss.LOGISTIC, v, 1)),
    DESCENT_B(
        "eta (learning rate of b)",
        v -> new GradientDescent(DATA, GradientDescent.Loss.LOGISTIC, 1, v)),
    ACCURACY_Z("z = quantile of p", v -> ProportionalMargin.atAccuracy(v, 1)),
    ACCURACY_SIGMA("sigma", v -> ProportionalMargin.atAccuracy(1, v)),
    HARD_MARGIN("sigma", v -> LINE.limitThreshold(v)),
    MINIMUM("s (norm)", ProportionalMinimum::ofNorm),
    SEPARABLE("sigma", v -> new SeparableConstants(0.5, 0.5, v, 0, 0)),
    GROWTH_MARGIN("M (margin)", v -> SeparableLossGrowth.logSlope(v, 1)),
    GROWTH_SIGMA("sigma", v -> SeparableLossGrowth.logSlope(1, v)),
    RESIDUAL("eta", v -> new SeparableResidual(0.5, v)),
    STATIONARY("eta", v -> new StationaryWeightTimes(1, -1, v, 0)),
    SUPPORT_E("E (inverse margin)", v -> new SupportVectorGrowth(v, 1, 1, 1, 1)),
    SUPPORT_SHARE("D/N (share)", v -> new SupportVectorGrowth(1, v, 1, 1, 1)),
    SUPPORT_ETA("eta", v -> new SupportVectorGrowth(1, 1, v, 1, 1)),
    SUPPORT_C1("C1", v -> new SupportVectorGrowth(1, 1, 1, v, 1)),
    SUPPORT_C2("C2", v -> new SupportVectorGrowth(1, 1, 1, 1, v)),
    SYMMETRIC("eta", v -> new SymmetricPair(0, 0, v)),
    MODEL_SIGMA("sigma", v -> new TwoPointModel(POINTS, v, 1, 0, 0)),
    MODEL_ETA("eta", v -> new TwoPointModel(POINTS, 1, v, 0, 0)),
    RELAXATION("sigma", POINTS::relaxationExponent);

    private final String argument;
    private final DoubleConsumer call;

    Positive(String argument, DoubleConsumer call) {
      this.argument = argument;
      this.call = call;
    }
  }

  @Test
  void positiveArgumentsArePositive() {
    assertAll(Arrays.stream(Positive.values()).map(row -> () -> check(row)));
  }

  private static void check(Positive row) {
    for (double bad : new double[] {0, -1, Double.NaN, INF}) {
      refuses(row.argument + ": need a finite number above 0, got " + bad, row.call, bad);
    }
    accepts(row.call, 1);
  }

  /** Arguments with a least value, which is itself allowed. */
  @SuppressWarnings("ImmutableEnumChecker") // the lambdas hold no state
  private enum AtLeast {
    START("S0 (initial weight)", 0, v -> AccuracyThreshold.of(MODEL.startingAt(v, 0))),
    COINCIDENT(TAU, 0, v -> new CoincidentPair(0, 0, 1).atConformalTime(v)),
    ANTIDERIVATIVE(TAU, 0, v -> new ConformalAntiderivative(POINTS).weight(0, 1, v)),
    CRITICAL(TAU, 0, v -> new CriticalPair(0, 0, 1).atConformalTime(v)),
    CRITICAL_TIME(TAU, 0, v -> new CriticalPair(0, 0, 1).logTime(v)),
    CRITICAL_SUM(TAU, 0, v -> new CriticalPair(0, 0, 1).biasPlusLogTime(v)),
    CRITICAL_PRINTED("t (time)", 0, v -> new CriticalPair(0, 0, 1).asPrintedConformalTimeEq34(v)),
    RATIO(NORM, 0, v -> DelayLaws.logRatio(v, -1)),
    CLASSIFIER(NORM, 0, v -> new GaussianClassifier(v, 0)),
    CLASSIFIER_S("normS (weight norm)", 0, v -> GaussianClassifier.of(v, 1, 0)),
    HULL("alpha", 0, v -> CROSS.logLossBound(v)),
    KAPPA("kappa", 0, ProportionalMargin::lambda),
    RESIDUAL("t (time)", 0, v -> new SeparableResidual(0.5, 1).logClock(v)),
    RESIDUAL_ONE("t (time)", 0, v -> new SeparableResidual(0.5, 1).singlePointBias(0, 0, v)),
    RESIDUAL_PRINTED("t (time)", 0, v -> new SeparableResidual(0.5, 1).asPrintedBias(0, v)),
    STATIONARY(NORM, 0, v -> new StationaryWeightTimes(v, -1, 1, 0)),
    SYMMETRIC(TAU, 0, v -> new SymmetricPair(0, 0, 1).atConformalTime(v)),
    SYMMETRIC_PRINTED(TAU, 0, v -> new SymmetricPair(0, 0, 1).asPrintedEq31(v)),
    PULL("pull", 0, v -> MODEL.trajectory().atPull(v)),
    PULL_TIME("pull", 0, v -> MODEL.trajectory().logTimeAtPull(v)),
    PULL_TAU("pull", 0, v -> MODEL.trajectory().logConformalTimeAtPull(v)),
    TIME("t (time)", 0, v -> MODEL.trajectory().atTime(v)),
    CONFORMAL(TAU, 0, v -> MODEL.trajectory().atConformalTime(v)),
    MODEL_X("x", -1, v -> new TwoPointModel(TwoPoints.of(v), 1, 1, 0, 0)),
    STEP("lambda", 0, Wendel::stepLimit);

    private final String argument;
    private final double least;
    private final DoubleConsumer call;

    AtLeast(String argument, double least, DoubleConsumer call) {
      this.argument = argument;
      this.least = least;
      this.call = call;
    }
  }

  private static final String TAU = "tau (conformal time)";
  private static final String NORM = "scaledNorm (sigma*|S|)";

  @Test
  void argumentsAreAtLeastTheirLeast() {
    assertAll(Arrays.stream(AtLeast.values()).map(row -> () -> check(row)));
  }

  private static void check(AtLeast row) {
    double below = Math.nextDown(row.least);
    refuses(
        "%s: need a finite number of at least %s, got %s".formatted(row.argument, row.least, below),
        row.call,
        below);
    accepts(row.call, row.least);
  }

  @Test
  void infinityIsNoTime() {
    for (double bad : new double[] {Double.NaN, INF}) {
      String range = ": need a finite number of at least 0.0, got " + bad;
      refuses("t (time)" + range, v -> MODEL.trajectory().atTime(v), bad);
      refuses(NORM + range, v -> new GaussianClassifier(v, 0), bad);
    }
  }

  @Test
  void intervalsHaveEnds() {
    String margin = "M (margin): need a number between 0.0 and 1.0 exclusive, got ";
    for (double bad : new double[] {0, 1, Double.NaN}) {
      refuses(margin + bad, v -> new SeparableResidual(v, 1), bad);
    }
    accepts(v -> new SeparableResidual(v, 1), Math.nextDown(1.0));
    refuses(
        "Z_min (least loss): need a number from 0.0 to 1.0, got 1.5",
        v -> new ConformalBounds(1, v, 0, 1),
        1.5);
    refuses(
        "Z_min (least loss): need a number from 0.0 to 1.0, got -0.5",
        v -> new ConformalBounds(1, v, 0, 1),
        -0.5);
    accepts(v -> new ConformalBounds(1, v, 0, 1), 1);
    accepts(v -> new ConformalBounds(1, v, 0, 1), 0);
    String mean = "logMeanExponential: need a number from -Infinity to 0.0, got ";
    refuses(mean + Double.MIN_VALUE, v -> DelayLaws.logRatio(1, v), Double.MIN_VALUE);
    accepts(v -> DelayLaws.logRatio(1, v), -INF);
    accepts(v -> DelayLaws.logRatio(1, v), 0);
  }

  @Test
  void decimalsAreHeldToTheSameRanges() {
    BigDecimal half = new BigDecimal("0.5");
    refuses(
        "sigma: need a finite number above 0, got 0.0",
        v -> AccuracyThreshold.halfEtaTauAtCriticality(half, BigDecimal.valueOf(v)),
        0);
    refuses(
        "sigma: need a finite number above 0, got -1.0",
        v -> ProportionalMargin.squaredLimitThreshold(BigDecimal.ONE, BigDecimal.valueOf(v)),
        -1);
    refuses(
        "lambda - 1/2: need a finite number above 0, got 0.0",
        v -> ProportionalMargin.ofLambda(BigDecimal.valueOf(v)),
        0.5);
    refuses(
        NORM + ": need a finite number of at least 0.0, got -1.0",
        v -> GaussianClassifier.threshold(BigDecimal.valueOf(v), half),
        -1);
    for (int bad : new int[] {0, 1}) {
      refuses(
          "p: need a probability between 0 and 1, got " + bad,
          v -> AccuracyThreshold.quantile(new BigDecimal(bad)),
          bad);
    }
  }

  @Test
  void countsAreAtLeastTheirLeast() {
    String dimension = "d (dimension): need a finite number of at least 1.0, got 0.0";
    refuses(dimension, v -> Wendel.of(3, (int) v), 0);
    refuses(dimension, v -> Wendel.asPrintedBinomialReading(3, (int) v), 0);
    refuses(dimension, v -> new WendelApproximation(3, (int) v), 0);
    String points = "N (points): need a finite number of at least ";
    refuses(points + "1.0, got 0.0", v -> new WendelApproximation((int) v, 1), 0);
    refuses(points + "2.0, got 1.0", v -> new WendelApproximation((int) v, 1).edgeworth(), 1);
    accepts(v -> new WendelApproximation((int) v, 1).edgeworth(), 2);
    accepts(v -> Wendel.of((int) v, (int) v), 1);
  }

  private static List<BigDecimal> row(int x) {
    return List.of(BigDecimal.valueOf(x));
  }

  private static DelayLaws laws() {
    return new DelayLaws(POINTS);
  }

  private static void refuses(String message, DoubleConsumer call, double value) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> call.accept(value), message)
            .getMessage());
  }

  private static void accepts(DoubleConsumer call, double value) {
    assertDoesNotThrow(() -> call.accept(value));
  }
}
