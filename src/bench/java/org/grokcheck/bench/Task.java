package org.grokcheck.bench;

/** Something that is repeated step by step. */
interface Task extends AutoCloseable {
  /** Makes steps. */
  void run(int steps);

  /** The loss after the steps made so far. */
  double loss();

  @Override
  void close();
}
