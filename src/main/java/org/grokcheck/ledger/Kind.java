package org.grokcheck.ledger;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What sort of statement a claim makes; it decides what evidence can settle it. */
public enum Kind {
  /** Fixes the meaning of a symbol. */
  DEFINITION("definition", true),
  /** An equality that holds exactly on its domain. */
  IDENTITY("identity", true),
  /** A bound that holds on its domain. */
  INEQUALITY("inequality", true),
  /** A proposition with hypotheses. */
  THEOREM("theorem", true),
  /** A statement about a limit, with or without a rate. */
  ASYMPTOTIC("asymptotic", true),
  /** A power law or another law of proportion between measured quantities. */
  SCALING_LAW("scaling-law", true),
  /** A procedure, checked step by step. */
  ALGORITHM("algorithm", true),
  /** A figure, table or number that an experiment produced. */
  EMPIRICAL("empirical", false),
  /** A statement in words, without a number or a formula. */
  QUALITATIVE("qualitative", false),
  /** A result that the papers don't have, added by this project. */
  EXTENSION("extension", true);

  private final String label;
  private final boolean formula;

  Kind(String label, boolean formula) {
    this.label = label;
    this.formula = formula;
  }

  /** The word used in the ledger and in reports, such as {@code scaling-law}. */
  public String label() {
    return label;
  }

  /** Whether a claim of this kind can be computed, so that it needs a test or a written reason. */
  public boolean isFormula() {
    return formula;
  }

  /**
   * The kind that a label names.
   *
   * @throws IllegalArgumentException if no kind has this label; the message lists those that exist
   */
  public static Kind of(String label) {
    return find(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown kind '" + label + "'; accepted: " + labels()));
  }

  static Optional<Kind> find(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  static String labels() {
    return Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", "));
  }
}
