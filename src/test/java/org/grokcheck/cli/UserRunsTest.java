package org.grokcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that read users' runs: five curves that PyTorch made, and what can be wrong. */
class UserRunsTest {
  private static final Path CURVES = Path.of("reference-data", "notsawo", "curves");

  @TempDir private Path folder = Path.of("");

  private static String printed(String... args) {
    Cli.Result result = Cli.run(args);
    assertEquals(ExitCode.OK, result.code(), result.err());
    assertEquals("", result.err());
    return result.out();
  }

  private static String curve(String name) {
    return CURVES.resolve(name).toString();
  }

  /** t2 and t4 as awk finds them: the first row with at least 0.99 in the third, fourth column. */
  @Test
  void aRunThatGrokked() {
    String out = printed("curves", curve("grokked.csv"), "--classes", "13");
    assertTrue(out.contains("121 records, steps 0 to 1200"), out);
    assertTrue(out.contains("at  99%: t1 10, t2 40, t3"), out);
    assertTrue(out.contains("t4 460, delay 420: grokked"), out);
  }

  @Test
  void aRunThatMemorised() {
    String out = printed("curves", curve("memorised.csv"));
    assertTrue(out.contains("t4 never, delay none: memorised only, so far"), out);
    assertTrue(out.contains("give --classes"), out);
  }

  @Test
  void percentInJsonLines() {
    String out = printed("curves", curve("percent.jsonl"), "--unit", "percent");
    assertTrue(out.contains("61 records, steps 0 to 600"), out);
    assertTrue(out.contains("delay"), out);
  }

  /** The energy is a sum over the lines of the file, to the six digits printed. */
  @ParameterizedTest
  @CsvSource({"oscillating.csv, 400", "calm.csv, 400", "grokked.csv, 121", "percent.jsonl, 61"})
  void signatures(String name, int losses) throws IOException {
    String out = printed("forecast", curve(name));
    assertTrue(out.startsWith("losses          " + losses + ", steps 0 to"), out);
    assertTrue(out.contains("moving average of 11 losses"), out);
    assertTrue(out.contains("forecast        will "), out);
    assertTrue(out.contains("were missed"), out);
    assertTrue(out.contains("limits          calibrated on small networks"), out);
    if (name.endsWith(".csv")) {
      double energy =
          Files.readAllLines(CURVES.resolve(name)).stream()
              .skip(2)
              .limit(losses)
              .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[1]))
              .map(x -> x * x)
              .sum();
      assertTrue(out.contains("energy          " + six(energy)), out);
    }
  }

  private static String six(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  /** What is in the file (rows parted by ;), the option, and part of the one line expected. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          curves   | ''                                                  | empty; need a header
          curves   | step;1;2                                            | one column
          curves   | 0,1,1;1,1,1                                         | numbers where the header
          curves   | step,train_acc,val_acc                              | a header and no rows
          curves   | step,train_acc,train_acc;0,1,1                      | comes twice
          curves   | step,,val_acc;0,1,1                                 | column 2 has no name
          curves   | step,train_acc,val_acc;0,1                          | 2 cells, the header has 3
          curves   | step,train_acc,val_acc;0,0,5,1                      | 4 cells, the header has 3
          curves   | time,train_acc,val_acc;0,1,1                        | no column of steps
          curves   | step,train_acc,loss;0,1,1                           | no column of validation accuracy
          curves   | step,epoch,train_acc,val_acc;0,0,1,1                | several columns of steps
          curves   | step,train_acc,val_acc;0,1,x                        | must be a number, got 'x'
          curves   | step,train_acc,val_acc;0,1,                         | validation accuracy is missing
          curves   | step,train_acc,val_acc;0,1,NaN                      | is NaN; the run diverged
          curves   | step,train_acc,val_acc;0.5,1,1                      | step must be a whole number
          curves   | step,train_acc,val_acc;-1,1,1                       | step must be a whole number
          curves   | step,train_acc,val_acc;5,1,1;5,1,1                  | step 5 comes twice
          curves   | step,train_acc,val_acc;5,1,1;4,1,1                  | sort the rows by step
          curves   | step,train_acc,val_acc;0,1,57                       | say --unit percent
          curves   | step,train_acc,val_acc;0,1,-0.1                     | must not be negative
          forecast | step,loss;0,1;1,1                                   | 2 rows; a signature needs
          forecast | step,loss;0,1;1,1;3,1                               | a gap: step 3 follows 1
          forecast | step,loss;0,1;1,Infinity;2,1                        | is Infinity; the run diverged
          forecast | step,loss;0,1;1,-2;2,1                              | must not be negative
          forecast | step,acc;0,1;1,1;2,1                                | no column of training loss
          forecast | {"step":0,"loss":1};{"step":1}                      | has the names [step]
          forecast | {"step":0,"loss":1};[1]                             | need an object
          forecast | {"step":0,"loss":[1]}                               | found an array or object
          forecast | {"step":0,"loss":1                                  | not valid JSON
          forecast | {"step":0,"loss":null};{"step":1,"loss":1};{"step":2,"loss":1} | loss is missing
          forecast | {"step":0,"step":1,"loss":1}                        | not valid JSON
          """)
  void oneLineForWhatIsWrong(String command, String rows, String message) throws IOException {
    Path file = folder.resolve("run.csv");
    Files.writeString(file, rows.replace(";", "\n"));
    assertRefused(message, command, file.toString());
  }

  @Test
  void filesThatArentTables() throws IOException {
    Path binary = folder.resolve("run.bin");
    Files.write(binary, new byte[] {'s', (byte) 0xff, (byte) 0xfe});
    assertRefused("not UTF-8 text", "curves", binary.toString());
    assertRefused("no such file", "forecast", folder.resolve("absent.csv").toString());
    assertRefused("s a directory", "curves", folder.toString());
    assertRefused("need fraction or percent", "curves", curve("grokked.csv"), "--unit", "miles");
    assertRefused("--classes: need", "curves", curve("grokked.csv"), "--classes", "1");
    assertRefused("window: need", "forecast", curve("calm.csv"), "--window", "2");
  }

  @Test
  void commentsQuotesAndMarksArePassedOver() throws IOException {
    Path file = folder.resolve("marked.csv");
    String text = "\uFEFF# made by hand\n\"Step\",\"Train-Acc\",Val acc\n\n0,0.5,0.5\n7,1,1\n";
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    assertTrue(printed("curves", file.toString()).contains("2 records, steps 0 to 7"));
  }

  private static void assertRefused(String message, String... args) {
    Cli.Result result = Cli.run(args);
    assertEquals(ExitCode.BAD_INPUT, result.code(), result.err());
    assertEquals("", result.out());
    assertTrue(result.err().contains(message), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertFalse(result.err().contains("Exception"), result.err());
  }
}
