package org.grokcheck.compute.engine;

import java.io.IOException;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;

/** Loads the native libraries, once a process, in the one order that works. */
final class Natives {
  private static final List<String> FILES =
      List.of(
          "libgomp.so.1",
          "libc10.so",
          "libtorch_cpu.so",
          "libtorch.so",
          "libc10_cuda.so",
          "libtorch_cuda.so",
          "libtorch_cuda_linalg.so");

  private static boolean loaded;

  private Natives() {}

  /**
   * Loads on the first call; later calls return at once.
   *
   * @throws EngineException if a library is missing or can't be loaded
   */
  static synchronized void load() {
    if (loaded) {
      return;
    }
    try {
      settle();
      extract();
      Loader.load(openblas.class);
      Loader.load(torch.class);
      oneThread();
      reproducible();
      loaded = true;
    } catch (IOException | LinkageError e) {
      throw new EngineException(missing(e), e);
    }
  }

  /** Read by the bindings when their first class is initialised, so before any of them is named. */
  private static void settle() {
    // The bindings otherwise track every native object with a phantom reference: 5 µs a tensor.
    System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
    // The operating system's own libtorch must not stand in for a file that failed to load.
    System.setProperty("java.library.path", "");
  }

  /**
   * All files must lie side by side before the first is opened, or it finds the system's others.
   */
  private static void extract() throws IOException {
    String platform = Loader.getPlatform();
    for (String folder : List.of(platform, platform + "-gpu")) {
      for (String file : FILES) {
        Loader.cacheResource(Natives.class, "/org/bytedeco/pytorch/" + folder + "/" + file);
      }
    }
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

  private static String missing(Throwable cause) {
    return "the native libraries of the engine can't be loaded on "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ": "
        + NativeErrors.firstLine(cause)
        + "; they come with the build on Linux x86-64 (with -Pgpu, for CUDA too)";
  }
}
