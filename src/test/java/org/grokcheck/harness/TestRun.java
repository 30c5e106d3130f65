package org.grokcheck.harness;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grokcheck.evidence.CheckFailed;
import org.grokcheck.evidence.EvidenceBook;
import org.grokcheck.evidence.Observation;
import org.grokcheck.evidence.Recorder;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.evidence.TestRecord.Status;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One run of one test: opens its recorder, and turns its end into a line of evidence. */
final class TestRun {
  private final BoundTest test;
  private final Recorder recorder;
  private final long started = System.nanoTime();

  private TestRun(BoundTest test) {
    this.test = test;
    this.recorder = Recorder.begin(Set.copyOf(test.claims()));
  }

  static TestRun begin(BoundTest test) {
    return new TestRun(test);
  }

  /** What an engine knows about the end of a test. */
  record End(Optional<Throwable> thrown, String seed, long tries, long edgeCases) {}

  /**
   * Writes the evidence and labels the report.
   *
   * @return the reason for which the test must fail, if it must
   */
  Optional<Throwable> finish(End end) {
    Recorder.end();
    Optional<Throwable> failure = end.thrown().map(TestRun::skipped).or(this::shortcoming);
    String device = recorder.device();
    Status status =
        failure.isEmpty()
            ? Status.PASSED
            : failure.get() instanceof TestAbortedException ? Status.SKIPPED : Status.FAILED;
    long root = RunSettings.rootSeed();
    List<Observation> seen = recorder.observations();
    TestRecord line =
        new TestRecord(
            test.name(),
            test.claims(),
            test.scale(),
            device,
            test.needs(),
            recorder.stale(),
            status,
            failure.map(TestRun::firstLine).orElse(""),
            root,
            end.seed(),
            end.tries(),
            end.edgeCases(),
            (System.nanoTime() - started) / 1e9,
            test.replay(root, device),
            seen);
    EvidenceBook.append(RunSettings.evidenceFolder(), line);
    AllureLabels.describe(line);
    AllureFigures.attach(line);
    return failure.map(f -> status == Status.FAILED ? withReplay(f, line.replay()) : f);
  }

  private static Throwable skipped(Throwable thrown) {
    return TestEngine.skip(thrown).map(Throwable.class::cast).orElse(thrown);
  }

  private Optional<Throwable> shortcoming() {
    // A few tries of a property need not meet the input that tells a variant apart.
    List<String> problems =
        RunSettings.triesFactor() < 1 ? recorder.unsound() : recorder.shortcomings();
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(new CheckFailed(String.join("\n", problems)));
  }

  private static Throwable withReplay(Throwable failure, String replay) {
    CheckFailed told = new CheckFailed(failure.getMessage() + "\nreplay: " + replay);
    told.initCause(failure);
    return told;
  }

  private static String firstLine(@Nullable Throwable thrown) {
    String text = thrown == null || thrown.getMessage() == null ? "" : thrown.getMessage();
    String line = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    return line.isEmpty() && thrown != null ? thrown.getClass().getName() : line;
  }
}
