package org.grokcheck.report.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.TestRecord.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void whatIsWrittenIsReadAndUncheckedClaimsAreLeftOut() {
    Path file = folder.resolve("new/claims.json");
    Scenario oneSided =
        Scenario.good()
            .test(Scenario.C, "T#c", Status.PASSED, Oracle.TABLE, 0, Double.POSITIVE_INFINITY, 0);
    Baseline baseline = Baseline.of(oneSided.run(), "why");
    baseline.write(file);
    assertEquals(baseline, Baseline.read(file));
    assertEquals(2, Baseline.of(Scenario.good().run(), "why").claims().size());
  }

  private String refusal(String text) throws IOException {
    Path file = folder.resolve("claims.json");
    Files.writeString(file, text);
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Baseline.read(file)).getMessage());
    assertTrue(message.startsWith(file.toString()), message);
    assertEquals(1, message.lines().count(), message);
    return message.substring(file.toString().length());
  }

  @Test
  void brokenFilesAreRefusedInOneLine() throws IOException {
    String head = "{\"schemaVersion\":2,\"reason\":\"r\",\"commit\":\"c\",\"recorded\":\"d\",";
    assertTrue(refusal("{\"schemaVersion\":").startsWith(":1"));
    assertTrue(refusal("[]").startsWith(":1"));
    assertTrue(refusal("").startsWith(":1"));
    assertTrue(refusal(head + "\"rootSeed\":1,\"claims\":[]}").contains("checks"));
    assertTrue(
        refusal(head + "\"rootSeed\":\"x\",\"claims\":[],\"checks\":[]}")
            .startsWith(":1: rootSeed: "));
    assertTrue(
        refusal(head + "\"rootSeed\":1,\"claims\":[{\"id\":\"a\",\"verdict\":\"GOOD\"}]}")
            .startsWith(":1: claims[0].verdict: "));
    assertEquals(
        ": schemaVersion is 1, this program reads 2; record it again",
        refusal("{\"schemaVersion\":1,\"claims\":[{\"bound\":1}]}"));
  }

  @Test
  void anAbsentFileSaysHowToMakeIt() {
    Path file = folder.resolve("none.json");
    assertEquals(
        file + ": no such file; record one with 'grokcheck gate --record --reason TEXT'",
        assertThrows(IllegalArgumentException.class, () -> Baseline.read(file)).getMessage());
  }

  @Test
  void theDifferenceNamesEveryChange() {
    Baseline before = Baseline.of(Scenario.good().run(), "before");
    Baseline after =
        Baseline.of(
            new Scenario()
                .test(Scenario.A, "T#beck.a", Status.PASSED, Oracle.LIMIT, 0.1, 1e-15, 0)
                .passing(Scenario.C)
                .run(),
            "after");
    assertEquals(
        List.of(
            "beck.b: removed, was VERIFIED",
            "beck.a: VERIFIED -> LIMIT_VERIFIED, resolution 1.0E-14 -> 1.0E-15,"
                + " comparisons: 1 changed",
            "beck.c: new, VERIFIED"),
        Difference.lines(before, after));
    assertEquals(List.of(), Difference.lines(before, before));
  }

  @Test
  void theFileHasALineAnEntrySorted() throws IOException {
    Path file = folder.resolve("claims.json");
    Baseline.of(new Scenario().passing(Scenario.B).passing(Scenario.A).run(), "why").write(file);
    List<String> lines = Files.readAllLines(file);
    assertEquals(15, lines.size(), lines::toString);
    assertEquals("  \"schemaVersion\": 2,", lines.get(1));
    assertTrue(
        lines.get(7).startsWith("    {\"id\":\"beck.a\",\"verdict\":\"VERIFIED\""), lines.get(7));
    assertEquals(
        "    {\"claim\":\"beck.a\",\"part\":\"\",\"quantity\":\"q\",\"test\":\"T#beck.a\","
            + "\"oracle\":\"TABLE\",\"worst\":1.0E-15,\"bound\":1.0E-14,\"typicalBound\":1.0E-14,"
            + "\"tries\":10,\"variants\":[\"wrong\"],\"witnesses\":[]},",
        lines.get(11));
  }

  @Test
  void numbersAreKeptToThreeDigits() {
    assertEquals(1.23e-7, RecordedCheck.rounded(1.2349e-7));
    assertEquals(Double.POSITIVE_INFINITY, RecordedCheck.rounded(Double.POSITIVE_INFINITY));
  }
}
