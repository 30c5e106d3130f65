package org.grokcheck.compute.engine;

import org.grokcheck.compute.Precision;
import org.grokcheck.compute.agreement.Party;
import org.junit.jupiter.api.Test;

/**
 * Every architecture, activation, loss and output map: pairs of parties differ by no more than the
 * rounding of both.
 */
class EngineAgreementTest {
  /** The reference evaluates every query of a transformer; the engine only those that matter. */
  @Test
  void doublePrecisionAgreesWithTheReference() {
    Parties.assertAgree(Parties.DOUBLE, Parties.REFERENCE);
  }

  @Test
  void singlePrecisionAgreesWithTheReference() {
    Parties.assertAgree(Parties.SINGLE, Parties.REFERENCE);
  }

  @Test
  void singleAgreesWithDoublePrecision() {
    Parties.assertAgree(Parties.SINGLE, Parties.DOUBLE);
  }

  @Test
  void doublePrecisionAgreesWithScalarFormulas() {
    Parties.assertAgree(Parties.DOUBLE, Parties.analysis());
  }

  @Test
  void cudaAgreesWithTheCpuInDoublePrecision() {
    Party cuda = new EngineParty(Parties.cuda(), Precision.FLOAT64);
    Parties.assertAgree(cuda, Parties.DOUBLE);
  }

  @Test
  void cudaAgreesWithTheCpuInSinglePrecision() {
    Party cuda = new EngineParty(Parties.cuda(), Precision.FLOAT32);
    Parties.assertAgree(cuda, Parties.SINGLE);
    Parties.assertAgree(cuda, Parties.DOUBLE);
  }
}
