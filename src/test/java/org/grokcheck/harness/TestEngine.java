package org.grokcheck.harness;

import java.util.Optional;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineUnavailableException;
import org.grokcheck.evidence.Recorder;
import org.opentest4j.TestAbortedException;

/**
 * The native engine for tests. A test on a device that this machine lacks is reported as skipped
 * with the engine's own reason, and the evidence of the others says where they computed.
 */
public final class TestEngine {
  private TestEngine() {}

  /** The engine on the device that the user chose. */
  public static Engine open() {
    return open(RunSettings.device());
  }

  /** The engine on a device of the test's own choice. */
  public static Engine open(DeviceChoice device) {
    Engine engine = Engine.open(device);
    if (engine.onCuda()) {
      Recorder.running().ifPresent(r -> r.computedOn(engine.device()));
    }
    return engine;
  }

  /** The reason to skip a test that ended so: it, or something that caused it, lacks a device. */
  static Optional<TestAbortedException> skip(Throwable end) {
    for (Throwable t = end; t != null; t = t.getCause()) {
      if (t instanceof EngineUnavailableException) {
        return Optional.of(new TestAbortedException(t.getMessage(), t));
      }
    }
    return Optional.empty();
  }
}
