package org.grokcheck.omnigrok;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.Real;
import org.grokcheck.oracle.SlidingFlow;

/**
 * The sliding path of Sec. 5.1 against the motion on the boundary that eq. (6) fixes, where the
 * force of the loss is whatever keeps the point on it.
 */
class SlidingPathProperties {
  private static final String[] GENERAL = {"omnigrok.ext.path-general", "omnigrok.fn6"};
  private static final String[] SPEEDS = {"omnigrok.path.vprime", "omnigrok.fig6f"};

  @Provide
  Arbitrary<DrawnPath> drawn() {
    return DrawnPath.arbitrary();
  }

  private static Check check(String claim, String part, String quantity, DrawnPath d) {
    return Check.of(claim, quantity).part(part).by(Oracle.SECOND_ALGORITHM).at("path", d);
  }

  private static Tolerance rule(double time) {
    return new Tolerance.Rounding(
        2000, time, "positive terms of a rule of 64 nodes, which errs by less than 1e-13");
  }

  @Property(tries = 60)
  @Checks({"omnigrok.ext.path-general", "omnigrok.fn6"})
  void timeIsThatOfTheMotionOnTheBoundary(@ForAll("drawn") DrawnPath d) {
    SlidingPath path = d.path();
    double drift = path.drifting().over(path.rates().drift()).toDouble();
    double time = drift + d.flow().timeInLogNorm(d.height());
    for (String claim : GENERAL) {
      check(claim, claim.endsWith("fn6") ? "" : "straight in ln w", "time from C to E", d)
          .expecting(time, rule(time))
          .holds(path.time().toDouble())
          .rejects("rates taken for equal", path.printedTime().toDouble())
          .rejects("w = w_E on the boundary", path.frozenTime().toDouble());
    }
  }

  @Property(tries = 60)
  @Checks("omnigrok.ext.path-general")
  void timeAlongABoundaryStraightInTheNorm(@ForAll("drawn") DrawnPath d) {
    double meeting = d.norm() + d.height() * StrictMath.cos(d.theta()) / StrictMath.sin(d.theta());
    double start = meeting * (1 + 1e-12 + d.reserve());
    StraightNormBoundary path = straight(d, start);
    double drift = StrictMath.log(start / meeting) / (d.etaD() * DrawnPath.GAMMA);
    double time = drift + d.flow().timeInNorm(d.height());
    check("omnigrok.ext.path-general", "straight in w", "time from C to E", d)
        .expecting(time, rule(time + 1 / (d.etaD() * DrawnPath.GAMMA)))
        .holds(path.time().toDouble())
        .rejects(
            "without eta_D/eta_R",
            straight(d.withRates(d.norm(), d.etaD(), d.etaD()), start).time().toDouble());
    assertEquals(meeting, path.meeting().toDouble(), 4 * Math.ulp(meeting));
  }

  private static StraightNormBoundary straight(DrawnPath d, double start) {
    return new StraightNormBoundary(
        Real.of(start),
        Real.of(d.norm()),
        Real.of(d.height()),
        Real.of(d.theta()),
        d.rates(DrawnPath.GAMMA));
  }

  @Property(tries = 60)
  @Checks({"omnigrok.path.vprime", "omnigrok.fig6f"})
  void speedIsTheTangentialOneOfDriftAndForce(@ForAll("drawn") DrawnPath d) {
    SlidingPath path = d.path();
    double speed = d.flow().speed();
    check("omnigrok.path.vprime", "eq. (6)", "speed along the boundary at E", d)
        .expecting(speed, new Tolerance.Rounding(60, speed, "solution of two linear equations"))
        .holds(path.speed().toDouble())
        .rejects("v cos(theta)", path.printedSpeed().toDouble());
    // Footnote 6 and a Euclidean gradient in the plotted plane: the force is along the normal.
    double along = new SlidingFlow(d.theta(), 1, d.etaD(), d.etaD(), DrawnPath.GAMMA).speed();
    double across = d.etaD() * DrawnPath.GAMMA * StrictMath.sin(d.theta());
    for (String claim : SPEEDS) {
      check(claim, claim.endsWith("fig6f") ? "" : "force along the normal", "v cos(theta)", d)
          .expecting(along, new Tolerance.Rounding(60, along, "two linear equations"))
          .holds(path.printedSpeed().toDouble())
          .rejects("v sin(theta)", across);
    }
  }

  @Property(tries = 60)
  @Checks({"omnigrok.ext.path-general", "omnigrok.path.vprime"})
  void equalRatesAtUnitNormGiveThePrintedForms(@ForAll("drawn") DrawnPath d) {
    SlidingPath path = d.withRates(1, d.etaD(), d.etaD()).path();
    Tolerance rounding = new Tolerance.Ulp(1, "60 digits, rounded");
    Check.of("omnigrok.ext.path-general", "first order at rho = 1")
        .part("first order")
        .at("path", d)
        .expecting(path.printedTime().toDouble(), rounding)
        .holds(path.frozenTime().toDouble());
    Check.of("omnigrok.path.vprime", "v' at rho = 1")
        .part("eq. (6)")
        .at("path", d)
        .expecting(path.printedSpeed().toDouble(), rounding)
        .holds(path.speed().toDouble());
  }

  @Property(tries = 60)
  @Checks({"omnigrok.path.time", "omnigrok.ext.path-general"})
  void frozenNormIsTheFirstOrder(@ForAll("drawn") DrawnPath d) {
    SlidingPath path = d.path();
    double leg = path.frozenTime().minus(path.length().over(path.rates().drift())).toDouble();
    double offset = path.length().minus(path.drifting()).toDouble();
    double time =
        path.drifting().over(path.rates().drift()).toDouble() + d.flow().timeInLogNorm(d.height());
    String[] claims = {"omnigrok.path.time", "omnigrok.ext.path-general"};
    for (String claim : claims) {
      Check.of(claim, "(L + rho h tan(theta))/(eta_D gamma)")
          .part(claim.endsWith("general") ? "first order" : "general rates")
          .by(Oracle.LIMIT)
          .at("path", d)
          .expecting(
              time,
              Tolerance.sum(
                  Tolerance.remainder(leg * offset, "1 - (1 - e^{-2u})/(2u) <= u = h cot(theta)"),
                  rule(time)))
          .holds(path.frozenTime().toDouble())
          .rejects("rates taken for equal", path.printedTime().toDouble());
    }
  }
}
