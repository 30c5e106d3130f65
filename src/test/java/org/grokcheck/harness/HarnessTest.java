package org.grokcheck.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.EvidenceBook;
import org.grokcheck.evidence.Recorder;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.evidence.TestRecord.Status;
import org.grokcheck.evidence.Tolerance;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs sample tests of both engines and reads the evidence that they leave. */
class HarnessTest {
  private static final Tolerance SMALL = new Tolerance.Ulp(1, "for the test");
  private static final DeviceChoice NO_SUCH_DEVICE = new DeviceChoice.Cuda(4000);
  @TempDir private Path folder = Path.of("");
  private final SummaryGeneratingListener summary = new SummaryGeneratingListener();

  static class Samples {
    @Property(tries = 20)
    @Checks("beck.eq6")
    void holds(@ForAll @IntRange(max = 1000) int n) {
      Check.of("beck.eq6", "n").at("n", n).expecting(n, SMALL).holds(n).rejects("n+1", n + 1);
    }

    @Property(tries = 200)
    @Checks("beck.eq6")
    void fails(@ForAll @IntRange(max = 1000) int n) {
      Check.of("beck.eq6", "n").at("n", n).expecting(n, SMALL).holds(n > 10 ? n + 1 : n);
    }

    @Property(tries = 5)
    @Checks("beck.eq6")
    void cannotFail(@ForAll @IntRange(max = 1000) int n) {
      Check.of("beck.eq6", "n").expecting(n, SMALL).holds(n).rejects("the same", n);
    }

    @Test
    @Checks("beck.eq5")
    void aborts() {
      Assumptions.abort("needs a device");
    }

    @Test
    @Checks("beck.eq5")
    void lacksItsDevice() {
      TestEngine.open(NO_SUCH_DEVICE);
    }

    @Property(tries = 5)
    @Checks("beck.eq5")
    void lacksItsDeviceToo(@ForAll boolean any) {
      Check.of("beck.eq5", "one").expecting(any ? 1 : 0, SMALL).holds(any ? 1 : 0);
      TestEngine.open(NO_SUCH_DEVICE);
    }

    @Property(tries = 5)
    void instrumentLacksItsDevice(@ForAll boolean any) {
      TestEngine.open(NO_SUCH_DEVICE);
    }

    @Test
    void instrumentLacksItsDeviceToo() {
      TestEngine.open(NO_SUCH_DEVICE);
    }

    @Test
    @Checks({"beck.eq5", "beck.eq6"})
    void forgetsAClaim() {
      Check.of("beck.eq5", "one").expecting(1, SMALL).holds(1);
    }
  }

  static class Needy {
    @Property(tries = 5)
    @Checks(value = "beck.eq6", needs = "recorded/nothing")
    void property(@ForAll @IntRange(max = 1000) int n) {
      Check.of("beck.eq6", "n").expecting(n, SMALL).holds(n + 1);
    }

    @Test
    @Checks(
        value = "beck.eq5",
        needs = {"recorded/nothing", "recorded/nowhere"})
    void test() {
      Check.of("beck.eq5", "one").expecting(1, SMALL).holds(2);
    }

    @Test
    @Checks("beck.eq5")
    void tellsItsDevice() {
      Recorder.current().computedOn("a device");
      Recorder.current().staleBecause("of old sources");
      Check.of("beck.eq5", "one").expecting(1, SMALL).holds(1);
    }
  }

  @Test
  void aTestIsSkippedWhereWhatItNeedsIsAbsent() throws InterruptedException {
    TestRecord property = run(Needy.class, "property");
    assertEquals(Status.SKIPPED, property.status());
    assertEquals("no recorded run: recorded/nothing", property.message());
    assertEquals(List.of("recorded/nothing"), property.needs());
    assertEquals(List.of(), property.observations());
    TestRecord test = recorded(Needy.class, "test");
    assertEquals(Status.SKIPPED, test.status());
    assertEquals(
        "no recorded run: recorded/nothing, no recorded run: recorded/nowhere", test.message());
  }

  @Test
  void theDeviceAndTheAgeComeFromTheTest() throws InterruptedException {
    TestRecord told = run(Needy.class, "tellsItsDevice");
    assertEquals("a device", told.device());
    assertEquals("of old sources", told.stale());
    TestRecord untold = run("holds");
    assertEquals("cpu", untold.device());
    assertEquals("", untold.stale());
  }

