package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.Map;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.notsawo.NamedMethod;
import org.grokcheck.notsawo.TestSurface;
import org.junit.jupiter.api.Test;

/** App. I: the drawn paths, each from the one start that the ledger names. */
class DescentFigureReproduction {
  private static void draw(
      DescentFigures figures, Map<NamedMethod, double[][]> paths, List<String> claims) {
    figures.figure(claims, paths).write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  private static double end(TestSurface surface, double[][] path) {
    return surface.distance(path[path.length - 1]);
  }

  /** Of six paths from (-1.2, 1) those with steps of their own end within 0.05 of (1, 1). */
  @Test
  @Checks(value = "notsawo.fig26", scale = Scale.DESK)
  void adaptivePathsEndAtTheMinimum() {
    TestSurface surface = TestSurface.ROSENBROCK;
    DescentFigures figures = new DescentFigures(surface, List.of(-1.2, 1.0), 1e-3, 10_000);
    Map<NamedMethod, double[][]> paths = figures.paths();
    draw(figures, paths, List.of("notsawo.appi.ros_methods", "notsawo.fig25", "notsawo.fig26"));
    for (NamedMethod method : DescentFigures.METHODS.subList(2, 6)) {
      Check.of("notsawo.fig26", "distance at the end of the drawn path, " + method)
          .by(Oracle.REPRODUCTION)
          .at("start", "(-1.2, 1)")
          .expectingAtMost(0.05, new Tolerance.Exact())
          .holds(end(surface, paths.get(method)))
          .rejects("sgd", end(surface, paths.get(NamedMethod.SGD)));
    }
  }

  /** None of six paths from (3.3, -2.7) leaves for the global minimum of Rastrigin's function. */
  @Test
  @Checks(value = "notsawo.fig29", scale = Scale.DESK)
  void pathsEndInTheBasinOfTheirStart() {
    TestSurface surface = TestSurface.RASTRIGIN;
    DescentFigures figures = new DescentFigures(surface, List.of(3.3, -2.7), 1e-2, 5000);
    Map<NamedMethod, double[][]> paths = figures.paths();
    draw(figures, paths, List.of("notsawo.appi.ras_none", "notsawo.fig28", "notsawo.fig29"));
    double[][] near =
        new DescentFigures(surface, List.of(0.2, 0.1), 1e-2, 5000).paths().get(NamedMethod.RPROP);
    for (NamedMethod method : DescentFigures.METHODS) {
      Check.of("notsawo.fig29", "0.5 over the distance at the end of the drawn path, " + method)
          .by(Oracle.REPRODUCTION)
          .at("start", "(3.3, -2.7)")
          .expectingAtMost(1, new Tolerance.Exact())
          .holds(0.5 / end(surface, paths.get(method)))
          .rejects("from (0.2, 0.1), rprop", 0.5 / end(surface, near));
    }
  }
}
