package org.grokcheck.notsawo;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.notsawo.NamedMethod.Constants;
import org.grokcheck.notsawo.experiment.DescentFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * App. I: which of the six methods reach the minimum of Rosenbrock's and Rastrigin's function on a
 * logarithmic scale, from many random starts. The paper gives no starts, rates or numbers of steps;
 * these are the ledger's, with half as many starts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescentPathReproduction {
  private static final NamedMethod[] ADAPTIVE = {
    NamedMethod.RMSPROP, NamedMethod.RPROP, NamedMethod.ADAM, NamedMethod.ADAMAX
  };
  private static final int TAIL = 500;

  /** What one path showed: distances from the minimum. */
  private record Outcome(
      double start, double end, double farTail, double nearest, boolean doubled) {}

  private final Map<NamedMethod, Outcome[]> rosenbrock = new EnumMap<>(NamedMethod.class);

  private Outcome[] rosenbrock(NamedMethod method) {
    return rosenbrock.computeIfAbsent(
        method, m -> outcomes(TestSurface.ROSENBROCK, m, 1e-3, starts(150, 2), 10_000, true));
  }

  private static double[][] starts(int count, double reach) {
    RandomGenerator random = RunSettings.seeds().stream("notsawo.appi/starts-" + reach);
    double[][] starts = new double[count][];
    Arrays.setAll(
        starts,
        i -> new double[] {random.nextDouble(-reach, reach), random.nextDouble(-reach, reach)});
    return starts;
  }

  private static Outcome[] outcomes(
      TestSurface surface,
      NamedMethod method,
      double rate,
      double[][] starts,
      int steps,
      boolean log) {
    Outcome[] outcomes = new Outcome[starts.length];
    for (int i = 0; i < starts.length; i++) {
      double[][] path =
          DescentPath.of(
              method.spec(Constants.usual(rate)),
              log ? surface::logGradient : surface::gradient,
              starts[i],
              steps);
      outcomes[i] = outcome(surface, path);
    }
    return outcomes;
  }

  private static Outcome outcome(TestSurface surface, double[][] path) {
    double nearest = Double.POSITIVE_INFINITY;
    double tail = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    boolean rose = false;
    boolean doubled = false;
    for (int t = 0; t < path.length; t++) {
      double distance = surface.distance(path[t]);
      nearest = Math.min(nearest, distance);
      tail = t >= path.length - TAIL ? Math.max(tail, distance) : tail;
      low = rose ? low : Math.min(low, distance);
      rose |= distance > 1.05 * low;
      high = rose ? Math.max(high, distance) : high;
      doubled |= rose && distance < high / 2;
    }
    double end = surface.distance(path[path.length - 1]);
    return new Outcome(surface.distance(path[0]), end, tail, nearest, doubled);
  }

  private static double share(Outcome[] outcomes, Predicate<Outcome> holds) {
    return Arrays.stream(outcomes).filter(holds).count() / (double) outcomes.length;
  }

  private static double medianEnd(Outcome[] outcomes) {
    double[] ends = Arrays.stream(outcomes).mapToDouble(Outcome::end).sorted().toArray();
    return ends[ends.length / 2];
  }

  private static double medianTail(Outcome[] outcomes) {
    double[] tails = Arrays.stream(outcomes).mapToDouble(Outcome::farTail).sorted().toArray();
    return tails[tails.length / 2];
  }

  /** sgd and momentum never stay near (1, 1) on the log scale; on the plain scale sgd does. */
  @Test
  @Checks(value = "notsawo.appi.ros_sgd", scale = Scale.DESK)
  void descentCirclesTheMinimum() {
    double[][] starts = starts(30, 1.2);
    Outcome[] plain =
        outcomes(TestSurface.ROSENBROCK, NamedMethod.SGD, 1.9e-3, starts, 20_000, false);
    for (NamedMethod method : new NamedMethod[] {NamedMethod.SGD, NamedMethod.MOMENTUM}) {
      Check.of("notsawo.appi.ros_sgd", "share of starts within 0.05 throughout the end, " + method)
          .part("log scale")
          .by(Oracle.REPRODUCTION)
          .expecting(0, new Tolerance.Exact())
          .holds(share(rosenbrock(method), o -> o.farTail() < 0.05))
          .rejects("plain scale", share(plain, o -> o.farTail() < 0.05));
    }
    Check.of("notsawo.appi.ros_sgd", "share of starts within 0.05 throughout the end, plain scale")
        .part("plain scale")
        .by(Oracle.REPRODUCTION)
        .expecting(1, new Tolerance.Exact())
        .holds(share(plain, o -> o.farTail() < 0.05))
        .rejects("log scale", share(rosenbrock(NamedMethod.SGD), o -> o.farTail() < 0.05));
  }

  /** Medians of the distances at the end: adaptive methods below 0.05, the others above 0.2. */
  @Test
  @Checks(
      value = {"notsawo.appi.ros_methods", "notsawo.fig25", "notsawo.fig26"},
      scale = Scale.DESK)
  void adaptiveMethodsArrive() {
    for (NamedMethod method : ADAPTIVE) {
      double end = medianEnd(rosenbrock(method));
      for (String claim :
          new String[] {"notsawo.appi.ros_methods", "notsawo.fig25", "notsawo.fig26"}) {
        Check.of(claim, "median distance at the end, " + method)
            .by(Oracle.REPRODUCTION)
            .expectingAtMost(0.05, new Tolerance.Exact())
            .holds(end)
            .rejects("sgd", medianEnd(rosenbrock(NamedMethod.SGD)));
      }
    }
    for (NamedMethod method : new NamedMethod[] {NamedMethod.SGD, NamedMethod.MOMENTUM}) {
      for (String claim : new String[] {"notsawo.appi.ros_methods", "notsawo.fig25"}) {
        Check.of(claim, "0.2 over the median distance at the end, " + method)
            .by(Oracle.REPRODUCTION)
            .expectingAtMost(1, new Tolerance.Exact())
            .holds(0.2 / medianEnd(rosenbrock(method)))
            .rejects("adam", 0.2 / medianEnd(rosenbrock(NamedMethod.ADAM)));
      }
    }
  }

  /** They hover at a distance that grows with the rate: at 1e-2 adam and rmsprop leave again. */
  @Test
  @Checks(value = "notsawo.appi.ros_adaptive", scale = Scale.DESK)
  void adaptiveMethodsHover() {
    for (NamedMethod method : ADAPTIVE) {
      Check.of("notsawo.appi.ros_adaptive", "median of the largest distance at the end, " + method)
          .part("rate 1e-3")
          .by(Oracle.REPRODUCTION)
          .expectingAtMost(0.05, new Tolerance.Exact())
          .holds(medianTail(rosenbrock(method)))
          .rejects("sgd", medianTail(rosenbrock(NamedMethod.SGD)));
      Check.of("notsawo.appi.ros_adaptive", "share of starts that come within 0.05, " + method)
          .part("rate 1e-3")
          .by(Oracle.REPRODUCTION)
          .expecting(1, new Tolerance.Exact())
          .holds(share(rosenbrock(method), o -> o.nearest() < 0.05))
          .rejects(
              "throughout the end, sgd",
              share(rosenbrock(NamedMethod.SGD), o -> o.farTail() < 0.05));
    }
    for (NamedMethod method : new NamedMethod[] {NamedMethod.RMSPROP, NamedMethod.ADAM}) {
      Outcome[] fast = outcomes(TestSurface.ROSENBROCK, method, 1e-2, starts(60, 2), 10_000, true);
      Check.of("notsawo.appi.ros_adaptive", "most starts stay within 0.05, " + method + " at 1e-2")
          .part("rate 1e-2")
          .by(Oracle.REPRODUCTION)
          .at("share", share(fast, o -> o.farTail() < 0.05))
          .expectingExactly(false)
          .holds(share(fast, o -> o.farTail() < 0.05) > 0.5)
          .refutes("reached and kept whatever the rate", true);
    }
  }

  /** The distance falls, rises by 5 percent or more, and halves again. */
  @Test
  @Checks(value = "notsawo.appi.ros_double", scale = Scale.DESK)
  void distanceDescendsTwice() {
    for (NamedMethod method : DescentFigures.METHODS) {
      double found = share(rosenbrock(method), Outcome::doubled);
      Check.of("notsawo.appi.ros_double", "some start shows it, " + method)
          .by(Oracle.REPRODUCTION)
          .at("share", found)
          .expectingExactly(true)
          .holds(found > 0)
          .rejects("none", false);
    }
  }

  /** From outside the central basin less than 1 percent arrive; from inside it sign methods do. */
  @Test
  @Checks(
      value = {"notsawo.appi.ras_none", "notsawo.fig28", "notsawo.fig29"},
      scale = Scale.DESK)
  void fewReachTheGlobalMinimum() {
    double[][] starts = starts(500, 5.12);
    double[][] outside =
        Arrays.stream(starts)
            .filter(x -> Math.abs(x[0]) > 0.5025 || Math.abs(x[1]) > 0.5025)
            .toArray(double[][]::new);
    double[][] inside = starts(20, 0.5);
    for (NamedMethod method : DescentFigures.METHODS) {
      Outcome[] far = outcomes(TestSurface.RASTRIGIN, method, 1e-3, outside, 2000, true);
      Outcome[] near = outcomes(TestSurface.RASTRIGIN, NamedMethod.RPROP, 1e-3, inside, 2000, true);
      Check.of("notsawo.appi.ras_none", "share that ends within 0.1 of 0 from outside, " + method)
          .part("outside the basin")
          .by(Oracle.REPRODUCTION)
          .at("starts", outside.length)
          .expectingAtMost(0.01, new Tolerance.Exact())
          .holds(share(far, o -> o.end() < 0.1))
          .rejects("from inside, rprop", share(near, o -> o.end() < 0.1));
      fromTheLedgersStart(method);
    }
    for (NamedMethod method : new NamedMethod[] {NamedMethod.RPROP, NamedMethod.ADAMAX}) {
      Outcome[] near = outcomes(TestSurface.RASTRIGIN, method, 1e-3, inside, 2000, true);
      Check.of("notsawo.appi.ras_none", "share that doesn't arrive from inside, " + method)
          .part("inside the basin")
          .by(Oracle.REPRODUCTION)
          .at("starts", inside.length)
          .expectingAtMost(0.1, new Tolerance.Exact())
          .holds(share(near, o -> o.end() >= 0.1))
          .refutes("no method reaches it", 1);
    }
  }

  private static void fromTheLedgersStart(NamedMethod method) {
    double[][] start = {{3.3, -2.7}};
    Outcome path = outcomes(TestSurface.RASTRIGIN, method, 1e-2, start, 5000, true)[0];
    for (String claim : new String[] {"notsawo.fig28", "notsawo.fig29"}) {
      Check.of(claim, "0.5 over the distance at the end, " + method)
          .by(Oracle.REPRODUCTION)
          .at("start", "(3.3, -2.7)")
          .expectingAtMost(1, new Tolerance.Exact())
          .holds(0.5 / path.end())
          .rejects("from (0.2, 0.1), rprop", 0.5 / rpropFromInside());
    }
  }

  private static double rpropFromInside() {
    double[][] start = {{0.2, 0.1}};
    return outcomes(TestSurface.RASTRIGIN, NamedMethod.RPROP, 1e-2, start, 5000, true)[0].end();
  }

  /** With rate 1 sgd visits the global minimum from some starts, and never stays. */
  @Test
  @Checks(value = "notsawo.appi.ras_hops", scale = Scale.DESK)
  void largeRatesHop() {
    double[][] starts = starts(400, 5.12);
    Outcome[] fast = outcomes(TestSurface.RASTRIGIN, NamedMethod.SGD, 1, starts, 2000, true);
    Outcome[] slow = outcomes(TestSurface.RASTRIGIN, NamedMethod.SGD, 1e-3, starts, 2000, true);
    double visits = share(fast, o -> o.nearest() < 0.1);
    Check.of("notsawo.appi.ras_hops", "5 percent over the share that comes within 0.1 of 0")
        .part("visits")
        .by(Oracle.REPRODUCTION)
        .at("starts", starts.length)
        .expectingAtMost(1, new Tolerance.Exact())
        .holds(0.05 / visits)
        .rejects("rate 1e-3", 0.05 / Math.max(1e-3, share(slow, o -> o.nearest() < 0.1)));
    Check.of("notsawo.appi.ras_hops", "share that stays within 0.1 of 0")
        .part("stays")
        .by(Oracle.REPRODUCTION)
        .at("starts", starts.length)
        .expecting(0, new Tolerance.Exact())
        .holds(share(fast, o -> o.farTail() < 0.1))
        .rejects("visits", visits);
  }
}
