package org.grokcheck.math;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Named random streams: one root number fixes every draw, and a stream depends on its name alone,
 * never on how many others were opened before it.
 *
 * <p>The seed of a stream is the first eight bytes (big-endian) of SHA-256 over the root (eight
 * bytes, big-endian) followed by the name in UTF-8. A generator is not safe for use by several
 * threads: give each its own name.
 *
 * @param root the number from which all streams derive
 */
public record Seeds(long root) {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");

  /**
   * Returns a fresh generator (L64X128MixRandom) at the start of the named stream.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public RandomGenerator stream(String name) {
    return FACTORY.create(seed(name));
  }

  /**
   * Returns the seed of the named stream.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public long seed(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "name: need a non-blank name for the stream, for example \"beck.fig1/data\"");
    }
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    byte[] input = ByteBuffer.allocate(Long.BYTES + text.length).putLong(root).put(text).array();
    return ByteBuffer.wrap(sha256(input)).getLong();
  }

  private static byte[] sha256(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must provide SHA-256", e);
    }
  }
}
