package org.grokcheck.kumar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.kumar.experiment.ThresholdedAccuracy;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;
import org.junit.jupiter.api.Test;

/** Accuracies, by the largest output and by a threshold, and what a loss says of them. */
class AccuracyProperties {
  private static final int STEPS = 20;
  private static final String BOUND = "kumar.ext.acc-loss-bound";
  private static final String EQUIVALENCE = "kumar.sec16.1.equivalence";
  private static final String DEFINITIONS = "kumar.sec16.1.definitions";
  private static final String THRESHOLD = "kumar.sec16.2.threshold";

  /** Outputs near their targets, so that the bound matters; ties are drawn too. */
  @Provide
  Arbitrary<ArgmaxError> outputs() {
    return ExactArb.shapes(4, 6)
        .flatMap(
            s ->
                Combinators.combine(
                        near(s.get1() + 1).list().ofSize(s.get2()),
                        Arbitraries.integers().between(0, s.get1()).list().ofSize(s.get2()))
                    .as(ArgmaxError::new));
  }

  private static Arbitrary<RationalVector> near(int classes) {
    Arbitrary<Rational> tie = Arbitraries.of(Rational.HALF, Rational.ZERO, Rational.ONE);
    return Arbitraries.oneOf(ExactArb.rational(), tie)
        .list()
        .ofSize(classes)
        .map(RationalVector::new);
  }

  private static Check exact(String claim, String quantity) {
    return Check.of(claim, quantity).by(Oracle.EXACT);
  }

  @Property(tries = 300)
  @Checks(BOUND)
  void errorRateIsAtMostTwiceTheSquaredError(@ForAll("outputs") ArgmaxError errors) {
    Rational rate = counted(errors);
    exact(BOUND, "error rate")
        .at("f", errors.outputs(), "labels", errors.labels())
        .expectingExactly(rate)
        .holds(errors.rate())
        .rejects("accuracy", Rational.ONE.minus(rate));
    Rational twice = errors.squaredError().times(2);
    exact(BOUND, "error rate <= 2 Σ (f − y)²")
        .at("f", errors.outputs(), "labels", errors.labels())
        .expectingExactly(true)
        .holds(rate.compareTo(errors.bound()) <= 0)
        .rejects("the squared error itself", rate.compareTo(errors.squaredError()) <= 0);
    exact(BOUND, "2 Σ over outputs of (f − y)², from sums over all outputs")
        .at("f", errors.outputs(), "labels", errors.labels())
        .expectingExactly(summed(errors).times(2))
        .holds(twice)
        .rejects("mean over outputs", twice.over(errors.outputs().get(0).size()));
  }

  /** Shares of samples whose label isn't the only largest output. */
  private static Rational counted(ArgmaxError errors) {
    long wrong =
        IntStream.range(0, errors.labels().size())
            .filter(
                i -> {
                  List<Rational> f = errors.outputs().get(i).entries();
                  Rational largest = f.stream().max(Rational::compareTo).orElseThrow();
                  boolean unique = f.stream().filter(largest::equals).count() == 1;
                  return !(unique && f.indexOf(largest) == errors.labels().get(i));
                })
            .count();
    return Rational.of(wrong, errors.labels().size());
  }

