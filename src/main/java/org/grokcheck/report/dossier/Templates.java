package org.grokcheck.report.dossier;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Page templates; they escape what they show unless it is markup that was made here. */
final class Templates {
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .escapeHTML(true)
          .emptyStringIsFalse(true)
          .zeroIsFalse(true)
          .strictSections(true)
          .withLoader(name -> new StringReader(resource(name + ".mustache")));

  private Templates() {}

  static Template of(String name) {
    return COMPILER.compile(resource(name + ".mustache"));
  }

  static String resource(String name) {
    String path = "/report/" + name;
    try (InputStream in = Templates.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + path + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the resource " + path, e);
    }
  }
}
