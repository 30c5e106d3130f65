package org.grokcheck.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words what went wrong with a file, where the platform gives only its name. */
final class FileProblem {
  private FileProblem() {}

  /** One line about an input or output fault and its cause. */
  static String describe(Exception problem) {
    Throwable cause = problem.getCause() == null ? problem : problem.getCause();
    String what = words(cause);
    String told = problem == cause ? "" : String.valueOf(problem.getMessage()) + ": ";
    return told + what;
  }

  private static String words(Throwable cause) {
    if (cause instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or folder";
    }
    if (cause instanceof AccessDeniedException denied) {
      return denied.getFile() + ": access denied";
    }
    if (cause instanceof FileSystemException other) {
      return other.getFile()
          + ": "
          + (other.getReason() == null ? "cannot be used" : other.getReason());
    }
    return String.valueOf(cause.getMessage());
  }
}
