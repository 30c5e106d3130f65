package org.grokcheck.laws;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.stream.Stream;
import org.grokcheck.compute.Optimizer;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.OptimizerSpec.Adam;
import org.grokcheck.compute.OptimizerSpec.Adamax;
import org.grokcheck.compute.OptimizerSpec.RmsProp;
import org.grokcheck.compute.OptimizerSpec.Rprop;
import org.grokcheck.compute.OptimizerSpec.Sgd;
import org.grokcheck.compute.reference.ReferenceOptimizer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every law of optimisers notices an optimiser that breaks it. */
class OptimizerLawsTest {
  private static final double SLIGHT = 1 + 1e-9;

  private interface Law {
    void check(Signed optimizer, OptimizerRun run);
  }

  private interface Maker {
    Optimizer make(OptimizerSettings settings, int parameters);
  }

  private record Signed(Maker maker) implements OptimizerLaws, OptimizerSettingsLaws {
    @Override
    public Optimizer optimizer(OptimizerSettings settings, int parameters) {
      return maker.make(settings, parameters);
    }
  }

  private static final OptimizerSpec ADAM = new Adam(0.125, 0.9, 0.98, 1e-8, 0.5, false);
  private static final OptimizerSpec ADAMW = new Adam(0.125, 0.9, 0.98, 1e-8, 0.5, true);
  private static final OptimizerSpec ADAMAX = new Adamax(0.125, 0.9, 0.98, 1e-8, 0.5);
  private static final OptimizerSpec RMSPROP = new RmsProp(0.125, 0.98, 1e-8, 0.5);
  private static final OptimizerSpec RPROP = new Rprop(0.125, 0.5, 1.25, 1e-6, 50);
  private static final OptimizerSpec MOMENTUM = new Sgd(0.125, 0.5, 0.25);

  @TestFactory
  Stream<DynamicTest> everyLawRejectsItsMutant() {
    return Stream.of(
        rejects("uphill for negative g", ADAM, lopsided(), Signed::signsMirrorThePath),
        rejects(
            "ε in another unit",
            ADAM,
            specs(s -> epsilonless(s)),
            Signed::unitOfTheGradientDropsOut),
        rejects(
            "ε in another unit",
            ADAMAX,
            specs(s -> epsilonless(s)),
            Signed::unitOfTheGradientDropsOut),
        rejects(
            "ε in another unit",
            RMSPROP,
            specs(s -> epsilonless(s)),
            Signed::unitOfTheGradientDropsOut),
        rejects(
            "steps of gradient size",
            RPROP,
            specs(s -> descent(s)),
            Signed::unitOfTheGradientDropsOut),
        rejects("moments exchanged", RMSPROP, specs(s -> faster(s)), Signed::firstStepIsKnown),
        rejects("coupled for decoupled", ADAMW, specs(s -> coupled(s)), Signed::firstStepIsKnown),
        rejects("no decay", ADAMAX, specs(s -> epsilonless(s)), Signed::firstStepIsKnown),
        rejects(
            "other momentum", MOMENTUM, specs(s -> faster(s)), Signed::momentumSumsGeometrically),
        rejects("always decays", ADAM, decaying(), Signed::nothingMovesWithoutGradient),
        rejects(
            "coupled for decoupled",
            ADAMW,
            specs(s -> coupled(s)),
            Signed::decoupledDecayIsGeometric),
        rejects(
            "decoupled for coupled",
            ADAM,
            specs(s -> decoupled(s)),
            Signed::coupledDecayIsPartOfTheGradient),
        rejects(
            "no range", RPROP, specs(s -> unlimited(s)), Signed::resilientStepsStayInTheirRange),
        rejects(
            "no clipping",
            MOMENTUM,
            (s, n) -> of(s.method(), 1 / 0.0, s.warmUp(), s.norm(), n),
            Signed::clippingShortensTheGradient),
        rejects(
            "clips whatever is given",
            MOMENTUM,
            (s, n) -> of(s.method(), Math.min(1, s.clip() / 1e7), s.warmUp(), s.norm(), n),
            Signed::wideClippingChangesNothing),
        rejects(
            "no warm-up",
            MOMENTUM,
            (s, n) -> of(s.method(), s.clip(), 0, s.norm(), n),
            Signed::warmUpRaisesTheRate),
        rejects(
            "longer warm-up",
            MOMENTUM,
            (s, n) -> of(s.method(), s.clip(), s.warmUp() + 1, s.norm(), n),
            Signed::warmUpRaisesTheRate),
        rejects(
            "free norm",
            MOMENTUM,
            (s, n) -> of(s.method(), s.clip(), s.warmUp(), 0, n),
            Signed::heldNormKeepsTheDirection),
        rejects(
            "norm a little long",
            MOMENTUM,
            (s, n) -> of(s.method(), s.clip(), s.warmUp(), s.norm() * SLIGHT, n),
            Signed::heldNormKeepsTheDirection),
        rejects("forgets its state", ADAM, forgetful(), Signed::checkpointsContinueThePath),
        rejects("spoils the gradient", RPROP, spoiling(), Signed::argumentsAreGuarded));
  }

