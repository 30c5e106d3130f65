package org.grokcheck.compute.reference;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Group;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Objective;
import org.grokcheck.compute.Targets;
import org.grokcheck.laws.ObjectiveLaws;
import org.grokcheck.laws.OutputLaws;
import org.grokcheck.laws.RefusalLaws;
import org.grokcheck.laws.SmallNetworks;
import org.grokcheck.laws.TrainingProblem;
import org.grokcheck.laws.TrainingProblems;

/** The plain objective of every architecture obeys the laws of objectives. */
class ReferenceObjectiveProperties {
  abstract static class Laws implements ObjectiveLaws, OutputLaws, RefusalLaws {
    private final List<Architecture> shapes;

    Laws(List<Architecture> shapes) {
      this.shapes = shapes;
    }

    @Override
    public Arbitrary<TrainingProblem> problems() {
      return TrainingProblems.of(shapes);
    }

    @Override
    public Objective objective(Model model, Inputs inputs, Targets targets, Loss loss) {
      return ReferenceObjective.of(model, inputs, targets, loss);
    }
  }

  @Group
  class FullyConnected extends Laws {
    FullyConnected() {
      super(SmallNetworks.MLPS);
    }
  }

  @Group
  class Committees extends Laws {
    Committees() {
      super(SmallNetworks.COMMITTEES);
    }
  }

  @Group
  class EmbeddingSums extends Laws {
    EmbeddingSums() {
      super(SmallNetworks.EMBEDDING_SUMS);
    }
  }

  @Group
  class Transformers extends Laws {
    Transformers() {
      super(SmallNetworks.TRANSFORMERS);
    }
  }

  @Group
  class Recurrent extends Laws {
    Recurrent() {
      super(SmallNetworks.LSTMS);
    }
  }

  @Group
  class GraphConvolutions extends Laws {
    GraphConvolutions() {
      super(SmallNetworks.GRAPHS);
    }
  }
}
