package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.Normal;
import org.grokcheck.oracle.GaussianTail;
import org.grokcheck.oracle.LateFlow;
import org.junit.jupiter.api.Test;

/**
 * Separable data at late times, on a few sets with known margins. With L = log t, S and b are
 * linear in L up to terms that fall like a power of t: the slopes between L, 2L and 4L have that
 * error, and ratios err like 1/L, which extrapolation removes.
 */
class SeparableFlowProperties {
  private static final double SIGMA = 1.5;

  /** −log of the training loss at which the flow is looked at, about log t. */
  private static final double[] LOSSES = {150, 300, 600};

  private static final List<SmallSets> SETS =
      List.of(
          set("-1 0.4", "-1.3 -0.8", "-0.9 1.7", "-2 0.3"),
          set("0.7 0.2 -0.5", "1.1 -0.4 0.3", "0.2 0.9 0.8", "1.5 1 -0.2", "0.4 0.1 1.2"),
          set("0.3", "0.5", "1.2"),
          set("-0.5 1", "-0.5 -0.8", "-0.7 0.1"));

  private static SmallSets set(String... rows) {
    List<List<BigDecimal>> points = new ArrayList<>();
    for (String row : rows) {
      points.add(Arrays.stream(row.split(" ", -1)).map(BigDecimal::new).toList());
    }
    return new SmallSets(points);
  }

  /** One set, its hard margin and three states. */
  private record Run(SmallSets set, HardMargin margin, List<LateFlow.State> states) {
    static Run of(SmallSets set) {
      LateFlow flow = new LateFlow(set.rows());
      List<LateFlow.State> states = new ArrayList<>();
      LateFlow.State state = flow.start();
      for (double loss : LOSSES) {
        state = flow.at(state, loss);
        states.add(state);
      }
      return new Run(set, HardMargin.of(set.points()), states);
    }

    double logTime(int k) {
      return states.get(k).logTime();
    }

    double norm(int k) {
      return states.get(k).norm();
    }

    /** Component j of S, or b. */
    double component(int j, int k) {
      LateFlow.State state = states.get(k);
      return j < state.weight().length ? state.weight()[j] : -state.fall();
    }

    double slope(int j, int k) {
      return (component(j, k + 1) - component(j, k)) / (logTime(k + 1) - logTime(k));
    }

    double margin40() {
      return margin.margin().doubleValue();
    }

    double localErrors() {
      return states.get(states.size() - 1).localErrors();
    }

    /**
     * A quantity whose corrections fall like 1/L, extrapolated, with what the last step changes.
     */
    Comparison limit(String claim, String quantity, double[] values) {
      double first = step(values[0], values[1], logTime(0), logTime(1));
      double second = step(values[1], values[2], logTime(1), logTime(2));
      return at(claim, quantity)
          .expecting(
              second,
              new Tolerance.Truncation(
                  Math.abs(second - first) + localErrors(),
                  1,
                  1,
                  "corrections in 1/log t: change by the second extrapolation, and local errors"));
    }

    private static double step(double before, double after, double early, double late) {
      return (late * after - early * before) / (late - early);
    }

    /** A slope whose error falls like a power of t. */
    Comparison slopeLimit(String claim, String quantity, int j) {
      double late = slope(j, 1);
      return at(claim, quantity)
          .expecting(
              late,
              new Tolerance.Truncation(
                  Math.abs(late - slope(j, 0)) + localErrors() / (logTime(2) - logTime(1)) + 1e-13,
                  1,
                  1,
                  "change from the slope before, and local errors"));
    }

    Check at(String claim, String quantity) {
      return Check.of(claim, quantity)
          .by(Oracle.LIMIT)
          .part("late times")
          .at("points", set, "log t", logTime(2));
    }
  }

  private static final List<Run> RUNS = SETS.stream().map(Run::of).toList();

