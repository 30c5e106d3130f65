package org.grokcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands print and where they put things. */
class CommandsTest extends OwnProject {
  @ParameterizedTest
  @ValueSource(
      strings = {"list", "show", "eval", "verify", "report", "gate", "agreement", "doctor"})
  void everyCommandHasHelpWithExamples(String command) {
    String help = run(ExitCode.OK, command, "--help").out();
    assertTrue(help.contains("Examples:\n  grokcheck " + command), help);
    assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
    assertTrue(run(ExitCode.OK).out().contains("  " + command), "not in the overview");
  }

  @Test
  void theShellCanComplete() {
    String script = run(ExitCode.OK, "generate-completion").out();
    assertTrue(script.contains("complete -F") && script.contains("--batch"), script);
  }

  @Test
  void listSelectsByPaperKindAndPattern() {
    assertEquals(7, run(ExitCode.OK, "list", "beck.table1*").out().lines().count());
    JsonNode theorems =
        json(run(ExitCode.OK, "list", "--paper", "kumar", "--kind", "theorem", "--json"));
    assertTrue(theorems.size() > 0);
    theorems.forEach(
        claim -> {
          assertEquals("kumar", claim.get("paper").textValue());
          assertEquals("theorem", claim.get("kind").textValue());
        });
    assertEquals(5, json(run(ExitCode.OK, "list", "--callable", "--json")).size());
  }

  @Test
  void showTellsHowToEvaluateAndWhatChecks() {
    String text = run(ExitCode.OK, "show", "beck.eq6").out();
    assertTrue(text.startsWith("beck.eq6: "), text);
    assertTrue(text.contains("grokcheck eval beck.eq6 --in lambda=…"), text);
    assertTrue(text.contains("grokcheck eval beck.eq6 --in sigma=… --in b=…"), text);
    JsonNode node = json(run(ExitCode.OK, "show", "beck.eq6", "--json"));
    assertEquals("[[\"lambda\"],[\"sigma\",\"b\"]]", node.get("evaluations").toString());
    assertTrue(node.get("tests").isArray());
  }

  @Test
  void doctorSaysWhatIsMissingAndHowToGetIt() {
    JsonNode items = json(run(ExitCode.CHECK_FAILED, "doctor", "--json"));
    assertEquals("OK", item(items, "java").get("state").textValue());
    assertEquals("OK", item(items, "ledger").get("state").textValue());
    assertEquals("OK", item(items, "reports").get("state").textValue());
    assertDoctorSawTheEngine(items);
    assertEquals("MISSING", item(items, "gate").get("state").textValue());
    assertTrue(item(items, "gate").get("remedy").textValue().contains("--record"));
    assertTrue(Files.isDirectory(folder.resolve("reports")));
  }

  /**
   * Whatever this machine has, the doctor says so; the tests of the engine say whether it works.
   */
  private static void assertDoctorSawTheEngine(JsonNode items) {
    boolean there = item(items, "engine").get("state").textValue().equals("OK");
    String engine = item(items, "engine").get("detail").textValue();
    assertTrue(there ? engine.startsWith("libtorch 2.") : engine.contains("engine"), engine);
    boolean cuda = item(items, "device").get("state").textValue().equals("OK");
    String device = item(items, "device").get("detail").textValue();
    assertTrue(device.startsWith(cuda ? "cuda:0" : "no CUDA, so the CPU: "), device);
    assertTrue(item(items, "cache").get("detail").textValue().contains("GiB of unpacked"));
  }

  private static JsonNode item(JsonNode items, String name) {
    for (JsonNode item : items) {
      if (item.get("name").textValue().equals(name)) {
        return item;
      }
    }
    throw new AssertionError("no item " + name + " in " + items);
  }

  @Test
  void noColorIsHonoured() {
    Session session = Cli.session(project(), "");
    assertEquals(false, session.colour());
    assertEquals(true, watched(Map.of()).colour());
    assertEquals(true, watched(Map.of("NO_COLOR", "")).colour());
    assertEquals(false, watched(Map.of("NO_COLOR", "1")).colour());
  }

  private Session watched(Map<String, String> environment) {
    Session session = Cli.session(project(), "");
    return new Session(
        session.in(),
        session.out(),
        session.err(),
        environment,
        true,
        session.project(),
        session.evaluations());
  }
}
