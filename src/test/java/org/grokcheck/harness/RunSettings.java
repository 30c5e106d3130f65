package org.grokcheck.harness;

import java.nio.file.Path;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.math.Seeds;

/** What the command line says about the whole run, by system properties. */
public final class RunSettings {
  private static final long DEFAULT_SEED = 20260101L;

  private RunSettings() {}

  /** The one seed from which every random draw of the run is derived. */
  public static long rootSeed() {
    String text = System.getProperty("grokcheck.seed", "");
    try {
      return text.isBlank() ? DEFAULT_SEED : Long.parseLong(text.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "grokcheck.seed = '" + text + "' must be a whole number, such as " + DEFAULT_SEED, e);
    }
  }

  /**
   * Where tests compute that follow the user's choice; a CUDA device where one can be used, unless
   * told.
   */
  public static DeviceChoice device() {
    String text = System.getProperty("grokcheck.device", "").strip();
    return DeviceChoice.parse(text.isEmpty() ? "auto" : text);
  }

  /** The named random streams of the run. */
  public static Seeds seeds() {
    return new Seeds(rootSeed());
  }

  /**
   * Share of each property's tries to make, 1 unless told: mutation testing asks for fewer, and
   * keeps its evidence to itself.
   */
  public static double triesFactor() {
    return Double.parseDouble(System.getProperty("grokcheck.tries.factor", "1"));
  }

  /** The folder that receives the evidence. */
  public static Path evidenceFolder() {
    return Path.of(System.getProperty("grokcheck.evidence", "target/evidence"));
  }

  /** Globs of the claims to check, comma-separated; blank for all. */
  public static String claims() {
    return System.getProperty("claims", "");
  }

  /** Names of the tests to run, {@code class#method}, comma-separated; blank for all. */
  public static String tests() {
    return System.getProperty("grokcheck.tests", "");
  }
}
