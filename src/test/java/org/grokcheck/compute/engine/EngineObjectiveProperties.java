package org.grokcheck.compute.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Group;
import net.jqwik.api.lifecycle.AfterTry;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Objective;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.laws.ObjectiveLaws;
import org.grokcheck.laws.OutputLaws;
import org.grokcheck.laws.RefusalLaws;
import org.grokcheck.laws.SmallNetworks;
import org.grokcheck.laws.TrainingProblem;
import org.grokcheck.laws.TrainingProblems;

/** The engine's objective obeys the laws of objectives, in both precisions. */
class EngineObjectiveProperties {
  abstract static class Laws implements ObjectiveLaws, OutputLaws, RefusalLaws {
    private final List<Architecture> shapes;
    private final Precision precision;
    private final List<EngineObjective> open = new ArrayList<>();

    Laws(List<Architecture> shapes, Precision precision) {
      this.shapes = shapes;
      this.precision = precision;
    }

    @Override
    public Arbitrary<TrainingProblem> problems() {
      return TrainingProblems.of(shapes);
    }

    @Override
    public double unitRoundoff() {
      return precision.unitRoundoff();
    }

    @Override
    public Objective objective(Model model, Inputs inputs, Targets targets, Loss loss) {
      EngineObjective made = Parties.CPU.objective(model, inputs, targets, loss, precision);
      open.add(made);
      return made;
    }

    @AfterTry
    void close() {
      open.forEach(EngineObjective::close);
      open.clear();
    }
  }

  @Group
  class DensePointsInDoublePrecision extends Laws {
    DensePointsInDoublePrecision() {
      super(all(List.of(SmallNetworks.MLPS, SmallNetworks.COMMITTEES)), Precision.FLOAT64);
    }
  }

  @Group
  class TokensInDoublePrecision extends Laws {
    TokensInDoublePrecision() {
      super(
          all(
              List.of(
                  SmallNetworks.EMBEDDING_SUMS, SmallNetworks.TRANSFORMERS, SmallNetworks.LSTMS)),
          Precision.FLOAT64);
    }
  }

  @Group
  class GraphsInDoublePrecision extends Laws {
    GraphsInDoublePrecision() {
      super(SmallNetworks.GRAPHS, Precision.FLOAT64);
    }
  }

  @Group
  class AllInSinglePrecision extends Laws {
    AllInSinglePrecision() {
      super(
          all(
              List.of(
                  SmallNetworks.MLPS,
                  SmallNetworks.COMMITTEES,
                  SmallNetworks.EMBEDDING_SUMS,
                  SmallNetworks.TRANSFORMERS,
                  SmallNetworks.LSTMS,
                  SmallNetworks.GRAPHS)),
          Precision.FLOAT32);
    }
  }

  private static List<Architecture> all(List<List<Architecture>> lists) {
    return lists.stream().flatMap(Collection::stream).toList();
  }
}