  /** Σ f² − 2 f_c + 1. */
  private static Rational summed(ArgmaxError errors) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < errors.labels().size(); i++) {
      RationalVector f = errors.outputs().get(i);
      sum = sum.plus(f.normSquared()).minus(f.get(errors.labels().get(i)).times(2));
    }
    return sum.over(errors.labels().size()).plus(Rational.ONE);
  }

  @Test
  @Checks(BOUND)
  void boundIsAttainedByATie() {
    ArgmaxError tie =
        new ArgmaxError(List.of(RationalVector.of(Rational.HALF, Rational.HALF)), List.of(0));
    exact(BOUND, "bound at f = (½, ½)")
        .expectingExactly(tie.rate())
        .holds(tie.bound())
        .rejects("4 Σ (f − y)²", tie.bound().times(2));
  }

  /** Output of the right class 1 − u, of the other one v. */
  private static ArgmaxError state(Rational u, Rational v) {
    return new ArgmaxError(List.of(RationalVector.of(Rational.ONE.minus(u), v)), List.of(0));
  }

  /**
   * Two runs of a network with two outputs. In the first the test error falls on both outputs: (3s,
   * 4s) costs what 5s does on one of them, so that the losses are equal at every step while the
   * test accuracy lags. In the second the test loss lags while both accuracies are perfect.
   */
  @Test
  @Checks({EQUIVALENCE, DEFINITIONS})
  void eitherKindOfGrokkingOccursWithoutTheOther() {
    Run accuracy = new Run();
    Run loss = new Run();
    for (int k = 0; k <= STEPS; k++) {
      Rational s = Rational.of(STEPS - k, 6L * STEPS);
      accuracy.add(state(s.times(5), Rational.ZERO), state(s.times(3), s.times(4)));
      Rational late = k < STEPS ? Rational.of(2, 5) : Rational.ZERO;
      loss.add(state(s.times(2), Rational.ZERO), state(late, Rational.ZERO));
    }
    exact(EQUIVALENCE, "delays of accuracy and loss, losses equal")
        .at("train f", "(1 − 5s, 0)", "test f", "(1 − 3s, 4s)", "s", "1/6 to 0")
        .expectingExactly("true false")
        .holds(accuracy.accuracyLags() + " " + accuracy.lossLags())
        .refutes("one implies the other", accuracy.accuracyLags() + " " + accuracy.accuracyLags());
    exact(EQUIVALENCE, "delays of accuracy and loss, accuracies perfect")
        .at("train f", "(1 − 2s, 0)", "test f", "(3/5, 0)", "s", "1/6 to 0")
        .expectingExactly("false true")
        .holds(loss.accuracyLags() + " " + loss.lossLags())
        .refutes("one implies the other", loss.lossLags() + " " + loss.lossLags());
    exact(DEFINITIONS, "late change of test accuracy and test loss")
        .at("train f", "(1 − 5s, 0)", "test f", "(1 − 3s, 4s)", "s", "1/6 to 0")
        .expectingExactly("1 -1")
        .holds(accuracy.lateChangeOfAccuracy() + " " + accuracy.lateChangeOfLoss())
        .refutes("the test loss rises", accuracy.lateChangeOfAccuracy() + " 1");
  }

  /** Accuracies and losses of train and test at each step. */
  private static final class Run {
    private final ArrayList<ArgmaxError> train = new ArrayList<>();
    private final ArrayList<ArgmaxError> test = new ArrayList<>();

    void add(ArgmaxError onTrain, ArgmaxError onTest) {
      train.add(onTrain);
      test.add(onTest);
    }

    boolean accuracyLags() {
      return first(test, e -> e.rate().signum() == 0) > first(train, e -> e.rate().signum() == 0);
    }

    /** Whether the test loss is later than the train loss at half of its start. */
    boolean lossLags() {
      return halved(test) > halved(train);
    }

    private static int halved(List<ArgmaxError> series) {
      Rational half = series.get(0).squaredError().over(2);
      return first(series, e -> e.squaredError().compareTo(half) <= 0);
    }

    int lateChangeOfAccuracy() {
      return test.get(0).rate().compareTo(test.get(STEPS).rate());
    }

    int lateChangeOfLoss() {
      return test.get(STEPS).squaredError().compareTo(test.get(0).squaredError());
    }

    private static int first(List<ArgmaxError> series, Predicate<ArgmaxError> reached) {
      return IntStream.range(0, series.size())
          .filter(k -> reached.test(series.get(k)))
          .findFirst()
          .orElse(Integer.MAX_VALUE);
    }
  }

  @Provide
  Arbitrary<double[]> errors() {
    Arbitrary<Double> odd = Arbitraries.of(0.0, Double.NaN, Double.POSITIVE_INFINITY, 0.25);
    return Arbitraries.oneOf(Arb.logUniform(1e-6, 1e3), odd)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property(tries = 200)
  @Checks(THRESHOLD)
  void thresholdedAccuracyCountsErrorsUpToIt(@ForAll("errors") double[] errors) {
    double[] sorted = Arrays.stream(errors).filter(e -> !Double.isNaN(e)).sorted().toArray();
    for (int k = 0; k < sorted.length; k++) {
      double theta = sorted[k];
      int within = k + 1;
      while (within < sorted.length && sorted[within] == theta) {
        within++;
      }
      double share = (double) within / errors.length;
      double before = (double) first(sorted, theta) / errors.length;
      exact(THRESHOLD, "acc_θ at an error, where it jumps")
          .at("errors", Arrays.toString(errors), "theta", theta)
          .expectingExactly(share)
          .holds(ThresholdedAccuracy.of(errors, theta))
          .rejects("errors below θ only", before)
          .rejects("NaN counts as right", share + (errors.length - sorted.length) * 1.0);
      if (theta > 0 && theta < Double.POSITIVE_INFINITY) {
        exact(THRESHOLD, "acc_θ just below the error")
            .at("errors", Arrays.toString(errors), "theta", Math.nextDown(theta))
            .expectingExactly(before)
            .holds(ThresholdedAccuracy.of(errors, Math.nextDown(theta)))
            .rejects("continuous from the left", share);
      }
    }
    exact(THRESHOLD, "acc_∞, all but NaN")
        .at("errors", Arrays.toString(errors))
        .expectingExactly((double) sorted.length / errors.length)
        .holds(ThresholdedAccuracy.of(errors, Double.POSITIVE_INFINITY))
        .rejects("exact hits", ThresholdedAccuracy.of(errors, 0));
  }

  private static int first(double[] sorted, double theta) {
    return (int) Arrays.stream(sorted).filter(e -> e < theta).count();
  }
}
