package org.grokcheck.experiment;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A share of the jobs, for job arrays: every n-th of them.
 *
 * @param index from 1 to {@code of}
 * @param of number of shards, at least 1
 */
public record Shard(int index, int of) {
  /** All jobs. */
  public static final Shard WHOLE = new Shard(1, 1);

  public Shard {
    if (of < 1 || index < 1 || index > of) {
      throw new IllegalArgumentException(
          "shard " + index + "/" + of + " must be i/n with 1 <= i <= n, such as 2/8");
    }
  }

  /**
   * Reads {@code i/n}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Shard parse(String text) {
    Matcher parts = Pattern.compile("(\\d{1,6})/(\\d{1,6})").matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "shard '" + text + "' must be i/n with 1 <= i <= n, such as 2/8");
    }
    return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  /** The name of this shard's file, such as {@code x.2of8.json} for {@code x.json}. */
  public String named(String file) {
    return file.replaceFirst("\\.json$", ".%dof%d.json".formatted(index, of));
  }

  /** The members of this shard, in order. */
  public <T> List<T> of(List<T> all) {
    return IntStream.range(0, all.size())
        .filter(i -> i % of == index - 1)
        .<T>mapToObj(all::get)
        .toList();
  }
}
