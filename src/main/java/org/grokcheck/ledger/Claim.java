package org.grokcheck.ledger;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a paper.
 *
 * @param id the name that links everything about the claim, such as {@code beck.eq13.ratio}
 * @param locator where the paper states it
 * @param title a few words
 * @param kind what sort of statement it is
 * @param statement what is claimed, in the paper's symbols
 * @param inputs the free quantities and their domain
 * @param asPrinted how the printed form stands
 * @param correction what holds instead; present whenever the printed form is contradicted
 * @param background how the record was arrived at: derivations, figures, references; never a
 *     substitute for a check
 * @param parts names of the parts that must each be checked; empty where the claim is one piece
 * @param refutedParts those of the parts that the printed form gets wrong
 * @param edgeCases inputs at which an implementation is likely to go wrong
 * @param properties what a test can assert
 * @param reproduction how to repeat an experiment
 * @param links ids of related claims
 * @param formula the formula in LaTeX
 * @param notChecked why nothing checks the claim, where nothing does
 * @param source file and line of the record, such as {@code beck.yaml:123}
 */
public record Claim(
    String id,
    String locator,
    String title,
    Kind kind,
    String statement,
    String inputs,
    AsPrinted asPrinted,
    Optional<String> correction,
    String background,
    List<String> parts,
    List<String> refutedParts,
    List<String> edgeCases,
    List<String> properties,
    Optional<Reproduction> reproduction,
    List<String> links,
    Optional<Formula> formula,
    Optional<String> notChecked,
    String source) {

  /** Copies the lists, so that a claim never changes. */
  public Claim {
    parts = List.copyOf(parts);
    refutedParts = List.copyOf(refutedParts);
    edgeCases = List.copyOf(edgeCases);
    properties = List.copyOf(properties);
    links = List.copyOf(links);
  }

  /** The short name before the first dot of the id: {@code beck}, {@code beck-summary}, ... */
  public String paper() {
    return id.split("\\.", 2)[0];
  }

  /** The paper that the claim belongs to: {@code beck} for {@code beck-summary} too. */
  public String paperGroup() {
    return paper().split("-", 2)[0];
  }

  /** The part of the paper that the claim stands in, such as {@code Sec. 3.2}; see the locator. */
  public String section() {
    return Section.of(locator);
  }
}
