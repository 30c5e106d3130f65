package org.grokcheck.beck;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.FieldFlow;

/**
 * App. C: the flow with a bias follows the bias-free path in conformal time, and the bounds on b,
 * e^b and τ that come with it. Flows in real time are integrated from eq. (9).
 */
class ConformalTimeProperties {
  /** A flow in real time up to t. */
  record Flow(SmallSets set, List<Double> weight, double bias, double eta, double time) {
    double[] start() {
      double[] start = new double[weight.size() + 1];
      for (int j = 0; j < weight.size(); j++) {
        start[j] = weight.get(j);
      }
      start[weight.size()] = bias;
      return start;
    }

    double[] startWeight() {
      return Arrays.copyOf(start(), weight.size());
    }

    FieldFlow.State real(boolean logistic) {
      return FieldFlow.realTime(set.rows(), logistic, eta, start(), time);
    }

    TrainingSet data() {
      return TrainingSet.of(set.rows());
    }

    /** S and b after a conformal time, by the product's rates of eq. (10). */
    FieldFlow.State conformal(double tau) {
      int d = weight.size();
      return FieldFlow.after(y -> data().conformalRates(Arrays.copyOf(y, d), eta), start(), tau);
    }

    /** L_e(S₀, 0). */
    double initialLoss() {
      return StrictMath.exp(data().logExponentialLoss(startWeight(), 0));
    }

    /** How fast neighbouring solutions can part: η times the largest curvature, times 1 + slack. */
    double spread(double tau) {
      // The bias-free flow contracts; b integrates ηm, whose slope is at most η max‖x‖ m ≤ that of
      // Z₀.
      double reach = 1;
      for (double[] x : set.rows()) {
        for (double c : x) {
          reach = Math.max(reach, Math.abs(c) * Math.sqrt(x.length));
        }
      }
      return 4 + eta * tau * reach * initialLoss() * 4;
    }
  }

  @Provide
  Arbitrary<Flow> flows() {
    Arbitrary<SmallSets> sets = Arbitraries.oneOf(SmallSets.all(), SurroundingSets.all());
    return sets.filter(ConformalTimeProperties::isModerate)
        .flatMap(
            set ->
                Combinators.combine(
                        Arb.uniform(-0.5, 0.5).list().ofSize(set.dimension()),
                        Arb.uniform(-3, 1),
                        Arb.logUniform(0.05, 1),
                        Arb.logUniform(0.1, 30))
                    .as((weight, bias, eta, time) -> new Flow(set, weight, bias, eta, time)));
  }

  private static boolean isModerate(SmallSets set) {
    return Arrays.stream(set.rows())
        .flatMapToDouble(Arrays::stream)
        .allMatch(c -> Math.abs(c) <= 4);
  }

  private static Check check(String claim, String quantity, Oracle oracle, Flow flow) {
    return Check.of(claim, quantity).by(oracle).at("flow", flow);
  }

  private static Tolerance local(double error) {
    return new Tolerance.Truncation(
        error, 1, 1, "local errors of the eighth-order method, times how far solutions part");
  }

  @Property(tries = 30)
  @Checks({"beck.eq10", "beck.sec33.path", "beck-summary.conformal"})
  void weightFollowsTheBiasFreePath(@ForAll("flows") Flow flow) {
    FieldFlow.State real = flow.real(false);
    int d = flow.weight.size();
    double tau = real.values()[d + 1];
    FieldFlow.State path = flow.conformal(tau);
    FieldFlow.State late = flow.conformal(flow.time);
    double[] logistic = flow.real(true).values();
    double error =
        (real.error() + path.error()) * flow.spread(tau) * (1 + flow.initialLoss() * flow.eta * 20);
    for (int j = 0; j <= d; j++) {
      String name = j < d ? "S(t) = S_free(τ(t))" : "b(t) − b₀";
      for (String claim : new String[] {"beck.eq10", "beck-summary.conformal"}) {
        check(claim, name, Oracle.SECOND_ALGORITHM, flow)
            .part("path")
            .expecting(real.values()[j], local(error))
            .holds(path.values()[j])
            .rejects("S_free(t), without conformal time", late.values()[j])
            .rejects("logistic loss", pathOfLogistic(flow, logistic[d + 1], j));
      }
    }
    // Another b₀, the same conformal time: the same point of the path.
    Flow other = new Flow(flow.set, flow.weight, flow.bias - 1.5, flow.eta, 4.4 * flow.time);
    FieldFlow.State moved = other.real(false);
    FieldFlow.State onPath = flow.conformal(moved.values()[d + 1]);
    double otherError =
        (moved.error() + onPath.error())
            * flow.spread(moved.values()[d + 1])
            * (1 + flow.initialLoss() * flow.eta * 20);
    for (int j = 0; j < d; j++) {
      check("beck.sec33.path", "S from b₀ − 3/2 on the path of b₀", Oracle.SECOND_ALGORITHM, flow)
          .expecting(moved.values()[j], local(otherError))
          .holds(onPath.values()[j])
          .rejects("at equal real time", real.values()[j]);
    }
  }

