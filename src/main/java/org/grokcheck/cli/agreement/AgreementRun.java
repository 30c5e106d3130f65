package org.grokcheck.cli.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.agreement.Agreement;
import org.grokcheck.compute.agreement.Case;
import org.grokcheck.compute.agreement.Cases;
import org.grokcheck.compute.agreement.Evaluation;
import org.grokcheck.compute.agreement.Finding;
import org.grokcheck.compute.agreement.Party;
import org.grokcheck.compute.engine.CudaState;
import org.grokcheck.compute.engine.DescentAgreement;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineParty;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Provenance;
import org.grokcheck.math.Seeds;

/**
 * Compares precisions and threads on the CPU, and a CUDA device with the CPU where there is one.
 */
public final class AgreementRun {
  private static final int STEPS = 20;
  private static final double RATE = 0x1p-3;
  private static final int MOST_PARAMETERS = 90;
  private static final List<Integer> LARGE = List.of(40_000, 50_000);

  private final long seed;
  private final CudaState cuda;
  private final int index;
  private final ProbeAgreement probes;
  private final Consumer<String> progress;
  private final List<Case> cases;
  private final Map<Case, Agreement> agreements = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  /**
   * A run.
   *
   * @param seed of the cases
   * @param cuda the state of the CUDA device
   * @param index of the device
   * @param reproductions experiments whose probes are compared
   * @param progress hears of each pair before it is compared
   */
  public AgreementRun(
      long seed,
      CudaState cuda,
      int index,
      List<Experiment> reproductions,
      Consumer<String> progress) {
    this.seed = seed;
    this.cuda = cuda;
    this.index = index;
    this.probes = new ProbeAgreement(reproductions, new Seeds(seed));
    this.progress = progress;
    this.cases = new ArrayList<>(Cases.all(seed));
    LARGE.forEach(samples -> cases.add(large(seed, samples)));
    cases.forEach(c -> agreements.put(c, Agreement.on(c)));
  }

  /** Compares everything. */
  public AgreementReport report() {
    Instant begun = Instant.now();
    Engine cpu = Engine.open(new DeviceChoice.Cpu());
    EngineParty single = new EngineParty(cpu, Precision.FLOAT32);
    EngineParty full = new EngineParty(cpu, Precision.FLOAT64);
    compare(full, reference());
    compare(single, full);
    compare(threads(full, 2), full);
    repeat(full);
    descend(single, full);
    progress.accept("reproductions, 2 threads = 1 thread");
    rows.addAll(probes.onThreads(2));
    onCuda(single, full);
    Provenance provenance =
        Provenance.capture(seed, begun).onDevice(cuda.usable() ? "cpu, " + name() : "cpu");
    String engine = Engine.version() + " (" + Engine.instructions() + ")";
    return new AgreementReport(1, provenance, engine, cuda, rows);
  }

  private String name() {
    return "cuda:" + index;
  }

  private void onCuda(EngineParty single, EngineParty full) {
    if (!cuda.usable()) {
      String reason = "no device (" + cuda.reason() + ")";
      for (String pair :
          List.of(
              "float64 = reference",
              "float64 = cpu float64",
              "float32 = cpu float32",
              "float32 = " + name() + " float64",
              "float32, repeated",
              "float64 = cpu float64, descent",
              "float32 = cpu float64, descent",
              "= cpu, reproductions")) {
        rows.add(Row.notChecked(name() + " " + pair, reason));
      }
      return;
    }
    Engine device = Engine.open(new DeviceChoice.Cuda(index));
    EngineParty cudaSingle = new EngineParty(device, Precision.FLOAT32);
    EngineParty cudaFull = new EngineParty(device, Precision.FLOAT64);
    compare(cudaFull, reference());
    compare(cudaFull, full);
    compare(cudaSingle, single);
    compare(cudaSingle, cudaFull);
    repeat(cudaSingle);
    descend(cudaFull, full);
    descend(cudaSingle, full);
    progress.accept("reproductions, " + name() + " = cpu");
    rows.addAll(probes.onDevice(new DeviceChoice.Cuda(index)));
  }

