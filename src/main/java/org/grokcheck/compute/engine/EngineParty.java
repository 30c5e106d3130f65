package org.grokcheck.compute.engine;

import org.grokcheck.compute.Precision;
import org.grokcheck.compute.agreement.Case;
import org.grokcheck.compute.agreement.Evaluation;
import org.grokcheck.compute.agreement.Party;

/**
 * The engine as a party to comparisons.
 *
 * @param engine on its device
 * @param precision in which it computes
 */
public record EngineParty(Engine engine, Precision precision) implements Party {
  @Override
  public String name() {
    return engine.device() + (precision == Precision.FLOAT32 ? " float32" : " float64");
  }

  @Override
  public Evaluation evaluate(Case at) {
    try (EngineObjective objective =
        engine.objective(at.model(), at.inputs(), at.targets(), at.loss(), precision)) {
      return Evaluation.of(objective, at);
    }
  }
}
