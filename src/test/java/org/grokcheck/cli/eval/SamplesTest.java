package org.grokcheck.cli.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code eval} answers for the claims of each paper, against values of 30 digits or more. */
class SamplesTest {
  private static final EvalIndex INDEX = EvalIndex.ofProduct();

  /** The contract of eval: relative, wherever a double can hold the number. */
  private static final double CONTRACT = 1e-12;

  /** What is left of terms of order 1 that cancel: a few units in the last place. */
  private static final double ZERO = 1e-15;

  /** Farther apart no two numbers are equal, however far. */
  private static final BigInteger FAR = BigInteger.valueOf(1000);

  /** An exponent may be larger than what a decimal of the library holds. */
  private static final Pattern SCIENTIFIC = Pattern.compile("([-+]?[0-9.]+)[eE]([-+]?[0-9]+)");

  /** The papers whose folder has samples. */
  static List<String> papers() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("reference-data"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("samples.json")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static List<JsonNode> samples(String paper) throws IOException {
    Path file = Path.of("reference-data", paper, "samples.json");
    JsonNode root = StrictJson.read(Files.readAllBytes(file), file.toString());
    return StreamSupport.stream(root.get("samples").spliterator(), false).toList();
  }

  @ParameterizedTest
  @MethodSource("papers")
  void everySampleIsMet(String paper) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (JsonNode sample : samples(paper)) {
      String claim = sample.get("claim").textValue();
      ObjectNode outputs = INDEX.evaluate(claim, (ObjectNode) sample.get("inputs"));
      compare(claim + " " + sample.get("inputs"), sample.get("expected"), outputs, wrong);
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @MethodSource("papers")
  void everyCallableClaimHasASample(String paper) throws IOException {
    Set<String> sampled = new TreeSet<>();
    samples(paper).forEach(sample -> sampled.add(sample.get("claim").textValue()));
    Set<String> callable = new TreeSet<>(INDEX.claims());
    callable.removeIf(claim -> !claim.startsWith(paper + "."));
    assertEquals(callable, sampled);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kumar.app11.spectrum | {"D":0,"eps":1} | D (input dimension): need
          kumar.app11.spectrum | {"D":5000000000,"eps":1} | D (input dimension): need at most
          kumar.ext.ntk-rank | {"D":2,"N":0} | N (width): need
          kumar.eq17 | {"D":2,"beta_norm_sq":-1} | beta_norm_sq: need
          kumar.eq6 | {"D":2,"beta_norm_sq":1,"wbar":"one","M":"zero matrix"} | wbar: need
          kumar.eq20 | {"eps":1,"beta":[1],"wbar":[1,2],"M":[[1,0],[0,1]]} | beta: need 2
          kumar.eq20 | {"eps":1,"beta":[1,1],"wbar":[1,2],"M":[[1,0],[1,1]]} | M (second moment): need
          kumar.ext.feasibility | {"N":1,"D":1,"beta_norm_sq":1,"alpha":0,"eps":1} | alpha: need
          kumar.ext.bures-endpoint | {"D":2,"beta_norm_sq":1,"alpha":-1,"eps":1,"sigma":1} | alpha*eps: need
          kumar.ext.d1-logistic | {"kappa":-1,"tau_prime":1} | kappa: need
          kumar.ext.lv-rates | {"D":2,"kappa":-0.5} | kappa: need
          kumar.ext.uncentred-power-law | {"D":1,"alpha":1,"eps":1,"tau_prime":1} | D (input dimension): need
          kumar.sec5.cka | {"K":[[1,0],[1,1]],"y":[1,1]} | K (Gram matrix): need
          kumar.ext.ntk-spectrum-anyM | {"M_eigenvalues":[1,-1],"eps":1,"wbar":"zero"} | M_eigenvalues: need
          kumar.sec8.3.2.fluctuation | {"P":0} | P (samples): need
          omnigrok.ext.collapse | {"depth":1,"y":2} | depth: need a whole number of at least 2
          omnigrok.ext.init-norm | {"sizes":[3]} | sizes: need at least 2 widths
          omnigrok.eq6.m | {"D_norm_sq":0,"eta_R":1,"dl_dm":1} | D_norm_sq: need
          """)
  void badInputsAreNamed(String claim, String inputs, String start) {
    ObjectNode values =
        (ObjectNode) StrictJson.read(inputs.getBytes(StandardCharsets.UTF_8), "inputs");
    String message =
        assertThrows(IllegalArgumentException.class, () -> INDEX.evaluate(claim, values))
            .getMessage();
    assertTrue(message.startsWith(start), message);
  }

  private static void compare(
      String where, JsonNode expected, JsonNode actual, List<String> wrong) {
    if (expected.isObject()) {
      assertTrue(names(actual).containsAll(names(expected)), where + ": " + actual);
      for (Map.Entry<String, JsonNode> entry : expected.properties()) {
        compare(where + "/" + entry.getKey(), entry.getValue(), actual.get(entry.getKey()), wrong);
      }
    } else if (expected.isArray()) {
      assertEquals(expected.size(), actual.size(), where);
      for (int i = 0; i < expected.size(); i++) {
        compare(where + "/" + i, expected.get(i), actual.get(i), wrong);
      }
    } else if (!agrees(expected, actual)) {
      wrong.add(where + ": expected " + expected + ", got " + actual);
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static boolean agrees(JsonNode expected, JsonNode actual) {
    if (!isNumber(expected)) {
      return expected.equals(actual);
    }
    if (!isNumber(actual)) {
      return false;
    }
    BigInteger exponent = exponent(expected);
    BigDecimal wanted = shifted(expected, exponent);
    BigDecimal got = shifted(actual, exponent);
    if (wanted.signum() == 0) {
      return got.abs().doubleValue() <= ZERO;
    }
    BigDecimal error = got.subtract(wanted).divide(wanted, MathContext.DECIMAL64);
    return error.abs().doubleValue() <= CONTRACT;
  }

  private static boolean isNumber(JsonNode value) {
    return value.isNumber() || (value.isTextual() && value.textValue().matches("[-+]?[0-9].*"));
  }

  private static BigInteger exponent(JsonNode number) {
    Matcher parts = SCIENTIFIC.matcher(number.asText());
    return parts.matches() ? new BigInteger(parts.group(2)) : BigInteger.ZERO;
  }

  /** The number times ten to the power of minus the exponent. */
  private static BigDecimal shifted(JsonNode number, BigInteger exponent) {
    Matcher parts = SCIENTIFIC.matcher(number.asText());
    BigDecimal mantissa = new BigDecimal(parts.matches() ? parts.group(1) : number.asText());
    if (mantissa.signum() == 0) {
      return mantissa;
    }
    int shift = exponent(number).subtract(exponent).max(FAR.negate()).min(FAR).intValueExact();
    return mantissa.scaleByPowerOfTen(shift);
  }
}