  /** What the path would say if the logistic flow had conformal time too, as a wrong variant. */
  private static double pathOfLogistic(Flow flow, double tau, int j) {
    return flow.conformal(tau).values()[j];
  }

  @Property(tries = 60)
  @Checks({
    "beck.eq20",
    "beck.eq21",
    "beck.appc.loss-bounded",
    "beck.appc.divergence",
    "beck.ext.b-bounds",
    "beck.ext.tau-bounds"
  })
  void biasAndConformalTimeStayWithinBounds(@ForAll("flows") Flow flow) {
    FieldFlow.State real = flow.real(false);
    int d = flow.weight.size();
    double bias = real.values()[d];
    double tau = real.values()[d + 1];
    double[] weight = Arrays.copyOf(real.values(), d);
    double loss = StrictMath.exp(flow.data().logExponentialLoss(weight, 0));
    double least = leastLoss(flow.set);
    ConformalBounds bounds =
        new ConformalBounds(
            flow.initialLoss(), Math.min(least, flow.initialLoss()), flow.bias, flow.eta);
    double error = real.error() * flow.spread(tau) * (1 + 20 * flow.eta * flow.initialLoss());
    double initial = flow.initialLoss();
    check(
            "beck.appc.loss-bounded",
            "L_e(S(t), 0), bounded by C = L_e(S₀, 0)",
            Oracle.INVARIANT,
            flow)
        .expectingAtMost(initial, local(error * initial * 8))
        .holds(loss)
        .rejects("a step uphill", uphillLoss(flow));
    check("beck.eq20", "−(1/β²) dβ/dt", Oracle.INVARIANT, flow)
        .expectingAtMost(bounds.rateBound(), local(error * initial * 8))
        .holds(-flow.data().exponentialRates(weight, bias, flow.eta)[d] / StrictMath.exp(bias))
        .rejects("without η", initial);
    check("beck.eq21", "log(1/β(t))", Oracle.INVARIANT, flow)
        .expectingAtMost(bounds.logInverseBound(flow.time), local(error))
        .holds(-bias)
        .rejects("db/dt = −ηL_e(S, 0), without e^b", -flow.conformal(flow.time).values()[d]);
    check("beck.appc.divergence", "lower bound of τ(t)", Oracle.INVARIANT, flow)
        .expectingAtMost(tau, local(error * StrictMath.exp(Math.max(flow.bias, 0)) * flow.time))
        .holds(bounds.leastConformalTime(flow.time))
        .refutes(
            "b₀ = 0 assumed: log(1 + ηCt)/(ηC)",
            StrictMath.log1p(flow.eta * initial * flow.time) / (flow.eta * initial));
    check("beck.ext.b-bounds", "upper bound of b(t), negated", Oracle.INVARIANT, flow)
        .part("upper")
        .expectingAtMost(-bias, local(error))
        .holds(-bounds.mostBias(flow.time))
        .rejects("Z₀ for Z_min", -bounds.leastBias(flow.time));
    check("beck.ext.b-bounds", "lower bound of b(t)", Oracle.INVARIANT, flow)
        .part("lower")
        .expectingAtMost(bias, local(error))
        .holds(bounds.leastBias(flow.time))
        .rejects("Z_min for Z₀", bounds.mostBias(flow.time));
    check("beck.ext.tau-bounds", "lower bound of τ(t)", Oracle.INVARIANT, flow)
        .part("lower")
        .expectingAtMost(tau, local(error * StrictMath.exp(Math.max(flow.bias, 0)) * flow.time))
        .holds(bounds.leastConformalTime(flow.time))
        .rejects("Z_min for Z₀", bounds.mostConformalTime(flow.time))
        .rejects(
            "without e^{b₀}",
            StrictMath.log1p(flow.eta * initial * flow.time) / (flow.eta * initial));
    check("beck.ext.tau-bounds", "upper bound of τ(t), negated", Oracle.INVARIANT, flow)
        .part("upper")
        .expectingAtMost(-tau, local(error * StrictMath.exp(Math.max(flow.bias, 0)) * flow.time))
        .holds(-bounds.mostConformalTime(flow.time))
        .rejects("Z₀ for Z_min", -bounds.leastConformalTime(flow.time));
  }

  /** L_e after a step against the flow. */
  private static double uphillLoss(Flow flow) {
    double[] weight = flow.startWeight();
    double[] rates = flow.data().conformalRates(weight, 0.1);
    for (int j = 0; j < weight.length; j++) {
      weight[j] -= rates[j];
    }
    return StrictMath.exp(flow.data().logExponentialLoss(weight, 0));
  }

  /** min L_e(S, 0), or what is known of it: 0 unless the origin is interior. */
  private static double leastLoss(SmallSets set) {
    return OriginRepresentations.of(set.points()).isInterior()
        ? StrictMath.exp(ExponentialMinimiser.of(set.rows()).logMeanExponential())
        : 0;
  }

  @Provide
  Arbitrary<Double> times() {
    return Arb.logUniform(0.1, 100);
  }

  @Provide
  Arbitrary<Double> rates() {
    return Arb.logUniform(0.05, 1);
  }
}
