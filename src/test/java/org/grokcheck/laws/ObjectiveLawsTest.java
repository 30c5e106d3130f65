package org.grokcheck.laws;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Objective;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.grokcheck.laws.WrongObjective.Fault;
import org.grokcheck.laws.WrongObjective.Signed;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every law of objectives notices an objective that breaks it, also by a little. */
class ObjectiveLawsTest {
  /** A relative fault that single precision would not show. */
  private static final double SLIGHT = 1e-8;

  /** One that differences of gradients still show: u · ∇²L v is far below |u||∇²L v|. */
  private static final double DIFFERENCED = 1e-6;

  private interface Law {
    void check(Signed objective, TrainingProblem problem);
  }

  @TestFactory
  Stream<DynamicTest> everyLawRejectsItsMutant() {
    return Stream.of(
        rejects(
            "gradient slightly long",
            slightlyLongGradient(),
            Signed::gradientIsTheDerivativeOfTheLoss),
        rejects("gradient of the sum", summedGradient(), Signed::gradientIsTheDerivativeOfTheLoss),
        rejects("gradient of the sum", summedGradient(), Signed::aSetIsTheMeanOfItsSamples),
        rejects(
            "Hessian slightly short",
            slightlyShortHessian(),
            Signed::hessianIsTheDerivativeOfTheGradient),
        rejects("shifted Hessian", shiftedHessian(), Signed::hessianIsTheDerivativeOfTheGradient),
        rejects("skew part", skewHessian(), Signed::hessianIsSymmetric),
        rejects("coarse differences", differencedHessian(), Signed::hessianTimesIsLinear),
        rejects("samples in the wrong order", reversedOutputs(), Signed::aSetIsTheMeanOfItsSamples),
        rejects("first sample counted more", weightedFirst(), Signed::orderOfSamplesDoesNotMatter),
        rejects("loss from other outputs", shiftedLoss(), Signed::lossFollowsFromTheOutputs),
        rejects("a call that remembers", remembering(), Signed::callsRepeatToTheLastBit),
        rejects("a shared array", sharedGradient(), Signed::callsRepeatToTheLastBit),
        rejects("weight decay in the loss", decayed(), Signed::crossEntropyIgnoresACommonShift),
        rejects("decay in the loss", decayed(), Signed::squaredLossScalesWithItsTargets),
        rejects("silent about NaN", silent(), Signed::refusesVectorsThatAreNoParameters));
  }

  private static DynamicTest rejects(String fault, Fault in, Law law) {
    TrainingProblem problem = problem();
    return DynamicTest.dynamicTest(
        fault, () -> assertThrows(AssertionError.class, () -> law.check(Signed.with(in), problem)));
  }

  /** Four samples, cross-entropy, a network with tanh and biases. */
  private static TrainingProblem problem() {
    return LongStream.range(0, 1000)
        .mapToObj(seed -> TrainingProblems.of(SmallNetworks.MLPS.get(4), seed))
        .filter(p -> p.samples() == 4 && p.loss() == Loss.CROSS_ENTROPY && p.model().isCentred())
        .findFirst()
        .orElseThrow();
  }

  /** The right objective passes where the mutants fail. */
  @Test
  void theRightObjectivePasses() {
    Signed right = Signed.with((objective, samples) -> objective);
    TrainingProblem p = problem();
    right.gradientIsTheDerivativeOfTheLoss(p);
    right.hessianIsTheDerivativeOfTheGradient(p);
    right.hessianIsSymmetric(p);
    right.hessianTimesIsLinear(p);
    right.aSetIsTheMeanOfItsSamples(p);
    right.orderOfSamplesDoesNotMatter(p);
    right.lossFollowsFromTheOutputs(p);
    right.callsRepeatToTheLastBit(p);
    right.crossEntropyIgnoresACommonShift(p);
    right.squaredLossScalesWithItsTargets(p);
    right.refusesVectorsThatAreNoParameters(p);
  }

  /** Faults of what is made of a model: no centre, no scale, labels taken as numbers. */
  @Test
  void faultsOfTheOutputMapAreSeen() {
    TrainingProblem p = problem();
    Map<Law, Signed> faults =
        Map.of(
            Signed::centredOutputsVanishAtTheCentre,
            new Signed((m, x, y, l) -> of(Model.scaled(m.architecture(), m.scale()), x, y, l)),
            Signed::scaleAndCentreMapTheOutputs,
            new Signed((m, x, y, l) -> of(new Model(m.architecture(), 1, m.centre()), x, y, l)),
            Signed::labelsAreOneHotRows,
            new Signed((m, x, y, l) -> of(m, x, y instanceof Targets.Classes c ? twos(c) : y, l)));
    faults.forEach((law, wrong) -> assertThrows(AssertionError.class, () -> law.check(wrong, p)));
  }

