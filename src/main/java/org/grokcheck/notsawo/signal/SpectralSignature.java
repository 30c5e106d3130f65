package org.grokcheck.notsawo.signal;

import java.util.Arrays;

/**
 * What the start of a loss curve says about a run (claims {@code notsawo.sec3.forecast}, {@code
 * notsawo.sec3.activity}).
 *
 * @param samples T, losses looked at
 * @param energy m₀ = Σ L², the paper's activity
 * @param energyAboutMean T times the variance, Hjorth's activity as an energy
 * @param oscillation Σ of squares without the moving average of {@link HighPass}
 * @param hjorth of the losses
 */
public record SpectralSignature(
    int samples, double energy, double energyAboutMean, double oscillation, Hjorth hjorth) {
  /** The paper's number of losses. */
  public static final int WINDOW = 400;

  /** The fewest losses that a signature is taken of. */
  public static final int FEWEST = 3;

  /**
   * Takes the signature of the first losses.
   *
   * @param losses in the order of steps, evenly spaced
   * @param window how many at most, from {@value #FEWEST}
   * @throws IllegalArgumentException if there are fewer than {@value #FEWEST}, or one isn't finite
   */
  public static SpectralSignature of(double[] losses, int window) {
    Require.that(window >= FEWEST, "window: need at least " + FEWEST + " losses, got " + window);
    Require.samples(losses, FEWEST);
    double[] start = Arrays.copyOf(losses, Math.min(window, losses.length));
    return new SpectralSignature(
        start.length,
        Energy.of(start),
        Energy.aboutTheMean(start),
        Energy.of(HighPass.oscillation(start)),
        Hjorth.ofWindow(start));
  }

  /** Returns the mean square of the oscillation, a score that doesn't grow with the window. */
  public double roughness() {
    return oscillation / samples;
  }
}
