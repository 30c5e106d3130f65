/**
 * The command line: {@code grokcheck list, show, eval, verify, report, gate, doctor}.
 *
 * <p>Each sub-command is one small class that reads its options, calls the packages below and
 * prints. Results go to standard output, diagnostics to standard error; exit codes are those of
 * {@link org.grokcheck.cli.ExitCode}.
 */
@NullMarked
package org.grokcheck.cli;

import org.jspecify.annotations.NullMarked;
