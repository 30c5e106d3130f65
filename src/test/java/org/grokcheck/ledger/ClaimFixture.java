package org.grokcheck.ledger;

import java.util.List;
import java.util.Optional;

/** Makes claims that differ from another one, or from a bare one, in a few fields. */
public final class ClaimFixture {
  private String id;
  private List<String> links;
  private AsPrinted asPrinted;
  private Kind kind;
  private Optional<String> correction;
  private Optional<Formula> formula;
  private Optional<String> notChecked;
  private Optional<Reproduction> reproduction;
  private List<String> parts;
  private List<String> refutedParts;
  private List<String> edgeCases;
  private List<String> properties;
  private String locator;
  private String title;
  private String statement;
  private String background;
  private final String inputs;
  private final String source;

  private ClaimFixture(Claim c) {
    id = c.id();
    links = c.links();
    asPrinted = c.asPrinted();
    kind = c.kind();
    correction = c.correction();
    formula = c.formula();
    notChecked = c.notChecked();
    reproduction = c.reproduction();
    parts = c.parts();
    refutedParts = c.refutedParts();
    edgeCases = c.edgeCases();
    properties = c.properties();
    locator = c.locator();
    title = c.title();
    statement = c.statement();
    background = c.background();
    inputs = c.inputs();
    source = c.source();
  }

  /** Starts from a claim. */
  public static ClaimFixture of(Claim claim) {
    return new ClaimFixture(claim);
  }

  /** Starts from an identity that holds, without anything optional. */
  public static ClaimFixture bare(String id) {
    return of(
        new Claim(
            id,
            "Eq. (6)",
            "t",
            Kind.IDENTITY,
            "s",
            "x real",
            AsPrinted.HOLDS,
            Optional.empty(),
            "b",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "beck.yaml:1"));
  }

  ClaimFixture texts(
      String newLocator, String newTitle, String newStatement, String newBackground) {
    locator = newLocator;
    title = newTitle;
    statement = newStatement;
    background = newBackground;
    return this;
  }

  ClaimFixture lists(List<String> newEdgeCases, List<String> newProperties) {
    edgeCases = newEdgeCases;
    properties = newProperties;
    return this;
  }

  ClaimFixture identified(String newId, List<String> newLinks) {
    id = newId;
    links = newLinks;
    return this;
  }

  public ClaimFixture kind(Kind value) {
    kind = value;
    return this;
  }

  public ClaimFixture asPrinted(AsPrinted value) {
    asPrinted = value;
    return this;
  }

  ClaimFixture correction(Optional<String> value) {
    correction = value;
    return this;
  }

  public ClaimFixture parts(List<String> names, List<String> refuted) {
    parts = names;
    refutedParts = refuted;
    return this;
  }

  public ClaimFixture formula(Optional<Formula> value) {
    formula = value;
    return this;
  }

  public ClaimFixture notChecked(Optional<String> value) {
    notChecked = value;
    return this;
  }

  ClaimFixture reproduction(Optional<Reproduction> value) {
    reproduction = value;
    return this;
  }

  public Claim make() {
    return new Claim(
        id,
        locator,
        title,
        kind,
        statement,
        inputs,
        asPrinted,
        correction,
        background,
        parts,
        refutedParts,
        edgeCases,
        properties,
        reproduction,
        links,
        formula,
        notChecked,
        source);
  }
}
