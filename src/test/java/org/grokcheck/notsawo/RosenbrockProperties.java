package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;

/** App. I.1: both forms of Rosenbrock's function in exact decimals. */
class RosenbrockProperties {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  /** Two, four or six coordinates. */
  @Provide
  Arbitrary<List<BigDecimal>> points() {
    return Arb.signedLogUniform(1e-3, 1e3)
        .map(x -> new BigDecimal((float) (double) x))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(
            half -> {
              List<BigDecimal> all = new ArrayList<>(half);
              half.forEach(x -> all.add(x.negate().add(BigDecimal.ONE)));
              return all;
            });
  }

  /** The pairs' terms multiplied out: 100y² − 200x²y + 100x⁴ + x² − 2x + 1. */
  @Property(tries = 200)
  @Checks("notsawo.appi.ros_vanilla")
  void vanillaSumsOverPairs(@ForAll("points") List<BigDecimal> x) {
    Check.of("notsawo.appi.ros_vanilla", "g − expanded")
        .by(Oracle.EXACT)
        .at("x", x)
        .expecting(0, new Tolerance.Exact())
        .holds(difference(Rosenbrock.VANILLA.value(x), expanded(x, 2)))
        .rejects("chained", difference(Rosenbrock.CHAINED.value(x), expanded(x, 2)))
        .rejects("10 for 100", difference(scaledAcross(x, 10, 2), expanded(x, 2)));
  }

  @Property(tries = 200)
  @Checks("notsawo.appi.ros_variant")
  void chainedSumsOverNeighbours(@ForAll("points") List<BigDecimal> x) {
    Check.of("notsawo.appi.ros_variant", "g − expanded")
        .by(Oracle.EXACT)
        .at("x", x)
        .expecting(0, new Tolerance.Exact())
        .holds(difference(Rosenbrock.CHAINED.value(x), expanded(x, 1)))
        .rejects("pairs only", difference(Rosenbrock.VANILLA.value(x), expanded(x, 1)))
        .rejects("10 for 100", difference(scaledAcross(x, 10, 1), expanded(x, 1)));
  }

  private static double difference(BigDecimal a, BigDecimal b) {
    return a.subtract(b).doubleValue();
  }