  private static DynamicTest rejects(String fault, OptimizerSpec method, Maker wrong, Law law) {
    OptimizerRun run =
        new OptimizerRun(
            method,
            new double[] {1, -0.75, 0.5},
            new double[][] {{1, -2, 0.5}, {-1, 3, 0.25}, {0.5, 1, -1}, {2, 0.5, -1}, {1, 1, 1}});
    return DynamicTest.dynamicTest(
        fault + ": " + method.getClass().getSimpleName(),
        () -> {
          law.check(new Signed(ReferenceOptimizer::of), run);
          assertThrows(AssertionError.class, () -> law.check(new Signed(wrong), run));
        });
  }

  private static Optimizer of(OptimizerSpec s, double clip, int warmUp, double norm, int n) {
    return ReferenceOptimizer.of(new OptimizerSettings(s, clip, warmUp, norm), n);
  }

  private interface Change {
    OptimizerSpec of(OptimizerSpec method);
  }

  private static Maker specs(Change change) {
    return (s, n) -> of(change.of(s.method()), s.clip(), s.warmUp(), s.norm(), n);
  }

  private static OptimizerSpec epsilonless(OptimizerSpec method) {
    if (method instanceof Adam s) {
      return new Adam(s.rate(), s.beta1(), s.beta2(), 1e-8, s.decay(), s.decoupled());
    } else if (method instanceof Adamax s) {
      return new Adamax(s.rate(), s.beta1(), s.beta2(), 1e-8, 0);
    }
    RmsProp s = (RmsProp) method;
    return new RmsProp(s.rate(), s.smoothing(), 1e-8, s.decay());
  }

  private static OptimizerSpec faster(OptimizerSpec method) {
    return method instanceof Sgd s
        ? new Sgd(s.rate(), s.momentum() * SLIGHT, s.decay())
        : new RmsProp(method.rate(), 0.98 * SLIGHT, 1e-8, 0.5);
  }

  private static OptimizerSpec descent(OptimizerSpec method) {
    return OptimizerSpec.gradientDescent(method.rate());
  }

  private static OptimizerSpec coupled(OptimizerSpec method) {
    Adam s = (Adam) method;
    return new Adam(s.rate(), s.beta1(), s.beta2(), s.epsilon(), s.decay(), false);
  }

  private static OptimizerSpec decoupled(OptimizerSpec method) {
    Adam s = (Adam) method;
    return new Adam(s.rate(), s.beta1(), s.beta2(), s.epsilon(), s.decay(), true);
  }

  private static OptimizerSpec unlimited(OptimizerSpec method) {
    return new Rprop(method.rate(), 0.1, 4, 1e-12, 1e6);
  }

  private static Maker lopsided() {
    return stepping(
        (right, theta, g) -> right.step(theta, new double[] {Math.abs(g[0]), g[1], g[2]}));
  }

  private static Maker decaying() {
    return stepping(
        (right, theta, g) -> {
          right.step(theta, g);
          theta[0] *= SLIGHT;
        });
  }

  private static Maker spoiling() {
    return stepping(
        (right, theta, g) -> {
          right.step(theta, g);
          g[0] = 0;
        });
  }

  private interface Step {
    void take(Optimizer right, double[] theta, double[] gradient);
  }

  private static Maker stepping(Step step) {
    return (s, n) ->
        new Wrong(ReferenceOptimizer.of(s, n)) {
          @Override
          public void step(double[] theta, double[] gradient) {
            step.take(right, theta, gradient);
          }
        };
  }

  private static Maker forgetful() {
    return (s, n) ->
        new Wrong(ReferenceOptimizer.of(s, n)) {
          @Override
          public void restore(Map<String, double[]> saved) {
            // Starts anew instead.
          }
        };
  }

  private static class Wrong implements Optimizer {
    final Optimizer right;

    Wrong(Optimizer right) {
      this.right = right;
    }

    @Override
    public void step(double[] theta, double[] gradient) {
      right.step(theta, gradient);
    }

    @Override
    public long steps() {
      return right.steps();
    }

    @Override
    public Map<String, double[]> state() {
      return right.state();
    }

    @Override
    public void restore(Map<String, double[]> saved) {
      right.restore(saved);
    }
  }
}
