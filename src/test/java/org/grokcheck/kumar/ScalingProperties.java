package org.grokcheck.kumar;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.CommitteePolynomial;

/** Scales of weights, outputs, labels and losses that leave training as it is. */
class ScalingProperties {
  @Provide
  Arbitrary<DescentCase> cases() {
    return DescentCase.small();
  }

  @Provide
  Arbitrary<Rational> factors() {
    return ExactArb.coarse();
  }

  private static DescentCase with(
      DescentCase c, Rational alpha, Rational eps, RationalMatrix weights, RationalVector y) {
    return new DescentCase(alpha, eps, c.eta(), weights, c.samples(), y);
  }

  private static RationalMatrix stepped(DescentCase c, Rational eta) {
    return c.descended(c.loss(true), c.weights(), eta);
  }

  @Property(tries = 20)
  @Checks("kumar.ext.sigma-equivalence")
  void weightScaleIsAnOutputScaleAndAnActivationScale(
      @ForAll("cases") DescentCase c, @ForAll("factors") Rational sigma) {
    ScaleEquivalence unit = new ScaleEquivalence(c.alpha(), c.eps(), c.eta()).ofWeights(sigma);
    RationalMatrix scaled = c.weights().times(sigma);
    DescentCase large = with(c, c.alpha(), c.eps(), scaled, c.targets());
    DescentCase small = with(c, unit.alpha(), unit.eps(), c.weights(), c.targets());
    DescentCase onlyAlpha =
        with(c, c.alpha().times(sigma.square()), c.eps(), c.weights(), c.targets());
    c.check("kumar.ext.sigma-equivalence", "W/σ after a step")
        .expectingExactly(stepped(large, c.eta()).times(Rational.ONE.over(sigma)))
        .holds(stepped(small, unit.eta()))
        .rejects("ασ² alone", stepped(onlyAlpha, unit.eta()))
        .rejects("learning rate kept", stepped(small, c.eta()));
    WeightMoments model = small.centred().next(small.moments(), unit.eta(), c.width());
    c.check("kumar.ext.sigma-equivalence", "moments after a step, over σ and σ²")
        .expectingExactly(model)
        .holds(WeightMoments.of(stepped(large, c.eta()).times(Rational.ONE.over(sigma))));
  }

  /** As functions of weights and readouts u, which then move alike: f at σu is the unit f at u. */
  @Property(tries = 20)
  @Checks("kumar.ext.sigma-equivalence")
  void readoutsAddOnePowerOfTheScale(
      @ForAll("networks") ExactCase c, @ForAll("factors") Rational sigma) {
    ScaleEquivalence unit =
        new ScaleEquivalence(c.alpha(), c.eps(), c.alpha()).ofWeightsAndReadouts(sigma);
    Polynomial scaled = c.network().outputAt(c.weights().times(sigma), c.readouts().times(sigma));
    CommitteePolynomial other =
        CommitteePolynomial.quadratic(c.dimension(), c.width(), unit.alpha(), unit.eps());
    c.check("kumar.ext.sigma-equivalence", "f at σ(W, v)")
        .expectingExactly(scaled)
        .holds(other.outputAt(c.weights(), c.readouts()))
        .rejects("ασ", other.outputAt(c.weights(), c.readouts()).times(Rational.ONE.over(sigma)));
  }

  @Provide
  Arbitrary<ExactCase> networks() {
    return ExactCase.upTo(3, 3);
  }

  @Property(tries = 20)
  @Checks("kumar.sec4.label-rescaling")
  void labelsOverAlphaAreOutputsTimesAlpha(@ForAll("cases") DescentCase c) {
    Rational alpha = c.alpha();
    DescentCase labels =
        with(c, Rational.ONE, c.eps(), c.weights(), c.targets().times(Rational.ONE.over(alpha)));
    DescentCase unscaled = with(c, Rational.ONE, c.eps(), c.weights(), c.targets());
    c.check("kumar.sec4.label-rescaling", "W after a step of α g to y at η₀/α²")
        .expectingExactly(stepped(c, c.eta().over(alpha.square())))
        .holds(stepped(labels, c.eta()))
        .rejects("labels kept", stepped(unscaled, c.eta()))
        .rejects("learning rate kept", stepped(labels, c.eta().over(alpha.square())));
    WeightMoments next = labels.centred().next(c.moments(), c.eta(), c.width());
    Rational lossOfLabels = labels.centred().loss(next);
    c.check("kumar.sec4.label-rescaling", "loss of α g after the step")
        .expectingExactly(c.centred().loss(next))
        .holds(lossOfLabels.times(alpha.square()))
        .rejects("the same loss", lossOfLabels);
  }

