package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Real;
import org.grokcheck.oracle.SmoothFlow;

/** Networks whose outputs are homogeneous in all weights, under logistic loss. */
class HomogeneousNetworkProperties {
  private static final int UNITS = 4;
  private static final int SAMPLES = 5;
  private static final int DEGREE = 3;

  /** f(x) = Σ a_j (w_j·x)² on random points of the plane with labels ±1. */
  record Net(double[] a, double[][] w, double[][] x, double[] labels) {
    static Net of(int number, boolean fitted) {
      RandomGenerator random = RunSettings.seeds().stream("omnigrok.homogeneous/" + number);
      double[] a = gaussian(random, UNITS);
      double[][] w = new double[UNITS][];
      for (int j = 0; j < UNITS; j++) {
        w[j] = gaussian(random, 2);
      }
      double[][] x = new double[SAMPLES][];
      for (int i = 0; i < SAMPLES; i++) {
        x[i] = gaussian(random, 2);
      }
      Net net = new Net(a, w, x, new double[SAMPLES]);
      for (int i = 0; i < SAMPLES; i++) {
        double sign = Math.signum(net.output(1, i));
        net.labels[i] = fitted || i > 0 ? sign : -sign;
      }
      return net;
    }

    private static double[] gaussian(RandomGenerator random, int size) {
      return random.doubles(size).map(u -> 1.5 * random.nextGaussian()).toArray();
    }

    /** Output on point i of the network with all weights times c, by a forward pass. */
    double output(double c, int i) {
      double sum = 0;
      for (int j = 0; j < UNITS; j++) {
        double h = c * w[j][0] * x[i][0] + c * w[j][1] * x[i][1];
        sum += c * a[j] * h * h;
      }
      return sum;
    }

    double loss(double c) {
      double sum = 0;
      for (int i = 0; i < SAMPLES; i++) {
        sum += StrictMath.log1p(StrictMath.exp(-labels[i] * output(c, i)));
      }
      return sum / SAMPLES;
    }

    LogisticMargins margins(double c) {
      double[] m = new double[SAMPLES];
      for (int i = 0; i < SAMPLES; i++) {
        m[i] = labels[i] * output(c, i);
      }
      return new LogisticMargins(m, DEGREE);
    }

    /** The scale from which n l ≤ ln 2, by halving; labels must be those of the network. */
    double guaranteedScale() {
      double c = 1;
      while (SAMPLES * loss(c) > StrictMath.log(2)) {
        c *= 1.3;
      }
      return c;
    }
  }

  @Provide
  Arbitrary<Double> scales() {
    return Arb.uniform(1, 2);
  }

  @Property(tries = 100)
  @Checks("omnigrok.ext.homog-margin")
  void lossFallsWithTheScaleOnceItIsSmall(
      @ForAll @IntRange(min = 0, max = 100000) int number, @ForAll("scales") double c) {
    Net net = Net.of(number, true);
    double from = net.guaranteedScale();
    LogisticMargins margins = net.margins(from);
    assertTrue(margins.isGuaranteed());
    Check.of("omnigrok.ext.homog-margin", "loss of the network with all weights times c")
        .part("scale")
        .by(Oracle.SECOND_ALGORITHM)
        .at("draw", number, "c", c)
        .expecting(
            net.loss(from * c),
            new Tolerance.Rounding(
                400, net.loss(from * c) * (1 + margin(net, from * c)), "exponents of size m"))
        .holds(margins.loss(c))
        .rejects("degree 2", new LogisticMargins(margins.margins(), 2).loss(c));
    LogisticMargins wrong = Net.of(number, false).margins(from);
    Check.of("omnigrok.ext.homog-margin", "loss at scale c, at most that at scale 1")
        .part("monotone")
        .at("draw", number, "c", c)
        .expectingAtMost(net.loss(from), new Tolerance.Rounding(400, net.loss(from), "doubles"))
        .holds(net.loss(from * c))
        .rejects("with a margin below 0", wrong.loss(c) - wrong.loss(1) + net.loss(from));
    assertFalse(wrong.isGuaranteed());
  }

