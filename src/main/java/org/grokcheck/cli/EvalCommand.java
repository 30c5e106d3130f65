package org.grokcheck.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.grokcheck.cli.eval.Batch;
import org.grokcheck.cli.eval.EvalIndex;
import org.grokcheck.cli.eval.StrictJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates one claim, or a file of them. */
@Command(
    name = "eval",
    description = "Evaluates the formula of a claim.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Numbers are read as written, digit by digit; arrays are JSON. A batch is an array of",
      "{\"claim\": ..., \"inputs\": {...}}. The answer has the same order, and each element has",
      "either \"outputs\" or \"error\"; such errors leave the exit code 0 unless --strict is"
          + " given.",
      "",
      "Examples:",
      "  grokcheck eval beck.eq6 --in normS=1.6 --in sigma=2.5 --in b=4.2",
      "  grokcheck eval beck.eq6 --in normS=1.6 --in sigma=2.5 --in b=4.2 --json",
      "  grokcheck eval beck.ext.d1-arbitrary --in x=[-1.5,-0.2,0.4,0.9]",
      "  grokcheck eval --batch in.json --out out.json",
      "  grokcheck eval --batch - < in.json | jq ."
    })
final class EvalCommand implements Callable<Integer> {
  private static final String STANDARD = "-";

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "CLAIM",
      description = "Id of the claim, such as beck.eq6.")
  private @Nullable String claim;

  @Option(
      names = "--in",
      paramLabel = "NAME=VALUE",
      description = "An input, once for each; 'grokcheck show CLAIM' names them.")
  private List<String> inputs = new ArrayList<>();

  @Option(names = "--json", description = "Print the outputs as JSON.")
  private boolean json;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = "Evaluate every element of a JSON array; '-' is standard input.")
  private @Nullable String batch;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the answers of a batch go; '-', the default, is standard output.")
  private @Nullable String out;

  @Option(names = "--strict", description = "Exit with 1 if an element of the batch is an error.")
  private boolean strict;

  EvalCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    boolean single = claim != null || !inputs.isEmpty() || json;
    if (batch != null) {
      require(!single, "--batch takes neither CLAIM nor --in nor --json");
      return many(batch, out == null ? STANDARD : out);
    }
    require(claim != null, "needs a CLAIM or --batch FILE");
    require(out == null && !strict, "--out and --strict go with --batch");
    return one(String.valueOf(claim), Assignments.parse(inputs));
  }

  private static void require(boolean condition, String complaint) {
    if (!condition) {
      throw new IllegalArgumentException(complaint);
    }
  }

  private int one(String id, ObjectNode values) {
    ObjectNode outputs;
    try {
      outputs = session.evaluations().get().evaluate(id, values);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(id + ": " + e.getMessage(), e);
    }
    if (json) {
      ObjectNode answer = StrictJson.MAPPER.createObjectNode().put("claim", id);
      answer.set("outputs", outputs);
      session.out().println(answer);
    } else {
      outputs
          .properties()
          .forEach(p -> session.out().println(p.getKey() + " = " + text(p.getValue())));
    }
    return ExitCode.OK;
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  /** The platform's own message for a folder doesn't name it. */
  private static byte[] content(Path file) throws IOException {
    require(!Files.isDirectory(file), file + ": is a folder, not a file");
    return Files.readAllBytes(file);
  }

  private int many(String source, String target) throws IOException {
    byte[] bytes = source.equals(STANDARD) ? session.in().readAllBytes() : content(Path.of(source));
    Batch work = Batch.read(bytes, source.equals(STANDARD) ? "standard input" : source);
    EvalIndex index = session.evaluations().get();
    Batch.Answers answers;
    try (Progress progress = Progress.of(session, "eval", work.size())) {
      answers = work.evaluate(index, progress::step);
    }
    if (target.equals(STANDARD)) {
      session.out().print(answers.json());
    } else {
      Files.writeString(Path.of(target), answers.json());
    }
    session
        .err()
        .printf(
            "evaluated %d of %d, %d errors%n",
            work.size() - answers.errors(), work.size(), answers.errors());
    return strict && answers.errors() > 0 ? ExitCode.CHECK_FAILED : ExitCode.OK;
  }
}
