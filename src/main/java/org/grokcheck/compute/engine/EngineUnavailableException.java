package org.grokcheck.compute.engine;

/**
 * The machine or the build lacks what was asked for: the platform has no native libraries in this
 * build, or the CUDA device can't be used. Nothing is broken; a test says so and is skipped.
 */
public final class EngineUnavailableException extends EngineException {
  private static final long serialVersionUID = 1L;

  EngineUnavailableException(String message) {
    super(message);
  }
}
