package org.grokcheck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.grokcheck.data.DataFault;
import org.grokcheck.data.DataSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads data sets and says whether they are sound. */
@Command(
    name = "check",
    description = "Reads the data sets and holds them against their checksums.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code 1 if a set is damaged, or one that was named is absent.",
      "",
      "Examples:",
      "  grokcheck data check",
      "  grokcheck data check mnist imdb"
    })
final class DataCheckCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..*",
      paramLabel = "SET",
      description = "mnist, imdb, qm9; all unless told.")
  private List<String> names = new ArrayList<>();

  DataCheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path root = session.project().root();
    boolean sound = true;
    for (DataSet set : DataCommand.named(names)) {
      if (!set.isPresent(root)) {
        print(set, "absent", set.remedy());
        sound &= names.isEmpty();
        continue;
      }
      try {
        print(set, "ok", set.check(root) + "; " + set.licence());
      } catch (DataFault e) {
        print(set, "damaged", String.valueOf(e.getMessage()));
        sound = false;
      }
    }
    return sound ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private void print(DataSet set, String state, String detail) {
    session.out().printf("%-6s %-8s %s%n", set.label(), state, detail);
  }
}