  /** df/dt = Σ ∂f(x) dW/dt with dW/dt = −(η₀/α²) ∂L/∂W. */
  @Property(tries = 20)
  @Checks("kumar.sec8.1.eta-scaling")
  void initialSpeedDoesNotDependOnAlpha(
      @ForAll("cases") DescentCase c, @ForAll("factors") Rational other) {
    RationalVector x = c.samples().row(0).plus(c.weights().row(0));
    Rational speed = speed(c, true, x);
    Rational model = c.centred().initialSpeed(c.eta(), c.width(), x);
    DescentCase rescaled = with(c, other, c.eps(), c.weights(), c.targets());
    c.check("kumar.sec8.1.eta-scaling", "df/dt at the start, centred")
        .expectingExactly(speed)
        .holds(model)
        .holds(speed(rescaled, true, x))
        .refutes("the same without centring", speed(c, false, x))
        .rejects("without 1/N", model.times(c.width() + 1L));
  }

  private static Rational speed(DescentCase c, boolean centred, RationalVector x) {
    Polynomial f = c.network().output(c.network().input()).at(0, x);
    RationalMatrix slope = c.network().gradient(f, c.weights());
    RationalMatrix downhill = c.network().gradient(c.loss(centred), c.weights());
    Rational eta = c.eta().over(c.alpha().square());
    return slope.times(downhill.transpose()).trace().times(eta).negate();
  }

  /** A loss c L at the learning rate η/c. */
  @Property(tries = 20)
  @Checks("kumar.conventions")
  void lossPrefactorIsALearningRate(
      @ForAll("cases") DescentCase c, @ForAll("factors") Rational prefactor) {
    Polynomial loss = c.loss(true);
    RationalMatrix scaled =
        c.descended(loss.times(prefactor), c.weights(), c.eta().over(prefactor));
    c.check("kumar.conventions", "moments after a step on a scaled loss")
        .expectingExactly(WeightMoments.of(scaled))
        .holds(c.centred().next(c.moments(), c.eta(), c.width()))
        .rejects(
            "learning rate kept",
            WeightMoments.of(c.descended(loss.times(prefactor), c.weights(), c.eta())));
  }

  /** Labels: exactly. Weights: only where ε is rescaled as well. */
  @Property(tries = 20)
  @Checks("kumar.sec5.1.norm-not-fundamental")
  void scalesOfWeightsLabelsAndOutputsAreTheSameKnob(
      @ForAll("cases") DescentCase c, @ForAll("factors") Rational sigma) {
    DescentCase labels =
        with(
            c, Rational.ONE, c.eps(), c.weights(), c.targets().times(Rational.ONE.over(c.alpha())));
    c.check("kumar.sec5.1.norm-not-fundamental", "W after a step, α for a label scale")
        .part("labels")
        .expectingExactly(stepped(c, c.eta().over(c.alpha().square())))
        .holds(stepped(labels, c.eta()))
        .rejects("learning rate kept", stepped(c, c.eta()));
    ScaleEquivalence unit = new ScaleEquivalence(c.alpha(), c.eps(), c.eta()).ofWeights(sigma);
    DescentCase large = with(c, c.alpha(), c.eps(), c.weights().times(sigma), c.targets());
    DescentCase small = with(c, unit.alpha(), unit.eps(), c.weights(), c.targets());
    DescentCase alphaAlone = with(c, unit.alpha(), c.eps(), c.weights(), c.targets());
    c.check("kumar.sec5.1.norm-not-fundamental", "W/σ after a step, σ for α and ε")
        .part("weights")
        .expectingExactly(stepped(large, c.eta()).times(Rational.ONE.over(sigma)))
        .holds(stepped(small, unit.eta()))
        .rejects("α alone", stepped(alphaAlone, unit.eta()));
  }

  /** A network of L layers without biases, max(0, ·) between them: f(σθ) = σᴸ f(θ) for σ > 0. */
  @Property(tries = 20)
  @Checks("kumar.sec6.mnist-quadratic")
  void outputScaleHasAPowerForEachLayer(
      @ForAll("layers") List<RationalMatrix> layers, @ForAll("factors") Rational factor) {
    Rational sigma = factor.abs();
    RationalVector x = layers.get(0).row(0);
    RationalVector scaled = x;
    RationalVector unit = x;
    for (RationalMatrix layer : layers) {
      scaled = layer.times(sigma).times(rectified(scaled));
      unit = layer.times(rectified(unit));
    }
    Rational power = ScaleEquivalence.ofLayers(sigma, layers.size());
    Check.of("kumar.sec6.mnist-quadratic", "f(σθ), in units of f(θ)")
        .by(Oracle.EXACT)
        .at("layers", layers.size(), "sigma", sigma)
        .expectingExactly(scaled)
        .holds(unit.times(power))
        .rejects("σ² for any depth", unit.times(sigma.square()));
  }

  private static RationalVector rectified(RationalVector v) {
    return RationalVector.of(v.size(), i -> v.get(i).max(Rational.ZERO));
  }

  @Provide
  Arbitrary<List<RationalMatrix>> layers() {
    return ExactArb.matrix(4, 4).list().ofMinSize(2).ofMaxSize(4);
  }
}
