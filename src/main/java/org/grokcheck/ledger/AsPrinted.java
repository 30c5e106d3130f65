package org.grokcheck.ledger;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the printed form of a claim stands. */
public enum AsPrinted {
  /** True as it stands in the paper. */
  HOLDS("holds", false),
  /** True once a convention is fixed that the paper leaves open. */
  HOLDS_UNDER_CONVENTION("holds-under-convention", false),
  /** A slip of the pen: the intended formula is clear and is another one. */
  MISPRINT("misprint", true),
  /** True in part: on a smaller domain, to a weaker order, or for most cases. */
  TOO_STRONG("too-strong", true),
  /** Wrong, and not by a slip. */
  FALSE("false", true),
  /** Too vague, or in need of material that the paper doesn't give. */
  NOT_CHECKABLE("not-checkable", false);

  private final String label;
  private final boolean contradicted;

  AsPrinted(String label, boolean contradicted) {
    this.label = label;
    this.contradicted = contradicted;
  }

  /** The word used in the ledger and in reports, such as {@code too-strong}. */
  public String label() {
    return label;
  }

  /** Whether the printed form is wrong in some case, so that a correction must say what holds. */
  public boolean contradicted() {
    return contradicted;
  }

  /**
   * The status that a label names.
   *
   * @throws IllegalArgumentException if no status has this label; the message lists those that
   *     exist
   */
  public static AsPrinted of(String label) {
    return find(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown status '" + label + "'; accepted: " + labels()));
  }

  static Optional<AsPrinted> find(String label) {
    return Arrays.stream(values()).filter(status -> status.label.equals(label)).findFirst();
  }

  static String labels() {
    return Arrays.stream(values()).map(AsPrinted::label).collect(Collectors.joining(", "));
  }
}
