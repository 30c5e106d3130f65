package org.grokcheck.notsawo.eval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.notsawo.signal.CutOffMoment;
import org.grokcheck.notsawo.signal.DampedOscillation;
import org.grokcheck.notsawo.signal.Energy;
import org.grokcheck.notsawo.signal.GaussianPulse;
import org.grokcheck.notsawo.signal.Hjorth;
import org.grokcheck.notsawo.signal.RocArea;
import org.grokcheck.notsawo.signal.Spectrum;

/** Evaluates energies, Hjorth parameters and areas under ROC curves. */
public final class SignalEvaluations {
  private static final MathContext DIGITS = new MathContext(30);

  private SignalEvaluations() {}

  /** An energy in both domains. */
  public record Transformed(double sum_sq, double dft_energy, double ratio) {}

  /** Evaluates {@link Spectrum#total}. */
  @Evaluates("notsawo.sec3.parseval")
  public static Transformed transformed(List<Double> x) {
    double[] signal = x.stream().mapToDouble(Double::doubleValue).toArray();
    double energy = Energy.of(signal);
    double total = Spectrum.of(signal).total();
    return new Transformed(energy, total, total / energy);
  }

  /** Moments by two conventions. */
  public record Moments(
      double energy,
      double nonunitary_angular,
      double unitary_angular,
      double m2_unitary,
      double m4_unitary) {}

  /** Evaluates {@link GaussianPulse}. */
  @Evaluates("notsawo.sec3.parseval")
  public static Moments pulse(String signal) {
    Words.require("signal", signal, "exp(-t^2/2) on R");
    return new Moments(
        GaussianPulse.energy(),
        GaussianPulse.nonUnitaryMoment(0),
        GaussianPulse.unitaryMoment(0),
        GaussianPulse.unitaryMoment(2),
        GaussianPulse.unitaryMoment(4));
  }

  /** Energies of derivatives and what follows. */
  public record Damped(
      BigDecimal m0,
      BigDecimal m2,
      BigDecimal m4,
      double mobility,
      double complexity_hjorth,
      double complexity_as_printed) {}

  /** Evaluates {@link DampedOscillation}. */
  @Evaluates("notsawo.ext.hjorth_damped")
  public static Damped damped(
      BigDecimal A, BigDecimal kappa, BigDecimal omega, BigDecimal phi, double T) {
    DampedOscillation signal = new DampedOscillation(A, kappa, omega, phi, T);
    DampedOscillation.Shape shape = signal.shape();
    return new Damped(
        signal.energy(0),
        signal.energy(1),
        signal.energy(2),
        shape.mobility(),
        shape.complexity(),
        shape.printedComplexity());
  }

  /** Hjorth's parameters by both definitions of complexity. */
  public record Parameters(
      double activity, double mobility, double complexity_hjorth, double complexity_as_printed) {}

  /** Evaluates {@link Hjorth#ofCosine}. */
  @Evaluates("notsawo.ext.hjorth_discrete")
  public static Parameters discrete(int N, long k, String signal) {
    Words.require("signal", signal, "cos(2 pi k t/N), periodic differences");
    Hjorth hjorth = Hjorth.ofCosine(N, k);
    return new Parameters(
        hjorth.activity(), hjorth.mobility(), hjorth.complexity(), hjorth.printedComplexity());
  }

  /** A moment and what it would be without the jumps. */
  public record CutOff(double m2_cutoff_nonunitary, double energy_of_derivative_times_2pi) {}

  /** Evaluates {@link CutOffMoment}. */
  @Evaluates("notsawo.ext.m2_window")
  public static CutOff cutOff(String signal, double cutoff) {
    Words.require("signal", signal, "exp(-t) on [0,1], zero outside");
    return new CutOff(CutOffMoment.of(cutoff), CutOffMoment.ofDerivative());
  }

  /** Hjorth's parameters and the energy. */
  public record Window(double activity, double mobility, double complexity, double energy) {}

  /** Evaluates {@link Hjorth#ofWindow}. */
  @Evaluates("notsawo.ext.complexity_window")
  public static Window window(String signal, String convention) {
    Words.require(
        "convention",
        convention,
        "population variances of the signal, first and second differences");
    double[] samples = samples(signal);
    Hjorth hjorth = Hjorth.ofWindow(samples);
    return new Window(
        hjorth.activity(), hjorth.mobility(), hjorth.complexity(), Energy.of(samples));
  }

  private static double[] samples(String signal) {
    return switch (signal) {
      case "2^i, i=0..9" -> list(10, i -> Math.scalb(1.0, i));
      case "i^3, i=0..7" -> list(8, i -> (double) i * i * i);
      case "1e8+(-1)^i, i=0..6" -> list(7, i -> 1e8 + (i % 2 == 0 ? 1 : -1));
      default ->
          throw new IllegalArgumentException(
              "signal: need '2^i, i=0..9', 'i^3, i=0..7' or '1e8+(-1)^i, i=0..6', got '"
                  + signal
                  + "'");
    };
  }

  private static double[] list(int count, IntToDoubleFunction value) {
    return IntStream.range(0, count).mapToDouble(value).toArray();
  }

  /** The law without association. */
  public record Null(BigDecimal null_variance, BigDecimal prob_perfect) {}

  /** Evaluates {@link RocArea#nullVariance} and {@link RocArea#perfectProbability}. */
  @Evaluates("notsawo.ext.auc")
  public static Null withoutAssociation(int n_pos, int n_neg) {
    return new Null(
        RocArea.nullVariance(n_pos, n_neg).toDecimal(DIGITS),
        RocArea.perfectProbability(n_pos, n_neg).toDecimal(DIGITS));
  }

  /** An area. */
  public record Area(double auc) {}

  /** Evaluates {@link RocArea#of}. */
  @Evaluates("notsawo.ext.auc")
  public static Area area(List<Double> positives, List<Double> negatives) {
    return new Area(
        RocArea.of(
            positives.stream().mapToDouble(Double::doubleValue).toArray(),
            negatives.stream().mapToDouble(Double::doubleValue).toArray()));
  }
}
