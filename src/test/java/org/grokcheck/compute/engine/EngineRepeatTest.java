package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.agreement.Case;
import org.grokcheck.compute.agreement.Evaluation;
import org.grokcheck.compute.agreement.Party;
import org.junit.jupiter.api.Test;

/** One job gives one result, bit for bit, however often and wherever it runs. */
class EngineRepeatTest {
  private static void assertSame(Evaluation a, Evaluation b, Case at) {
    assertArrayEquals(a.outputs(), b.outputs(), at.name());
    assertEquals(a.loss()[0], b.loss()[0], at.name());
    assertArrayEquals(a.gradient(), b.gradient(), at.name());
    assertArrayEquals(a.hessianTimes(), b.hessianTimes(), at.name());
  }

  @Test
  void aSecondRunRepeatsTheFirst() {
    for (Case at : Parties.CASES) {
      assertSame(Parties.evaluated(Parties.SINGLE, at), Parties.SINGLE.evaluate(at), at);
    }
  }

  @Test
  void jobsSideBySideDoNotDisturbEachOther() throws Exception {
    List<Evaluation> alone =
        Parties.CASES.stream().map(c -> Parties.evaluated(Parties.DOUBLE, c)).toList();
    Callable<List<Evaluation>> job =
        () -> Parties.CASES.stream().map(Parties.DOUBLE::evaluate).toList();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (Future<List<Evaluation>> run : threads.invokeAll(List.of(job, job))) {
        for (int i = 0; i < alone.size(); i++) {
          assertSame(alone.get(i), run.get().get(i), Parties.CASES.get(i));
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void cudaRepeatsItself() {
    Party cuda = new EngineParty(Parties.cuda(), Precision.FLOAT32);
    for (Case at : Parties.CASES) {
      assertSame(cuda.evaluate(at), cuda.evaluate(at), at);
    }
  }
}