  @Test
  @Checks({"beck.eq7", "beck.eq56", "beck.ext.train-loss", "beck.eq12"})
  void slopesAreTheHardMarginVector() {
    for (Run run : RUNS) {
      List<Double> direction =
          run.margin.extendedVector().stream().map(RationalVectors::toDouble).toList();
      int d = run.set.dimension();
      for (int j = 0; j <= d; j++) {
        double plain = j < d ? RationalVectors.toDouble(run.margin.separatingVector().get(j)) : 0;
        for (String claim : new String[] {"beck.eq7", "beck.eq12"}) {
          run.slopeLimit(claim, j < d ? "slope of S in log t" : "slope of b in log t", j)
              .holds(direction.get(j))
              .rejects("(S*, 0)", plain)
              .rejects("(0, −1)", j < d ? 0 : -1);
        }
      }
      double m = run.margin40();
      SupportVectorGrowth growth = new SupportVectorGrowth(1 / m, 1, 1, 1, 1);
      run.slopeLimit("beck.eq56", "slope of b in log t", d)
          .holds(growth.biasSlope())
          .rejects("−1", -1)
          .rejects("−M²/(1 + M²)", -1 - growth.biasSlope());
      // log(t L): its error falls like a power of t too.
      double late = run.logTime(2) - LOSSES[2];
      double before = run.logTime(1) - LOSSES[1];
      run.at("beck.ext.train-loss", "ηt L_train")
          .expecting(
              StrictMath.exp(late),
              new Tolerance.Truncation(
                  Math.abs(late - before) + run.localErrors() + 1e-12,
                  1,
                  1,
                  "change from the state before"))
          .holds(RationalVectors.toDouble(run.margin.squaredExtendedNorm()))
          .rejects("1", 1)
          .rejects("1/(1 + M)", 1 / (1 + m))
          .rejects("M²/(1 + M²)", m * m / (1 + m * m));
    }
  }

  @Test
  @Checks({
    "beck.eq13.ratio",
    "beck.eq57",
    "beck.sec32.comparable-rate",
    "beck.eq13.accuracy",
    "beck-summary.perfect-match",
    "beck.sec32.dichotomy",
    "beck-summary.prop32"
  })
  void ratiosTendToTheMargin() {
    for (Run run : RUNS) {
      double m = run.margin40();
      double[] ratio = new double[LOSSES.length];
      double[] inverse = new double[LOSSES.length];
      double[] rate = new double[LOSSES.length];
      double[] accuracy = new double[LOSSES.length];
      for (int k = 0; k < LOSSES.length; k++) {
        double bias = -run.states.get(k).fall();
        ratio[k] = bias / run.norm(k);
        inverse[k] = -run.norm(k) / bias;
        rate[k] = run.norm(k) / run.logTime(k);
        accuracy[k] = 1 - GaussianTail.upper(-bias / (SIGMA * run.norm(k)));
      }
      run.limit("beck.eq13.ratio", "lim b/‖S‖", ratio)
          .holds(-RationalVectors.toDouble(run.margin.squaredMargin().reciprocal()) * m)
          .rejects("−M", -m)
          .rejects("−1/M²", -1 / (m * m));
      run.limit("beck.sec32.comparable-rate", "lim ‖S‖/|b|", inverse)
          .holds(m)
          .rejects("0, as below the threshold", 0)
          .rejects("1/M", 1 / m);
      SupportVectorGrowth growth = new SupportVectorGrowth(1 / m, 1, 1, 1, 1);
      run.limit("beck.eq57", "lim ‖S‖/log t", rate)
          .holds(growth.normSlope())
          .rejects("M", m)
          .rejects("1/(1 + M²)", -growth.biasSlope());
      double limit = run.margin.limitingAccuracy(SIGMA);
      for (String claim :
          new String[] {"beck.eq13.accuracy", "beck.sec32.dichotomy", "beck-summary.prop32"}) {
        run.limit(claim, "lim A_gen", accuracy)
            .holds(limit)
            .rejects("1", 1)
            .rejects("Φ(1/M), without σ", Normal.cdf(1 / m))
            .rejects("Φ(M/σ)", Normal.cdf(m / SIGMA));
      }
      run.limit("beck-summary.perfect-match", "lim A_gen", accuracy)
          .holds(limit)
          .refutes("reached: the accuracy at log t = 600 or so", accuracy[2]);
    }
  }

