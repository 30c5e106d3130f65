package org.grokcheck.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A progress bar on standard error for long work that a person watches; otherwise nothing. */
final class Progress implements AutoCloseable {
  private static final int LONG_WORK = 500;

  private final Optional<ProgressBar> bar;

  private Progress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  static Progress of(Session session, String task, int steps) {
    return new Progress(
        session.terminal() && steps >= LONG_WORK
            ? Optional.of(new ProgressBarBuilder().setTaskName(task).setInitialMax(steps).build())
            : Optional.empty());
  }

  void step() {
    bar.ifPresent(ProgressBar::step);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
