package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.agreement.Agreement;
import org.grokcheck.compute.agreement.Case;
import org.grokcheck.compute.agreement.Cases;
import org.grokcheck.compute.agreement.Evaluation;
import org.grokcheck.compute.agreement.Finding;
import org.grokcheck.compute.agreement.Party;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.grokcheck.harness.RunSettings;

/** The catalogue and who evaluates it. */
final class Parties {
  static final Engine CPU = Engine.open(new DeviceChoice.Cpu());
  static final Party SINGLE = new EngineParty(CPU, Precision.FLOAT32);
  static final Party DOUBLE = new EngineParty(CPU, Precision.FLOAT64);
  static final List<Case> CASES = Cases.all(RunSettings.rootSeed());

  static final Party REFERENCE =
      Party.of(
          "reference",
          Precision.FLOAT64,
          c -> ReferenceObjective.of(c.model(), c.inputs(), c.targets(), c.loss()));

  private static final Map<String, Agreement> ANALYSED = new HashMap<>();
  private static final Map<List<Object>, Evaluation> EVALUATED = new HashMap<>();

  private Parties() {}

  static synchronized Agreement on(Case at) {
    return ANALYSED.computeIfAbsent(at.name(), name -> Agreement.on(at));
  }

  /** What the party says of a case of the catalogue, asked once for all tests. */
  static synchronized Evaluation evaluated(Party party, Case at) {
    List<Object> key = List.of(party.name(), at.name());
    Evaluation known = EVALUATED.get(key);
    if (known == null) {
      known = party.evaluate(at);
      EVALUATED.put(key, known);
    }
    return known;
  }

  static void assertAgree(Party first, Party second) {
    for (Case at : CASES) {
      Evaluation a = evaluated(first, at);
      assertHold(on(at).between(first, a, second, evaluated(second, at)));
    }
  }

  private static void assertHold(List<Finding> findings) {
    findings.forEach(f -> assertTrue(f.holds(), f::toString));
  }

  /** The engine on the first CUDA device; a test that needs one is skipped with the reason. */
  static Engine cuda() {
    CudaState state = CudaState.probe(0);
    assumeTrue(state.usable(), () -> "skipped: " + state.reason());
    return Engine.open(new DeviceChoice.Cuda(0));
  }

  /** What the rounding analysis itself computed, in double precision and from its own formulas. */
  static Party analysis() {
    return new Party() {
      @Override
      public String name() {
        return "scalar analysis";
      }

      @Override
      public Precision precision() {
        return Precision.FLOAT64;
      }

      @Override
      public Evaluation evaluate(Case at) {
        var found = on(at).analysis(Precision.FLOAT64);
        return new Evaluation(
            found.outputs().values(),
            found.loss().values(),
            found.gradient().values(),
            found.hessianTimes().values());
      }
    };
  }
}
