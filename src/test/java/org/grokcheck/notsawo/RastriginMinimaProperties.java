package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Precise;

/** App. I.2: how many minima Rastrigin's function has, and where they are. */
class RastriginMinimaProperties {
  private static final String COUNT = "notsawo.ext.ras_count";
  private static final String UNIMODAL = "notsawo.appi.ras_unimodal";
  private static final Apfloat TWO_PI =
      ApfloatMath.pi(Precise.DIGITS).multiply(new Apfloat(2, Precise.DIGITS));

  @Provide
  Arbitrary<Double> factors() {
    return Arb.logUniform(0.02, 12);
  }

  /** Minima on the line, by the sign changes of the slope on a grid of 1/2000. */
  private static long scan(double a, double from, double to) {
    int steps = (int) Math.ceil((to - from) * 2000);
    long count = 0;
    boolean falling = slope(a, from) < 0;
    for (int i = 1; i <= steps; i++) {
      boolean next = slope(a, from + (i - 0.37) / 2000) < 0;
      count += falling && !next ? 1 : 0;
      falling = next;
    }
    return count;
  }

  private static double slope(double a, double x) {
    return x + Math.PI * a * StrictMath.sin(2 * Math.PI * x);
  }

  /** Beyond |x| = πa the slope has one sign. A pair that has just appeared may fall between. */
  @Property(tries = 30)
  @Checks(COUNT)
  void countsByAScan(@ForAll("factors") double a) {
    RastriginMinima minima = new RastriginMinima(new BigDecimal(a));
    long pairs = (minima.count() - 1) / 2;
    double nearest =
        Math.min(
            Math.abs(a - RastriginMinima.threshold(pairs)),
            pairs == 0 ? 1 : Math.abs(a - RastriginMinima.threshold(pairs - 1)));
    Assume.that(nearest > 1e-4);
    double reach = Math.PI * a + 1;
    long scanned = scan(a, -reach, reach);
    Check.of(COUNT, "minima on the line")
        .part("count")
        .by(Oracle.SECOND_ALGORITHM)
        .at("a", a)
        .expectingExactly(scanned)
        .holds(minima.count())
        .rejects("whole numbers below πa", 1 + 2 * (long) Math.floor(Math.PI * a))
        .rejects("one pair less", minima.count() - 2);
    Check.of(COUNT, "stationary points on the line")
        .part("count")
        .by(Oracle.SECOND_ALGORITHM)
        .at("a", a)
        .expectingExactly(2 * scanned - 1)
        .holds(minima.stationary())
        .rejects("2N", 2 * scanned);
  }

  /** At a_m slope and curvature vanish at once, at x = y_m/(2π). */
  @Property(tries = 20)
  @Checks(COUNT)
  void pairsAppearAtDoubleRoots(@ForAll @IntRange(min = 0, max = 400) int m) {
    Apfloat y = Precise.of(RastriginMinima.tangentRoot(m));
    Apfloat a = Precise.of(RastriginMinima.threshold(m));
    Apfloat pi = ApfloatMath.pi(Precise.DIGITS);
    Apfloat x = y.divide(TWO_PI);
    double slope = Precise.toDouble(x.add(pi.multiply(a).multiply(ApfloatMath.sin(y))));
    double bend =
        Precise.toDouble(
            Precise.ONE.add(pi.multiply(TWO_PI).multiply(a).multiply(ApfloatMath.cos(y))));
    double size = RastriginMinima.tangentRoot(m);
    Check.of(COUNT, "slope at the double root")
        .part("thresholds")
        .by(Oracle.TABLE)
        .at("m", m)
        .expecting(0, new Tolerance.Rounding(8, size, "y and a rounded once or twice"))
        .holds(slope)
        .rejects("a off by 1e-9", slope - 1e-9 * size);
    Check.of(COUNT, "curvature at the double root")
        .part("thresholds")
        .by(Oracle.TABLE)
        .at("m", m)
        .expecting(0, new Tolerance.Rounding(8, size * size + 1, "cos y turns with y, times 2π²a"))
        .holds(bend)
        .rejects("the asymptote for y", 1);
  }

  @Property(tries = 20)
  @Checks(COUNT)
  void minimaAreWhereTheSlopeVanishes(
      @ForAll("factors") double a, @ForAll @IntRange(min = 0, max = 12) int k) {
    RastriginMinima minima = new RastriginMinima(new BigDecimal(a));
    Assume.that(2L * k + 1 <= minima.count());
    BigDecimal at = minima.near(k);
    Apfloat x = new Apfloat(at, Precise.DIGITS);
    Apfloat pi = ApfloatMath.pi(Precise.DIGITS);
    Apfloat angle = TWO_PI.multiply(x);
    double slope =
        Precise.toDouble(
            x.add(pi.multiply(Precise.of(a)).multiply(ApfloatMath.sin(angle)))
                .multiply(Precise.of("1e30")));
    double bend =
        Precise.toDouble(
            Precise.of(2)
                .add(
                    TWO_PI
                        .multiply(TWO_PI)
                        .multiply(Precise.of(a))
                        .multiply(ApfloatMath.cos(angle))));
    Check.of(COUNT, "slope at the minimum, times 1e30")
        .part("minima")
        .by(Oracle.TABLE)
        .at("a", a, "k", k)
        .expecting(0, Tolerance.remainder(1e-8 * (1 + a), "x to 40 digits, times 2π²a"))
        .holds(slope)
        .rejects("at k itself", k * 1e30);
    Check.of(COUNT, "curvature at the minimum")
        .part("minima")
        .by(Oracle.TABLE)
        .at("a", a, "k", k)
        .expecting(bend, new Tolerance.Rounding(8, 2 + 40 * a, "50 digits, rounded"))
        .holds(minima.curvature(at))
        .rejects("at k itself", 2 + 4 * Math.PI * Math.PI * a);
    Check.of(COUNT, "curvature is negative")
        .part("minima")
        .by(Oracle.TABLE)
        .at("a", a, "k", k)
        .expectingExactly(false)
        .holds(bend < 0)
        .rejects("at the maximum beside it", true);
  }

