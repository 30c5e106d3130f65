package org.grokcheck.kumar;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.oracle.SimulatedRegression;
import org.grokcheck.oracle.SimulatedRegression.Draw;
import org.junit.jupiter.api.Test;

/**
 * Simulated kernel regression against the learning curve. The curve is a limit: relative deviations
 * are measured at D and 2D, where 2r(2D) − r(D) cancels terms of order 1/D.
 */
class RegressionSimulationProperties {
  private static final double FALSE_ALARM = 1e-9;
  private static final double Z =
      -new NormalDistribution().inverseCumulativeProbability(FALSE_ALARM / 2);
  private static final int DIMENSION = 14;

  /** Draws at D = 14; a quarter of them at D = 28, where one is worth four. */
  private static final int DRAWS = 1200;

  private static RandomGenerator random(String name) {
    return RunSettings.seeds().stream("kumar.ext.learning-curve/" + name);
  }

  /** Settings of one point of the curve: P = share·P_c, or P = D. */
  private record Setting(String claim, double eps, double ridge, double share) {
    int samples(int d) {
      return share == 0 ? d : (int) Math.round(share * d * (d + 3) / 2);
    }

    double[] sampled(int d, int draws, ToDoubleFunction<Draw> quantity) {
      RandomGenerator random = random(claim + "-" + eps + "-" + ridge + "-" + share + "-" + d);
      SimulatedRegression regression = new SimulatedRegression(d, eps, ridge);
      double[] values = new double[draws];
      for (int k = 0; k < draws; k++) {
        values[k] = quantity.applyAsDouble(regression.draw(random, samples(d)));
      }
      return values;
    }

    double predicted(int d, double otherEps) {
      return new LearningCurve(
              new InitialSpectrum(d, Rational.of(otherEps)), Rational.of(d), Rational.of(ridge))
          .at(samples(d))
          .risk()
          .doubleValue();
    }

    double withoutResponse(int d) {
      LearningCurve.Point point =
          new LearningCurve(
                  new InitialSpectrum(d, Rational.of(eps)), Rational.of(d), Rational.of(ridge))
              .at(samples(d));
      return point.risk().doubleValue() * (1 - point.gamma().doubleValue());
    }
  }

  @Test
  @Checks("kumar.ext.learning-curve")
  void risksFollowTheCurve() {
    for (double share : new double[] {0.2, 0.4, 0.6, 0.8}) {
      compare(new Setting("kumar.ext.learning-curve", 0.5, 0, share));
    }
    compare(new Setting("kumar.ext.learning-curve", 1, 0.05, 0.5));
    compare(new Setting("kumar.ext.learning-curve", 0.3, 0.1, 0.5));
  }

  @Test
  @Checks("kumar.ext.learning-curve-quadratic")
  void risksFollowTheQuadraticLimit() {
    compare(new Setting("kumar.ext.learning-curve-quadratic", 0.5, 0.05, 0.5));
  }

  @Test
  @Checks("kumar.ext.learning-curve-proportional")
  void risksFollowTheProportionalLimit() {
    compare(new Setting("kumar.ext.learning-curve-proportional", 0.5, 0, 0));
  }

  private static void compare(Setting setting) {
    double[] small = setting.sampled(DIMENSION, DRAWS, Draw::risk);
    double[] large = setting.sampled(2 * DIMENSION, DRAWS / 4, Draw::risk);
    double first = setting.predicted(DIMENSION, setting.eps());
    double second = setting.predicted(2 * DIMENSION, setting.eps());
    double coarse = StatUtils.mean(small) / first - 1;
    double value = 2 * (StatUtils.mean(large) / second - 1) - coarse;
    double error =
        StrictMath.hypot(2 * standardError(large) / second, standardError(small) / first);
    double rival = setting.withoutResponse(2 * DIMENSION) / second - 1;
    double power = new NormalDistribution().cumulativeProbability(Math.abs(rival) / error - Z);
    Check.of(setting.claim(), "simulated risk over that of the curve, less 1")
        .part("simulation")
        .by(Oracle.STATISTICAL)
        .at(
            "D",
            2 * DIMENSION,
            "P",
            setting.samples(2 * DIMENSION),
            "eps",
            setting.eps(),
            "ridge",
            setting.ridge(),
            "standard error",
            error)
        .expecting(value, new Tolerance.Clt(error, FALSE_ALARM, Z, "means at D and 2D, 2 − 1"))
        .power(power)
        .holds(0)
        .rejects("without 1 − γ", rival);
  }

