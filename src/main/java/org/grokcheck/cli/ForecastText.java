package org.grokcheck.cli;

import java.util.List;
import java.util.Locale;
import org.grokcheck.notsawo.signal.ForecastCalibration;
import org.grokcheck.notsawo.signal.ForecastCalibration.Rates;
import org.grokcheck.notsawo.signal.SpectralSignature;

/** What a signature forecasts, in words, with its error rates and limits. */
final class ForecastText {
  private ForecastText() {}

  static List<String> of(SpectralSignature signature, ForecastCalibration calibration) {
    double threshold = calibration.threshold();
    boolean more = signature.roughness() >= threshold;
    Rates rates = calibration.leftOut();
    return List.of(
        line(
            "forecast        %s: %.3g squared oscillation a loss, threshold %.3g",
            more ? "will generalise" : "will not generalise", signature.roughness(), threshold),
        line(
            "error rates     of %d runs that generalised %s were missed, of %d others %s were taken"
                + " for such",
            rates.generalised(),
            share(rates.generalised() - rates.hits(), rates.generalised()),
            rates.others(),
            share(rates.others() - rates.rejections(), rates.others())),
        line("area            %.2f under the ROC curve; 0.5 is guessing", calibration.area()),
        "limits          calibrated on small networks that learnt addition modulo 17, their first"
            + " 60 losses, each forecast by the threshold of the others; learning rate times weight"
            + " decay alone told those runs apart at least as well; elsewhere take the signature as"
            + " a description");
  }

  private static String share(int part, int all) {
    double[] interval = ForecastCalibration.interval(part, all);
    return line(
        "%.0f%% [%.0f%%, %.0f%%]", 100.0 * part / all, 100 * interval[0], 100 * interval[1]);
  }

  private static String line(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
