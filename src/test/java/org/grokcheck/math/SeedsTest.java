package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  void seedsAreTheFirstBytesOfTheDigest() {
    // Computed with Python: the bytes of root (big-endian) and name, hashed by hashlib.sha256.
    assertEquals(1612419010867993325L, new Seeds(20260101).seed("beck.fig1/data"));
    assertEquals(2733849026750123171L, new Seeds(-1).seed("ü"));
  }

  @Test
  void streamsDependOnNameAndRootAlone() {
    Seeds seeds = new Seeds(7);
    long[] first = seeds.stream("a").longs(5).toArray();
    seeds.stream("b").nextLong();
    assertArrayEquals(first, seeds.stream("a").longs(5).toArray());
    assertNotEquals(first[0], seeds.stream("b").nextLong());
    assertNotEquals(first[0], new Seeds(8).stream("a").nextLong());
  }

  @Test
  void streamStartsFromItsSeed() {
    Seeds seeds = new Seeds(42);
    RandomGenerator direct =
        RandomGeneratorFactory.of("L64X128MixRandom").create(seeds.seed("noise"));
    assertEquals(direct.nextLong(), seeds.stream("noise").nextLong());
  }

  @Test
  void refusesNamelessStreams() {
    assertRefused("name: need a non-blank name", () -> new Seeds(1).seed(" "));
    assertRefused("name: need a non-blank name", () -> new Seeds(1).stream(""));
  }
}
