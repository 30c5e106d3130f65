package org.grokcheck.math;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.grokcheck.oracle.ReferenceTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables are whole and say where they come from. */
class ReferenceDataTest {
  @ParameterizedTest
  @EnumSource
  void tablesSayWhereTheyComeFrom(GradedFunction graded) {
    String header = String.join("\n", ReferenceTable.header("math/" + graded.table + ".csv"));
    assertTrue(header.contains("generate.py") && header.contains("Licence:"), graded.table);
  }

  @ParameterizedTest
  @EnumSource
  void outputsHaveMoreThanThirtyDigits(GradedFunction graded) {
    for (ReferenceTable.Row row : ReferenceTable.read("math/" + graded.table + ".csv")) {
      BigDecimal value = row.decimal(graded.column);
      assertTrue(value.signum() == 0 || value.precision() > 30, () -> graded.table + ": " + row);
    }
  }
}