  @Test
  @Checks("beck.eq48")
  void supportVectorsWeighAsTheirDualCoefficients() {
    for (Run run : RUNS) {
      List<Double> dual =
          OriginHull.of(run.set.points()).representation().stream()
              .map(RationalVectors::toDouble)
              .toList();
      double largest = dual.stream().mapToDouble(q -> q).max().orElseThrow();
      long support = dual.stream().filter(q -> q > 0).count();
      double[] effective = new double[LOSSES.length];
      for (int k = 0; k < LOSSES.length; k++) {
        double[] p = run.states.get(k).shares();
        effective[k] = 1 / Arrays.stream(p).max().orElseThrow();
      }
      run.at("beck.eq48", "D = Σ e^{S·xᵢ − max}")
          .expecting(
              effective[2],
              new Tolerance.Truncation(
                  support * Math.abs(effective[2] - effective[1]) + 64 * run.localErrors() + 1e-12,
                  1,
                  1,
                  "change from the state before"))
          .holds(1 / largest)
          .rejects("number of points", run.set.size())
          .rejects("number of support vectors", (double) support);
    }
  }

  @Test
  @Checks("beck.ext.accuracy-approach")
  void accuracyApproachesItsLimitLikeOneOverTheLogarithmOfTime() {
    for (String margin : List.of("0.3", "0.5", "0.8")) {
      for (double sigma : new double[] {0.8, 1.5}) {
        approach(new BigDecimal(margin), sigma);
      }
    }
    for (Run run : RUNS) {
      // Other data: the product tends to a positive constant, so that it doubles nowhere.
      double limit = run.margin.limitingAccuracy(SIGMA);
      double[] product = new double[LOSSES.length];
      for (int k = 0; k < LOSSES.length; k++) {
        double accuracy = Normal.cdf(run.states.get(k).fall() / (SIGMA * run.norm(k)));
        product[k] = (limit - accuracy) * run.logTime(k);
      }
      double ratio = (product[2] - product[1]) / (product[1] - product[0]);
      run.at("beck.ext.accuracy-approach", "how (limit − A) log t changes from L to 2L to 4L")
          .part("other data")
          .expecting(
              ratio,
              new Tolerance.Truncation(0.1, 1, 1, "corrections of second order, 1/log t = 1/150"))
          .holds(0.5)
          .rejects("limit − A ~ 1/√log t", Math.sqrt(2))
          .rejects("limit − A ~ 1/log² t", 0.25);
    }
  }

  private static void approach(BigDecimal margin, double sigma) {
    double m = margin.doubleValue();
    LateFlow flow = new LateFlow(new double[][] {{-sigma}, {-sigma * m}});
    LateFlow.State state = flow.start();
    double[] product = new double[LOSSES.length];
    double[] logTime = new double[LOSSES.length];
    double limit = GaussianTail.upper(-1 / (sigma * sigma * m));
    for (int k = 0; k < LOSSES.length; k++) {
      state = flow.at(state, LOSSES[k]);
      logTime[k] = state.logTime();
      double accuracy = GaussianTail.upper(-state.fall() / (sigma * state.norm()));
      product[k] = (limit - accuracy) * logTime[k];
    }
    double first = Run.step(product[0], product[1], logTime[0], logTime[1]);
    double second = Run.step(product[1], product[2], logTime[1], logTime[2]);
    double constant = SeparableConstants.of(margin, sigma, 0, 0).accuracyApproach();
    Check.of("beck.ext.accuracy-approach", "lim (limit − A) log t of two points")
        .by(Oracle.LIMIT)
        .part("two points")
        .at("M", margin, "sigma", sigma)
        .expecting(
            second,
            new Tolerance.Truncation(
                Math.abs(second - first) + 1e-10, 1, 1, "change by the second step in 1/log t"))
        .holds(constant)
        .rejects("without log(1 + 1/M)", constant / StrictMath.log1p(1 / m))
        .rejects("σ² for σ⁴", constant * sigma * sigma)
        .rejects("without 1 + σ²M²", constant / (1 + sigma * sigma * m * m));
  }
}
