package org.grokcheck.notsawo.experiment;

import org.grokcheck.compute.Layout;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.curvature.FilterNormalization;
import org.grokcheck.notsawo.experiment.SliceReader.Line;

/** Slices through θ* along θ_0 − θ* and θ_mem − θ*, and the segments between (Fig. 3). */
final class LineSlices {
  /** Along θ_0 − θ* as it is, α from −3 to 3. */
  static final String FIRST = "towards the first";

  /** Along θ_mem − θ* as it is, α from −3 to 3. */
  static final String MEMORISED = "towards the memorised";

  /** Along the unit vector of θ_0 − θ*, α from −3 to 3. */
  static final String UNIT = "unit, towards the first";

  /** Along θ_0 − θ* with the filters' norms of θ*, α from −3 to 3. */
  static final String FILTER = "filter norms, towards the first";

  /** From θ* to θ_0, α from 0 to 1. */
  static final String FIRST_SEGMENT = "segment to the first";

  /** From θ* to θ_mem, α from 0 to 1. */
  static final String MEMORISED_SEGMENT = "segment to the memorised";

  /** Ends of the range of α. */
  static final double REACH = 3;

  private final SliceReader reader;
  private final double[] last;

  LineSlices(SliceReader reader, double[] last) {
    this.reader = reader;
    this.last = last;
  }

  /** All six. */
  Measurements of(Layout layout, double[] first, double[] memorised, Measurements before) {
    double[] back = SliceReader.difference(first, last);
    double[] near = SliceReader.difference(memorised, last);
    double[] unit = Vectors.scaled(1 / Vectors.norm(back), back);
    double[] filters = FilterNormalization.of(layout, last, back);
    Measurements seen = with(before, FIRST, reader.line(last, back, -REACH, REACH));
    seen = with(seen, MEMORISED, reader.line(last, near, -REACH, REACH));
    return seen.with(UNIT, reader.line(last, unit, -REACH, REACH).loss())
        .with(FILTER, reader.line(last, filters, -REACH, REACH).loss())
        .with(FIRST_SEGMENT, reader.line(last, back, 0, 1).loss())
        .with(MEMORISED_SEGMENT, reader.line(last, near, 0, 1).loss());
  }

  private static Measurements with(Measurements before, String name, Line line) {
    return before
        .with(name, line.loss())
        .with(name + ", training", line.training())
        .with(name + ", validation", line.validation());
  }
}
