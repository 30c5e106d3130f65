package org.grokcheck.beck;

import net.jqwik.api.Arbitrary;
import org.grokcheck.harness.Arb;
import org.grokcheck.laws.GradientFlow;

/** The two-point model under the laws of gradient flow: its state is (S, b) with S = S̃/σ. */
record TwoPointFlow(TwoPointModel model) implements GradientFlow {

  /** Flows at ordinary parameters, special points included, whose loss a double can hold. */
  static Arbitrary<GradientFlow> any() {
    return TwoPointModels.drawn(
            TwoPointModels.positions(),
            Arb.logUniform(0.1, 20),
            Arb.uniform(-3, 3),
            Arb.uniform(-4, 4))
        .map(TwoPointFlow::new);
  }

  @Override
  public double eta() {
    return model.eta();
  }

  @Override
  public double steepness() {
    return StrictMath.hypot(1, model.sigma());
  }

  @Override
  public double loss(double[] state) {
    return StrictMath.exp(model.logTrainingLoss(model.sigma() * state[0], state[1]));
  }

  @Override
  public double[] rate(double[] state) {
    return unscaled(model.rates(model.sigma() * state[0], state[1]));
  }

  @Override
  public double[] conformalRate(double[] state) {
    return unscaled(model.conformalRates(model.sigma() * state[0]));
  }

  @Override
  public double clockSpeed(double[] state) {
    return StrictMath.exp(state[1]);
  }

  @Override
  public double[] start() {
    return new double[] {model.initialWeight() / model.sigma(), model.initialBias()};
  }

  @Override
  public double[] at(double time) {
    return unscaled(model.trajectory().atTime(time));
  }

  @Override
  public double[] atConformal(double conformal) {
    return unscaled(model.trajectory().atConformalTime(conformal));
  }

  @Override
  public double conformalTime(double time) {
    TwoPointTrajectory trajectory = model.trajectory();
    return StrictMath.exp(trajectory.logConformalTimeAtPull(trajectory.atTime(time).pull()));
  }

  @Override
  public double clockError(double time, double[] state) {
    double weightChange = model.sigma() * state[0] - model.initialWeight();
    double biasChange = state[1] - model.initialBias();
    return new FlowRounding(model, weightChange, biasChange).clock(StrictMath.log(time));
  }

  @Override
  public GradientFlow from(double[] state) {
    return new TwoPointFlow(model.startingAt(model.sigma() * state[0], state[1]));
  }

  @Override
  public Object[] inputs() {
    return TwoPointModels.inputs(model);
  }

  private double[] unscaled(TwoPointModel.Rates rates) {
    return new double[] {rates.weight() / model.sigma(), rates.bias()};
  }

  private double[] unscaled(TwoPointState state) {
    return new double[] {state.weight() / model.sigma(), state.bias()};
  }
}
