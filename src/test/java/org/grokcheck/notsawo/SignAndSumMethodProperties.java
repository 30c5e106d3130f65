package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.UpdateRecursions;
import org.grokcheck.oracle.UpdateRecursions.SignChange;

/** Plain descent, momentum and Rprop along given gradients, against their recursions. */
class SignAndSumMethodProperties {
  private static final double[] LIMITS = {1e-6, 50};

  @Provide
  Arbitrary<GradientRun> runs() {
    return GradientRun.any();
  }

  /** Rates from the least to the largest step, so that both limits are met. */
  @Provide
  Arbitrary<Double> firstSteps() {
    return Arb.logUniform(1.5e-6, 40);
  }

  @Property(tries = 150)
  @Checks("notsawo.opt.sgd")
  void plainDescent(@ForAll("runs") GradientRun run) {
    double sum = Arrays.stream(run.gradients()).map(Math::abs).sum();
    double end = sums(run, 0, 1);
    check("notsawo.opt.sgd", run)
        .expecting(end, rounding(run, sum))
        .holds(run.end(NamedMethod.SGD.spec(run.constants())))
        .rejects("uphill", 2 * run.start() - end)
        .rejects("rate squared", run.start() + run.rate() * (end - run.start()))
        .rejects("with momentum", sums(run, run.constants().momentum(), 1));
  }

  @Property(tries = 150)
  @Checks("notsawo.opt.momentum")
  void heavyBall(@ForAll("runs") GradientRun run) {
    double mu = run.constants().momentum();
    double weight = (1 - StrictMath.pow(mu, run.steps())) / (1 - mu);
    double sum = weight * Arrays.stream(run.gradients()).map(Math::abs).sum();
    check("notsawo.opt.momentum", run)
        .expecting(sums(run, mu, 1), rounding(run, sum))
        .holds(run.end(NamedMethod.MOMENTUM.spec(run.constants())))
        .rejects("gradient damped by 1 − μ", sums(run, mu, 1 - mu))
        .rejects("no momentum", sums(run, 0, 1))
        .rejects("Nesterov's", nesterov(run, mu));
  }

  private static Tolerance rounding(GradientRun run, double sum) {
    return new Tolerance.Rounding(
        4.0 * run.steps() + 4,
        Math.abs(run.start()) + run.rate() * sum,
        "two roundings a term of the sum, two a move of x");
  }

  /** m ← μ m + w g, x ← x − η m. */
  private static double sums(GradientRun run, double mu, double weight) {
    return UpdateRecursions.sums(
            run.start(),
            run.gradients(),
            run.rate(),
            (m, g) ->
                Decimal.plus(
                    Decimal.times(Decimal.of(mu), m), Decimal.times(Decimal.of(weight), g)))
        .doubleValue();
  }

  /** x ← x − η (g + μ m): the sum of descent and μ times momentum. */
  private static double nesterov(GradientRun run, double mu) {
    BigDecimal plain = Decimal.of(sums(run, 0, 1)).subtract(Decimal.of(run.start()));
    BigDecimal heavy = Decimal.of(sums(run, mu, 1)).subtract(Decimal.of(run.start()));
    return run.start() + plain.add(Decimal.of(mu).multiply(heavy)).doubleValue();
  }

  @Property(tries = 300)
  @Checks("notsawo.opt.rprop")
  void resilientSteps(@ForAll("runs") GradientRun any, @ForAll("firstSteps") double rate) {
    GradientRun run =
        new GradientRun(any.start(), any.gradients(), NamedMethod.Constants.usual(rate));
    double furthest = Math.min(LIMITS[1], rate * StrictMath.pow(1.2, run.steps()));
    check("notsawo.opt.rprop", run)
        .expecting(
            resilient(run, 1.2, LIMITS, SignChange.PAUSE),
            new Tolerance.Rounding(
                2.0 * run.steps() + 2,
                Math.abs(run.start()) + run.steps() * furthest,
                "a rounding a step and a move"))
        .holds(run.end(NamedMethod.RPROP.spec(run.constants())))
        .rejects("moves on a change of sign", resilient(run, 1.2, LIMITS, SignChange.MOVE))
        .rejects(
            "remembers the gradient of a change", resilient(run, 1.2, LIMITS, SignChange.REMEMBER))
        .rejects("grows by 1.5", resilient(run, 1.5, LIMITS, SignChange.PAUSE))
        .rejects("no largest step", resilient(run, 1.2, new double[] {1e-6, 1e9}, SignChange.PAUSE))
        .rejects("no least step", resilient(run, 1.2, new double[] {1e-30, 50}, SignChange.PAUSE));
  }

  private static double resilient(
      GradientRun run, double grow, double[] limits, SignChange change) {
    return UpdateRecursions.resilient(
            run.start(), run.gradients(), run.rate(), grow, limits, change)
        .doubleValue();
  }

  private static Check check(String claim, GradientRun run) {
    return Check.of(claim, "x after the last step").by(Oracle.TABLE).at(run.inputs());
  }
}