  private static double margin(Net net, double c) {
    double largest = 0;
    for (int i = 0; i < SAMPLES; i++) {
      largest = Math.max(largest, Math.abs(net.output(c, i)));
    }
    return largest;
  }

  @Property(tries = 100)
  @Checks("omnigrok.ext.lower-bound")
  void radialSlopeIsThatOfTheLoss(@ForAll @IntRange(min = 0, max = 100000) int number) {
    Net net = Net.of(number, number % 2 == 0);
    double h = 1e-3;
    double coarse = (net.loss(1 + h) - net.loss(1 - h)) / (2 * h);
    double fine = (net.loss(1 + h / 2) - net.loss(1 - h / 2)) / h;
    double size = Math.pow(1 + margin(net, 1), 5);
    LogisticMargins margins = net.margins(1);
    Check.of("omnigrok.ext.lower-bound", "<W, grad l> by differences along W")
        .part("Euler's identity")
        .by(Oracle.FINITE_DIFFERENCE)
        .at("draw", number)
        .expecting(
            (4 * fine - coarse) / 3,
            Tolerance.sum(
                Tolerance.remainder(
                    300 * size * h * h * h * h, "fifth derivative in c of degree-3 margins"),
                new Tolerance.Rounding(40, (1 + margin(net, 1)) / h, "differences of doubles")))
        .holds(margins.radialSlope())
        .rejects("without L", margins.radialSlope() / DEGREE);
    LogisticMargins fitted = Net.of(number, true).margins(1);
    Check.of("omnigrok.ext.lower-bound", "<W, grad l> where all are classified rightly")
        .part("sign")
        .at("draw", number)
        .expectingAtMost(0, new Tolerance.Exact())
        .holds(fitted.radialSlope())
        .rejects("one of them wrongly", Net.of(number, false).margins(1).radialSlope());
  }

  @Provide
  Arbitrary<Double> sizes() {
    return Arb.logUniform(0.3, 3);
  }

  /** ab under logistic loss from a positive margin: the norm stays above its pure decay. */
  @Property(tries = 30)
  @Checks("omnigrok.ext.lower-bound")
  void normStaysAboveItsPureDecay(
      @ForAll("sizes") double a, @ForAll("sizes") double b, @ForAll("sizes") double time) {
    double gamma = 0.2;
    SmoothFlow end =
        SmoothFlow.of(
            w -> {
              double slope = -1 / (1 + StrictMath.exp(w[0] * w[1]));
              return new double[] {-slope * w[1] - gamma * w[0], -slope * w[0] - gamma * w[1]};
            },
            new double[] {a, b},
            time);
    double norm = StrictMath.hypot(end.end()[0], end.end()[1]);
    NormDecay decay = new NormDecay(Real.ONE, Real.of(gamma));
    Real start = Real.of(a).square().plus(Real.of(b).square()).sqrt();
    Check.of("omnigrok.ext.lower-bound", "norm of the flow, at least that of pure decay")
        .part("bound")
        .by(Oracle.SECOND_ALGORITHM)
        .at("a", a, "b", b, "t", time)
        .expectingAtMost(norm, Tolerance.remainder(2 * end.error(), "two tolerances"))
        .holds(decay.flowNorm(start, Real.of(time)).toDouble())
        .rejects("half the decay", decay.flowNorm(start, Real.of(time / 4)).toDouble());
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    LogisticMargins zero = new LogisticMargins(new double[] {0}, 1);
    assertTrue(zero.isGuaranteed());
    assertFalse(new LogisticMargins(new double[] {0, 0}, 1).isGuaranteed());
    double[] margins = {1, 2};
    LogisticMargins copied = new LogisticMargins(margins, 1);
    margins[0] = 5;
    copied.margins()[1] = 7;
    assertArrayEquals(new double[] {1, 2}, copied.margins());
    assertRefused("margins", () -> new LogisticMargins(new double[0], 1));
    assertRefused("L: need", () -> new LogisticMargins(margins, 0));
  }
}
