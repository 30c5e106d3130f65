package org.grokcheck.cli.eval;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * JSON as the standard has it: no repeated names, nothing after the value, numbers kept exactly.
 */
public final class StrictJson {
  /** Reads decimals exactly and writes doubles in their shortest form. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .build();

  private StrictJson() {}

  /**
   * The value that a UTF-8 text holds.
   *
   * @param bytes the text, with or without a byte order mark
   * @param name of the file or option, for messages
   * @throws IllegalArgumentException naming the place of the first fault, {@code name:line:column}
   */
  public static JsonNode read(byte[] bytes, String name) {
    String text = decode(bytes, name);
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + ": empty; expected a JSON value");
    }
    try (JsonParser parser = MAPPER.createParser(text)) {
      JsonNode value = MAPPER.readTree(parser);
      if (parser.nextToken() != null) {
        throw at(name, parser.currentTokenLocation(), "text after the end of the JSON value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw at(name, e.getLocation(), e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  private static IllegalArgumentException at(String name, JsonLocation place, String message) {
    String where = place == null ? "" : ":" + place.getLineNr() + ":" + place.getColumnNr();
    String what = message.strip().replaceAll("\\s+", " ").replaceAll(" \\(start marker at .*", "");
    return new IllegalArgumentException(name + where + ": not valid JSON: " + what);
  }

  private static String decode(byte[] bytes, String name) {
    CharBuffer out = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      long line = 1 + text.chars().filter(c -> c == '\n').count();
      throw new IllegalArgumentException(name + ":" + line + ": not valid UTF-8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
