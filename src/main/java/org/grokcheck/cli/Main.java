package org.grokcheck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.grokcheck.cli.eval.EvalIndex;
import org.grokcheck.compute.engine.EngineException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code grokcheck}. */
@Command(
    name = "grokcheck",
    description = "Which results about grokking hold, under which convention, with what evidence.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Exit codes: 0 ok, 1 a check failed, 2 bad usage or input, 70 a fault of this program.",
      "NO_COLOR=1 turns colours off; GROKCHECK_DEBUG=1 shows stack traces."
    })
public final class Main {
  private static final int HELP_WIDTH = 100;

  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    Session session =
        new Session(
            System.in,
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            System.getenv(),
            Terminal.present(),
            Project.of(Main.class),
            EvalIndex::ofProduct);
    int code = run(session, args);
    session.out().flush();
    System.exit(code);
  }

  /** Runs a command and returns its exit code. */
  static int run(Session session, String... args) {
    CommandLine line = new CommandLine(new Main());
    line.addSubcommand(new ListCommand(session));
    line.addSubcommand(new ShowCommand(session));
    line.addSubcommand(new EvalCommand(session));
    line.addSubcommand(new VerifyCommand(session));
    line.addSubcommand(new RunCommand(session));
    line.addSubcommand(new ReportCommand(session));
    line.addSubcommand(new GateCommand(session));
    line.addSubcommand(new AgreementCommand(session));
    line.addSubcommand(
        new CommandLine(new DataCommand())
            .addSubcommand(new DataFetchCommand(session))
            .addSubcommand(new DataCheckCommand(session)));
    line.addSubcommand(new CurvesCommand(session));
    line.addSubcommand(new ForecastCommand(session));
    line.addSubcommand(new DoctorCommand(session));
    line.addSubcommand(new GenerateCompletion());
    line.setOut(session.out());
    line.setErr(session.err());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(session.colour() ? Ansi.ON : Ansi.OFF));
    line.setExpandAtFiles(false);
    line.setUsageHelpWidth(HELP_WIDTH);
    line.setParameterExceptionHandler((problem, a) -> misused(session, problem));
    line.setExecutionExceptionHandler((problem, l, result) -> failed(session, l, problem));
    return args.length == 0 ? line.execute("--help") : line.execute(args);
  }

  private static int misused(Session session, ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    StringBuilder text = new StringBuilder(oneLine(String.valueOf(problem.getMessage())));
    if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      text.append("; did you mean ")
          .append(String.join(", ", unmatched.getSuggestions()))
          .append("?");
    }
    String name = command.getCommandSpec().qualifiedName();
    session.err().println(name + ": " + text + " (see " + name + " --help)");
    return ExitCode.BAD_INPUT;
  }

  private static int failed(Session session, CommandLine command, Exception problem) {
    String name = command.getCommandSpec().qualifiedName();
    if (session.debug()) {
      problem.printStackTrace(session.err());
    }
    if (problem instanceof IllegalArgumentException || problem instanceof EngineException) {
      session.err().println(name + ": " + oneLine(String.valueOf(problem.getMessage())));
      return ExitCode.BAD_INPUT;
    }
    if (problem instanceof UncheckedIOException || problem instanceof IOException) {
      session.err().println(name + ": " + FileProblem.describe(problem));
      return ExitCode.BAD_INPUT;
    }
    session
        .err()
        .println(
            name
                + ": internal error: "
                + oneLine(problem.toString())
                + " (set GROKCHECK_DEBUG=1 for the stack trace)");
    return ExitCode.INTERNAL;
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("[;,]?\\s*\\R\\s*", "; ");
  }
}
