package org.grokcheck.notsawo.curvature;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;

/** The catapult of two factors: its map, many steps of it, and where it ends. */
class CatapultProperties {
  /** The map against descent on u and v themselves, in exact rationals. */
  @Property(tries = 20)
  @Checks("notsawo.ext.catapult")
  void mapEqualsDescent(
      @ForAll("vectors") RationalVector u,
      @ForAll("vectors") RationalVector v,
      @ForAll("rates") Rational rate) {
    Rational width = Rational.of(u.size());
    Rational eta = rate.abs();
    // f = u·v/√n with n = 4, so that the root is 2.
    Rational f = u.dot(v).over(2);
    Rational kernel = u.normSquared().plus(v.normSquared()).over(width);
    RationalVector nextU = u.minus(v.times(eta.times(f).over(2)));
    RationalVector nextV = v.minus(u.times(eta.times(f).over(2)));
    CatapultMap next = new CatapultMap(f, kernel).step(eta, width);
    Check.of("notsawo.ext.catapult", "f′")
        .part("map")
        .by(Oracle.EXACT)
        .at("u", u, "v", v, "eta", eta)
        .expectingExactly(nextU.dot(nextV).over(2))
        .holds(next.output())
        .rejects("without η²f²/n", f.times(Rational.ONE.minus(eta.times(kernel))));
    Check.of("notsawo.ext.catapult", "λ′")
        .part("map")
        .by(Oracle.EXACT)
        .at("u", u, "v", v, "eta", eta)
        .expectingExactly(nextU.normSquared().plus(nextV.normSquared()).over(width))
        .holds(next.curvature())
        .rejects(
            "ηλ − 2",
            kernel.plus(
                eta.times(f.square()).over(width).times(eta.times(kernel).minus(Rational.TWO))));
    // Cauchy and Schwarz: λ ≥ 2|f|/√n.
    Check.of("notsawo.ext.catapult", "λ below 2|f|/√n")
        .part("bound")
        .by(Oracle.EXACT)
        .expectingExactly(false)
        .holds(next.curvature().compareTo(next.output().abs()) < 0)
        .rejects("4|f|/√n", next.curvature().compareTo(next.output().abs().times(2)) < 0);
  }

  @Provide
  Arbitrary<Rational> rates() {
    return ExactArb.nonzero();
  }

  @Provide
  Arbitrary<RationalVector> vectors() {
    return ExactArb.vector(4);
  }

  /** Many steps in decimals are the steps in rationals. */
  @Property(tries = 10)
  @Checks("notsawo.ext.catapult")
  void decimalsFollowTheMap(@ForAll @IntRange(min = 21, max = 39) int tenths) {
    Rational one = Rational.ONE;
    CatapultMap exact = new CatapultMap(Rational.of(1, 5), Rational.of(tenths, 10));
    Rational peak = exact.output();
    int steps = 6;
    for (int t = 0; t < steps; t++) {
      exact = exact.step(one, Rational.of(500));
      peak = peak.max(exact.output().abs());
    }
    CatapultMap.End end =
        CatapultMap.follow(
            new BigDecimal("0.2"),
            BigDecimal.valueOf(tenths, 1),
            BigDecimal.ONE,
            BigDecimal.valueOf(500),
            steps);
    Check.of("notsawo.ext.catapult", "f after six steps")
        .part("map")
        .by(Oracle.TABLE)
        .at("lambda0", tenths / 10.0)
        .expecting(exact.output().toDouble(), new Tolerance.Ulp(1, "80 digits, rounded"))
        .holds(end.output().doubleValue())
        .rejects(
            "n = 400",
            CatapultMap.follow(
                    new BigDecimal("0.2"),
                    BigDecimal.valueOf(tenths, 1),
                    BigDecimal.ONE,
                    BigDecimal.valueOf(400),
                    steps)
                .output()
                .doubleValue());
    Check.of("notsawo.ext.catapult", "largest |f|")
        .part("map")
        .by(Oracle.TABLE)
        .at("lambda0", tenths / 10.0)
        .expecting(peak.toDouble(), new Tolerance.Ulp(1, "80 digits, rounded"))
        .holds(end.peak().doubleValue());
  }

  /** 2/η < λ_0 < 4/η: the loss rises, the kernel falls below 2/η, and the loss vanishes. */
  @Property(tries = 15)
  @Checks({"notsawo.appf.catapult", "notsawo.ext.catapult"})
  void catapultEndsInAFlatterPlace(@ForAll @IntRange(min = 21, max = 38) int tenths) {
    CatapultMap.End end =
        CatapultMap.follow(
            new BigDecimal("0.2"),
            BigDecimal.valueOf(tenths, 1),
            BigDecimal.ONE,
            BigDecimal.valueOf(500),
            400);
    CatapultMap.End lazy =
        CatapultMap.follow(
            new BigDecimal("0.2"),
            new BigDecimal("1.5"),
            BigDecimal.ONE,
            BigDecimal.valueOf(500),
            400);
    for (String claim : new String[] {"notsawo.appf.catapult", "notsawo.ext.catapult"}) {
      Check.of(claim, "λ at the end, in units of 2/η")
          .part("end")
          .by(Oracle.INVARIANT)
          .at("lambda0", tenths / 10.0)
          .expectingAtMost(1, new Tolerance.Exact())
          .holds(end.curvature().doubleValue() / 2)
          .rejects("at the start", tenths / 20.0);
    }
    Check.of("notsawo.appf.catapult", "the loss rises above its start")
        .part("rise")
        .by(Oracle.INVARIANT)
        .at("lambda0", tenths / 10.0)
        .expectingExactly(true)
        .holds(end.peak().doubleValue() > 0.2)
        .rejects("below 2/η", lazy.peak().doubleValue() > 0.2);
    Check.of("notsawo.appf.catapult", "|f| at the end over its peak")
        .part("end")
        .by(Oracle.INVARIANT)
        .at("lambda0", tenths / 10.0)
        .expectingAtMost(1e-6, new Tolerance.Exact())
        .holds(end.output().abs().doubleValue() / end.peak().doubleValue())
        .rejects("at the peak", 1);
  }
}
