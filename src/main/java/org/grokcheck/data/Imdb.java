package org.grokcheck.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The IMDb reviews: 50 000, half of them positive.
 *
 * @param source the file or folder that they were read from, since the forms order them differently
 * @param reviews in the order of the source
 */
public record Imdb(String source, List<Review> reviews) {
  private static final int ALL = 50_000;

  public Imdb {
    reviews = List.copyOf(reviews);
  }

  /**
   * Reads the reviews of a project: the pinned file of the package registry where it is there, else
   * the table, else the folder.
   *
   * @throws DataFault naming what is missing, altered or inconsistent
   */
  public static Imdb load(Path projectRoot) {
    return read(DataSet.IMDB.folder(projectRoot), DataSet.IMDB.files().get(0), ALL);
  }

  /**
   * Reads the reviews of a folder.
   *
   * @param expected how many there must be, half of them positive
   */
  static Imdb read(Path folder, PinnedFile json, int expected) {
    Path table = folder.resolve(ReviewsTable.NAME);
    Path tree = folder.resolve(ReviewsFolder.NAME);
    Path pinned = folder.resolve(json.name());
    if (!Files.exists(pinned) && Files.exists(table)) {
      return of(table, ReviewsTable.read(table), expected);
    }
    if (!Files.exists(pinned) && Files.isDirectory(tree)) {
      return of(tree, ReviewsFolder.read(tree), expected);
    }
    return of(pinned, ReviewsJson.parse(pinned, json.read(DataSet.IMDB, folder)), expected);
  }

  private static Imdb of(Path source, List<Review> reviews, int expected) {
    long positive = reviews.stream().filter(Review::positive).count();
    if (reviews.size() != expected || 2 * positive != expected) {
      throw DataSet.IMDB.fault(
          source,
          "%d reviews, %d positive, instead of %d, half of them positive"
              .formatted(reviews.size(), positive, expected));
    }
    return new Imdb(source.getFileName().toString(), reviews);
  }

  /** One line about what it holds. */
  String describe() {
    return "%d reviews, half of them positive, from %s".formatted(reviews.size(), source);
  }
}