  /** a = 10: 63 on the line, 11 in [−5.12, 5.12], 3969 in the plane. */
  @Property(tries = 1)
  @Checks(UNIMODAL)
  void highlyMultimodal() {
    RastriginMinima ten = new RastriginMinima(BigDecimal.TEN);
    Check.of(UNIMODAL, "minima of a = 10 on the line")
        .part("count")
        .by(Oracle.SECOND_ALGORITHM)
        .expectingExactly(scan(10, -33, 33))
        .holds(ten.count())
        .refutes("unimodal", 1L);
    Check.of(UNIMODAL, "minima in [−5.12, 5.12]")
        .part("count")
        .by(Oracle.SECOND_ALGORITHM)
        .expectingExactly(scan(10, -5.12, 5.12))
        .holds(within(ten, 5.12))
        .rejects("of all", ten.count());
  }

  private static long within(RastriginMinima minima, double reach) {
    long count = 1;
    for (int k = 1; 2L * k + 1 <= minima.count(); k++) {
      count += minima.near(k).doubleValue() <= reach ? 2 : 0;
    }
    return count;
  }

  /** One minimum up to a_0 = 0.2332, and g″ = 2 + 4π²a cos 2πx ≥ 0 throughout for |a| ≤ 1/(2π²). */
  @Property(tries = 20)
  @Checks(UNIMODAL)
  void unimodalForSmallFactors(@ForAll("small") double a) {
    Check.of(UNIMODAL, "minima on the line")
        .part("small factors")
        .by(Oracle.SECOND_ALGORITHM)
        .at("a", a)
        .expectingExactly(scan(a, -3, 3))
        .holds(new RastriginMinima(new BigDecimal(a)).count())
        .rejects("three", 3L);
    double convex = Math.min(a, 1 / (2 * Math.PI * Math.PI));
    double least = 2 - 4 * Math.PI * Math.PI * convex;
    Check.of(UNIMODAL, "minus the least curvature")
        .part("convex")
        .by(Oracle.INVARIANT)
        .at("a", convex)
        .expectingAtMost(0, new Tolerance.Rounding(8, 4, "2 − 2"))
        .holds(-least)
        .rejects("four times the factor", 4 * Math.PI * Math.PI * 4 * convex - 2);
  }

  @Provide
  Arbitrary<Double> small() {
    return Arb.logUniform(0.02, 0.2332);
  }

  /** Fig. 27: 11² = 121 minima in the square [−5.12, 5.12]². */
  @Property(tries = 1)
  @Checks(value = "notsawo.fig27", scale = Scale.DESK)
  void minimaInTheSquare() {
    int cells = 1024;
    double step = 10.24 / cells;
    int found = 0;
    for (int i = 1; i < cells; i++) {
      for (int j = 1; j < cells; j++) {
        found += isLeast(-5.12 + i * step, -5.12 + j * step, step) ? 1 : 0;
      }
    }
    long line = within(new RastriginMinima(BigDecimal.TEN), 5.12);
    Check.of("notsawo.fig27", "points of a grid of 1023² below their neighbours")
        .by(Oracle.REPRODUCTION)
        .expectingExactly(line * line)
        .holds((long) found)
        .rejects("one minimum", 1L);
  }

  private static boolean isLeast(double x, double y, double step) {
    double here = TestSurface.RASTRIGIN.value(new double[] {x, y});
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        double[] other = {x + i * step, y + j * step};
        if ((i != 0 || j != 0) && TestSurface.RASTRIGIN.value(other) <= here) {
          return false;
        }
      }
    }
    return true;
  }

  /** Values at minima are symmetric: used by the figures, which need one quadrant only. */
  @Property(tries = 10)
  @Checks("notsawo.appi.ras_symmetric")
  void minimaComeInPairs(@ForAll @IntRange(min = 1, max = 20) int k) {
    RastriginMinima minima = new RastriginMinima(BigDecimal.TEN);
    Rastrigin function = new Rastrigin(BigDecimal.TEN);
    BigDecimal x = minima.near(k);
    Check.of("notsawo.appi.ras_symmetric", "value at the mirror image of a minimum")
        .by(Oracle.INVARIANT)
        .at("k", k)
        .expectingExactly(function.value(List.of(x)))
        .holds(function.value(List.of(x.negate())))
        .rejects("mirror at ½", function.value(List.of(BigDecimal.ONE.subtract(x))));
  }
}
