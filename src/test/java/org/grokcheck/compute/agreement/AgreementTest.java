package org.grokcheck.compute.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.grokcheck.compute.rounding.RoundingAnalysis;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** The catalogue, and comparisons that hold or fail as they should. */
class AgreementTest {
  private static final List<Case> CASES = Cases.all(RunSettings.rootSeed());

  private static final Party REFERENCE =
      Party.of(
          "reference",
          Precision.FLOAT64,
          c -> ReferenceObjective.of(c.model(), c.inputs(), c.targets(), c.loss()));

  /** Coprime to the cases of one activation, so that every kind of network comes up. */
  private static final int STRIDE = 7;

  private static Evaluation analysed(Agreement agreement) {
    RoundingAnalysis found = agreement.analysis(Precision.FLOAT64);
    return new Evaluation(
        found.outputs().values(),
        found.loss().values(),
        found.gradient().values(),
        found.hessianTimes().values());
  }

  @Test
  void theCatalogueHoldsEveryArchitectureUnderItsOwnName() {
    Set<String> names = new HashSet<>();
    Set<Class<?>> kinds = new HashSet<>();
    for (Case at : CASES) {
      assertTrue(names.add(at.name()), at.name());
      kinds.add(at.model().architecture().getClass());
    }
    assertEquals(Set.of(Architecture.class.getPermittedSubclasses()), kinds);
  }

  /** Numbers that single precision does not hold would be other numbers there. */
  @Test
  void casesAreHeldInSinglePrecision() {
    for (Case at : CASES) {
      for (double[] values : List.of(at.theta(), at.direction(), at.model().centre())) {
        for (double value : values) {
          assertEquals((float) value, value, at.name());
        }
      }
    }
  }

  /** Two programs that share no code: matrices with dual numbers, and scalars twice reversed. */
  @Test
  void theReferenceAgreesWithTheAnalysis() {
    for (int i = 0; i < CASES.size(); i += STRIDE) {
      Case at = CASES.get(i);
      Agreement agreement = Agreement.on(at);
      for (Finding f :
          agreement.between(REFERENCE, REFERENCE.evaluate(at), REFERENCE, analysed(agreement))) {
        assertTrue(f.holds(), f::toString);
      }
    }
  }

  /** A relative change of 10⁻⁶ would be noticed in double precision, mostly one far smaller. */
  @Test
  void boundsAreSharpEnoughToTell() {
    for (int i = 0; i < CASES.size(); i += STRIDE) {
      Case at = CASES.get(i);
      Evaluation exact = analysed(Agreement.on(at));
      for (Finding f : Agreement.on(at).between(REFERENCE, exact, REFERENCE, exact)) {
        assertTrue(f.bound() <= 1e-6 * f.largest(), f::toString);
      }
    }
  }

  @Test
  void anEntryThatIsOffIsFoundAndNamed() {
    Case at = CASES.get(0);
    Agreement agreement = Agreement.on(at);
    Evaluation right = analysed(agreement);
    for (double wrong : new double[] {right.gradient()[5] + 1e-9, Double.NaN, 1 / 0.0}) {
      Evaluation off = analysed(agreement);
      double[] gradient = off.gradient().clone();
      gradient[5] = wrong;
      List<Finding> findings =
          agreement.between(
              REFERENCE,
              new Evaluation(off.outputs(), off.loss(), gradient, off.hessianTimes()),
              REFERENCE,
              right);
      assertEquals(
          List.of(true, true, false, true), findings.stream().map(Finding::holds).toList());
      assertEquals(5, findings.get(2).entry());
      assertTrue(findings.get(2).toString().contains("gradient[5] = "), findings.toString());
    }
  }

  @Test
  void anInfiniteBoundHoldsNothing() {
    assertFalse(new Finding("case", "a = b", "loss", 0, 1, 1, 0, 1 / 0.0, 1).holds());
    assertTrue(new Finding("case", "a = b", "loss", 0, 1, 1, 0, 0, 1).holds());
  }

  @Test
  void theSameRootGivesTheSameCases() {
    List<Case> again = Cases.all(RunSettings.rootSeed());
    List<Case> others = Cases.all(RunSettings.rootSeed() + 1);
    assertTrue(
        IntStream.range(0, CASES.size())
            .allMatch(i -> java.util.Arrays.equals(CASES.get(i).theta(), again.get(i).theta())));
    assertFalse(Arrays.equals(CASES.get(0).theta(), others.get(0).theta()));
  }
}
