package org.grokcheck.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.MethodInfo;

/**
 * The tests that must report, taken from the build-time index of the test classes: a test that does
 * not run, whatever the cause, is then missed. Only the packages of the papers hold such tests.
 *
 * @param tests every method annotated with {@link Checks}, sorted by name
 * @param unclaimed test methods of a paper's package that name neither a claim nor a reason
 */
public record Plan(List<PlannedTest> tests, List<String> unclaimed) {
  private static final DotName CHECKS = DotName.createSimple(Checks.class);
  private static final DotName INFRASTRUCTURE = DotName.createSimple(Infrastructure.class);
  private static final List<DotName> TEST_ANNOTATIONS =
      List.of(
          DotName.createSimple("org.junit.jupiter.api.Test"),
          DotName.createSimple("org.junit.jupiter.api.TestFactory"),
          DotName.createSimple("org.junit.jupiter.params.ParameterizedTest"),
          DotName.createSimple("net.jqwik.api.Property"),
          DotName.createSimple("net.jqwik.api.Example"));
  private static final String PAPER_PACKAGES =
      "org\\.grokcheck\\.(beck|kumar|notsawo|omnigrok)(\\..*)?";

  /**
   * A test that must report.
   *
   * @param test {@code class#method}
   * @param claims the claims it checks
   * @param scale the scale at which it works
   */
  public record PlannedTest(String test, List<String> claims, Scale scale) {}

  public Plan {
    tests = List.copyOf(tests);
    unclaimed = List.copyOf(unclaimed);
  }

  /**
   * Reads the plan from a Jandex index.
   *
   * @throws IOException if the stream is no index
   */
  public static Plan fromIndex(InputStream stream) throws IOException {
    return of(new IndexReader(stream).read(), PAPER_PACKAGES);
  }

  /** The plan of the test classes whose package matches a regular expression. */
  static Plan of(Index index, String packages) {
    List<PlannedTest> tests = new ArrayList<>();
    for (AnnotationInstance checks : index.getAnnotations(CHECKS)) {
      if (!owner(checks.target()).name().packagePrefix().matches(packages)) {
        continue;
      }
      if (checks.target().kind() == AnnotationTarget.Kind.METHOD) {
        MethodInfo method = checks.target().asMethod();
        tests.add(planned(checks, name(method.declaringClass(), method)));
      } else {
        ClassInfo heir = checks.target().asClass();
        inherited(index, heir).forEach(m -> tests.add(planned(checks, name(heir, m))));
      }
    }
    tests.sort(Comparator.comparing(PlannedTest::test));
    return new Plan(tests, unclaimed(index, packages));
  }

  private static PlannedTest planned(AnnotationInstance checks, String test) {
    Scale scale =
        checks.value("scale") == null ? Scale.QUICK : Scale.valueOf(checks.value("scale").asEnum());
    requireKnown(checks, test);
    return new PlannedTest(test, List.of(checks.value().asStringArray()), scale);
  }

  private static void requireKnown(AnnotationInstance checks, String test) {
    if (checks.value("needs") == null) {
      return;
    }
    for (String need : checks.value("needs").asStringArray()) {
      try {
        Capabilities.require(need);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(test + ": " + e.getMessage(), e);
      }
    }
  }

  /** The test methods that a class takes over from its contracts. */
  private static List<MethodInfo> inherited(Index index, ClassInfo heir) {
    List<MethodInfo> methods = new ArrayList<>();
    Stream.concat(Stream.of(heir.superName()), heir.interfaceNames().stream())
        .map(index::getClassByName)
        .filter(Objects::nonNull)
        .forEach(
            contract -> {
              contract.methods().stream().filter(Plan::isUnboundTest).forEach(methods::add);
              methods.addAll(inherited(index, contract));
            });
    return methods;
  }

  private static boolean isUnboundTest(MethodInfo method) {
    return TEST_ANNOTATIONS.stream().anyMatch(method::hasAnnotation)
        && !method.hasAnnotation(CHECKS)
        && !method.hasAnnotation(INFRASTRUCTURE);
  }

  private static List<String> unclaimed(Index index, String packages) {
    return TEST_ANNOTATIONS.stream()
        .flatMap(a -> index.getAnnotations(a).stream())
        .filter(a -> a.target().kind() == AnnotationTarget.Kind.METHOD)
        .map(a -> a.target().asMethod())
        .filter(Plan::isUnboundTest)
        .filter(m -> m.declaringClass().name().packagePrefix().matches(packages))
        .filter(m -> !m.declaringClass().isAbstract())
        .filter(m -> !m.declaringClass().hasDeclaredAnnotation(INFRASTRUCTURE))
        .map(m -> name(m.declaringClass(), m))
        .distinct()
        .sorted()
        .toList();
  }

  private static ClassInfo owner(AnnotationTarget target) {
    return target.kind() == AnnotationTarget.Kind.METHOD
        ? target.asMethod().declaringClass()
        : target.asClass();
  }

  private static String name(ClassInfo owner, MethodInfo method) {
    return owner.name() + "#" + method.name();
  }

  /** The tests of one claim. */
  public List<PlannedTest> of(String claim) {
    return tests.stream().filter(t -> t.claims().contains(claim)).toList();
  }
}
