package org.grokcheck.beck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grokcheck.evidence.Infrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the exact geometry of small sets refuses, and extremes that it takes. */
@Infrastructure("refusals of bad input belong to no claim")
class DataSetInputTest {
  private static List<List<BigDecimal>> rows(String... rows) {
    List<List<BigDecimal>> points = new ArrayList<>();
    for (String row : rows) {
      points.add(Arrays.stream(row.split(" ", -1)).map(BigDecimal::new).toList());
    }
    return points;
  }

  private static void refuses(String expected, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(expected), message);
  }

  @Test
  void refusalsNameTheInputAndWhatIsNeeded() {
    refuses("need at least one row", () -> HardMargin.of(List.of()));
    refuses("rows of one length, got 2 and 1", () -> HardMargin.of(rows("1 2", "3")));
    refuses("at most 1000 digits", () -> HardMargin.of(rows("1e99999999")));
    refuses("d + 1 = 3 rows, got 2", () -> SimplexMinimum.of(rows("1 2", "3 4")));
    refuses("origin inside", () -> SimplexMinimum.of(rows("1 2", "3 4", "1 9")));
    refuses("these are separable", () -> BoundaryBound.of(rows("1", "2"), 1));
    refuses("N - 1 = 1, got 2", () -> BoundaryBound.of(rows("-1", "2"), 2));
    refuses("on the boundary", () -> BoundaryBound.of(rows("0", "2"), 1));
    refuses("origin inside", () -> ExponentialMinimiser.of(new double[][] {{1}, {2}}));
    refuses("between 0 and 1/2", () -> ProportionalMinimum.ofLambda(new BigDecimal("0.5")));
    refuses("between 0 and 1/2", () -> ProportionalMinimum.ofLambda(BigDecimal.ZERO));
    refuses("finite number", () -> TrainingSet.of(new double[][] {{1}, {Double.NaN}}));
    refuses(
        "d = 1 components, got 2",
        () -> TrainingSet.of(new double[][] {{1}}).outputs(new double[] {1, 2}, 0));
    List<List<BigDecimal>> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.addAll(rows(i + " 1 " + (i * i), "-" + i + " -1 3"));
    }
    refuses("got N = 400 and d = 3", () -> OriginRepresentations.of(many));
  }

  @Test
  void extremeScalesKeepTheirDigits() {
    HardMargin margin = HardMargin.of(rows("-1e-300 1e300", "-1e-300 -1e300"));
    assertEquals("1E-300", margin.margin().stripTrailingZeros().toString());
    SimplexMinimum thin = SimplexMinimum.of(rows("-1e-450", "1"));
    double logRatio = 450 * StrictMath.log(10);
    assertEquals(logRatio, thin.norm().doubleValue(), 4 * Math.ulp(logRatio));
  }
}
