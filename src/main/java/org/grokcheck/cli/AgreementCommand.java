package org.grokcheck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.grokcheck.cli.agreement.AgreementReport;
import org.grokcheck.cli.agreement.AgreementRun;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.engine.CudaState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares devices, precisions and threads of the engine. */
@Command(
    name = "agreement",
    description = "Compares a CUDA device with the CPU, and precisions with one another.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Outputs, losses, gradients and Hessian products of every architecture, and the ends of",
      "short descents, must agree within what rounding explains, and short jobs of three",
      "reproductions within the bound that each states. Writes agreement.json and agreement.md to",
      "reports/agreement. Without a CUDA device its rows say NOT_CHECKED, and the pairs of the CPU",
      "are compared all the same. Exit code 1 if a pair disagrees.",
      "",
      "Examples:",
      "  grokcheck agreement",
      "  grokcheck agreement --device cuda:1",
      "  grokcheck agreement --device cpu --json"
    })
final class AgreementCommand implements Callable<Integer> {
  /** One of each paper that trains networks on the engine; none needs data. */
  private static final List<String> REPRODUCTIONS =
      List.of("kumar.fig8", "notsawo.trajectory", "omnigrok.fig2c");

  private final Session session;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      description = {
        "The CUDA device to compare: cuda, cuda:1, ..., an error if it can't be used; auto, the",
        "first one if it can be used; or cpu, none."
      })
  private String device = "auto";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Root seed of the cases; ${DEFAULT-VALUE} unless told.")
  private long seed = RootSeed.DEFAULT;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of the report.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  AgreementCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DeviceChoice wanted = DeviceChoice.parse(device);
    int index = wanted instanceof DeviceChoice.Cuda cuda ? cuda.index() : 0;
    CudaState state =
        wanted instanceof DeviceChoice.Cpu
            ? new CudaState(CudaState.Kind.NO_DEVICE, "--device cpu asks for none")
            : CudaState.probe(index);
    if (wanted instanceof DeviceChoice.Cuda && !state.usable()) {
      throw new IllegalArgumentException(
          "device %s can't be used: %s; %s"
              .formatted(wanted, state.reason(), state.kind().remedy()));
    }
    AgreementReport report =
        new AgreementRun(
                seed,
                state,
                index,
                REPRODUCTIONS.stream().map(Experiments::named).toList(),
                this::tell)
            .report();
    Path folder =
        out == null ? session.project().root().resolve("reports").resolve("agreement") : out;
    report.write(folder);
    session.out().print(json ? report.json() : report.markdown());
    if (!state.usable()) {
      session.err().println("NOTICE: no CUDA device was checked: " + state.reason());
    }
    return report.disagrees() ? ExitCode.CHECK_FAILED : ExitCode.OK;
  }

  private void tell(String pair) {
    session.err().println("comparing " + pair);
  }
}
