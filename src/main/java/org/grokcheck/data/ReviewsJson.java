package org.grokcheck.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reviews as one JSON array of {@code {"t": text, "s": 0 or 1}}, as the package registry has them.
 */
final class ReviewsJson {
  static final String NAME = "reviews.json";

  private final Path file;
  private final JsonParser json;
  private final List<Review> reviews = new ArrayList<>();

  private ReviewsJson(Path file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Reads the array.
   *
   * @param file for messages
   * @param content of the file
   * @throws DataFault naming the first review that is not as it should be
   */
  static List<Review> parse(Path file, byte[] content) {
    try (JsonParser parser = new JsonFactory().createParser(content)) {
      ReviewsJson reader = new ReviewsJson(file, parser);
      reader.array();
      return reader.reviews;
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().lines().findFirst().orElse("no reason given");
      throw DataSet.IMDB.fault(
          file, "not JSON in line %d: %s".formatted(e.getLocation().getLineNr(), problem), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void array() throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw DataSet.IMDB.fault(file, "not an array of reviews");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      reviews.add(review());
    }
  }

  private Review review() throws IOException {
    String text = "";
    int sentiment = -1;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("t") && value == JsonToken.VALUE_STRING) {
        text = json.getText();
      } else if (name.equals("s") && value == JsonToken.VALUE_NUMBER_INT) {
        sentiment = json.getIntValue();
      }
    }
    if (text.isEmpty() || sentiment < 0 || sentiment > 1) {
      throw DataSet.IMDB.fault(
          file,
          "review %d has no text 't' or no sentiment 's' of 0 or 1".formatted(reviews.size() + 1));
    }
    return new Review(text, sentiment == 1);
  }
}
