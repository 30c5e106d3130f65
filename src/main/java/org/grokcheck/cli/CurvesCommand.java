package org.grokcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.grokcheck.cli.runs.RunTable;
import org.grokcheck.notsawo.curve.AccuracyCurve;
import org.grokcheck.notsawo.curve.Transitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the transition steps off a user's accuracy curves. */
@Command(
    name = "curves",
    description = {
      "Prints when a run fitted its training set and when it generalised.",
      "FILE is CSV with a header or JSON lines: step, train_accuracy, val_accuracy."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A run grokked if it generalised more than twice as late as it fitted its training set.",
      "",
      "Examples:",
      "  grokcheck curves run.csv",
      "  grokcheck curves run.jsonl --unit percent --classes 97"
    })
final class CurvesCommand implements Callable<Integer> {
  private static final List<String> TRAINING =
      List.of("train_accuracy", "train_acc", "training_accuracy");
  private static final List<String> VALIDATION =
      List.of("val_accuracy", "val_acc", "validation_accuracy", "test_accuracy", "test_acc");
  private static final long FALL_WITHIN = 500;

  private enum Unit {
    FRACTION,
    PERCENT
  }

  private final Session session;

  @Parameters(paramLabel = "FILE", description = "The recorded run.")
  private Path file = Path.of("");

  @Option(
      names = "--unit",
      defaultValue = "FRACTION",
      description = "Unit of accuracies: FRACTION (default) or PERCENT, in any case.")
  private String unit = "";

  @Option(
      names = "--classes",
      defaultValue = "0",
      description =
          "Number of classes: t1 and t3 then count from above guessing, not from above 0.")
  private int classes;

  CurvesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    RunTable table = RunTable.read(Files.readAllBytes(file), file.toString());
    boolean percent = unit() == Unit.PERCENT;
    long[] steps = table.steps();
    AccuracyCurve training =
        new AccuracyCurve(steps, table.accuracies("training accuracy", TRAINING, percent));
    AccuracyCurve validation =
        new AccuracyCurve(steps, table.accuracies("validation accuracy", VALIDATION, percent));
    if (classes < 0 || classes == 1) {
      throw new IllegalArgumentException("--classes: need at least 2, got " + classes);
    }
    double guessing = classes == 0 ? 0 : 1.0 / classes;
    print("%d records, steps %d to %d", table.rows(), steps[0], validation.lastStep());
    for (double threshold : Transitions.THRESHOLDS) {
      Transitions t = Transitions.of(training, validation, threshold, guessing);
      print(
          "at %3.0f%%: t1 %s, t2 %s, t3 %s, t4 %s, delay %s: %s",
          100 * threshold,
          step(t.t1()),
          step(t.t2()),
          step(t.t3()),
          step(t.t4()),
          step(t.delay()),
          words(t.outcome()));
      print(
          "         t4 for good %s; within %d steps after t4 it fell by %.1f points",
          step(validation.sustained(threshold)),
          FALL_WITHIN,
          100 * validation.dropBack(threshold, FALL_WITHIN));
    }
    print("largest validation accuracy %.1f%%", 100 * validation.largest());
    if (classes == 0) {
      print("t1 and t3 are the first steps above 0, which guessing passes at once; give --classes");
    }
    return ExitCode.OK;
  }

  private Unit unit() {
    try {
      return Unit.valueOf(unit.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--unit: need fraction or percent, got '" + unit + "'", e);
    }
  }

  private static String step(double value) {
    if (Double.isNaN(value)) {
      return "none";
    }
    return Double.isInfinite(value) ? "never" : String.format(Locale.ROOT, "%.0f", value);
  }

  private static String words(Transitions.Outcome outcome) {
    return switch (outcome) {
      case GROKKED -> "grokked";
      case GENERALISED_AT_ONCE -> "generalised with its training set, no grokking";
      case MEMORISED -> "memorised only, so far";
      case NOT_FITTED -> "did not fit its training set";
    };
  }

  private void print(String format, Object... arguments) {
    session.out().println(String.format(Locale.ROOT, format, arguments));
  }
}
