package org.grokcheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsFileTest {
  private final Path folder;

  ClaimsFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private final Path path = Path.of("claims.json");

  @Test
  void whatIsWrittenIsRead() {
    ClaimsFile file = ClaimsFile.of(Samples.everyVerdict(), Samples.PROVENANCE);
    file.write(folder.resolve(path));
    assertEquals(file, ClaimsFile.read(folder.resolve(path)));
    EnumSet<Verdict> seen = EnumSet.noneOf(Verdict.class);
    file.claims().forEach(c -> seen.add(c.verdict()));
    assertEquals(EnumSet.allOf(Verdict.class), seen);
  }

  @Test
  void aClaimCarriesTheComparisonClosestToItsBound() {
    Judgement judgement =
        Samples.judged(
            "beck.eq1",
            Verdict.VERIFIED,
            Samples.holds("beck.eq1", Oracle.TABLE, 1e-16, 1e-15),
            Samples.holds("beck.eq1", Oracle.INVARIANT, 3e-16, 4e-16));
    ClaimRecord claim = ClaimRecord.of(judgement);
    assertEquals(3e-16, claim.worst());
    assertEquals(4e-16, claim.bound());
    assertEquals(0.75, claim.slack(), Math.ulp(0.75));
    assertEquals(2000, claim.tries());
    assertEquals("quick", claim.scale());
    assertEquals(
        "java -jar target/grokcheck.jar verify --claim beck.eq1 --seed 42", claim.replay());
    assertTrue(claim.fresh());
  }

  @Test
  void numbersThatJsonLacksAreNullOrWords() throws IOException {
    Judgement infinite =
        Samples.judged(
            "beck.eq1",
            Verdict.BROKEN,
            Samples.holds("beck.eq1", Oracle.TABLE, Double.POSITIVE_INFINITY, 1));
    Judgement absent = new Judgement(infinite.claim(), Verdict.NOT_CHECKED, "not yet", List.of());
    ClaimsFile.of(List.of(infinite, absent), Samples.PROVENANCE).write(folder.resolve(path));
    JsonNode claims = ReportJson.MAPPER.readTree(folder.resolve(path).toFile()).get("claims");
    assertEquals("Infinity", claims.get(0).get("worst").asText());
    assertTrue(claims.get(1).get("worst").isNull());
    ClaimsFile read = ClaimsFile.read(folder.resolve(path));
    assertEquals(Double.POSITIVE_INFINITY, read.claims().get(0).worst());
    assertTrue(Double.isNaN(read.claims().get(1).worst()));
    assertFalse(read.claims().get(1).fresh());
  }

  @Test
  void aBadFileIsRefusedInOneLineThatNamesIt() throws IOException {
    Path file = folder.resolve(path);
    refused(file, "no such file");
    Files.writeString(file, "{\"schemaVersion\": 1,");
    refused(file, "line 1");
    ClaimsFile.of(Samples.everyVerdict(), Samples.PROVENANCE).write(file);
    String good = Files.readString(file);
    Files.writeString(file, good.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 99"));
    refused(file, "schemaVersion is 99");
    Files.writeString(file, good.replaceFirst("\"replay\" : \"[^\"]*\"", "\"play\" : \"\""));
    refused(file, "'replay'");
    Files.writeString(file, good.replaceFirst("\"VERIFIED\"", "\"TRUE\""));
    refused(file, "TRUE");
  }

  @Test
  void theVerdictsOfAnEarlierVersionCanBeRead() throws IOException {
    Path file = folder.resolve(path);
    ClaimsFile.of(Samples.everyVerdict(), Samples.PROVENANCE).write(file);
    String earlier =
        Files.readString(file)
            .replaceAll("(?s)\"checks\" : \\[.*?\\],\\s*\"replay\"", "\"replay\"")
            .replaceAll("\"skipped\" : \\[ \\],\\s*", "");
    Files.writeString(file, earlier);
    refused(file, "'skipped'");
    assertEquals(Samples.everyVerdict().size(), ClaimsFile.readAny(file).claims().size());
  }

  private static void refused(Path file, String why) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ClaimsFile.read(file));
    assertTrue(message(e).startsWith(file + ": "), message(e));
    assertTrue(message(e).contains(why), message(e));
    assertEquals(1, message(e).lines().count(), message(e));
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage());
  }
}