  private static BigDecimal expanded(List<BigDecimal> x, int stride) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i + 1 < x.size(); i += stride) {
      BigDecimal a = x.get(i);
      BigDecimal b = x.get(i + 1);
      BigDecimal square = a.multiply(a);
      BigDecimal quartic =
          b.multiply(b).subtract(TWO.multiply(square).multiply(b)).add(square.multiply(square));
      sum =
          sum.add(quartic.movePointRight(2))
              .add(square)
              .subtract(TWO.multiply(a))
              .add(BigDecimal.ONE);
    }
    return sum;
  }

  private static BigDecimal scaledAcross(List<BigDecimal> x, int factor, int stride) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i + 1 < x.size(); i += stride) {
      BigDecimal across = x.get(i + 1).subtract(x.get(i).pow(2));
      sum = sum.add(across.pow(2).multiply(BigDecimal.valueOf(factor)));
      sum = sum.add(x.get(i).subtract(BigDecimal.ONE).pow(2));
    }
    return sum;
  }

  @Property(tries = 100)
  @Checks("notsawo.appi.ros_vanilla_grad")
  void vanillaGradient(@ForAll("points") List<BigDecimal> x) {
    checkGradient("notsawo.appi.ros_vanilla_grad", Rosenbrock.VANILLA, Rosenbrock.CHAINED, x);
  }

  @Property(tries = 100)
  @Checks("notsawo.appi.ros_variant_grad")
  void chainedGradient(@ForAll("points") List<BigDecimal> x) {
    checkGradient("notsawo.appi.ros_variant_grad", Rosenbrock.CHAINED, Rosenbrock.VANILLA, x);
  }

  /** Five-point differences of the exact value, which are exact for polynomials of degree 4. */
  private static void checkGradient(
      String claim, Rosenbrock form, Rosenbrock other, List<BigDecimal> x) {
    for (int i = 0; i < x.size(); i++) {
      BigDecimal slope = slope(form::value, x, i);
      BigDecimal actual = form.gradient(x).get(i);
      Check.of(claim, "component of the gradient, times 12")
          .by(Oracle.EXACT)
          .at("x", x, "i", i + 1)
          .expectingExactly(canonical(slope))
          .holds(canonical(actual.multiply(TWELVE)))
          .rejects("other form", canonical(other.gradient(x).get(i).multiply(TWELVE)))
          .rejects("halved", canonical(actual.multiply(TWELVE).divide(TWO)));
      double[] doubles = x.stream().mapToDouble(BigDecimal::doubleValue).toArray();
      Check.of(claim, "component of the gradient, in doubles")
          .by(Oracle.EXACT)
          .at("x", x, "i", i + 1)
          .expecting(
              actual.doubleValue(),
              new Tolerance.Rounding(8, size(doubles, i), "8 roundings of terms of these sizes"))
          .holds(form.gradient(doubles)[i]);
    }
  }

  /** Sum of the sizes of all terms that a component may have. */
  private static double size(double[] x, int i) {
    double own = Math.abs(x[i]);
    double after = i + 1 < x.length ? Math.abs(x[i + 1]) : 0;
    double before = i > 0 ? Math.abs(x[i - 1]) : 0;
    return 200 * (own + before * before) + 400 * own * (after + own * own) + 2 * (own + 1);
  }

  /** 12 f′: f(x − 2) − 8 f(x − 1) + 8 f(x + 1) − f(x + 2) in coordinate i. */
  private static BigDecimal slope(
      Function<List<BigDecimal>, BigDecimal> f, List<BigDecimal> x, int i) {
    int[] weights = {1, -8, 0, 8, -1};
    return IntStream.rangeClosed(-2, 2)
        .mapToObj(
            k -> {
              List<BigDecimal> moved = new ArrayList<>(x);
              moved.set(i, x.get(i).add(BigDecimal.valueOf(k)));
              return f.apply(moved).multiply(BigDecimal.valueOf(weights[k + 2]));
            })
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal canonical(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /**
   * (−1, 1, ..., 1) is no stationary point; (1, ..., 1) is the only one, since a gradient of 0
   * needs y = x² from its second component and then x = 1 from its first, in every pair.
   */
  @Property(tries = 50)
  @Checks("notsawo.appi.ros_stationary")
  void onlyAllOnesAreStationary(@ForAll("points") List<BigDecimal> x) {
    int n = x.size();
    List<BigDecimal> ones = Collections.nCopies(n, BigDecimal.ONE);
    List<BigDecimal> claimed = new ArrayList<>(ones);
    claimed.set(0, BigDecimal.ONE.negate());
    Check.of("notsawo.appi.ros_stationary", "largest component of the gradient")
        .by(Oracle.EXACT)
        .at("n", n)
        .expecting(0, new Tolerance.Exact())
        .holds(largest(Rosenbrock.VANILLA.gradient(ones)))
        .refutes("(−1, 1, ..., 1) is stationary", largest(Rosenbrock.VANILLA.gradient(claimed)));
    List<BigDecimal> gradient = Rosenbrock.VANILLA.gradient(x);
    for (int i = 0; i < n; i += 2) {
      // ∂g/∂x + 2x ∂g/∂y = 2(x − 1) and ∂g/∂y = 200(y − x²): both 0 at x = y = 1 only.
      BigDecimal along = gradient.get(i).add(TWO.multiply(x.get(i)).multiply(gradient.get(i + 1)));
      Check.of("notsawo.appi.ros_stationary", "∂g/∂x + 2x ∂g/∂y − 2(x − 1)")
          .by(Oracle.EXACT)
          .at("x", x)
          .expecting(0, new Tolerance.Exact())
          .holds(difference(along, TWO.multiply(x.get(i).subtract(BigDecimal.ONE))))
          .rejects(
              "2(x + 1), which vanishes at −1",
              difference(along, TWO.multiply(x.get(i).add(BigDecimal.ONE))));
    }
  }

  private static double largest(List<BigDecimal> gradient) {
    return gradient.stream()
        .map(BigDecimal::abs)
        .mapToDouble(BigDecimal::doubleValue)
        .max()
        .orElse(0);
  }

  @Property(tries = 20)
  @Checks("notsawo.appi.ros_variant_min")
  void allOnesAreStationaryInTheChain(@ForAll("points") List<BigDecimal> x) {
    List<BigDecimal> ones = Collections.nCopies(x.size(), BigDecimal.ONE);
    Check.of("notsawo.appi.ros_variant_min", "largest component of the gradient")
        .by(Oracle.EXACT)
        .at("n", x.size())
        .expecting(0, new Tolerance.Exact())
        .holds(largest(Rosenbrock.CHAINED.gradient(ones)))
        .rejects("another point", largest(Rosenbrock.CHAINED.gradient(x)));
  }

  /**
   * On y = x² the gradient is (2(x − 1), 0), and the Hessian has trace 800x² + 202 and determinant
   * 400: one curvature is of the size of the trace, at least 200, and the other 400 over it.
   */
  @Property(tries = 100)
  @Checks("notsawo.appi.ros_ravine")
  void gradientAndCurvatureAlongTheRavine(@ForAll("points") List<BigDecimal> any) {
    BigDecimal x = any.get(0);
    List<BigDecimal> ravine = List.of(x, x.multiply(x));
    List<BigDecimal> off = List.of(x, x.multiply(x).add(BigDecimal.ONE));
    BigDecimal along = TWO.multiply(x.subtract(BigDecimal.ONE));
    ravine("∂g/∂x", x, along, component(ravine, 0), component(off, 0));
    ravine("∂g/∂y", x, BigDecimal.ZERO, component(ravine, 1), component(off, 1));
    BigDecimal trace = x.multiply(x).multiply(BigDecimal.valueOf(800)).add(BigDecimal.valueOf(202));
    ravine("12 times the trace", x, trace.multiply(TWELVE), trace(ravine), trace(off));
    BigDecimal determinant = TWELVE.multiply(TWELVE).multiply(BigDecimal.valueOf(400));
    ravine("144 times the determinant", x, determinant, determinant(ravine), determinant(off));
  }

  private static void ravine(
      String what, BigDecimal x, BigDecimal expected, BigDecimal actual, BigDecimal off) {
    Check.of("notsawo.appi.ros_ravine", what + " on y = x²")
        .by(Oracle.EXACT)
        .at("x", x)
        .expectingExactly(canonical(expected))
        .holds(canonical(actual))
        .rejects("off the ravine", canonical(off));
  }

  private static BigDecimal component(List<BigDecimal> x, int i) {
    return Rosenbrock.VANILLA.gradient(x).get(i);
  }

  /** 12 ∂²g/∂x_i∂x_j, exact since components of the gradient are cubic. */
  private static BigDecimal curvature(List<BigDecimal> x, int i, int j) {
    return slope(at -> component(at, i), x, j);
  }

  private static BigDecimal trace(List<BigDecimal> x) {
    return curvature(x, 0, 0).add(curvature(x, 1, 1));
  }

  private static BigDecimal determinant(List<BigDecimal> x) {
    BigDecimal mixed = curvature(x, 0, 1).multiply(curvature(x, 1, 0));
    return curvature(x, 0, 0).multiply(curvature(x, 1, 1)).subtract(mixed);
  }
}
