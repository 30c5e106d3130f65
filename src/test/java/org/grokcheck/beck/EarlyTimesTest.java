package org.grokcheck.beck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.grokcheck.evidence.Infrastructure;
import org.junit.jupiter.api.Test;

/** Times at which a flow has not moved by any double. */
@Infrastructure("the range of an argument belongs to no claim")
class EarlyTimesTest {
  @Test
  void farFromTheThresholdNothingHappensForLong() {
    for (double x : new double[] {-1e-6, 0.5}) {
      TwoPointModel model =
          TwoPointModel.fromOrigin(TwoPoints.of(BigDecimal.valueOf(x)), 1, 1)
              .startingAt(0.25, -800);
      TwoPointState early = model.trajectory().atLogTime(2);
      assertEquals(0.25, early.weight());
      assertEquals(-800, early.bias());
      // The flow sets in once log t is near -b.
      TwoPointState late = model.trajectory().atLogTime(800);
      assertEquals(model.trajectory().logTimeAtPull(late.pull()), 800, 800 * 0x1p-48);
    }
  }
}
