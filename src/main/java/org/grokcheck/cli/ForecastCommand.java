package org.grokcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.grokcheck.cli.runs.RunTable;
import org.grokcheck.notsawo.signal.ForecastCalibration;
import org.grokcheck.notsawo.signal.HighPass;
import org.grokcheck.notsawo.signal.SpectralSignature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the spectral signature of a user's training loss. */
@Command(
    name = "forecast",
    description = {
      "Prints the spectral signature of the start of a training-loss curve and what it forecasts.",
      "FILE is CSV with a header or JSON lines: step, train_loss (or loss)."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  grokcheck forecast run.csv",
      "  grokcheck forecast run.jsonl --window 400"
    })
final class ForecastCommand implements Callable<Integer> {
  private static final List<String> LOSS = List.of("loss", "train_loss", "training_loss");

  private final Session session;

  @Parameters(paramLabel = "FILE", description = "The recorded run.")
  private Path file = Path.of("");

  @Option(
      names = "--window",
      defaultValue = "" + SpectralSignature.WINDOW,
      description = "How many of the first losses to look at; ${DEFAULT-VALUE} unless told.")
  private int window;

  ForecastCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    RunTable table = RunTable.read(Files.readAllBytes(file), file.toString());
    if (table.rows() < SpectralSignature.FEWEST) {
      throw new IllegalArgumentException(
          "%s: %d rows; a signature needs at least %d"
              .formatted(file, table.rows(), SpectralSignature.FEWEST));
    }
    long[] steps = table.evenSteps();
    SpectralSignature signature = SpectralSignature.of(table.losses("training loss", LOSS), window);
    signature(signature, steps);
    ForecastText.of(signature, ForecastCalibration.ofSmallRuns()).forEach(session.out()::println);
    return ExitCode.OK;
  }

  private void signature(SpectralSignature signature, long[] steps) {
    print(
        "losses          %d, steps %d to %d, one in %d",
        signature.samples(), steps[0], steps[signature.samples() - 1], steps[1] - steps[0]);
    print("energy          %.6g   sum of L^2, the activity of the paper", signature.energy());
    print("about the mean  %.6g   T times the variance", signature.energyAboutMean());
    print(
        "oscillation     %.6g   after taking off a moving average of %d losses",
        signature.oscillation(), HighPass.WINDOW);
    print("activity        %.6g   variance, as Hjorth has it", signature.hjorth().activity());
    print("mobility        %.6g   a loss", signature.hjorth().mobility());
    print(
        "complexity      %.6g   %.6g as the paper prints it",
        signature.hjorth().complexity(), signature.hjorth().printedComplexity());
  }

  private void print(String format, Object... arguments) {
    session.out().println(String.format(Locale.ROOT, format, arguments));
  }
}
