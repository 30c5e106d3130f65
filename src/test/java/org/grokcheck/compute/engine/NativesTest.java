package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What would crash the Java machine is refused in words before it can. */
class NativesTest {
  private static final Path OTHERS = Path.of("python", System.mapLibraryName("torch_cpu"));

  @Test
  void twoVariantsOnOneClassPathAreRefused() {
    assertDoesNotThrow(() -> Natives.requireOneVariant(true, false));
    assertDoesNotThrow(() -> Natives.requireOneVariant(false, true));
    EngineException twice =
        assertThrows(EngineException.class, () -> Natives.requireOneVariant(true, true));
    assertTrue(twice.getMessage().contains("clean package"), twice.getMessage());
  }

  @Test
  void aPlatformWithoutLibrariesIsNoFailure() {
    EngineUnavailableException none =
        assertThrows(
            EngineUnavailableException.class, () -> Natives.requireOneVariant(false, false));
    assertTrue(none.getMessage().contains(System.getProperty("os.arch")), none.getMessage());
  }

  @Test
  void anotherLibtorchOnTheLinkersPathIsRefused() {
    Set<Path> files = Set.of(OTHERS);
    assertDoesNotThrow(() -> NativeFiles.requireNoOther("", files::contains));
    assertDoesNotThrow(() -> NativeFiles.requireNoOther("lib", files::contains));
    String path = String.join(File.pathSeparator, "lib", "python");
    EngineException refused =
        assertThrows(
            EngineException.class, () -> NativeFiles.requireNoOther(path, files::contains));
    assertTrue(refused.getMessage().contains(OTHERS.toString()), refused.getMessage());
  }

  @Test
  void theDeepestCauseOfAFailedLoadIsTold() {
    UnsatisfiedLinkError outer = new UnsatisfiedLinkError("no jnitorch in java.library.path");
    outer.initCause(new UnsatisfiedLinkError("libcupti.so.12: cannot open\n a page of frames"));
    String told = Natives.unloadable(outer);
    assertTrue(told.contains(": libcupti.so.12: cannot open; "), told);
  }
}
