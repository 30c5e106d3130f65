package org.grokcheck.laws;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Objective;
import org.grokcheck.compute.Targets;
import org.junit.jupiter.api.function.Executable;

/** Arguments that don't fit are refused with a sentence that names them. */
public interface RefusalLaws extends ObjectiveContract {
  /** θ or v of the wrong length, or with an entry that isn't finite. */
  @Property(tries = 25)
  default void refusesVectorsThatAreNoParameters(@ForAll("problems") TrainingProblem p) {
    Objective objective = of(p);
    double[] longer = Arrays.copyOf(p.theta(), p.theta().length + 1);
    List<Executable> calls = new ArrayList<>();
    for (double[] theta : List.of(longer, with(p.theta(), Double.NaN), with(p.theta(), 1 / 0.0))) {
      calls.add(() -> objective.outputs(theta));
      calls.add(() -> objective.loss(theta));
      calls.add(() -> objective.gradient(theta));
      calls.add(() -> objective.hessianTimes(theta, p.v()));
      calls.add(() -> objective.hessianTimes(p.theta(), theta));
    }
    int size = p.theta().length;
    refuses(() -> objective.loss(longer), (size + 1) + " entries");
    refuses(() -> objective.loss(with(p.theta(), Double.NaN)), "[" + (size - 1) + "] = NaN");
    calls.forEach(call -> refuses(call, ""));
  }

  /** Labels from K on, and rows of another width than K. */
  @Property(tries = 25)
  default void refusesTargetsThatAreNoOutputs(@ForAll("problems") TrainingProblem p) {
    int[] labels = new int[p.samples()];
    labels[labels.length - 1] = p.outputs();
    double[][] wide = new double[p.samples()][p.outputs() + 1];
    double[][] fitting = new double[p.samples()][p.outputs()];
    double[][] more = new double[p.samples() + 1][p.outputs()];
    refuses(() -> make(p.inputs(), new Targets.Classes(labels), Loss.CROSS_ENTROPY, p), "labels");
    refuses(() -> make(p.inputs(), new Targets.Values(wide), Loss.SQUARED, p), "targets");
    refuses(() -> make(p.inputs(), new Targets.Values(fitting), Loss.CROSS_ENTROPY, p), "targets");
    refuses(() -> make(p.inputs(), new Targets.Values(more), Loss.SQUARED, p), "targets");
  }

  /** Inputs of another kind, with other features or with tokens outside the vocabulary. */
  @Property(tries = 25)
  default void refusesInputsOfAnotherKind(@ForAll("problems") TrainingProblem p) {
    for (Inputs inputs : unfitting(p)) {
      Targets targets = new Targets.Values(new double[inputs.samples()][p.outputs()]);
      refuses(() -> make(inputs, targets, Loss.SQUARED, p), "");
    }
  }

  private Objective make(Inputs inputs, Targets targets, Loss loss, TrainingProblem p) {
    return objective(p.model(), inputs, targets, loss);
  }

  private static List<Inputs> unfitting(TrainingProblem p) {
    Inputs tokens = new Inputs.Tokens(new int[][] {{0}});
    if (p.inputs() instanceof Inputs.Dense dense) {
      return List.of(tokens, new Inputs.Dense(new double[1][dense.rows()[0].length + 1]));
    } else if (p.inputs() instanceof Inputs.Graphs graphs) {
      int features = graphs.graphs().get(0).features()[0].length;
      Inputs.Graph graph = new Inputs.Graph(new double[2][features + 1], new int[0][]);
      return List.of(tokens, new Inputs.Graphs(List.of(graph)));
    }
    int[][] rows = {((Inputs.Tokens) p.inputs()).rows()[0].clone()};
    rows[0][rows[0].length - 1] = vocabulary(p.model().architecture());
    return List.of(new Inputs.Dense(new double[1][1]), new Inputs.Tokens(rows));
  }

  private static int vocabulary(Architecture shape) {
    return shape.layout().blocks().get(0).rows();
  }

  private static double[] with(double[] theta, double last) {
    double[] copy = theta.clone();
    copy[copy.length - 1] = last;
    return copy;
  }

  private static void refuses(Executable call, String named) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(named), "'" + message + "' should name " + named);
  }
}
