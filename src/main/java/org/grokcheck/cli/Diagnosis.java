package org.grokcheck.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.grokcheck.compute.engine.CudaState;
import org.grokcheck.compute.engine.EngineStatus;
import org.grokcheck.evidence.Capabilities;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Ledger;
import org.grokcheck.ledger.LedgerException;

/** Looks at what the commands need, one finding a thing. */
final class Diagnosis {
  private static final int LEAST_JAVA = 17;
  private static final long GIB = 1L << 30;
  private static final long LEAST_MEMORY = 3 * GIB;

  private final Session session;
  private final Project project;

  Diagnosis(Session session) {
    this.session = session;
    this.project = session.project();
  }

  /**
   * One thing.
   *
   * @param name what was looked at
   * @param state how it is
   * @param detail what was found
   * @param remedy how to get it; empty where nothing is missing
   */
  record Item(String name, State state, String detail, String remedy) {}

  /** How a thing is. */
  enum State {
    OK,
    /** Not there, and nothing that this version does needs it. */
    ABSENT,
    /** Not there, and something needs it. */
    MISSING
  }

  List<Item> items() {
    EngineStatus engine = EngineProbe.look();
    return List.of(
        java(),
        memory(),
        ledger(),
        evaluations(),
        tests(),
        engine(engine),
        device(engine.cuda()),
        cache(engine),
        data(),
        baseline(),
        reports());
  }

  private static Item needed(String name, boolean there, String detail, String remedy) {
    return new Item(name, there ? State.OK : State.MISSING, detail, there ? "" : remedy);
  }

  private static Item java() {
    String detail = Runtime.version() + ", " + System.getProperty("java.vendor");
    boolean recent = Runtime.version().feature() >= LEAST_JAVA;
    return needed("java", recent, detail, "install a JDK " + LEAST_JAVA + " or later");
  }

  private static Item memory() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long total = system.getTotalMemorySize();
    String detail =
        "%.1f GiB, %d processors"
            .formatted((double) total / GIB, Runtime.getRuntime().availableProcessors());
    return needed(
        "machine",
        total >= LEAST_MEMORY,
        detail,
        "the tests take 2 GiB of heap; use a machine with 3");
  }

  private static Item ledger() {
    try {
      List<Claim> claims = Ledger.load().claims();
      String papers =
          claims.stream().map(Claim::paperGroup).distinct().collect(Collectors.joining(", "));
      return needed("ledger", true, claims.size() + " claims of " + papers, "");
    } catch (LedgerException e) {
      return needed(
          "ledger", false, e.problems().size() + " problems", "mend " + e.problems().get(0));
    }
  }

  private Item evaluations() {
    int count = session.evaluations().get().claims().size();
    return needed(
        "eval",
        count > 0,
        count + " claims can be evaluated",
        "build again: mvn -DskipTests package");
  }

  private Item tests() {
    boolean classes = project.tests().isPresent();
    boolean libraries =
        Files.isDirectory(project.program()) || Files.isDirectory(project.testLibraries());
    int count = classes ? TestPlan.of(project).tests().size() : 0;
    String detail = classes && libraries ? count + " tests check claims" : "not beside the program";
    return needed("verify", classes && libraries, detail, "build: mvn -DskipTests package");
  }

  private static Item engine(EngineStatus engine) {
    String detail =
        engine.problem().isEmpty()
            ? "%s, %s, %d thread an operation, loaded in %.1f s"
                .formatted(
                    engine.version(), engine.instructions(), engine.threads(), engine.seconds())
            : engine.problem();
    return needed("engine", engine.problem().isEmpty(), detail, "no experiment can run");
  }

  private static Item device(CudaState cuda) {
    return new Item(
        "device",
        cuda.usable() ? State.OK : State.ABSENT,
        cuda.usable() ? cuda.reason() : "no CUDA, so the CPU: " + cuda.reason(),
        cuda.kind().remedy());
  }

  private static Item cache(EngineStatus engine) {
    return new Item(
        "cache",
        engine.cacheBytes() > 0 ? State.OK : State.ABSENT,
        "%s, %.2f GiB of unpacked native libraries; may be deleted"
            .formatted(engine.cache(), (double) engine.cacheBytes() / GIB),
        "");
  }

  private Item data() {
    Path folder = project.root().resolve("reference-data");
    Set<String> sets = Capabilities.present(project.root());
    String absent =
        Capabilities.known().stream()
            .filter(name -> !name.equals("cuda") && !sets.contains(name))
            .collect(Collectors.joining(", "));
    String detail = absent.isEmpty() ? "all sets" : "absent: " + absent + " (grokcheck data fetch)";
    return needed(
        "data",
        Files.isDirectory(folder),
        Files.isDirectory(folder) ? "reference tables; " + detail : "no " + Project.shown(folder),
        "run the program from target/ of a checkout");
  }

  private Item baseline() {
    boolean there = Files.isRegularFile(project.baseline());
    return needed(
        "gate",
        there,
        (there ? "" : "no ") + Project.shown(project.baseline()),
        "mvn verify, then grokcheck gate --record --reason TEXT");
  }

  private Item reports() {
    Path folder = project.root().resolve("reports");
    return needed(
        "reports",
        writable(folder),
        Project.shown(folder),
        "make the folder writable, or pass --out to grokcheck report");
  }

  /** Tells by trying: access flags say little on network and container file systems. */
  private static boolean writable(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".doctor", ".tmp"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