  private TestRecord run(String method) throws InterruptedException {
    return run(Samples.class, method);
  }

  private TestRecord run(Class<?> samples, String method) throws InterruptedException {
    Thread runner = new Thread(() -> launch(samples));
    runner.start();
    runner.join();
    return recorded(samples, method);
  }

  private TestRecord recorded(Class<?> samples, String method) {
    List<TestRecord> records = EvidenceBook.read(folder).ofTest(samples.getName() + "#" + method);
    assertEquals(1, records.size());
    return records.get(0);
  }

  /** On a thread of its own, so that the samples don't appear in the report of this very test. */
  private void launch(Class<?> samples) {
    String before = System.setProperty("grokcheck.evidence", folder.toString());
    try {
      LauncherFactory.create(
              LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build())
          .execute(
              LauncherDiscoveryRequestBuilder.request().selectors(selectClass(samples)).build(),
              summary);
    } finally {
      if (before == null) {
        System.clearProperty("grokcheck.evidence");
      } else {
        System.setProperty("grokcheck.evidence", before);
      }
    }
  }

  @Test
  void aPassingPropertyLeavesItsTriesSeedAndReplay() throws InterruptedException {
    TestRecord record = run("holds");
    assertEquals(Status.PASSED, record.status());
    assertEquals(20, record.tries());
    assertTrue(record.edgeCases() > 0);
    assertEquals(2, record.observations().size());
    assertEquals(
        Long.toString(RunSettings.seeds().seed(Samples.class.getName() + "#holds")), record.seed());
    assertTrue(record.replay().endsWith("#holds --seed " + RunSettings.rootSeed()));
  }

  @Test
  void shrinkingDoesNotReplaceTheWorstInput() throws InterruptedException {
    TestRecord record = run("fails");
    assertEquals(Status.FAILED, record.status());
    assertTrue(record.message().contains("beck.eq6: n = "));
    assertEquals(1, record.observations().size());
    assertNotEquals("", record.observations().get(0).worst());
  }

  @Test
  void aVariantThatPassesFailsTheTest() throws InterruptedException {
    TestRecord record = run("cannotFail");
    assertEquals(Status.FAILED, record.status());
    assertTrue(record.message().contains("'the same' passes for the right form"));
  }

  @Test
  void anAbortedTestIsSkippedWithItsReason() throws InterruptedException {
    TestRecord record = run("aborts");
    assertEquals(Status.SKIPPED, record.status());
    assertTrue(record.message().contains("needs a device"));
  }

  @Test
  void aTestThatLacksItsDeviceIsSkippedWithTheEnginesReason() throws InterruptedException {
    for (TestRecord record :
        List.of(run("lacksItsDevice"), recorded(Samples.class, "lacksItsDeviceToo"))) {
      assertEquals(Status.SKIPPED, record.status());
      assertTrue(record.message().startsWith("device cuda:4000 can't be used: "));
      assertEquals("cpu", record.device());
    }
    assertEquals(5, summary.getSummary().getTestsAbortedCount());
  }

  @Test
  void theDeviceIsTheUsersChoice() {
    String before = System.setProperty("grokcheck.device", " cuda:1 ");
    try {
      assertEquals(new DeviceChoice.Cuda(1), RunSettings.device());
      System.setProperty("grokcheck.device", "");
      assertEquals(new DeviceChoice.Auto(), RunSettings.device());
      System.setProperty("grokcheck.device", "gpu");
      String told = assertThrows(IllegalArgumentException.class, RunSettings::device).getMessage();
      assertTrue(told.contains("'gpu' is not known; accepted: auto, cpu, cuda"), told);
    } finally {
      System.setProperty("grokcheck.device", before == null ? "" : before);
    }
  }

  @Test
  void aClaimThatIsNeverObservedFailsTheTest() throws InterruptedException {
    TestRecord record = run("forgetsAClaim");
    assertEquals(Status.FAILED, record.status());
    assertTrue(
        record.message().contains("beck.eq6: named in @Checks but its form was never observed"));
  }
}
