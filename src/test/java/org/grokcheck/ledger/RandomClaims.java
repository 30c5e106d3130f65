package org.grokcheck.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random valid claims of one paper, with texts that are hard to quote. */
final class RandomClaims {
  private RandomClaims() {}

  /** Up to five claims with different ids, each linked to the one before. */
  static Arbitrary<List<Claim>> lists() {
    return claims().list().ofMinSize(1).ofMaxSize(5).map(RandomClaims::numbered);
  }

  /** A text without blanks at its ends and without control characters. */
  private static Arbitrary<String> texts() {
    Arbitrary<Character> characters =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.chars().range(' ', '~')),
            Tuple.of(2, Arbitraries.of(':', '#', '\'', '"', '\\', '{', '[', '&', '*', '-', '|')),
            Tuple.of(1, Arbitraries.of('\n', '\u00e9', '\u03bb', '\u2264', '\u221e', '\u200b')));
    return characters
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .map(RandomClaims::joined)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static String joined(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  private static Arbitrary<Optional<String>> latex() {
    return Arbitraries.of("\\frac{1}{2}", "\\left( x \\right)", "\\{ x' \\}", "e^{-S_0}")
        .optional();
  }

  private static Arbitrary<Claim> claims() {
    Arbitrary<Claim> bare =
        Combinators.combine(
                texts(),
                texts(),
                Arbitraries.of(Kind.values()),
                texts(),
                Arbitraries.of(AsPrinted.values()),
                texts(),
                texts().optional())
            .as(RandomClaims::bare);
    return Combinators.combine(
            bare,
            texts().list().ofMaxSize(3),
            texts().list().ofMaxSize(3),
            texts().array(String[].class).ofSize(4).optional(),
            latex(),
            latex(),
            texts().list().uniqueElements().ofMaxSize(3),
            texts().optional())
        .as(RandomClaims::completed);
  }

  private static Claim bare(
      String locator,
      String title,
      Kind kind,
      String statement,
      AsPrinted asPrinted,
      String background,
      Optional<String> correction) {
    Optional<String> fitting =
        switch (asPrinted) {
          case HOLDS -> Optional.empty();
          case MISPRINT, TOO_STRONG, FALSE -> Optional.of(correction.orElse("a correction"));
          case HOLDS_UNDER_CONVENTION, NOT_CHECKABLE -> correction;
        };
    return ClaimFixture.bare("beck.x")
        .texts(locator, title, statement, background)
        .kind(kind)
        .asPrinted(asPrinted)
        .correction(fitting)
        .make();
  }

  private static Claim completed(
      Claim bare,
      List<String> edgeCases,
      List<String> properties,
      Optional<String[]> steps,
      Optional<String> printed,
      Optional<String> corrected,
      List<String> parts,
      Optional<String> notChecked) {
    Optional<String> fitting = bare.correction().isPresent() ? corrected : Optional.empty();
    Optional<Formula> formula =
        printed.isPresent() || fitting.isPresent()
            ? Optional.of(new Formula(printed, fitting))
            : Optional.empty();
    return ClaimFixture.of(bare)
        .lists(edgeCases, properties)
        .parts(
            parts,
            bare.asPrinted().contradicted()
                ? parts.subList(0, Math.min(1, parts.size()))
                : List.of())
        .reproduction(steps.map(s -> new Reproduction(s[0], s[1], s[2], s[3])))
        .formula(formula)
        .notChecked(notChecked)
        .make();
  }

  private static List<Claim> numbered(List<Claim> claims) {
    List<Claim> numbered = new ArrayList<>();
    for (Claim claim : claims) {
      int n = numbered.size();
      List<String> links = n == 0 ? List.of() : List.of("beck.x" + (n - 1));
      numbered.add(ClaimFixture.of(claim).identified("beck.x" + n, links).make());
    }
    return numbered;
  }
}
