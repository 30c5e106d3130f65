package org.grokcheck.compute.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.agreement.Case;
import org.grokcheck.compute.agreement.Finding;
import org.grokcheck.compute.rounding.RoundingAnalysis;

/**
 * Holds two parties against each other after K steps of gradient descent on one case: ‖θ_a − θ_b‖ ≤
 * e_a + e_b. A step maps a deviation δ of θ to (1 − ηH)δ and adds the rounding of the gradient and
 * of the update, so that to first order, at unit roundoff u,
 *
 * <pre>e_{k+1} = ‖1 − ηH_k‖ e_k + η‖r_k‖ + u(‖θ_{k+1}‖ + 2η‖g_k‖),  e_0 = 0,</pre>
 *
 * with r_k what rounding can do to the gradient g_k. H_k is the Hessian on the path of the engine
 * on the CPU in double precision. For networks of a few dozen parameters and smooth activations.
 */
public final class DescentAgreement {
  private final Case at;
  private final double rate;
  private final int steps;
  private final OptimizerSettings descent;
  private final List<Place> path = new ArrayList<>();

  /**
   * A comparison.
   *
   * @param at where descent starts; its θ, inputs and targets are held exactly in single precision
   * @param rate η, a power of two, so that every party takes the same
   * @param steps K
   */
  public DescentAgreement(Case at, double rate, int steps) {
    if (Math.scalb(1.0, Math.getExponent(rate)) != rate) {
      throw new IllegalArgumentException("rate = " + rate + " must be a power of two");
    }
    this.at = at;
    this.rate = rate;
    this.steps = steps;
    this.descent = OptimizerSettings.of(OptimizerSpec.gradientDescent(rate));
  }

  /** θ after the steps. */
  public double[] run(EngineParty party) {
    try (EngineObjective objective = objective(party);
        Training training =
            Training.start(at.name(), objective, descent, new Batches.Full(), at.theta())) {
      training.run(steps);
      return training.theta();
    }
  }

  /** Compares the ends of two descents. */
  public Finding between(EngineParty first, EngineParty second) {
    double[] a = run(first);
    double[] b = run(second);
    double error = distance(a, b);
    double bound = bound(first.precision(), second.precision());
    String names = first.name() + " = " + second.name();
    String what = "theta after " + steps + " steps";
    return new Finding(at.name(), names, what, 0, norm(a), norm(b), error, bound, norm(a));
  }

  /** e_a + e_b. */
  double bound(Precision first, Precision second) {
    return deviation(first) + deviation(second);
  }

  /** e_K at a precision. */
  private double deviation(Precision precision) {
    double u = precision.unitRoundoff();
    double e = 0;
    for (int k = 0; k < steps; k++) {
      Place here = path().get(k);
      double noise = norm(radii(precision, here.theta()));
      double updated = norm(path().get(k + 1).theta()) + 2 * rate * norm(here.gradient());
      e = here.stretch() * e + rate * noise + u * updated;
    }
    return e;
  }

  /** A place on the path: θ_k, g_k and ‖1 − ηH_k‖. */
  private record Place(double[] theta, double[] gradient, double stretch) {}

  /** The path of the engine on the CPU in double precision, steps + 1 places. */
  private List<Place> path() {
    if (path.isEmpty()) {
      Engine cpu = Engine.open(new DeviceChoice.Cpu());
      try (EngineObjective objective = objective(new EngineParty(cpu, Precision.FLOAT64))) {
        double[] theta = at.theta();
        for (int k = 0; k <= steps; k++) {
          double[] g = objective.gradient(theta);
          path.add(new Place(theta, g, stretch(objective, theta)));
          theta = moved(theta, g);
        }
      }
    }
    return path;
  }

  private double[] moved(double[] theta, double[] gradient) {
    double[] next = theta.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] -= rate * gradient[j];
    }
    return next;
  }

  private double[] radii(Precision precision, double[] theta) {
    return RoundingAnalysis.of(
            at.model(), at.inputs(), at.targets(), at.loss(), precision, theta, at.direction())
        .gradient()
        .radii();
  }

  /** ‖1 − ηH‖, the largest |1 − ηλ| over the eigenvalues of the Hessian. */
  private double stretch(EngineObjective objective, double[] theta) {
    int n = theta.length;
    double[][] hessian = new double[n][];
    for (int j = 0; j < n; j++) {
      double[] unit = new double[n];
      unit[j] = 1;
      hessian[j] = objective.hessianTimes(theta, unit);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        hessian[i][j] = hessian[j][i] = 0.5 * (hessian[i][j] + hessian[j][i]);
      }
    }
    double largest = 0;
    for (double lambda :
        new EigenDecomposition(new Array2DRowRealMatrix(hessian, false)).getRealEigenvalues()) {
      largest = Math.max(largest, Math.abs(1 - rate * lambda));
    }
    return largest;
  }

  private EngineObjective objective(EngineParty party) {
    return party
        .engine()
        .objective(at.model(), at.inputs(), at.targets(), at.loss(), party.precision());
  }

  static double distance(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      difference[j] = a[j] - b[j];
    }
    return norm(difference);
  }

  private static double norm(double[] v) {
    double square = 0;
    for (double x : v) {
      square += x * x;
    }
    return Math.sqrt(square);
  }
}
