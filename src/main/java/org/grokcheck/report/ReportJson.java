package org.grokcheck.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON of the reports: NaN is {@code null}, an infinity a string, a missing field an error. */
final class ReportJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(double.class, new NumberWriter())
                  .addSerializer(Double.class, new NumberWriter())
                  .addDeserializer(double.class, new NumberReader()))
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Accepts files that lack a field. */
  static final JsonMapper LENIENT =
      MAPPER.rebuild().disable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).build();

  private ReportJson() {}

  /** Indented text that ends in a line feed, the same on every system. */
  static String text(Object value) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return MAPPER.writer(printer).writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong and where, without the parser's excerpt. */
  static String oneLine(JsonProcessingException e) {
    String path = e instanceof JsonMappingException m ? m.getPathReference() : "";
    int field = path.indexOf('[');
    String where =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    return e.getOriginalMessage().lines().findFirst().orElse("not JSON")
        + where
        + (field < 0 ? "" : " in " + path.replaceAll("[\\w.]+\\.(\\w+\\[)", "$1"));
  }

  private static final class NumberWriter extends StdScalarSerializer<Double> {
    private static final long serialVersionUID = 1L;

    NumberWriter() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (value.isNaN()) {
        out.writeNull();
      } else if (value.isInfinite()) {
        out.writeString(value.toString());
      } else {
        out.writeNumber(value);
      }
    }
  }

  private static final class NumberReader extends StdScalarDeserializer<Double> {
    private static final long serialVersionUID = 1L;

    NumberReader() {
      super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return _parseDoublePrimitive(in, context);
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }
}
