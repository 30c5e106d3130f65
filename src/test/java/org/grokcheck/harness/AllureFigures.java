package org.grokcheck.harness;

import io.qameta.allure.Allure;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.report.figure.FigureRenderer;

/** Attaches the figures that a test has left to its entry in the Allure report. */
final class AllureFigures {
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
    byte[] svg = FigureRenderer.svg(figure).getBytes(StandardCharsets.UTF_8);
    Allure.addAttachment(figure.id(), "image/svg+xml", new ByteArrayInputStream(svg), ".svg");
  }
}
