package org.grokcheck.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reviews as a table with the columns {@code review} and {@code sentiment}. */
final class ReviewsTable {
  static final String NAME = "IMDB Dataset.csv";

  private ReviewsTable() {}

  /**
   * Reads the table.
   *
   * @throws DataFault naming the first row that is not as it should be
   */
  static List<Review> read(Path file) {
    Table table = Table.read(DataSet.IMDB, file);
    int text = table.column("review");
    int sentiment = table.column("sentiment");
    List<Review> reviews = new ArrayList<>();
    for (List<String> row : table.rows()) {
      String word = row.get(sentiment);
      if (!word.equals("positive") && !word.equals("negative")) {
        throw DataSet.IMDB.fault(
            file,
            "row %d: sentiment '%s' is neither positive nor negative"
                .formatted(reviews.size() + 2, Table.shortened(word)));
      }
      reviews.add(new Review(row.get(text), word.equals("positive")));
    }
    return reviews;
  }
}
