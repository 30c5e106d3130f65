package org.grokcheck.notsawo;

import org.grokcheck.evidence.Infrastructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The last input of each domain is taken, the first beyond it is refused by name and range. */
@Infrastructure("refusals of bad input, which no claim is about")
class DomainTest {

  @ParameterizedTest
  @MethodSource({
    "org.grokcheck.notsawo.SurfaceEdges#all",
    "org.grokcheck.notsawo.TableEdges#all",
    "org.grokcheck.notsawo.CurveEdges#all",
    "org.grokcheck.notsawo.SignalEdges#all",
    "org.grokcheck.notsawo.DescentEdges#all",
    "org.grokcheck.notsawo.DimensionEdges#all",
    "org.grokcheck.notsawo.PathEdges#all",
    "org.grokcheck.notsawo.CurvatureEdges#all"
  })
  void edgesAreTaken(Edge edge) {
    edge.check();
  }
}
