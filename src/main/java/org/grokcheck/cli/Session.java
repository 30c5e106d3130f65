package org.grokcheck.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;
import org.grokcheck.cli.eval.EvalIndex;

/**
 * What a command talks to.
 *
 * @param in standard input
 * @param out results
 * @param err diagnostics
 * @param environment variables such as {@code NO_COLOR}
 * @param terminal whether a person is watching
 * @param project the folders of the project
 * @param evaluations the claims that can be evaluated; loaded on first use
 */
record Session(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    boolean terminal,
    Project project,
    Supplier<EvalIndex> evaluations) {

  /** Whether to colour: on a terminal, unless {@code NO_COLOR} is set to anything. */
  boolean colour() {
    return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** Whether to print stack traces of faults. */
  boolean debug() {
    return !environment.getOrDefault("GROKCHECK_DEBUG", "").isEmpty();
  }
}
