package org.grokcheck.cli.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code eval} answers for the claims of {@code kumar}, against values from 60 digits. */
class KumarSamplesTest {
  private static final EvalIndex INDEX = EvalIndex.ofProduct();

  /** The contract of eval: relative, wherever a double can hold the number. */
  private static final double CONTRACT = 1e-12;

  private static List<JsonNode> samples() throws IOException {
    Path file = Path.of("reference-data", "kumar", "samples.json");
    JsonNode root = StrictJson.read(Files.readAllBytes(file), file.toString());
    return StreamSupport.stream(root.get("samples").spliterator(), false).toList();
  }

  @Test
  void everySampleIsMet() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (JsonNode sample : samples()) {
      String claim = sample.get("claim").textValue();
      ObjectNode outputs = INDEX.evaluate(claim, (ObjectNode) sample.get("inputs"));
      compare(claim + " " + sample.get("inputs"), sample.get("expected"), outputs, wrong);
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyCallableClaimHasASample() throws IOException {
    Set<String> sampled = new TreeSet<>();
    samples().forEach(sample -> sampled.add(sample.get("claim").textValue()));
    Set<String> callable = new TreeSet<>(INDEX.claims());
    callable.removeIf(claim -> !claim.startsWith("kumar."));
    assertEquals(sampled, callable);
    assertTrue(sampled.size() >= 25, sampled.toString());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          app11.spectrum | {"D":0,"eps":1} | D (input dimension): need
          app11.spectrum | {"D":5000000000,"eps":1} | D (input dimension): need at most
          ext.ntk-rank | {"D":2,"N":0} | N (width): need
          eq17 | {"D":2,"beta_norm_sq":-1} | beta_norm_sq: need
          eq6 | {"D":2,"beta_norm_sq":1,"wbar":"one","M":"zero matrix"} | wbar: need
          eq20 | {"eps":1,"beta":[1],"wbar":[1,2],"M":[[1,0],[0,1]]} | beta: need 2
          eq20 | {"eps":1,"beta":[1,1],"wbar":[1,2],"M":[[1,0],[1,1]]} | M (second moment): need
          ext.feasibility | {"N":1,"D":1,"beta_norm_sq":1,"alpha":0,"eps":1} | alpha: need
          ext.bures-endpoint | {"D":2,"beta_norm_sq":1,"alpha":-1,"eps":1,"sigma":1} | alpha*eps: need
          ext.d1-logistic | {"kappa":-1,"tau_prime":1} | kappa: need
          ext.lv-rates | {"D":2,"kappa":-0.5} | kappa: need
          ext.uncentred-power-law | {"D":1,"alpha":1,"eps":1,"tau_prime":1} | D (input dimension): need
          sec5.cka | {"K":[[1,0],[1,1]],"y":[1,1]} | K (Gram matrix): need
          ext.ntk-spectrum-anyM | {"M_eigenvalues":[1,-1],"eps":1,"wbar":"zero"} | M_eigenvalues: need
          sec8.3.2.fluctuation | {"P":0} | P (samples): need
          """)
  void badInputsAreNamed(String claim, String inputs, String start) {
    ObjectNode values =
        (ObjectNode) StrictJson.read(inputs.getBytes(StandardCharsets.UTF_8), "inputs");
    String message =
        assertThrows(IllegalArgumentException.class, () -> INDEX.evaluate("kumar." + claim, values))
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
    if (expected.isTextual() && !expected.textValue().matches("[-+0-9].*")) {
      return expected.equals(actual);
    }
    BigDecimal wanted = new BigDecimal(expected.asText());
    BigDecimal got = new BigDecimal(actual.asText());
    if (wanted.signum() == 0) {
      return got.signum() == 0;
    }
    BigDecimal error = got.subtract(wanted).divide(wanted, MathContext.DECIMAL64);
    return error.abs().doubleValue() <= CONTRACT;
  }
}
