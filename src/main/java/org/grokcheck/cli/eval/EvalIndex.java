package org.grokcheck.cli.eval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.ledger.Ledger;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * The claims that can be evaluated, taken from the index of annotations that the build makes. Only
 * the classes of the claim that is asked for are loaded.
 */
public final class EvalIndex {
  private static final DotName EVALUATES = DotName.createSimple(Evaluates.class);

  private static final Comparator<Evaluation> BY_INPUTS =
      Comparator.<Evaluation>comparingInt(e -> e.inputs().size())
          .thenComparing(e -> e.inputs().toString());

  /** Loaded only to explain why a claim can't be evaluated. */
  private static final class Known {
    private static final Ledger LEDGER = Ledger.load();
  }

  private final SortedMap<String, SortedSet<String>> classesByClaim = new TreeMap<>();

  /** An index of annotated methods. */
  public EvalIndex(IndexView index) {
    for (AnnotationInstance annotation : index.getAnnotations(EVALUATES)) {
      String owner = annotation.target().asMethod().declaringClass().name().toString();
      for (String claim : annotation.value().asStringArray()) {
        classesByClaim.computeIfAbsent(claim, c -> new TreeSet<>()).add(owner);
      }
    }
  }

  /**
   * The index that was built with this class, from the same jar or folder.
   *
   * @throws UncheckedIOException if it isn't there
   */
  public static EvalIndex ofProduct() {
    return new EvalIndex(ProductIndex.load());
  }

  /** Ids of the claims that can be evaluated, sorted. */
  public List<String> claims() {
    return List.copyOf(classesByClaim.keySet());
  }

  /**
   * The ways of evaluating a claim, by number and names of their inputs; empty if there are none.
   */
  public List<Evaluation> of(String claim) {
    return classesByClaim.getOrDefault(claim, new TreeSet<>()).stream()
        .flatMap(owner -> Arrays.stream(load(owner).getDeclaredMethods()))
        .filter(method -> evaluates(method, claim))
        .map(Evaluation::new)
        .sorted(BY_INPUTS)
        .toList();
  }

  /**
   * Evaluates a claim.
   *
   * @param claim its id
   * @param inputs a value for each input
   * @throws IllegalArgumentException if the claim can't be evaluated with inputs of these names, or
   *     an input can't be read or lies outside the domain
   */
  public ObjectNode evaluate(String claim, ObjectNode inputs) {
    List<Evaluation> ways = of(claim);
    if (ways.isEmpty()) {
      throw new IllegalArgumentException(
          "no formula of "
              + Known.LEDGER.get(claim).id()
              + " can be evaluated; 'grokcheck list --callable' shows those that can");
    }
    Set<String> names =
        inputs.properties().stream().map(p -> p.getKey()).collect(Collectors.toSet());
    Evaluation chosen =
        ways.stream()
            .filter(way -> way.takes(names))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(mismatch(names, ways)));
    return chosen.call(inputs);
  }

  private static String mismatch(Set<String> names, List<Evaluation> ways) {
    String accepted =
        ways.stream()
            .map(way -> String.join(", ", way.inputs()))
            .collect(Collectors.joining("} or {", "{", "}"));
    StringBuilder message = new StringBuilder();
    if (ways.size() == 1) {
      List<String> wanted = ways.get(0).inputs();
      wanted.stream()
          .filter(n -> !names.contains(n))
          .forEach(n -> add(message, "missing input " + n));
      names.stream()
          .filter(n -> !wanted.contains(n))
          .sorted()
          .forEach(n -> add(message, "unknown input " + n));
    } else {
      add(message, "no formula takes the inputs {" + String.join(", ", new TreeSet<>(names)) + "}");
    }
    return message + "; accepted: " + accepted;
  }

  private static void add(StringBuilder message, String part) {
    message.append(message.isEmpty() ? "" : ", ").append(part);
  }

  private static boolean evaluates(Method method, String claim) {
    Evaluates annotation = method.getAnnotation(Evaluates.class);
    return annotation != null && Arrays.asList(annotation.value()).contains(claim);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the index of annotations is out of date: " + name, e);
    }
  }
}
