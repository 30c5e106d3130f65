package org.grokcheck.harness;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.grokcheck.evidence.Capabilities;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Scale;
import org.opentest4j.TestAbortedException;

/**
 * A test method with the claims that it checks.
 *
 * @param name {@code class#method}, the class being the concrete one
 * @param claims ids of the claims
 * @param scale the scale at which it works
 * @param needs capabilities without which it is skipped
 */
record BoundTest(String name, List<String> claims, Scale scale, List<String> needs) {

  /** The binding of a method, by its own annotation or by that of the class that inherits it. */
  static Optional<BoundTest> of(Class<?> owner, Method method) {
    Checks own = method.getAnnotation(Checks.class);
    Checks heirs = owner.getDeclaredAnnotation(Checks.class);
    boolean inherited =
        !method.getDeclaringClass().equals(owner)
            && !method.isAnnotationPresent(Infrastructure.class);
    Optional<Checks> binding =
        own != null ? Optional.of(own) : inherited ? Optional.ofNullable(heirs) : Optional.empty();
    String name = owner.getName() + "#" + method.getName();
    return binding.map(c -> new BoundTest(name, List.of(c.value()), c.scale(), List.of(c.needs())));
  }

  /** Why this machine can't run the test, if it can't. */
  Optional<TestAbortedException> obstacle() {
    List<String> lacks =
        needs.stream()
            .filter(need -> !Capabilities.isPresent(need, Path.of("")))
            .map(Capabilities::lack)
            .toList();
    return lacks.isEmpty()
        ? Optional.empty()
        : Optional.of(new TestAbortedException(String.join(", ", lacks)));
  }

  /** The command that runs this test again with the same draws where it ran. */
  String replay(long rootSeed, String device) {
    return "java -jar target/grokcheck.jar verify --claim "
        + String.join(",", claims)
        + " --test "
        + name
        + " --seed "
        + rootSeed
        + (device.equals("cpu") ? "" : " --device " + device);
  }
}
