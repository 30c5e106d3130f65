package org.grokcheck.harness;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests that the system properties of {@link RunSettings} ask for, outside a build. The
 * outcome is in the evidence; the exit code says only whether the tests could be started.
 */
public final class VerifyMain {
  private static final String TEST_CLASSES = ".*(Properties|Reproduction|Test)";

  /** Held, since the logging system forgets the level of a logger that nothing refers to. */
  private static final Logger JQWIK = Logger.getLogger("net.jqwik");

  private VerifyMain() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    JQWIK.setLevel(Level.WARNING);
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectors())
            .filters(includeClassNamePatterns(TEST_CLASSES))
            .build();
    LauncherFactory.create().execute(request, new Lines(System.out));
    // The thread of a shrinker that ran out of time would keep the program alive.
    System.exit(0);
  }

  /** The classes of the named tests, which spares a scan of the class path; else all of them. */
  private static List<DiscoverySelector> selectors() {
    if (RunSettings.tests().isBlank()) {
      return List.of(selectPackage("org.grokcheck"));
    }
    return Arrays.stream(RunSettings.tests().split(","))
        .map(test -> test.strip().split("#", 2)[0])
        .distinct()
        .map(name -> (DiscoverySelector) selectClass(name))
        .toList();
  }

  /** A line for each test as it ends, so that no long run is silent. */
  private static final class Lines implements TestExecutionListener {
    private final Map<TestIdentifier, Instant> started = new ConcurrentHashMap<>();
    private final PrintStream out;
    private Optional<TestPlan> plan = Optional.empty();

    Lines(PrintStream out) {
      this.out = out;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
      plan = Optional.of(started);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
      started.put(test, Instant.now());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      method(test).ifPresent(name -> out.printf("%-8s %s (%s)%n", "skipped", name, reason));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      Instant start = started.getOrDefault(test, Instant.now());
      double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
      method(test).ifPresent(name -> out.printf("%-8s %s (%.1f s)%n", word(result), name, seconds));
    }

    private static String word(TestExecutionResult result) {
      return result.getStatus() == Status.SUCCESSFUL
          ? "passed"
          : result.getStatus() == Status.ABORTED ? "skipped" : "failed";
    }

    /** The class that runs the method stands above it; a source may name a contract of laws. */
    private Optional<String> method(TestIdentifier test) {
      Optional<String> heir =
          plan.flatMap(p -> p.getParent(test))
              .flatMap(TestIdentifier::getSource)
              .filter(ClassSource.class::isInstance)
              .map(source -> ((ClassSource) source).getClassName());
      return test.getSource()
          .filter(source -> test.isTest() && source instanceof MethodSource)
          .map(MethodSource.class::cast)
          .map(source -> heir.orElseGet(source::getClassName) + "#" + source.getMethodName());
    }
  }
}
