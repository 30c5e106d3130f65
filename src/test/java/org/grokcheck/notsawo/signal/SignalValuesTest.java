package org.grokcheck.notsawo.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.grokcheck.evidence.Infrastructure;
import org.junit.jupiter.api.Test;

/** Short signals and simple waves, whose parameters are worked by hand. */
@Infrastructure("plain values at which each formula is known without it; its claims have their own")
class SignalValuesTest {
  private static final double PI = Math.PI;
  private static final BigDecimal ZERO = BigDecimal.ZERO;
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static void near(double expected, double actual) {
    assertEquals(expected, actual, 1e-14 * Math.max(1, Math.abs(expected)));
  }

  /** 25 samples, all 0 but the middle one. */
  private static double[] impulse(double height) {
    double[] signal = new double[25];
    signal[12] = height;
    return signal;
  }

  @Test
  void averages() {
    double[] trend = HighPass.trend(impulse(11));
    double[] rest = HighPass.oscillation(impulse(11));
    for (int t = 0; t < 25; t++) {
      int near = Math.abs(t - 12) <= 5 ? 1 : 0;
      near(near, trend[t]);
      near((t == 12 ? 11 : 0) - near, rest[t]);
    }
    assertArrayEquals(new double[] {1, 3, 6}, HighPass.trend(new double[] {1, 2, 6}));
    // The window about the second of five samples holds three, about the third all five.
    assertArrayEquals(
        new double[] {0, 10, 6, 10, 0}, HighPass.trend(new double[] {0, 0, 30, 0, 0}));
  }

  /** Of the impulse, 10 is left in the middle and −1 at ten places. */
  @Test
  void signatureOfAnImpulse() {
    for (double[] losses : new double[][] {impulse(11), Arrays.copyOf(impulse(11), 90)}) {
      losses[losses.length - 1] += losses.length > 25 ? 77 : 0;
      SpectralSignature signature = SpectralSignature.of(losses, 25);
      assertEquals(25, signature.samples());
      near(121, signature.energy());
      near(121 - 121 / 25.0, signature.energyAboutMean());
      near(110, signature.oscillation());
      near(4.4, signature.roughness());
      assertEquals(Hjorth.ofWindow(impulse(11)), signature.hjorth());
    }
    assertEquals(25, SpectralSignature.of(impulse(1), 400).samples());
  }

  @Test
  void hjorth() {
    double[] alternating = {1, -1, 1, -1};
    Hjorth window = Hjorth.ofWindow(alternating);
    near(1, window.activity());
    near(StrictMath.sqrt(32 / 9.0), window.mobility());
    near(1.125, window.complexity());
    near(StrictMath.sqrt(4.5), window.printedComplexity());
    Hjorth period = Hjorth.ofPeriod(alternating);
    assertEquals(new Hjorth(1, 2, 1, 2), period);
    assertEquals(new Hjorth(1, 2, 1, 2), Hjorth.ofCosine(8, 4));
    for (long turns : new long[] {2, 6, -2, 10}) {
      Hjorth cosine = Hjorth.ofCosine(8, turns);
      assertEquals(0.5, cosine.activity());
      near(StrictMath.sqrt(2), cosine.mobility());
      assertEquals(1, cosine.complexity());
      near(StrictMath.sqrt(2), cosine.printedComplexity());
    }
    Hjorth constant = Hjorth.ofCosine(8, 8);
    assertEquals(0, constant.activity());
    assertTrue(Double.isNaN(constant.mobility()));
    assertArrayEquals(new double[] {3, 5}, Hjorth.differences(new double[] {1, 4, 9}));
    assertEquals(6, Hjorth.variance(new double[] {1, 4, 7}));
    // Deviations from a mean that was rounded: their own mean is taken off.
    assertEquals(2 / 3.0, Hjorth.variance(new double[] {1e15, 1e15 + 1, 1e15 + 2}), 1e-15);
    assertEquals(2, Energy.aboutTheMean(new double[] {1, 3}));
    assertEquals(25, Energy.of(new double[] {3, 4}));
  }

