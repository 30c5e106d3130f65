package org.grokcheck.notsawo.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.grokcheck.evidence.Infrastructure;
import org.junit.jupiter.api.Test;

/** Minima, maxima, barriers and turns of functions on a few points, counted by hand. */
@Infrastructure("what slices are read with, on hand-counted points")
class SliceShapeTest {
  private static final double[] WAVES = {3, 1, 2, 0, 5, 4, 6};

  @Test
  void interiorExtremaAreBelowOrAboveBothNeighbours() {
    assertArrayEquals(new int[] {1, 3, 5}, SliceShape.minima(WAVES));
    assertArrayEquals(new int[] {2, 4}, SliceShape.maxima(WAVES));
    assertArrayEquals(new int[0], SliceShape.minima(new double[] {1, 2, 3}));
    assertArrayEquals(new int[0], SliceShape.maxima(new double[] {1, 2, 3}));
  }

  @Test
  void aFlatTopIsOneMaximumOnceRepeatsAreGone() {
    double[] flat = {0, 2, 2, 2, 1};
    assertEquals(0, SliceShape.maxima(flat).length);
    assertArrayEquals(new double[] {0, 2, 1}, SliceShape.withoutRepeats(flat));
    assertArrayEquals(new int[] {1}, SliceShape.maxima(SliceShape.withoutRepeats(flat)));
  }

  @Test
  void aBarrierRisesAboveTheHigherEnd() {
    assertEquals(2, SliceShape.barrier(new double[] {1, 5, 3}));
    assertEquals(0, SliceShape.barrier(WAVES));
  }

  @Test
  void coarserSlicesKeepBothEnds() {
    assertArrayEquals(new double[] {3, 2, 5, 6}, SliceShape.coarser(WAVES, 2));
    assertArrayEquals(new double[] {3, 0, 6}, SliceShape.coarser(WAVES, 3));
  }

  @Test
  void levelStretchesAreNoTurns() {
    assertEquals(5, SliceShape.turns(WAVES));
    assertEquals(1, SliceShape.turns(new double[] {0, 1, 1, 2, 2, 1}));
    assertEquals(0, SliceShape.turns(new double[] {0, 1, 1, 2}));
  }
}
