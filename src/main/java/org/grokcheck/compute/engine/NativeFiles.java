package org.grokcheck.compute.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/** The files of the native engine in the build, and where they are unpacked. */
final class NativeFiles {
  /** Known to every platform by a name of its own, such as libc10.so, libc10.dylib or c10.dll. */
  private static final List<String> LIBRARIES =
      List.of(
          "iomp5",
          "c10",
          "uv",
          "asmjit",
          "fbgemm",
          "torch_cpu",
          "torch",
          "c10_cuda",
          "torch_cuda",
          "torch_cuda_linalg");

  private NativeFiles() {}

  /** Whether the build holds the engine for this platform, without CUDA. */
  static boolean forCpu() {
    return holds("", "torch");
  }

  /** Whether the build holds the engine for this platform, with CUDA. */
  static boolean forCuda() {
    return holds("-gpu", "torch_cuda");
  }

  private static boolean holds(String variant, String library) {
    String file = System.mapLibraryName(library);
    return NativeFiles.class.getResource(folder(variant) + file) != null;
  }

  private static String folder(String variant) {
    return "/org/bytedeco/pytorch/" + Loader.getPlatform() + variant + "/";
  }

  /**
   * Unpacks all files side by side. It must come before the first is opened, or the linker takes
   * the others from the operating system, where those of another version may lie.
   */
  static void unpack() throws IOException {
    List<String> files =
        Stream.concat(Stream.of("libgomp.so.1"), LIBRARIES.stream().map(System::mapLibraryName))
            .toList();
    for (String variant : List.of("", "-gpu")) {
      for (String file : files) {
        Loader.cacheResource(NativeFiles.class, folder(variant) + file);
      }
    }
  }

  /**
   * Refuses a search path of the linker that leads to another libtorch, such as that of a Python
   * installation: its files would be taken for ours, and the Java machine would crash.
   *
   * @param searchPath folders, separated by colons
   */
  static void requireNoOther(String searchPath, Predicate<Path> exists) {
    for (String folder : searchPath.split(File.pathSeparator, -1)) {
      for (String library : List.of("torch_cpu", "c10")) {
        Path file = Path.of(folder, System.mapLibraryName(library));
        if (!folder.isBlank() && exists.test(file)) {
          throw new EngineException(
              "LD_LIBRARY_PATH leads to another libtorch, "
                  + file
                  + ", with which this program would crash; unset LD_LIBRARY_PATH");
        }
      }
    }
  }

  /** Where they are unpacked, once for all runs. */
  static Path cache() throws IOException {
    return Loader.getCacheDir().toPath();
  }
}