  private void compare(Party first, Party second) {
    String pair = first.name() + " = " + second.name();
    progress.accept(pair);
    Map<String, List<Finding>> byQuantity = new LinkedHashMap<>();
    agreements.forEach(
        (at, agreement) ->
            agreement
                .between(first, second)
                .forEach(
                    f -> byQuantity.computeIfAbsent(f.quantity(), q -> new ArrayList<>()).add(f)));
    byQuantity.forEach((quantity, findings) -> rows.add(Row.of(pair, quantity, findings)));
  }

  /** Every bit of a second evaluation is that of the first. */
  private void repeat(Party party) {
    progress.accept(party.name() + ", repeated");
    List<Finding> findings = new ArrayList<>();
    for (Case at : cases) {
      double[] a = flat(party.evaluate(at));
      double[] b = flat(party.evaluate(at));
      double error = 0;
      for (int i = 0; i < a.length; i++) {
        error = Math.max(error, Math.abs(a[i] - b[i]));
      }
      findings.add(
          new Finding(at.name(), party.name(), "bit for bit", 0, a[0], b[0], error, 0, a[0]));
    }
    rows.add(Row.of(party.name() + ", repeated", "all, bit for bit", findings));
  }

  private static double[] flat(Evaluation e) {
    return Stream.of(e.outputs(), e.loss(), e.gradient(), e.hessianTimes())
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private void descend(EngineParty first, EngineParty second) {
    String pair = first.name() + " = " + second.name() + ", descent";
    progress.accept(pair);
    Set<Architecture> seen = new HashSet<>();
    List<Finding> findings =
        cases.stream()
            .filter(AgreementRun::isSmallAndSmooth)
            .filter(at -> seen.add(at.model().architecture()))
            .map(at -> new DescentAgreement(at, RATE, STEPS).between(first, second))
            .toList();
    rows.add(Row.of(pair, findings.get(0).quantity(), findings));
  }

  /** Networks whose Hessians are cheap and whose gradients have no kinks. */
  private static boolean isSmallAndSmooth(Case at) {
    Architecture architecture = at.model().architecture();
    Activation activation = new Activation.Relu();
    if (architecture instanceof Architecture.Mlp mlp) {
      activation = mlp.activation();
    } else if (architecture instanceof Architecture.Committee committee) {
      activation = committee.activation();
    } else if (architecture instanceof Architecture.EmbeddingSum sum) {
      activation = sum.activation();
    }
    return activation.equals(new Activation.Tanh()) && architecture.parameters() <= MOST_PARAMETERS;
  }

  /** So many samples that the library shares the sum of their losses among threads. */
  private static Case large(long seed, int samples) {
    RandomGenerator random = new Seeds(seed).stream("cli.agreement/large" + samples);
    Architecture linear = new Architecture.Mlp(List.of(1, 1), new Activation.Identity(), false);
    return new Case(
        "linear model of " + samples + " samples",
        Model.of(linear),
        new Inputs.Dense(normal(random, samples, 1)),
        new Targets.Values(normal(random, samples, 1)),
        Loss.SQUARED,
        normal(random, 1, 1)[0],
        normal(random, 1, 1)[0]);
  }

  /** Standard normal entries, rounded so that single precision holds them. */
  private static double[][] normal(RandomGenerator random, int rows, int columns) {
    double[][] entries = new double[rows][columns];
    for (double[] row : entries) {
      Arrays.setAll(row, j -> (float) random.nextGaussian());
    }
    return entries;
  }

  private static Party threads(EngineParty party, int count) {
    return new Party() {
      @Override
      public String name() {
        return party.name() + ", " + count + " threads";
      }

      @Override
      public Precision precision() {
        return party.precision();
      }

      @Override
      public Evaluation evaluate(Case at) {
        Engine.threads(count);
        try {
          return party.evaluate(at);
        } finally {
          Engine.threads(1);
        }
      }
    };
  }

  /** Plain doubles, one sample after another, sharing no code with the engine. */
  private static Party reference() {
    return Party.of(
        "reference",
        Precision.FLOAT64,
        at -> ReferenceObjective.of(at.model(), at.inputs(), at.targets(), at.loss()));
  }
}
