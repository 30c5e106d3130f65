package org.grokcheck.notsawo.eval;

import java.util.List;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.notsawo.DescentPath;
import org.grokcheck.notsawo.NamedMethod;
import org.grokcheck.notsawo.NamedMethod.Constants;
import org.grokcheck.notsawo.Rosenbrock;

/** Evaluates the methods of App. I and App. D on Rosenbrock's function of two variables. */
public final class OptimizerEvaluations {
  private static final String OBJECTIVE = "100(x2-x1^2)^2+(x1-1)^2";
  private static final String RPROP =
      "eta 0.5/1.2, step in [1e-6,50], zeroed gradient on sign change";
  private static final String DECAY = "1 (adamw only)";

  private OptimizerEvaluations() {}

  /** The point after the last step. */
  public record Point(List<Double> x) {}

  /** Evaluates {@link NamedMethod#SGD}. */
  @Evaluates("notsawo.opt.sgd")
  public static Point sgd(
      String objective,
      List<Double> x0,
      double lr,
      int steps,
      double momentum,
      double alpha,
      double beta1,
      double beta2,
      double eps,
      String weight_decay,
      String rprop) {
    requireConventions(objective, rprop, weight_decay);
    Constants constants = new Constants(lr, momentum, alpha, beta1, beta2, eps, 1);
    return end(NamedMethod.SGD, constants, x0, steps);
  }

  /** Evaluates {@link NamedMethod#MOMENTUM}. */
  @Evaluates("notsawo.opt.momentum")
  public static Point momentum(
      String objective,
      List<Double> x0,
      double lr,
      int steps,
      double momentum,
      double alpha,
      double beta1,
      double beta2,
      double eps,
      String weight_decay,
      String rprop) {
    requireConventions(objective, rprop, weight_decay);
    Constants constants = new Constants(lr, momentum, alpha, beta1, beta2, eps, 1);
    return end(NamedMethod.MOMENTUM, constants, x0, steps);
  }

  /** Evaluates {@link NamedMethod#RMSPROP}. */
  @Evaluates("notsawo.opt.rmsprop")
  public static Point rmsprop(
      String objective,
      List<Double> x0,
      double lr,
      int steps,
      double momentum,
      double alpha,
      double beta1,
      double beta2,
      double eps,
      String weight_decay,
      String rprop) {
    requireConventions(objective, rprop, weight_decay);
    Constants constants = new Constants(lr, momentum, alpha, beta1, beta2, eps, 1);
    return end(NamedMethod.RMSPROP, constants, x0, steps);
  }

  /** Evaluates {@link NamedMethod#RPROP}. */
  @Evaluates("notsawo.opt.rprop")
  public static Point rprop(
      String objective,
      List<Double> x0,
      double lr,
      int steps,
      double momentum,
      double alpha,
      double beta1,
      double beta2,
      double eps,
      String weight_decay,
      String rprop) {
    requireConventions(objective, rprop, weight_decay);
    Constants constants = new Constants(lr, momentum, alpha, beta1, beta2, eps, 1);
    return end(NamedMethod.RPROP, constants, x0, steps);
  }

  /** Evaluates {@link NamedMethod#ADAM}. */
  @Evaluates("notsawo.opt.adam")
  public static Point adam(
      String objective,
      List<Double> x0,
      double lr,
      int steps,
      double momentum,
      double alpha,
      double beta1,
      double beta2,
      double eps,
      String weight_decay,
      String rprop) {
    requireConventions(objective, rprop, weight_decay);
    Constants constants = new Constants(lr, momentum, alpha, beta1, beta2, eps, 1);
    return end(NamedMethod.ADAM, constants, x0, steps);
  }

  /** Evaluates {@link NamedMethod#ADAMW}. */
  @Evaluates("notsawo.opt.adamw")
  public static Point adamw(
      String objective,
      List<Double> x0,
      double lr,
      int steps,
      double momentum,
      double alpha,
      double beta1,
      double beta2,
      double eps,
      String weight_decay,
      String rprop) {
    requireConventions(objective, rprop, weight_decay);
    Constants constants = new Constants(lr, momentum, alpha, beta1, beta2, eps, 1);
    return end(NamedMethod.ADAMW, constants, x0, steps);
  }

  /** Evaluates {@link NamedMethod#ADAMAX}. */
  @Evaluates("notsawo.opt.adamax")
  public static Point adamax(
      String objective,
      List<Double> x0,
      double lr,
      int steps,
      double momentum,
      double alpha,
      double beta1,
      double beta2,
      double eps,
      String weight_decay,
      String rprop) {
    requireConventions(objective, rprop, weight_decay);
    Constants constants = new Constants(lr, momentum, alpha, beta1, beta2, eps, 1);
    return end(NamedMethod.ADAMAX, constants, x0, steps);
  }

  private static Point end(NamedMethod method, Constants constants, List<Double> x0, int steps) {
    double[] start = x0.stream().mapToDouble(Double::doubleValue).toArray();
    if (start.length != 2) {
      throw new IllegalArgumentException("x0: need 2 coordinates, got " + start.length);
    }
    double[][] path =
        DescentPath.of(method.spec(constants), Rosenbrock.VANILLA::gradient, start, steps);
    return new Point(List.of(path[steps][0], path[steps][1]));
  }

  private static void requireConventions(String objective, String rprop, String decay) {
    require("objective", objective, OBJECTIVE);
    require("rprop", rprop, RPROP);
    require("weight_decay", decay, DECAY);
  }

  private static void require(String name, String given, String accepted) {
    if (!given.equals(accepted)) {
      throw new IllegalArgumentException(
          name + " = '" + given + "' is not known; accepted: '" + accepted + "'");
    }
  }
}
