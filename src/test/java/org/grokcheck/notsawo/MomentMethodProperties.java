package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.notsawo.NamedMethod.Constants;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.UpdateRecursions;
import org.grokcheck.oracle.UpdateRecursions.MomentStep;

/** RMSProp, Adam, AdamW and AdaMax along given gradients, against their recursions at 60 digits. */
class MomentMethodProperties {
  @Provide
  Arbitrary<GradientRun> runs() {
    return GradientRun.any();
  }

  @Property(tries = 60)
  @Checks("notsawo.opt.rmsprop")
  void rootMeanSquares(@ForAll("runs") GradientRun run) {
    Constants c = run.constants();
    double[] betas = {0, c.alpha()};
    BigDecimal epsilon = Decimal.of(c.epsilon());
    MomentStep right = (g, v, t) -> quotient(run, g, Decimal.sqrt(v).add(epsilon));
    // One moment without correction: its weights 1 − α are exact or once rounded.
    compare("notsawo.opt.rmsprop", run, betas, right, 0, run.end(NamedMethod.RMSPROP.spec(c)))
        .rejects(
            "epsilon inside the root",
            end(run, betas, (g, v, t) -> quotient(run, g, Decimal.sqrt(v.add(epsilon)))))
        .rejects(
            "bias corrected",
            end(run, betas, (g, v, t) -> quotient(run, g, root(v, c.alpha(), t).add(epsilon))))
        .rejects(
            "without the root", end(run, betas, (g, v, t) -> quotient(run, g, v.add(epsilon))));
  }

  @Property(tries = 60)
  @Checks("notsawo.opt.adam")
  void adaptiveMoments(@ForAll("runs") GradientRun run) {
    Constants c = run.constants();
    double[] betas = {c.beta1(), c.beta2()};
    BigDecimal epsilon = Decimal.of(c.epsilon());
    compare("notsawo.opt.adam", run, betas, adam(run), 0, run.end(NamedMethod.ADAM.spec(c)))
        .rejects(
            "no bias correction",
            end(run, betas, (m, v, t) -> quotient(run, m, Decimal.sqrt(v).add(epsilon))))
        .rejects(
            "epsilon inside the root",
            end(
                run,
                betas,
                (m, v, t) ->
                    quotient(
                        run,
                        corrected(m, c.beta1(), t),
                        Decimal.sqrt(corrected(v, c.beta2(), t).add(epsilon)))))
        .rejects(
            "epsilon before the correction",
            end(
                run,
                betas,
                (m, v, t) ->
                    quotient(
                        run,
                        corrected(m, c.beta1(), t),
                        Decimal.over(
                            Decimal.sqrt(v).add(epsilon),
                            Decimal.sqrt(UpdateRecursions.share(c.beta2(), t))))))
        .rejects("betas exchanged", end(run, new double[] {c.beta2(), c.beta1()}, adam(run)));
  }

  @Property(tries = 60)
  @Checks("notsawo.opt.adamw")
  void decoupledDecay(@ForAll("runs") GradientRun run) {
    Constants c = run.constants();
    double[] betas = {c.beta1(), c.beta2()};
    double shrink = 1 - c.rate() * c.decay();
    Constants undecayed =
        new Constants(c.rate(), 0, c.alpha(), c.beta1(), c.beta2(), c.epsilon(), 0);
    compare(
            "notsawo.opt.adamw",
            run,
            betas,
            adam(run),
            c.decay(),
            run.end(NamedMethod.ADAMW.spec(c)))
        .rejects("no decay", run.end(NamedMethod.ADAM.spec(undecayed)))
        .rejects(
            "coupled decay",
            run.end(
                new OptimizerSpec.Adam(
                    c.rate(), c.beta1(), c.beta2(), c.epsilon(), c.decay(), false)))
        .rejects(
            "decay without the rate",
            UpdateRecursions.moments(
                    run.start(), run.gradients(), Decimal.of(1 - c.decay()), betas, adam(run))
                .doubleValue())
        .rejects(
            "shrinks the step too",
            UpdateRecursions.moments(
                    run.start(),
                    run.gradients(),
                    Decimal.of(shrink),
                    betas,
                    (m, v, t) -> adam(run).of(m, v, t).multiply(Decimal.of(shrink)))
                .doubleValue());
  }

  /** On Rosenbrock's function, where a gradient at the shrunk point would be another one. */
  @Property(tries = 60)
  @Checks("notsawo.opt.adamw")
  void gradientIsTakenBeforeTheShrink(@ForAll("runs") GradientRun any) {
    Constants c = any.constants();
    double shrink = 1 - c.rate() * c.decay();
    double[] start = {any.start(), 0.5};
    int steps = 5;
    double[][] path = rosenbrock(c, 1, start, steps);
    double[] first = new double[steps];
    Arrays.setAll(first, t -> Rosenbrock.VANILLA.gradient(path[t])[0]);
    GradientRun run = new GradientRun(any.start(), first, c);
    double[] betas = {c.beta1(), c.beta2()};
    compare("notsawo.opt.adamw", run, betas, adam(run), c.decay(), path[steps][0])
        .rejects("gradient at the shrunk point", rosenbrock(c, shrink, start, steps)[steps][0]);
  }

