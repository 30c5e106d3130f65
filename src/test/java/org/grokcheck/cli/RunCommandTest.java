package org.grokcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad usage of {@code grokcheck run} ends with one line that says what is accepted. */
class RunCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run nothing.there                | no experiment 'nothing.there'; there are: ",
        "run x --scale huge               | --scale 'huge' is not known; accepted: quick, desk,"
            + " paper",
        "run x --device gpu               | device 'gpu' is not known; accepted: auto, cpu, cuda",
        "run x --shard 3/2                | shard 3/2 must be i/n",
        "run x --threads many             | Invalid value for option '--threads'",
        "run x --nonsense                 | Unknown option: '--nonsense'"
      })
  void saysWhatIsWrong(String line, String expected) {
    Cli.Result result = Cli.run(line.strip().split(" "));
    assertEquals(ExitCode.BAD_INPUT, result.code());
    assertTrue(result.err().contains(expected.strip()), result.err());
    assertEquals(1, result.err().strip().lines().count());
  }
}
