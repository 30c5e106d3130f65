package org.grokcheck.compute.engine;

import java.util.Locale;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;

/** Turns what the native library throws, a page of C++ frames, into one line. */
final class NativeErrors {
  private NativeErrors() {}

  /** Runs native code; native objects that it makes die when it ends. */
  static <T> T scoped(Supplier<T> body) {
    try (PointerScope scope = new PointerScope()) {
      return body.get();
    } catch (EngineException | IllegalArgumentException | ArithmeticException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError e) {
      throw translate(e);
    }
  }

  static EngineException translate(Throwable thrown) {
    String line = firstLine(thrown);
    String low = line.toLowerCase(Locale.ROOT);
    if (low.contains("memory") && (low.contains("alloc") || low.contains("out of"))) {
      return new EngineException(
          "memory is exhausted: " + line + "; use smaller batches, a smaller network or float32",
          thrown);
    }
    return new EngineException("the native engine failed: " + line, thrown);
  }

  static String firstLine(Throwable thrown) {
    String text = String.valueOf(thrown.getMessage());
    return text.lines().filter(l -> !l.isBlank()).findFirst().orElse(thrown.toString()).strip();
  }
}
