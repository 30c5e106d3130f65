package org.grokcheck.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.grokcheck.cli.Diagnosis.Item;
import org.grokcheck.cli.Diagnosis.State;
import org.grokcheck.cli.eval.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what is there, what is missing, and how to get it. */
@Command(
    name = "doctor",
    description = "Looks at what the commands need and says how to get what is missing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code 1 if something that a command needs is missing.",
      "",
      "Examples:",
      "  grokcheck doctor",
      "  grokcheck doctor --json"
    })
final class DoctorCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Item> items = new Diagnosis(session).items();
    if (json) {
      session.out().println(StrictJson.MAPPER.valueToTree(items).toPrettyString());
    } else {
      items.forEach(this::print);
    }
    boolean missing = items.stream().anyMatch(item -> item.state() == State.MISSING);
    return missing ? ExitCode.CHECK_FAILED : ExitCode.OK;
  }

  private void print(Item item) {
    String remedy = item.remedy().isEmpty() ? "" : "; " + item.remedy();
    session
        .out()
        .printf(
            "%-8s %-8s %s%s%n",
            item.name(), item.state().name().toLowerCase(Locale.ROOT), item.detail(), remedy);
  }
}
