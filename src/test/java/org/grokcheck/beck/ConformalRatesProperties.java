package org.grokcheck.beck;

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
import org.grokcheck.oracle.Precise;
import org.grokcheck.oracle.PreciseFlow;

/** The two-point flow in conformal time, eqs. (30) and (32), digit by digit. */
class ConformalRatesProperties {
  /** Where the rates are taken; S̃ on either side of the stationary point and far from it. */
  record Point(double x, double sigma, double eta, double weight) {
    TwoPointModel.Rates rates() {
      return new TwoPointModel(TwoPoints.of(x), sigma, eta, 0, 0).conformalRates(weight);
    }

    PreciseFlow.State expected() {
      return PreciseFlow.against(0).conformalRates(x, sigma, eta, weight);
    }

    /** Condition number times value: an exponent of size |xS̃| or |S̃| moves its exponential. */
    double size() {
      double right = StrictMath.exp(x * weight) * (1 + Math.abs(x * weight));
      return eta / 2 * (right + StrictMath.exp(-weight));
    }

    Tolerance rounding(double factor) {
      return new Tolerance.Rounding(8, factor * size(), "two exponentials, their factors and sum");
    }

    Object[] inputs() {
      return new Object[] {"x", x, "sigma", sigma, "eta", eta, "S", weight};
    }
  }

  @Property(tries = 60)
  @Checks("beck.eq30")
  void ratesAgreeWithFiftyDigits(@ForAll("points") Point p) {
    double square = p.sigma * p.sigma;
    TwoPointModel.Rates rates = p.rates();
    double left = StrictMath.exp(-p.weight);
    double right = StrictMath.exp(p.x * p.weight);
    Check.of("beck.eq30", "dS/dτ")
        .part("weight")
        .by(Oracle.TABLE)
        .at(p.inputs())
        .expecting(Precise.toDouble(p.expected().weight()), p.rounding(square))
        .holds(rates.weight())
        .rejects("half left out", 2 * rates.weight())
        .rejects("factor x left out", -p.eta / 2 * square * (right - left))
        .rejects("sign of the first point", -p.eta / 2 * square * (p.x * right + left))
        .rejects("σ for σ²", rates.weight() / p.sigma);
    Check.of("beck.eq30", "db/dτ")
        .part("bias")
        .by(Oracle.TABLE)
        .at(p.inputs())
        .expecting(Precise.toDouble(p.expected().bias()), p.rounding(1))
        .holds(rates.bias())
        .rejects("factor x kept", -p.eta / 2 * (p.x * right + left))
        .rejects("σ² in the bias", square * rates.bias());
  }

  @Property(tries = 60)
  @Checks("beck.eq32")
  void ratesAtTheCriticalPoint(@ForAll("criticalPoints") Point p) {
    double left = StrictMath.exp(-p.weight);
    double weightRate = p.eta / 2 * left;
    Check.of("beck.eq32", "dS/dτ = (η/2)e^{−S}")
        .part("weight")
        .by(Oracle.TABLE)
        .at(p.inputs())
        .expecting(Precise.toDouble(p.expected().weight()), new Tolerance.Ulp(4, "one exponential"))
        .holds(p.rates().weight())
        .rejects("pull of the point at 0", -p.eta / 2 * (1 - left))
        .rejects("half left out", 2 * weightRate);
    Check.of("beck.eq32", "db/dτ = −(η/2)(1 + e^{−S})")
        .part("bias")
        .by(Oracle.TABLE)
        .at(p.inputs())
        .expecting(Precise.toDouble(p.expected().bias()), new Tolerance.Ulp(4, "one exponential"))
        .holds(p.rates().bias())
        .rejects("1 left out", -weightRate)
        .rejects("sign", p.eta / 2 * (left - 1));
  }

  @Property(tries = 100)
  @Checks("beck.eq32")
  void ratesTendToThoseAtTheCriticalPoint(@ForAll("points") Point p) {
    double small = 1e-12 * p.x;
    Point near = new Point(small, 1, p.eta, p.weight);
    Point at = new Point(0, 1, p.eta, p.weight);
    // |e^{xS} − 1| ≤ |xS|e^{|xS|} in db/dτ, |x|e^{xS} in dS/dτ.
    double product = Math.abs(small * p.weight);
    double grown = p.eta / 2 * StrictMath.exp(product);
    Check.of("beck.eq32", "dS/dτ of eq. (30) as x → 0")
        .part("weight")
        .by(Oracle.LIMIT)
        .at(near.inputs())
        .expecting(at.rates().weight(), sum(grown * Math.abs(small), at, "|x|e^{xS}η/2"))
        .holds(near.rates().weight())
        .rejects("factor x left out", near.rates().weight() - p.eta / 2);
    Check.of("beck.eq32", "db/dτ of eq. (30) as x → 0")
        .part("bias")
        .by(Oracle.LIMIT)
        .at(near.inputs())
        .expecting(at.rates().bias(), sum(grown * product, at, "|xS|e^{|xS|}η/2"))
        .holds(near.rates().bias())
        .rejects("term of the point at 0 lost", near.rates().bias() + p.eta / 2);
  }

  private static Tolerance sum(double remainder, Point p, String why) {
    double rounding = 8 * Tolerance.UNIT_ROUNDOFF * p.size();
    return Tolerance.sum(
        Tolerance.remainder(remainder, why), Tolerance.remainder(rounding, "rounding of a rate"));
  }

  @Provide
  Arbitrary<Point> points() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arb.uniform(-1, 1),
                Arb.signedLogUniform(1e-15, 1),
                Arb.nearCritical(1, 1e-15, 0.1).map(x -> Math.min(x, 1)),
                Arb.nearCritical(-1, 1e-15, 0.1).map(x -> Math.max(x, -1))),
            Arb.logUniform(0.05, 1000),
            Arb.logUniform(1e-3, 10),
            Arbitraries.oneOf(Arb.uniform(-5, 5), Arb.signedLogUniform(1e-15, 300)))
        .as(Point::new);
  }

  @Provide
  Arbitrary<Point> criticalPoints() {
    return Combinators.combine(
            Arb.logUniform(1e-3, 10),
            Arbitraries.oneOf(Arb.uniform(-5, 5), Arb.signedLogUniform(1e-15, 300)))
        .as((eta, weight) -> new Point(0, 1, eta, weight));
  }
}
