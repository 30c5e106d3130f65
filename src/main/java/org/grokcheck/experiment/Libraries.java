package org.grokcheck.experiment;

import java.security.CodeSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of the libraries that numbers or pages depend on, read from the names of their jars. */
final class Libraries {
  private static final Pattern JAR = Pattern.compile("/([^/]+?)-([0-9][^/]*)\\.jar$");
  private static final String[] WITNESSES = {
    "org.apache.commons.math3.util.FastMath",
    "org.apache.commons.numbers.gamma.Erf",
    "org.bytedeco.pytorch.global.torch",
    "org.ejml.simple.SimpleMatrix",
    "org.ojalgo.matrix.store.MatrixStore",
    "org.snakeyaml.engine.v2.api.Load",
    "com.fasterxml.jackson.databind.json.JsonMapper",
    "org.jfree.chart.JFreeChart",
    "uk.ac.ed.ph.snuggletex.SnuggleEngine"
  };

  private Libraries() {}

  static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    for (String witness : WITNESSES) {
      Matcher jar = JAR.matcher(location(witness));
      if (jar.find()) {
        versions.put(jar.group(1), jar.group(2));
      }
    }
    return versions;
  }

  /** Where a class was loaded from; empty if it is not on the class path. */
  private static String location(String className) {
    try {
      ClassLoader loader = Libraries.class.getClassLoader();
      CodeSource source =
          Class.forName(className, false, loader).getProtectionDomain().getCodeSource();
      return source == null ? "" : source.getLocation().getPath();
    } catch (ClassNotFoundException | LinkageError e) {
      return "";
    }
  }
}
