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
    String head = "{\"schemaVersion\":1,\"reason\":\"r\",\"commit\":\"c\",\"recorded\":\"d\",";
    assertTrue(refusal("{\"schemaVersion\":").startsWith(":1"));
    assertTrue(refusal("[]").startsWith(":1"));
    assertTrue(refusal("").startsWith(":1"));
    assertTrue(refusal(head + "\"rootSeed\":1}").contains("claims"));
    assertTrue(refusal(head + "\"rootSeed\":\"x\",\"claims\":[]}").startsWith(":1: rootSeed: "));
    assertTrue(
        refusal(head + "\"rootSeed\":1,\"claims\":[{\"id\":\"a\",\"verdict\":\"GOOD\"}]}")
            .startsWith(":1: claims[0].verdict: "));
    assertEquals(
        ": schemaVersion is 2, this program reads 1; record it again",
        refusal(head.replace(":1", ":2") + "\"rootSeed\":1,\"claims\":[]}"));
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
            "beck.a: VERIFIED -> LIMIT_VERIFIED, bound 1.0E-14 -> 1.0E-15, resolution 1.0E-14 -> 1.0E-15",
            "beck.c: new, VERIFIED"),
        Difference.lines(before, after));
    assertEquals(List.of(), Difference.lines(before, before));
  }
}
