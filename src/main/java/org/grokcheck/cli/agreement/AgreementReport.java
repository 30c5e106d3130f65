package org.grokcheck.cli.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import org.grokcheck.cli.agreement.Row.Status;
import org.grokcheck.cli.eval.StrictJson;
import org.grokcheck.compute.engine.CudaState;
import org.grokcheck.experiment.AtomicFile;
import org.grokcheck.experiment.Provenance;

/**
 * The report on agreement.
 *
 * @param schemaVersion 1
 * @param provenance where its numbers come from
 * @param engine version and vector instructions of the native library
 * @param cuda what was found when a CUDA device was looked for
 * @param rows pairs on the CPU first
 */
public record AgreementReport(
    int schemaVersion, Provenance provenance, String engine, CudaState cuda, List<Row> rows) {
  public AgreementReport {
    rows = List.copyOf(rows);
  }

  /** Whether a comparison failed. */
  public boolean disagrees() {
    return rows.stream().anyMatch(r -> r.status() == Status.DISAGREE);
  }

  /** Writes {@code agreement.json} and {@code agreement.md}. */
  public void write(Path folder) {
    AtomicFile.write(folder.resolve("agreement.json"), json());
    AtomicFile.write(folder.resolve("agreement.md"), markdown());
  }

  /** The report for programs. */
  public String json() {
    try {
      return StrictJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of plain records can't be written", e);
    }
  }

  /** The report for readers. */
  public String markdown() {
    StringBuilder text = new StringBuilder("# Agreement of devices and precisions\n\n");
    text.append(
        """
        Commit %s, %s, %s, %s. Device: %s.

        Every entry of every quantity is held against the largest distance that the rounding of
        both parties explains; slack is distance over bound at the entry where it is largest.
        Measurements of a reproduction are held to the bound that it states for two machines.

        """
            .formatted(
                provenance.commit(),
                engine,
                provenance.os(),
                provenance.java(),
                cuda.usable() ? cuda.reason() : "CPU alone; " + cuda.reason()));
    text.append("| pair | quantity | | cases | worst error | bound | slack |\n");
    text.append("|---|---|---|---:|---:|---:|---:|\n");
    rows.forEach(r -> text.append(line(r)).append('\n'));
    return text.toString();
  }

  private static String line(Row row) {
    return row.status() == Status.NOT_CHECKED
        ? "| %s | | NOT_CHECKED: %s | | | | |".formatted(row.pair(), row.reason())
        : "| %s | %s | %s | %d | %.2e | %.2e | %.2e |"
            .formatted(
                row.pair(),
                row.quantity(),
                row.status(),
                row.comparisons(),
                row.error(),
                row.bound(),
                row.slack());
  }
}
