package org.grokcheck.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private static final List<String> TEXTS =
      List.of("A good film.<br /><br />Good!", "a bad, bad, BAD film", "it's a film");

  @Test
  void frequentWordsHaveSmallNumbers() {
    assertEquals(Map.of("a", 1, "bad", 2, "film", 3, "good", 4), Vocabulary.of(TEXTS, 4).numbers());
    assertEquals(5, Vocabulary.of(TEXTS, 100).numbers().size());
    assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(TEXTS, 0));
  }

  @Test
  void textsAreFilledUpOnTheLeftAndCutOnTheRight() {
    Vocabulary words = Vocabulary.of(TEXTS, 4);
    assertArrayEquals(new int[] {0, 0, 0, 1, 4, 3, 4}, words.encode(TEXTS.get(0), 7));
    assertArrayEquals(new int[] {1, 2}, words.encode(TEXTS.get(1), 2));
    assertArrayEquals(new int[] {0, 0}, words.encode("unheard-of", 2));
  }
}
