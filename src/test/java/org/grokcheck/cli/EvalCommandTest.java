package org.grokcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grokcheck.cli.eval.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of {@code eval}: exact inputs, outputs that read back, batches in order. */
class EvalCommandTest {
  @TempDir private Path folder = Path.of("");

  private static String printed(String... args) {
    Cli.Result result = Cli.run(args);
    assertEquals(ExitCode.OK, result.code(), result.err());
    assertEquals("", result.err());
    return result.out().strip();
  }

  private static JsonNode outputs(String... args) {
    return StrictJson.read(printed(args).getBytes(StandardCharsets.UTF_8), "output").get("outputs");
  }

  @Test
  void decimalsAreReadDigitByDigit() {
    JsonNode near =
        outputs("eval", "beck.sec4.sinf", "--in", "lambda=0.49999999999999999999", "--json");
    assertEquals(2e-20, near.get("gap").doubleValue());
    assertEquals(5e19, near.get("inverse").doubleValue());
  }

  @Test
  void numbersThatNoDoubleHoldsAreDecimalStrings() {
    JsonNode far = outputs("eval", "beck.sec4.sinf", "--in", "lambda=1e200", "--json");
    assertEquals(-2e200, far.get("gap").doubleValue());
    assertEquals("4E+400", far.get("square").textValue());
    JsonNode tiny =
        outputs(
            "eval",
            "beck.sec4.sinf",
            "--in",
            "lambda=0." + "4".repeat(1) + "9".repeat(160),
            "--json");
    assertTrue(tiny.get("square").isTextual(), tiny.toString());
    assertEquals("4E-322", tiny.get("square").textValue());
  }

  @Test
  void absentOutputsAreLeftOut() {
    assertEquals(
        "{\"claim\":\"beck.sec4.sinf\",\"outputs\":{\"gap\":0.0,\"square\":0.0}}",
        printed("eval", "beck.sec4.sinf", "--in", "lambda=0.5", "--json"));
  }

  @Test
  void infinitiesAreWordsBothWays() {
    assertEquals(
        "root = infinity\n", Cli.run("eval", "beck.eq6", "--in", "sigma=inf", "--in", "b=4").out());
    assertEquals(
        "root = -infinity\n",
        Cli.run("eval", "beck.eq6", "--in", "sigma=-Infinity", "--in", "b=4").out());
    assertEquals(
        "root = nan\n", Cli.run("eval", "beck.eq6", "--in", "sigma=inf", "--in", "b=0").out());
  }

  @Test
  void theNamesOfTheInputsChooseTheFormula() {
    assertEquals(
        6,
        outputs("eval", "beck.eq6", "--json", "--in", "b=4", "--in", "sigma=3")
            .get("root")
            .intValue());
    assertEquals(
        0.5, outputs("eval", "beck.eq6", "--json", "--in", "lambda=0.25").get("gap").doubleValue());
  }

  @Test
  void arraysTextsAndTruthsAreInputs() {
    assertEquals(
        "sum = 6.5\nrows = [3.0,3.5,0.0]\ncount = 3\ntall = true",
        printed("eval", "beck.eq12", "--in", "X=[[1,2],[\"3.5\",0],[-1e0,1]]"));
    assertEquals(
        "text = 1024\nwhole = 2\nvalues = [0.1,\"infinity\"]",
        printed(
            "eval",
            "beck.eq17",
            "--in",
            "N=10",
            "--in",
            "d=2.0",
            "--in",
            "loss=exponential",
            "--in",
            "exact=true",
            "--in",
            "x=[0.1,\"inf\"]"));
  }

  @Test
  void aBatchKeepsItsOrderAndItsErrors() throws IOException {
    String batch =
        """
        [{"claim": "beck.eq6", "inputs": {"sigma": "3", "b": 4}, "expected": {"root": "6"}, "how": "by hand"},
         {"claim": "beck.eq6", "inputs": {"sigma": 3, "b": -4}},
         {"claim": "beck.nothing", "inputs": {}},
         {"claim": "beck.table1.s-critical", "inputs": {}},
         {"claim": "beck.eq5", "inputs": {"b": 1}},
         {"claim": "beck.eq12", "inputs": {"X": [[0.1, 0.2]]}}]
        """;
    Path out = folder.resolve("out.json");
    Cli.Result result =
        Cli.run(Project.of(Main.class), batch, "eval", "--batch", "-", "--out", out.toString());
    assertEquals(ExitCode.OK, result.code());
    assertEquals("evaluated 2 of 6, 4 errors", result.err().strip());
    JsonNode answers = StrictJson.read(Files.readAllBytes(out), "out.json");
    assertEquals(6, answers.get(0).get("outputs").get("root").intValue());
    assertTrue(error(answers, 1).startsWith("b = -4.0 must be >= 0"), error(answers, 1));
    assertTrue(error(answers, 2).startsWith("no claim 'beck.nothing'"), error(answers, 2));
    assertTrue(error(answers, 3).startsWith("no formula of beck.table1"), error(answers, 3));
    assertEquals(
        "internal error: java.lang.ArithmeticException: unexpected at 1.0", error(answers, 4));
    assertEquals(0.3, answers.get(5).get("outputs").get("sum").doubleValue());
    assertEquals(6, answers.size());
  }

  private static String error(JsonNode answers, int i) {
    return answers.get(i).get("error").textValue();
  }

  @Test
  void strictTurnsAnErrorInABatchIntoAFailure() {
    String bad = "[{\"claim\": \"beck.eq6\", \"inputs\": {}}]";
    Project here = Project.of(Main.class);
    assertEquals(
        ExitCode.CHECK_FAILED, Cli.run(here, bad, "eval", "--batch", "-", "--strict").code());
    assertEquals(ExitCode.OK, Cli.run(here, "[]", "eval", "--batch", "-", "--strict").code());
  }

  @Test
  void aFaultOfTheProgramIsNoBadInput() {
    Cli.Result result = Cli.run("eval", "beck.eq5", "--in", "b=1");
    assertEquals(ExitCode.INTERNAL, result.code());
    assertEquals(
        "grokcheck eval: internal error: java.lang.ArithmeticException: unexpected at 1.0"
            + " (set GROKCHECK_DEBUG=1 for the stack trace)",
        result.err().strip());
  }
}
