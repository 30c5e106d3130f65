package org.grokcheck.notsawo;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.stream.Stream;
import org.grokcheck.evidence.Infrastructure;
import org.junit.jupiter.api.Test;

/** The last input of each domain is taken, the first beyond it is refused by name and range. */
@Infrastructure("refusals of bad input, which no claim is about")
class DomainTest {
  @Test
  void surfaces() {
    check(SurfaceEdges.all());
  }

  @Test
  void tables() {
    check(TableEdges.all());
  }

  @Test
  void curves() {
    check(CurveEdges.all());
  }

  @Test
  void signals() {
    check(SignalEdges.all());
  }

  @Test
  void descents() {
    check(DescentEdges.all());
  }

  @Test
  void dimensions() {
    check(DimensionEdges.all());
  }

  @Test
  void paths() {
    check(PathEdges.all());
  }

  @Test
  void curvatures() {
    check(CurvatureEdges.all());
  }

  private static void check(Stream<Edge> edges) {
    assertAll(edges.map(edge -> edge::check));
  }
}
