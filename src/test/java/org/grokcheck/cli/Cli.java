package org.grokcheck.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.grokcheck.cli.eval.Samples;

/** Runs the program in this process, with {@link Samples} as the claims that can be evaluated. */
final class Cli {
  /** What a run left behind. */
  record Result(int code, String out, String err) {}

  private Cli() {}

  /** A session that nobody watches, with a text on standard input. */
  static Session session(Project project, String stdin) {
    return new Session(
        new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(new StringWriter()),
        new PrintWriter(new StringWriter(), true),
        Map.of(),
        false,
        project,
        Samples::index);
  }

  /** Runs a command with a text on standard input, in the project of these folders. */
  static Result run(Project project, String stdin, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Session quiet = session(project, stdin);
    Session session =
        new Session(
            quiet.in(),
            new PrintWriter(out),
            new PrintWriter(err, true),
            quiet.environment(),
            quiet.terminal(),
            project,
            quiet.evaluations());
    int code = Main.run(session, args);
    session.out().flush();
    return new Result(code, out.toString(), err.toString());
  }

  /** Runs a command without input in the project that this class belongs to. */
  static Result run(String... args) {
    return run(Project.of(Main.class), "", args);
  }

  /** A project that has nothing but a folder. */
  static Project emptyProject(Path folder) {
    return new Project(folder.resolve("target").resolve("grokcheck.jar"), folder);
  }
}