  /** An objective that takes whatever it is given. */
  @Test
  void leniencyIsSeen() {
    TrainingProblem p = problem();
    Signed lenient = new Signed((m, x, y, l) -> p.reference());
    assertThrows(AssertionError.class, () -> lenient.refusesTargetsThatAreNoOutputs(p));
    assertThrows(AssertionError.class, () -> lenient.refusesInputsOfAnotherKind(p));
  }

  private static Objective of(Model model, Inputs inputs, Targets targets, Loss loss) {
    return ReferenceObjective.of(model, inputs, targets, loss);
  }

  private static Targets twos(Targets.Classes classes) {
    double[][] rows = new double[classes.samples()][3];
    for (int i = 0; i < rows.length; i++) {
      rows[i][classes.labels()[i]] = 2;
    }
    return new Targets.Values(rows);
  }

  private static Fault slightlyLongGradient() {
    return (right, n) ->
        new WrongObjective(right) {
          @Override
          public double[] gradient(double[] theta) {
            return Vectors.scaled(1 + SLIGHT, super.gradient(theta));
          }
        };
  }

  private static Fault summedGradient() {
    return (right, n) ->
        new WrongObjective(right) {
          @Override
          public double[] gradient(double[] theta) {
            return Vectors.scaled(n, super.gradient(theta));
          }
        };
  }

  private static Fault slightlyShortHessian() {
    return hessian(
        (right, theta, v) -> Vectors.scaled(1 - DIFFERENCED, right.hessianTimes(theta, v)));
  }

  private static Fault shiftedHessian() {
    return hessian((right, theta, v) -> Vectors.plus(right.hessianTimes(theta, v), SLIGHT, v));
  }

  private static Fault skewHessian() {
    return hessian(
        (right, theta, v) -> {
          double[] product = right.hessianTimes(theta, v);
          product[0] += SLIGHT * v[1];
          product[1] -= SLIGHT * v[0];
          return product;
        });
  }

  /** One-sided differences: right to first order in the step only, so not linear in v. */
  private static Fault differencedHessian() {
    return hessian(
        (right, theta, v) -> {
          double[] ahead = right.gradient(Vectors.plus(theta, 1e-4, v));
          return Vectors.scaled(1e4, Vectors.plus(ahead, -1, right.gradient(theta)));
        });
  }

  private interface Product {
    double[] of(Objective right, double[] theta, double[] v);
  }

  private static Fault hessian(Product product) {
    return (right, n) ->
        new WrongObjective(right) {
          @Override
          public double[] hessianTimes(double[] theta, double[] v) {
            return product.of(right, theta, v);
          }
        };
  }

  private static Fault reversedOutputs() {
    return (right, n) ->
        new WrongObjective(right) {
          @Override
          public double[][] outputs(double[] theta) {
            double[][] rows = super.outputs(theta);
            Collections.reverse(Arrays.asList(rows));
            return rows;
          }
        };
  }

  private static Fault weightedFirst() {
    return loss((right, theta) -> right.loss(theta) + SLIGHT * right.outputs(theta)[0][0]);
  }

  private static Fault shiftedLoss() {
    return loss((right, theta) -> right.loss(theta) + SLIGHT);
  }

  private static Fault decayed() {
    return loss((right, theta) -> right.loss(theta) + SLIGHT * Vectors.dot(theta, theta));
  }

  private interface Value {
    double of(Objective right, double[] theta);
  }

  private static Fault loss(Value value) {
    return (right, n) ->
        new WrongObjective(right) {
          @Override
          public double loss(double[] theta) {
            return value.of(right, theta);
          }
        };
  }

  private static Fault remembering() {
    return (right, n) ->
        new WrongObjective(right) {
          private int calls;

          @Override
          public double loss(double[] theta) {
            return Math.nextUp(super.loss(theta)) + calls++ * 1e-15;
          }
        };
  }

  private static Fault sharedGradient() {
    return (right, n) ->
        new WrongObjective(right) {
          private final double[] shared = new double[right.parameters()];

          @Override
          public double[] gradient(double[] theta) {
            System.arraycopy(super.gradient(theta), 0, shared, 0, shared.length);
            return shared;
          }
        };
  }

  private static Fault silent() {
    return loss(
        (right, theta) -> Arrays.stream(theta).allMatch(Double::isFinite) ? right.loss(theta) : 0);
  }
}
