package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.agreement.Case;
import org.grokcheck.compute.agreement.Cases;
import org.grokcheck.compute.agreement.Finding;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.harness.TestEngine;
import org.junit.jupiter.api.Test;

/** Rounding explains how far descents part, and nothing else does. */
class DescentAgreementTest {
  private static final double RATE = 0x1p-3;
  private static final int STEPS = 20;
  private static final Architecture NETWORK =
      new Architecture.Mlp(List.of(4, 7, 3), new Activation.Tanh(), false);
  private static final Case CASE =
      Cases.all(RunSettings.rootSeed()).stream()
          .filter(c -> c.model().architecture().equals(NETWORK))
          .findFirst()
          .orElseThrow();

  private static EngineParty party(DeviceChoice device, Precision precision) {
    return new EngineParty(TestEngine.open(device), precision);
  }

  private static final DeviceChoice CPU = new DeviceChoice.Cpu();

  private static DescentAgreement descent(double rate, int steps) {
    return new DescentAgreement(CASE, rate, steps);
  }

  private static void assertAgree(EngineParty first, EngineParty second) {
    Finding found = descent(RATE, STEPS).between(first, second);
    assertTrue(found.holds(), found::toString);
  }

  @Test
  void precisionsAgree() {
    assertAgree(party(CPU, Precision.FLOAT32), party(CPU, Precision.FLOAT64));
  }

  @Test
  void cudaAgreesWithTheCpu() {
    DeviceChoice cuda = new DeviceChoice.Cuda(0);
    assertAgree(party(cuda, Precision.FLOAT64), party(CPU, Precision.FLOAT64));
    assertAgree(party(cuda, Precision.FLOAT32), party(CPU, Precision.FLOAT32));
  }

  /** Single precision passed off as double, and a wrong step in the last bits of single. */
  @Test
  void whatRoundingDoesNotExplainIsSeen() {
    DescentAgreement descent = descent(RATE, STEPS);
    double[] full = descent.run(party(CPU, Precision.FLOAT64));
    double[] single = descent.run(party(CPU, Precision.FLOAT32));
    double strict = descent.bound(Precision.FLOAT64, Precision.FLOAT64);
    double loose = descent.bound(Precision.FLOAT32, Precision.FLOAT64);
    assertTrue(DescentAgreement.distance(single, full) > 1000 * strict);
    double[] longer = descent(RATE, STEPS + 1).run(party(CPU, Precision.FLOAT64));
    assertTrue(DescentAgreement.distance(longer, full) > 10 * loose);
    assertEquals(0, DescentAgreement.distance(full, full));
  }

  @Test
  void aRateThatRoundsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> descent(0.1, 1));
  }
}
