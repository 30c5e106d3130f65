package org.grokcheck.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.grokcheck.cli.eval.StrictJson;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Kind;
import org.grokcheck.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists claims of the ledger. */
@Command(
    name = "list",
    description =
        "Lists claims with their kind, how the printed form stands, and the last verdict.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The last verdict is that of reports/claims.json, which 'mvn verify' writes.",
      "",
      "Examples:",
      "  grokcheck list --paper beck --kind theorem",
      "  grokcheck list 'beck.table1*' kumar.eq5",
      "  grokcheck list --verdict PARTIAL",
      "  grokcheck list --callable --json"
    })
final class ListCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "GLOB", description = "Ids, in which '*' stands for any characters.")
  private List<String> globs = List.of();

  @Option(names = "--paper", paramLabel = "PAPER", description = "Claims of this paper.")
  private @Nullable String paper;

  @Option(names = "--kind", paramLabel = "KIND", description = "Claims of this kind.")
  private @Nullable String kind;

  @Option(names = "--verdict", paramLabel = "VERDICT", description = "Claims with this verdict.")
  private @Nullable String verdict;

  @Option(names = "--callable", description = "Claims that 'grokcheck eval' evaluates.")
  private boolean callable;

  @Option(names = "--json", description = "Print the list as JSON.")
  private boolean json;

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Ledger ledger = Ledger.load();
    LastRun last = LastRun.of(session.project());
    Set<String> evaluated = new HashSet<>(session.evaluations().get().claims());
    List<Claim> claims = chosen(ledger, last, evaluated);
    if (json) {
      ArrayNode array = StrictJson.MAPPER.createArrayNode();
      claims.forEach(c -> array.add(entry(c, last, evaluated)));
      session.out().println(array.toPrettyString());
      return ExitCode.OK;
    }
    claims.forEach(c -> session.out().println(line(c, last)));
    session.err().println(claims.size() + " of " + ledger.claims().size() + " claims");
    return ExitCode.OK;
  }

  private List<Claim> chosen(Ledger ledger, LastRun last, Set<String> evaluated) {
    Stream<Claim> claims = ClaimSelection.matching(ledger, String.join(",", globs)).stream();
    if (paper != null) {
      Set<Claim> ofPaper = new HashSet<>(ClaimSelection.ofPaper(ledger, paper));
      claims = claims.filter(ofPaper::contains);
    }
    if (kind != null) {
      Kind wanted = Kind.of(kind);
      claims = claims.filter(c -> c.kind() == wanted);
    }
    if (verdict != null) {
      String wanted = verdict(verdict, last);
      claims = claims.filter(c -> last.verdict(c.id()).equals(wanted));
    }
    return claims.filter(c -> !callable || evaluated.contains(c.id())).toList();
  }

  private String verdict(String word, LastRun last) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
    List<String> names = Arrays.stream(Verdict.values()).map(Verdict::name).toList();
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "no verdict '" + word + "'; accepted: " + String.join(", ", names));
    }
    if (last.isEmpty()) {
      throw new IllegalArgumentException(
          "--verdict needs "
              + Project.shown(session.project().claimsFile())
              + "; run 'mvn verify'");
    }
    return name;
  }

  private static String line(Claim claim, LastRun last) {
    return "%-36s %-12s %-22s %-14s %s"
        .formatted(
            claim.id(),
            claim.kind().label(),
            claim.asPrinted().label(),
            last.verdict(claim.id()),
            claim.title());
  }

  private static ObjectNode entry(Claim claim, LastRun last, Set<String> evaluated) {
    ObjectNode node =
        StrictJson.MAPPER
            .createObjectNode()
            .put("id", claim.id())
            .put("paper", claim.paperGroup())
            .put("locator", claim.locator())
            .put("title", claim.title())
            .put("kind", claim.kind().label())
            .put("asPrinted", claim.asPrinted().label())
            .put("callable", evaluated.contains(claim.id()));
    last.find(claim.id()).ifPresent(r -> node.put("verdict", r.verdict().name()));
    return node;
  }
}
