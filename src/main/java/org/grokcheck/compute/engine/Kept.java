package org.grokcheck.compute.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.javacpp.Pointer;

/** Native objects that outlive the scope in which they were made, until closed together. */
final class Kept implements AutoCloseable {
  private final Deque<Pointer> objects = new ArrayDeque<>();

  /** Keeps the object and returns it. */
  <P extends Pointer> P keep(P object) {
    object.retainReference();
    objects.push(object);
    return object;
  }

  @Override
  public void close() {
    while (!objects.isEmpty()) {
      objects.pop().releaseReference();
    }
  }
}
