package org.grokcheck.cli.eval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;

/** The index of classes and annotations that the build makes of the product. */
public final class ProductIndex {
  private ProductIndex() {}

  /**
   * The index that was built with this class, from the same jar or folder.
   *
   * @throws UncheckedIOException if it isn't there
   */
  public static IndexView load() {
    String self = ProductIndex.class.getName().replace('.', '/') + ".class";
    String here = String.valueOf(ProductIndex.class.getResource("/" + self));
    String place = here.substring(0, here.length() - self.length()) + "META-INF/jandex.idx";
    try (InputStream in = new URL(place).openStream()) {
      return new IndexReader(in).read();
    } catch (IOException e) {
      throw new UncheckedIOException("no index of annotations at " + place + "; build it again", e);
    }
  }
}