  /** All bins of an impulse hold 1. */
  @Test
  void spectra() {
    Spectrum four = Spectrum.of(new double[] {0, 1, 0, 0});
    Spectrum three = Spectrum.of(new double[] {0, 1, 0});
    IntStream.range(0, 4).forEach(k -> near(1, four.power(k)));
    near(4, four.total());
    near(4, four.oneSidedTotal());
    near(3, three.total());
    near(3, three.oneSidedTotal());
    near(1, four.moment(0));
    near(1, three.moment(0));
    assertEquals(0, four.moment(1), 1e-15);
    assertEquals(0, three.moment(3), 1e-14);
    near(3 * PI * PI / 8, four.moment(2));
    near(8 * PI * PI / 27, three.moment(2));
    near(9 * PI * PI * PI * PI / 32, four.moment(4));
    Spectrum two = Spectrum.of(new double[] {1, 2});
    near(9, two.power(0));
    near(1, two.power(1));
    near(5, two.moment(0));
    near(10, two.oneSidedTotal());
  }

  @Test
  void pulses() {
    double root = StrictMath.sqrt(PI);
    double[] moments = {root, 0, root / 2, 0, 3 * root / 4, 0, 15 * root / 8};
    for (int n = 0; n < moments.length; n++) {
      near(moments[n], GaussianPulse.unitaryMoment(n));
      near(2 * PI * moments[n], GaussianPulse.nonUnitaryMoment(n));
    }
    near(root, GaussianPulse.energy());
    near(PI * (1 - StrictMath.exp(-2)), CutOffMoment.ofDerivative());
    assertEquals(0, CutOffMoment.of(0));
  }

  /**
   * 2∫ω²|F|² between two cut-offs by Simpson's rule, on both sides of 40, where the method changes.
   * With 64 panels a unit the rule is off by some 10⁻¹⁰ of the length.
   */
  @Test
  void momentsBetweenCutOffs() {
    for (double[] range : new double[][] {{0, 3}, {38.5, 40}, {39.5, 41.25}, {60, 64}}) {
      int panels = (int) ((range[1] - range[0]) * 128);
      double h = (range[1] - range[0]) / panels;
      double sum = 0;
      for (int i = 0; i <= panels; i++) {
        double weight = i == 0 || i == panels ? 1 : 2 + 2 * (i % 2);
        sum += weight * h / 3 * density(range[0] + i * h);
      }
      double actual = CutOffMoment.of(range[1]) - CutOffMoment.of(range[0]);
      assertEquals(sum, actual, 1e-9);
    }
  }

  private static double density(double w) {
    double power = 1 + StrictMath.exp(-2) - 2 * StrictMath.exp(-1) * StrictMath.cos(w);
    return 2 * w * w * power / (1 + w * w);
  }

  private static double[] energies(String decay, String frequency, double duration) {
    DampedOscillation wave =
        new DampedOscillation(
            BigDecimal.valueOf(2),
            new BigDecimal(decay),
            new BigDecimal(frequency),
            ZERO,
            duration);
    return IntStream.range(0, 3).mapToDouble(d -> wave.energy(d).doubleValue()).toArray();
  }

  @Test
  void dampedWaves() {
    // 4 cos² 3t and its derivatives over T: half of each, and a wave that ends at sin 6T.
    double end = StrictMath.sin(6) / 6;
    assertArrayEquals(
        new double[] {2 * (1 + end), 18 * (1 - end), 162 * (1 + end)},
        energies("0", "3", 1),
        1e-13);
    double fall = -StrictMath.expm1(-2);
    assertArrayEquals(new double[] {2 * fall, 2 * fall, 2 * fall}, energies("1", "0", 1), 1e-14);
    // 2e^{−t} cos t, −2e^{−t}(cos t + sin t) and 4e^{−t} sin t over all t.
    assertArrayEquals(new double[] {1.5, 3, 2}, energies("1", "1", INFINITE), 1e-14);
    for (double duration : new double[] {499, 501, 1e9}) {
      assertArrayEquals(new double[] {1.5, 3, 2}, energies("1", "1", duration), 1e-14);
    }
    DampedOscillation turned =
        new DampedOscillation(ONE, ONE, ONE, new BigDecimal(PI / 2), INFINITE);
    near(0.125, turned.energy(0).doubleValue());
    DampedOscillation.Shape shape = new DampedOscillation(ONE, ONE, ONE, ZERO, INFINITE).shape();
    near(StrictMath.sqrt(2), shape.mobility());
    near(StrictMath.sqrt(2 / 3.0), shape.printedComplexity());
    near(1 / StrictMath.sqrt(3), shape.complexity());
  }
}
