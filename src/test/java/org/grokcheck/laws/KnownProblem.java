package org.grokcheck.laws;

import java.util.function.DoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.dynamics.ode.JacobianSystem;
import org.grokcheck.harness.Arb;

/**
 * An initial value problem, from time 0, whose solution is known.
 *
 * @param name its equation with its parameters
 * @param dimension n
 * @param field f
 * @param slopes ∂f/∂y, row-major
 * @param solution y(t)
 */
public record KnownProblem(
    String name, int dimension, Field field, Field slopes, DoubleFunction<double[]> solution)
    implements JacobianSystem {

  /** A function of time and state. */
  public interface Field {
    /** Its components. */
    double[] at(double time, double[] state);
  }

  @Override
  public void rates(double time, double[] state, double[] rates) {
    System.arraycopy(field.at(time, state), 0, rates, 0, dimension);
  }

  @Override
  public void jacobian(double time, double[] state, DMatrixRMaj jacobian) {
    jacobian.setData(slopes.at(time, state));
  }

  /** The same problem with time running backwards: f(−t, y) with the other sign. */
  public KnownProblem reversed() {
    return new KnownProblem(
        "reversed " + name,
        dimension,
        (t, y) -> negated(field.at(-t, y)),
        (t, y) -> negated(slopes.at(-t, y)),
        t -> solution.apply(-t));
  }

  private static double[] negated(double[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = -values[i];
    }
    return result;
  }

  @Override
  public String toString() {
    return name;
  }

  /** y′ = λy with λ = re + i·im, in real form: y = e^{λt}, |y(0)| = 1. */
  public static KnownProblem linear(double re, double im) {
    return new KnownProblem(
        "y' = (%s + %s i) y".formatted(re, im),
        2,
        (t, y) -> new double[] {re * y[0] - im * y[1], im * y[0] + re * y[1]},
        (t, y) -> new double[] {re, -im, im, re},
        t -> {
          double size = StrictMath.exp(re * t);
          return new double[] {size * StrictMath.cos(im * t), size * StrictMath.sin(im * t)};
        });
  }

  /** y′ = r y(1 − y): y = 1/(1 + (1/y₀ − 1) e^{−rt}). */
  public static KnownProblem growth(double r, double y0) {
    return new KnownProblem(
        "y' = %s y (1 - y), y(0) = %s".formatted(r, y0),
        1,
        (t, y) -> new double[] {r * y[0] * (1 - y[0])},
        (t, y) -> new double[] {r * (1 - 2 * y[0])},
        t -> new double[] {1 / (1 + (1 / y0 - 1) * StrictMath.exp(-r * t))});
  }

  /** y′ = −k(y − cos t) − sin t (Prothero and Robinson): y = cos t + c e^{−kt}. */
  public static KnownProblem forced(double k, double c) {
    return new KnownProblem(
        "y' = -%s (y - cos t) - sin t, y(0) = 1 + %s".formatted(k, c),
        1,
        (t, y) -> new double[] {-k * (y[0] - StrictMath.cos(t)) - StrictMath.sin(t)},
        (t, y) -> new double[] {-k},
        t -> new double[] {StrictMath.cos(t) + c * StrictMath.exp(-k * t)});
  }

  /** The slowing escape y′ = r e^{−y}: y = log(1 + rt). */
  public static KnownProblem escape(double r) {
    return new KnownProblem(
        "y' = %s e^{-y}".formatted(r),
        1,
        (t, y) -> new double[] {r * StrictMath.exp(-y[0])},
        (t, y) -> new double[] {-r * StrictMath.exp(-y[0])},
        t -> new double[] {StrictMath.log1p(r * t)});
  }

  /** Smooth problems that aren't stiff: linear, nonlinear, and with a rate that depends on time. */
  public static Arbitrary<KnownProblem> smooth() {
    Arbitrary<Double> some = Arb.uniform(0.3, 1.2);
    return Arbitraries.oneOf(
        Combinators.combine(some, some).as((re, im) -> linear(-re, im)),
        Combinators.combine(some, Arb.uniform(0.1, 0.4)).as(KnownProblem::growth),
        Combinators.combine(some, some).as(KnownProblem::forced),
        some.map(KnownProblem::escape));
  }

  /** Smooth problems that don't know the time. */
  public static Arbitrary<KnownProblem> autonomous() {
    return smooth().filter(p -> !p.name.contains("cos"));
  }
}
