package org.grokcheck.cli;

import java.util.List;
import org.grokcheck.evidence.EvidenceBook;
import org.grokcheck.evidence.TestRecord;

/** The seed from which a run derived all others. */
final class RootSeed {
  /** What the build uses unless told otherwise. */
  static final long DEFAULT = 20260101L;

  private RootSeed() {}

  /**
   * The root seed that the evidence was made with.
   *
   * @throws IllegalArgumentException if it was made with several: runs must not be mixed
   */
  static long of(EvidenceBook book) {
    List<Long> seeds = book.records().stream().map(TestRecord::rootSeed).distinct().toList();
    if (seeds.size() > 1) {
      throw new IllegalArgumentException(
          "the evidence mixes runs with the root seeds "
              + seeds
              + "; empty its folder and run again");
    }
    return seeds.isEmpty() ? DEFAULT : seeds.get(0);
  }
}
