package org.grokcheck.cli;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.grokcheck.data.DataSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Brings data sets and checks them. */
@Command(
    name = "data",
    description = "Brings the data sets that some claims need, and checks them.",
    synopsisSubcommandLabel = "(fetch | check)",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Sets lie in reference-data/data, are never committed, and keep their own licences.",
      "",
      "Examples:",
      "  grokcheck data check",
      "  grokcheck data fetch mnist",
      "  grokcheck data fetch imdb --from ~/aclImdb",
      "  grokcheck data fetch qm9 --from ~/qm9.csv"
    })
final class DataCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say what to do: fetch or check");
  }

  /** The sets of these names; all for none. */
  static List<DataSet> named(List<String> names) {
    return names.isEmpty()
        ? Arrays.asList(DataSet.values())
        : names.stream().map(DataSet::named).toList();
  }
}