  /** What is left of a mode in the mean over draws, at the P where the curve says one half. */
  @Test
  @Checks({"kumar.sec5.degree-k", "kumar.sec11.two-scales"})
  void modesAreLearnedAtTheirScales() {
    compareModes("kumar.sec5.degree-k", "quadratic", InitialSpectrum::traceless, 1);
    compareModes("kumar.sec11.two-scales", "traceless", InitialSpectrum::traceless, 1);
    compareModes("kumar.sec11.two-scales", "|x|²", InitialSpectrum::normSquared, 0);
  }

  private static void compareModes(
      String claim, String part, Function<InitialSpectrum, Rational> mode, double rival) {
    double[] deviation = new double[2];
    double[] error = new double[2];
    for (int k = 0; k < 2; k++) {
      int d = DIMENSION << k;
      InitialSpectrum spectrum = new InitialSpectrum(d, Rational.HALF);
      LearningCurve curve = new LearningCurve(spectrum, Rational.ONE, Rational.ZERO);
      double value = mode.apply(spectrum).toDouble();
      int samples = (int) Math.round(curve.samplesAt(mode.apply(spectrum)).toDouble());
      double kappa = curve.at(samples).kappa().doubleValue();
      RandomGenerator random = random(claim + part + d);
      SimulatedRegression regression = new SimulatedRegression(d, 0.5, 0);
      double[] left = new double[DRAWS >> (2 * k)];
      for (int n = 0; n < left.length; n++) {
        Draw draw = regression.draw(random, samples);
        left[n] = part.equals("|x|²") ? draw.normLeft() : draw.tracelessLeft();
      }
      deviation[k] = StatUtils.mean(left) - kappa / (value + kappa);
      error[k] = standardError(left);
    }
    double combined = StrictMath.hypot(2 * error[1], error[0]);
    Check.of(claim, "mean of what is left of the mode, of 1")
        .part(part + ", simulated")
        .by(Oracle.STATISTICAL)
        .at("D", 2 * DIMENSION, "eps", 0.5, "standard error", combined)
        .expecting(
            0.5 + 2 * deviation[1] - deviation[0],
            new Tolerance.Clt(combined, FALSE_ALARM, Z, "means at D and 2D, 2 − 1"))
        .power(new NormalDistribution().cumulativeProbability(0.5 / combined - Z))
        .holds(0.5)
        .rejects(rival == 1 ? "not yet learned at P ~ D²/4" : "learned before P ~ D", rival);
  }

  /** The lower end of an interval for the mean risk lies above that of predicting 0. */
  @Test
  @Checks("kumar.sec8.3.2.worse")
  void lazyRiskIsWorseThanThatOfZeroAtPEqualToD() {
    int d = 20;
    double zero = new TargetDecomposition(d, Rational.of(d)).total().toDouble();
    double[] few = new Setting("kumar.sec8.3.2.worse", 0.1, 0, 0).sampled(d, DRAWS, Draw::risk);
    double[] many = new Setting("kumar.sec8.3.2.worse", 0.1, 0, 0.5).sampled(d, 200, Draw::risk);
    Check.of("kumar.sec8.3.2.worse", "D²⟨y²⟩/|β|⁴ is below the mean risk at P = D")
        .by(Oracle.STATISTICAL)
        .at("D", d, "P", d, "eps", 0.1, "standard error", standardError(few))
        .expectingAtMost(
            StatUtils.mean(few) - 2 * Z * standardError(few),
            new Tolerance.Clt(
                standardError(few), FALSE_ALARM, Z, "a further z standard errors below the mean"))
        .holds(zero);
    Check.of("kumar.sec8.3.2.worse", "but not at P = P_c/2")
        .by(Oracle.STATISTICAL)
        .at("D", d, "P", d * (d + 3) / 4, "eps", 0.1, "standard error", standardError(many))
        .expectingAtMost(
            zero, new Tolerance.Clt(standardError(many), FALSE_ALARM, Z, "mean of the draws"))
        .holds(StatUtils.mean(many))
        .rejects("the mean at P = D", StatUtils.mean(few));
  }

  private static double standardError(double[] values) {
    return Math.sqrt(StatUtils.variance(values) / values.length);
  }
}
