package org.grokcheck.harness;

import io.qameta.allure.Allure;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.report.figure.FigureRenderer;

/**
 * Attaches the figures that a test has left to its entry in the Allure report: each drawing once,
 * at the first test of its claims that ends with it.
 */
final class AllureFigures {
  private static final Set<String> ATTACHED = ConcurrentHashMap.newKeySet();

  private AllureFigures() {}

  static void attach(TestRecord record) {
    Path folder = RunSettings.evidenceFolder().resolve(FigureData.FOLDER);
    if (Files.isDirectory(folder)) {
      FigureData.readAll(folder).stream()
          .filter(figure -> !Collections.disjoint(figure.claims(), record.claims()))
          .forEach(AllureFigures::attach);
    }
  }

  private static void attach(FigureData figure) {
    String svg = FigureRenderer.svg(figure);
    if (ATTACHED.add(svg)) {
      byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
      Allure.addAttachment(figure.id(), "image/svg+xml", new ByteArrayInputStream(bytes), ".svg");
    }
  }
}
