package org.grokcheck.compute.engine;

/** A failure of the native engine, told in one line. */
public sealed class EngineException extends RuntimeException permits EngineUnavailableException {
  private static final long serialVersionUID = 1L;

  EngineException(String message) {
    super(message);
  }

  EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
