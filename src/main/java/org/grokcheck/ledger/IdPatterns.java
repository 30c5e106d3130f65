package org.grokcheck.ledger;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns such as {@code beck.table1*,kumar.eq5}; {@code *} stands for any characters. */
final class IdPatterns {
  private IdPatterns() {}

  static Predicate<String> of(String commaSeparated) {
    return Arrays.stream(commaSeparated.split(","))
        .map(String::strip)
        .filter(pattern -> !pattern.isEmpty())
        .map(IdPatterns::single)
        .reduce(id -> false, Predicate::or);
  }

  private static Predicate<String> single(String pattern) {
    String regex =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex).asMatchPredicate();
  }
}
