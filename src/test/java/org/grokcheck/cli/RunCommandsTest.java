package org.grokcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.grokcheck.evidence.EvidenceBook;
import org.grokcheck.evidence.Judge;
import org.grokcheck.evidence.Plan;
import org.grokcheck.evidence.Plan.PlannedTest;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.experiment.Provenance;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Ledger;
import org.grokcheck.report.ClaimsFile;
import org.junit.jupiter.api.Test;

/** Runs, reports and the gate: where they put things, and when they fail. */
class RunCommandsTest extends OwnProject {
  @Test
  void aRunWithoutEvidenceIsReportedAndRed() throws IOException {
    Path none = folder.resolve("none");
    run(ExitCode.OK, "report", "--evidence", none.toString());
    ClaimsFile run = ClaimsFile.read(project().claimsFile());
    assertEquals(Ledger.load().claims().size(), run.claims().size());
    String summary = Files.readString(folder.resolve("reports/summary.md"));
    assertTrue(summary.contains("- Changes: no baseline was compared."), summary);
    Cli.Result refused = run(ExitCode.CHECK_FAILED, "gate", "--record", "--reason", "first");
    assertTrue(refused.err().startsWith("nothing recorded"), refused.err());
    assertTrue(refused.out().contains("left no evidence"), refused.out());
    assertFalse(Files.exists(project().baseline()));
  }

  @Test
  void aPartialRunLeavesTheFullOneAlone() throws IOException {
    Plan plan = TestPlan.of(Project.of(Main.class));
    String unchecked =
        Ledger.load().claims().stream()
            .map(Claim::id)
            .filter(id -> plan.of(id).isEmpty())
            .findFirst()
            .orElseThrow();
    run(ExitCode.OK, "report", "--claims", unchecked, "--evidence", folder.toString());
    assertFalse(Files.exists(project().claimsFile()));
    assertEquals(
        1, ClaimsFile.read(project().partialReports().resolve("claims.json")).claims().size());
    run(ExitCode.OK, "gate", "--claims", unchecked);
    assertTrue(
        run(ExitCode.BAD_INPUT, "gate", "--claims", "kumar.*")
            .err()
            .contains("mvn verify -Dclaims"));
  }

  @Test
  void aReasonIsRecordedWithTheDifference() throws IOException {
    EvidenceBook nothing = EvidenceBook.of(List.of());
    Judge judge = new Judge(new Plan(List.of(), List.of()), nothing);
    ClaimsFile.of(
            Ledger.load().claims().stream().map(judge::judge).toList(),
            Provenance.capture(1, Instant.now()))
        .write(project().claimsFile());
    String baseline = folder.resolve("b.json").toString();
    Cli.Result recorded =
        Cli.run(
            project(), "", "gate", "--record", "--reason", "a first one", "--baseline", baseline);
    assertEquals(ExitCode.OK, recorded.code(), recorded.err() + recorded.out());
    assertTrue(recorded.out().contains("a first one"), recorded.out());
    assertTrue(run(ExitCode.OK, "gate", "--baseline", baseline).out().contains("gate: green"));
    Files.createDirectories(project().baseline().getParent());
    Files.copy(Path.of(baseline), project().baseline());
    run(ExitCode.OK, "report", "--evidence", folder.resolve("none").toString());
    String summary = Files.readString(folder.resolve("reports/summary.md"));
    assertTrue(summary.contains("- Changes against the baseline of "), summary);
    assertTrue(summary.contains(" new: `beck."), summary);
    assertTrue(
        run(ExitCode.CHECK_FAILED, "gate", "--baseline", baseline, "--require", "qm9")
            .out()
            .contains("RED       qm9: required, but absent"));
  }

  /** One that a class inherits from laws: its evidence must bear the name of the heir. */
  @Test
  void verifyRunsARealTest() throws IOException {
    Files.createSymbolicLink(
        folder.resolve("reference-data"), Path.of("reference-data").toAbsolutePath());
    String test =
        TestPlan.of(project()).tests().stream()
            .map(PlannedTest::test)
            .filter(RunCommandsTest::isInherited)
            .findFirst()
            .orElseThrow();
    Cli.Result result = run(ExitCode.OK, "verify", "--test", test, "--seed", "3", "--json");
    assertTrue(result.err().contains("passed   " + test), result.err());
    assertEquals(3, json(result).get("provenance").get("rootSeed").intValue());
    assertFalse(json(result).get("claims").isEmpty());
    json(result)
        .get("claims")
        .forEach(c -> assertEquals("[\"" + test + "\"]", c.get("tests").toString()));
    assertTrue(Files.exists(project().partialReports().resolve("claims.json")));
  }

  private static boolean isInherited(String test) {
    int hash = test.indexOf('#');
    try {
      Class<?> heir =
          Class.forName(test.substring(0, hash), false, RunCommandsTest.class.getClassLoader());
      return Arrays.stream(heir.getDeclaredMethods())
          .noneMatch(m -> m.getName().equals(test.substring(hash + 1)));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("the plan names a class that isn't there", e);
    }
  }

  @Test
  void aFailureIsShownWithItsWorstInputAndReplay() {
    TestRecord failed =
        new TestRecord(
            "T#m",
            List.of("beck.eq6"),
            Scale.QUICK,
            "cpu",
            List.of(),
            "",
            TestRecord.Status.FAILED,
            "A = 1, expected 2 at b=3",
            1,
            "5",
            10,
            0,
            0.1,
            "verify T#m",
            List.of());
    Plan plan =
        new Plan(List.of(new Plan.PlannedTest("T#m", List.of("beck.eq6"), Scale.QUICK)), List.of());
    Judge judge = new Judge(plan, EvidenceBook.of(List.of(failed)));
    String plain = text(judge, false);
    assertTrue(plain.contains("beck.eq6") && plain.contains("BROKEN"), plain);
    assertTrue(
        plain.contains("failed  T#m\n  A = 1, expected 2 at b=3\n  replay: verify T#m\n"), plain);
    assertEquals(-1, plain.indexOf('\u001b'));
    assertTrue(text(judge, true).indexOf('\u001b') > 0);
  }

  private static String text(Judge judge, boolean colour) {
    return String.join(
        "\n", new VerdictTable(colour).lines(List.of(judge.judge(Ledger.load().get("beck.eq6")))));
  }
}