  private static double[][] rosenbrock(Constants c, double factor, double[] start, int steps) {
    return DescentPath.of(
        NamedMethod.ADAMW.spec(c),
        x -> Rosenbrock.VANILLA.gradient(new double[] {factor * x[0], factor * x[1]}),
        start,
        steps);
  }

  @Property(tries = 60)
  @Checks("notsawo.opt.adamax")
  void largestGradients(@ForAll("runs") GradientRun run) {
    Constants c = run.constants();
    double[] betas = {c.beta1(), c.beta2()};
    BigDecimal epsilon = Decimal.of(c.epsilon());
    check("notsawo.opt.adamax", run)
        .expecting(
            adamax(run, betas, (old, g) -> old.max(g.add(epsilon)), true),
            new Tolerance.Rounding(
                operations(run, betas),
                Math.abs(run.start()) + largestScale(run),
                "each step a mean of t terms over the largest, and 1 − β₁^t"))
        .holds(run.end(NamedMethod.ADAMAX.spec(c)))
        .rejects(
            "no bias correction", adamax(run, betas, (old, g) -> old.max(g.add(epsilon)), false))
        .rejects("sum for maximum", adamax(run, betas, (old, g) -> old.add(g.add(epsilon)), true))
        .rejects("epsilon added later", adamax(run, betas, (old, g) -> old.max(g), true))
        .rejects("the mean of Adam", run.end(NamedMethod.ADAM.spec(c)));
  }

  private static double adamax(
      GradientRun run, double[] betas, BinaryOperator<BigDecimal> fold, boolean correct) {
    BigDecimal tiny = new BigDecimal("1e-300");
    return UpdateRecursions.largest(
            run.start(),
            run.gradients(),
            betas,
            fold,
            (m, u, t) -> quotient(run, correct ? corrected(m, betas[0], t) : m, u.max(tiny)))
        .doubleValue();
  }

  private static MomentStep adam(GradientRun run) {
    Constants c = run.constants();
    return (m, v, t) ->
        quotient(
            run, corrected(m, c.beta1(), t), root(v, c.beta2(), t).add(Decimal.of(c.epsilon())));
  }

  private static BigDecimal corrected(BigDecimal moment, double beta, int t) {
    return Decimal.over(moment, UpdateRecursions.share(beta, t));
  }

  private static BigDecimal root(BigDecimal square, double beta, int t) {
    return Decimal.sqrt(corrected(square, beta, t));
  }

  /** η m/d. */
  private static BigDecimal quotient(GradientRun run, BigDecimal mean, BigDecimal divisor) {
    return Decimal.over(Decimal.times(Decimal.of(run.rate()), mean), divisor);
  }

  private static double end(GradientRun run, double[] betas, MomentStep step) {
    return UpdateRecursions.moments(run.start(), run.gradients(), BigDecimal.ONE, betas, step)
        .doubleValue();
  }

  private static Comparison compare(
      String claim, GradientRun run, double[] betas, MomentStep step, double decay, double actual) {
    BigDecimal kept = BigDecimal.ONE.subtract(Decimal.of(run.rate()).multiply(Decimal.of(decay)));
    double expected =
        UpdateRecursions.moments(run.start(), run.gradients(), kept, betas, step).doubleValue();
    return check(claim, run)
        .expecting(
            expected,
            new Tolerance.Rounding(
                operations(run, betas),
                Math.abs(run.start()) + scale(run, betas, step),
                "x is moved t times; moments are means of t terms; 1 − β^t loses 1/(1 − β) units"))
        .holds(actual);
  }

  /** Two roundings a term of a moment and two a move of x; a power of β close to 1 is off by u. */
  private static double operations(GradientRun run, double[] betas) {
    return 8.0 * run.steps() + 16 + 2 / (1 - betas[0]) + 2 / (1 - betas[1]);
  }

  /** Sum of the steps' sizes, with |g| for g in the mean: what cancels there is rounded too. */
  private static double scale(GradientRun run, double[] betas, MomentStep step) {
    double[] sizes = Arrays.stream(run.gradients()).map(Math::abs).toArray();
    double moved = UpdateRecursions.moments(0, sizes, BigDecimal.ONE, betas, step).doubleValue();
    return Math.abs(moved);
  }

  private static double largestScale(GradientRun run) {
    double[] sizes = Arrays.stream(run.gradients()).map(Math::abs).toArray();
    GradientRun upward = new GradientRun(0, sizes, run.constants());
    return Math.abs(upward.end(NamedMethod.ADAMAX.spec(run.constants())));
  }

  private static Check check(String claim, GradientRun run) {
    return Check.of(claim, "x after the last step").by(Oracle.TABLE).at(run.inputs());
  }
}
