package org.grokcheck.data;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The most frequent words of some texts, and texts as sequences of their numbers (App. A of
 * Omnigrok): other words are left out, and shorter texts are filled up with 0 on the left, so that
 * the last position holds the last word.
 *
 * @param numbers of the words, from 1 by falling frequency, equal ones by alphabet
 */
public record Vocabulary(Map<String, Integer> numbers) {
  public Vocabulary {
    numbers = Map.copyOf(numbers);
  }

  /**
   * The most frequent words.
   *
   * @param texts to count in
   * @param size how many words, at least 1
   */
  public static Vocabulary of(List<String> texts, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("size = " + size + " must be at least 1");
    }
    Map<String, Integer> counts = new HashMap<>();
    texts.stream().flatMap(Vocabulary::words).forEach(word -> counts.merge(word, 1, Integer::sum));
    List<String> frequent =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(size)
            .map(Map.Entry::getKey)
            .toList();
    Map<String, Integer> numbers = new HashMap<>();
    IntStream.range(0, frequent.size()).forEach(i -> numbers.put(frequent.get(i), i + 1));
    return new Vocabulary(numbers);
  }

  /**
   * A text as numbers; of a longer one the first words.
   *
   * @param text its words that are in the vocabulary count
   * @param length of the sequence, at least 1
   */
  public int[] encode(String text, int length) {
    int[] known = words(text).filter(numbers::containsKey).mapToInt(numbers::get).toArray();
    int kept = Math.min(known.length, length);
    int[] sequence = new int[length];
    System.arraycopy(known, 0, sequence, length - kept, kept);
    return sequence;
  }

  /** The words of a text: runs of letters in lower case, without the tags of web pages. */
  static Stream<String> words(String text) {
    String plain = text.replaceAll("<[^>]*>", " ").toLowerCase(Locale.ROOT);
    return Stream.of(plain.split("[^a-z']+")).filter(word -> !word.isEmpty());
  }
}
