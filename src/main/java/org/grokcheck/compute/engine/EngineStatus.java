package org.grokcheck.compute.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.pytorch.global.torch;

/**
 * How the engine is on this machine.
 *
 * @param version of the native library; empty if it can't be loaded
 * @param instructions the processor's vector instructions that it uses; empty if not loaded
 * @param threads of one native operation; 0 if not loaded
 * @param seconds that loading took, with unpacking where that was due
 * @param problem why it can't be loaded, in one line; empty if it is
 * @param cuda the first CUDA device
 * @param cache the folder of the unpacked libraries
 * @param cacheBytes size of its files; 0 if there is none
 */
public record EngineStatus(
    String version,
    String instructions,
    int threads,
    double seconds,
    String problem,
    CudaState cuda,
    String cache,
    long cacheBytes) {

  /** Loads the engine and looks for a CUDA device. */
  public static EngineStatus look() {
    long begun = System.nanoTime();
    String problem = whyNotLoaded();
    double seconds = (System.nanoTime() - begun) / 1e9;
    boolean there = problem.isEmpty();
    Path cache = cacheFolder();
    return new EngineStatus(
        there ? Engine.version() : "",
        there ? Engine.instructions() : "",
        there ? torch.get_num_threads() : 0,
        seconds,
        problem,
        CudaState.probe(0),
        cache.toString(),
        bytes(cache));
  }

  private static String whyNotLoaded() {
    try {
      Natives.load();
      return "";
    } catch (EngineException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Path cacheFolder() {
    try {
      return NativeFiles.cache();
    } catch (IOException e) {
      return Path.of("");
    }
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
          .mapToLong(f -> f.toFile().length())
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
