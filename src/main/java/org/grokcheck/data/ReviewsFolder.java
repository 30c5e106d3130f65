package org.grokcheck.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reviews as folders {@code train} and {@code test}, in each {@code pos} and {@code neg}. */
final class ReviewsFolder {
  static final String NAME = "aclImdb";

  private ReviewsFolder() {}

  /**
   * Reads all files, in the order of their names.
   *
   * @throws DataFault naming the first folder or file that is not as it should be
   */
  static List<Review> read(Path folder) {
    List<Review> reviews = new ArrayList<>();
    for (String part : List.of("train", "test")) {
      add(folder.resolve(part).resolve("pos"), true, reviews);
      add(folder.resolve(part).resolve("neg"), false, reviews);
    }
    return reviews;
  }

  private static void add(Path folder, boolean positive, List<Review> reviews) {
    if (!Files.isDirectory(folder)) {
      throw DataSet.IMDB.fault(folder, "missing");
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (!file.getFileName().toString().matches("\\d+_\\d+\\.txt")) {
          throw DataSet.IMDB.fault(file, "not a review: names are NUMBER_RATING.txt");
        }
        reviews.add(new Review(DataFiles.text(DataSet.IMDB, file), positive));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
