package org.grokcheck.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the claims of one file and checks each by itself. */
final class ClaimReader {
  private static final Set<String> ACCEPTED =
      ordered(
          "id",
          "locator",
          "title",
          "kind",
          "statement",
          "inputs",
          "as_printed",
          "correction",
          "formula",
          "background",
          "parts",
          "refuted_parts",
          "edge_cases",
          "properties",
          "reproduction",
          "links",
          "not_checked");
  private static final Set<String> OF_FORMULA = ordered("printed", "corrected");
  private static final Set<String> OF_REPRODUCTION = ordered("setting", "small", "full", "verdict");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[A-Za-z0-9_-]+)+");

  /** A claim together with the fields that it was read from, for messages about other records. */
  record Draft(Claim claim, Fields fields, List<Fields.Item> links) {}

  private final String paper;
  private final Problems problems;

  /** A reader for the file of one paper, whose ids begin with that paper's name. */
  ClaimReader(String paper, Problems problems) {
    this.paper = paper;
    this.problems = problems;
  }

  List<Draft> read(Node root) {
    List<Draft> drafts = new ArrayList<>();
    if (!(root instanceof SequenceNode list)) {
      problems.add(
          Problems.line(root.getStartMark()),
          "",
          "expected a list of claims, found " + Fields.describe(root));
      return drafts;
    }
    for (Node node : list.getValue()) {
      if (node instanceof MappingNode mapping) {
        drafts.add(claim(new Fields("", mapping, ACCEPTED, problems)));
      } else {
        problems.add(
            Problems.line(node.getStartMark()),
            "",
            "expected a claim, found " + Fields.describe(node));
      }
    }
    return drafts;
  }

  private Draft claim(Fields fields) {
    AsPrinted asPrinted = asPrinted(fields);
    Optional<String> correction = correction(fields, asPrinted);
    Parts parts = Parts.read(fields, asPrinted);
    List<Fields.Item> links = fields.list("links");
    Claim claim =
        new Claim(
            id(fields),
            fields.required("locator"),
            fields.required("title"),
            kind(fields),
            fields.required("statement"),
            fields.required("inputs"),
            asPrinted,
            correction,
            fields.required("background"),
            parts.names(),
            parts.refuted(),
            texts(fields.list("edge_cases")),
            texts(fields.list("properties")),
            fields.nested("reproduction", OF_REPRODUCTION).map(ClaimReader::reproduction),
            texts(links),
            fields.nested("formula", OF_FORMULA).flatMap(f -> formula(f, correction)),
            fields.optional("not_checked"),
            problems.file() + ":" + fields.line());
    return new Draft(claim, fields, links);
  }

  private String id(Fields fields) {
    String id = fields.required("id");
    if (id.isEmpty()) {
      return id;
    }
    if (!ID.matcher(id).matches()) {
      fields.problem(
          "id",
          "'"
              + id
              + "' is no id; accepted: "
              + paper
              + ".name or "
              + paper
              + ".part.name of letters, digits, '-' and '_'");
    } else if (!id.startsWith(paper + ".") && !id.startsWith(paper + "-")) {
      fields.problem("id", "'" + id + "' must begin with '" + paper + ".', like the file's name");
    }
    return id;
  }

  private static Kind kind(Fields fields) {
    String label = fields.required("kind");
    Optional<Kind> kind = Kind.find(label);
    if (kind.isEmpty() && !label.isEmpty()) {
      fields.problem("kind", "unknown kind '" + label + "'; accepted: " + Kind.labels());
    }
    return kind.orElse(Kind.QUALITATIVE);
  }

  private static AsPrinted asPrinted(Fields fields) {
    String label = fields.required("as_printed");
    Optional<AsPrinted> status = AsPrinted.find(label);
    if (status.isEmpty() && !label.isEmpty()) {
      fields.problem(
          "as_printed", "unknown status '" + label + "'; accepted: " + AsPrinted.labels());
    }
    return status.orElse(AsPrinted.NOT_CHECKABLE);
  }

  private static Optional<String> correction(Fields fields, AsPrinted asPrinted) {
    if (asPrinted.contradicted() && fields.absent("correction")) {
      fields.problem(
          "correction", "missing; a claim that is " + asPrinted.label() + " must say what holds");
    }
    Optional<String> correction = fields.optional("correction");
    if (asPrinted == AsPrinted.HOLDS && correction.isPresent()) {
      fields.problem("correction", "given, although the claim holds as printed");
    }
    return correction;
  }

  private static Optional<Formula> formula(Fields fields, Optional<String> correction) {
    Formula formula = new Formula(latex(fields, "printed"), latex(fields, "corrected"));
    if (fields.absent("printed") && fields.absent("corrected")) {
      fields.problem(fields.line(), "printed", "missing; give printed, corrected or both");
    }
    if (formula.corrected().isPresent() && correction.isEmpty()) {
      fields.problem("corrected", "given, but the claim has no correction in words");
    }
    return Optional.of(formula);
  }

  private static Optional<String> latex(Fields fields, String name) {
    Optional<String> latex = fields.optional(name);
    latex.flatMap(LatexSyntax::problem).ifPresent(message -> fields.problem(name, message));
    return latex;
  }

  private static Reproduction reproduction(Fields fields) {
    return new Reproduction(
        fields.required("setting"),
        fields.required("small"),
        fields.required("full"),
        fields.required("verdict"));
  }

  private static List<String> texts(List<Fields.Item> items) {
    return items.stream().map(Fields.Item::text).toList();
  }

  private static Set<String> ordered(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }
}
