package org.grokcheck.compute.engine;

import java.io.IOException;
import java.nio.file.Files;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** Loads the native libraries, once a process, in the one order that works. */
final class Natives {
  private static boolean loaded;
  private static @Nullable EngineException failure;

  private Natives() {}

  /**
   * Loads on the first call; later calls return at once, or fail as the first did.
   *
   * @throws EngineUnavailableException if the build has no libraries for this platform
   * @throws EngineException if a library is missing or can't be loaded
   */
  static synchronized void load() {
    if (loaded) {
      return;
    }
    if (failure != null) {
      throw failure;
    }
    settle();
    requireOneVariant(NativeFiles.forCpu(), NativeFiles.forCuda());
    NativeFiles.requireNoOther(System.getenv().getOrDefault("LD_LIBRARY_PATH", ""), Files::exists);
    try {
      NativeFiles.unpack();
      Loader.load(openblas.class);
      Loader.load(torch.class);
      oneThread();
      reproducible();
      loaded = true;
    } catch (IOException | LinkageError e) {
      failure = new EngineException(unloadable(e), e);
      throw failure;
    }
  }

  /** Read by the bindings when their first class is initialised, so before any of them is named. */
  private static void settle() {
    // The bindings otherwise track every native object with a phantom reference: 5 µs a tensor.
    System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
    // The bindings otherwise look in the operating system's folders for a file that failed to load.
    System.setProperty("java.library.path", "");
  }

  /**
   * Jobs run side by side, one thread each; both pools must be told, as neither obeys the other.
   */
  private static void oneThread() {
    threads(1);
  }

  static void threads(int count) {
    torch.set_num_threads(count);
    openblas.blas_set_num_threads(count);
  }

  private static void reproducible() {
    torch.globalContext().setAllowTF32CuBLAS(false);
    torch.globalContext().setAllowTF32CuDNN(false);
    torch.globalContext().setBenchmarkCuDNN(false);
    torch.globalContext().setDeterministicAlgorithms(true, true);
  }

  /** Both on one class path abort the Java machine, so they must not get that far. */
  static void requireOneVariant(boolean cpu, boolean cuda) {
    if (cpu && cuda) {
      throw new EngineException(
          "the class path holds the engine twice, for the CPU and for CUDA; build again with 'mvn"
              + " clean package', or 'mvn -Pgpu clean package' for CUDA");
    }
    if (!cpu && !cuda) {
      throw new EngineUnavailableException(
          "this build has no native engine for %s; it comes with builds on Linux x86-64, macOS"
                  .formatted(platform())
              + " arm64 and Windows x86-64");
    }
  }

  static String unloadable(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return "the native libraries of the engine can't be loaded on %s: %s; %s"
        .formatted(
            platform(),
            NativeErrors.firstLine(cause),
            NativeFiles.forCuda()
                ? "'mvn -Pgpu clean package' brings all of them but the NVIDIA driver"
                : "'grokcheck doctor' names the folder where they are unpacked; delete it to"
                    + " unpack them again");
  }

  private static String platform() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }
}
