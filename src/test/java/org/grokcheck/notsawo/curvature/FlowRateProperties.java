package org.grokcheck.notsawo.curvature;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture.Mlp;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.Seeds;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Derivatives of the loss along gradient flow, and gradients of whole batches. */
class FlowRateProperties {
  @Provide
  Arbitrary<Polynomial> cubics() {
    Polynomial x = Polynomial.variable(0);
    Polynomial y = Polynomial.variable(1);
    List<Polynomial> terms =
        List.of(x, y, x.times(y), x.square(), y.square(), x.times(x.square()), x.square().times(y));
    return ExactArb.vector(terms.size())
        .map(c -> Polynomial.sum(terms.size(), i -> terms.get(i).times(c.get(i))));
  }

  @Provide
  Arbitrary<RationalVector> points() {
    return ExactArb.vector(2);
  }

  /** The derivative of a function along θ̇ = −∇L, a polynomial. */
  private static Polynomial alongFlow(Polynomial function, Polynomial loss) {
    return Polynomial.sum(2, i -> function.derivative(i).times(loss.derivative(i)))
        .times(Rational.ONE.negate());
  }

  /** dL/dt and d²L/dt² by the chain rule, against −|G|² and 2 GᵀHG at a point. */
  @Property(tries = 20)
  @Checks({"notsawo.appf.ldot", "notsawo.appf.lddot"})
  void derivativesAlongTheFlow(
      @ForAll("cubics") Polynomial loss, @ForAll("points") RationalVector at) {
    RationalVector gradient = RationalVector.of(2, i -> loss.derivative(i).at(0, at).toConstant());
    Assume.that(gradient.normSquared().signum() != 0);
    RationalMatrix hessian =
        RationalMatrix.of(2, 2, (i, j) -> loss.derivative(i).derivative(j).at(0, at).toConstant());
    StepModel model = StepModel.of(hessian, gradient);
    Polynomial rate = alongFlow(loss, loss);
    Check.of("notsawo.appf.ldot", "dL/dt")
        .by(Oracle.EXACT)
        .at("theta", at)
        .expectingExactly(rate.at(0, at).toConstant())
        .holds(model.gradientSquare().negate())
        .rejects("−2|G|²", model.gradientSquare().times(-2))
        .rejects("ascent", model.gradientSquare());
    Check.of("notsawo.appf.lddot", "d²L/dt²")
        .by(Oracle.EXACT)
        .at("theta", at)
        .expectingExactly(alongFlow(rate, loss).at(0, at).toConstant())
        .holds(model.form().times(2))
        .rejects("GᵀHG", model.form())
        .rejects("minus 2 GᵀHG", model.form().times(-2));
  }

  /** The gradient of a whole batch is the same in any order of its items, up to rounding. */
  @Property(tries = 10)
  @Checks("notsawo.appb.unbiased")
  void wholeBatchesHaveNoNoise(@ForAll long seed) {
    RandomGenerator random = new Seeds(seed).stream("batch");
    Mlp shape = new Mlp(List.of(3, 4, 2), new Activation.Tanh(), true);
    int items = 8;
    double[][] x = new double[items][3];
    double[][] y = new double[items][2];
    for (int i = 0; i < items; i++) {
      Arrays.setAll(x[i], k -> random.nextGaussian());
      Arrays.setAll(y[i], k -> random.nextGaussian());
    }
    double[] theta = random.doubles(shape.parameters(), -1, 1).toArray();
    double[] whole = gradient(shape, theta, x, y);
    double[] turned = gradient(shape, theta, reversed(x), reversed(y));
    double[] half =
        gradient(shape, theta, Arrays.copyOf(x, items / 2), Arrays.copyOf(y, items / 2));
    double size = 1 + Vectors.norm(whole) + Vectors.norm(half);
    Check.of("notsawo.appb.unbiased", "distance of the gradient in another order")
        .by(Oracle.INVARIANT)
        .at("seed", seed)
        .expecting(0, new Tolerance.Rounding(2000, size, "sums of eight items over small layers"))
        .holds(distance(whole, turned))
        .rejects("half of the items", distance(whole, half));
  }

  private static double[] gradient(Mlp shape, double[] theta, double[][] x, double[][] y) {
    return ReferenceObjective.of(
            Model.of(shape), new Inputs.Dense(x), new Targets.Values(y), Loss.SQUARED)
        .gradient(theta);
  }

  private static double[][] reversed(double[][] rows) {
    double[][] reversed = new double[rows.length][];
    Arrays.setAll(reversed, i -> rows[rows.length - 1 - i]);
    return reversed;
  }

  private static double distance(double[] a, double[] b) {
    double[] gap = a.clone();
    Vectors.add(-1, b, gap);
    return Vectors.norm(gap);
  }
}
