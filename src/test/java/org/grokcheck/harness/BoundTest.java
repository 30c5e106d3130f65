package org.grokcheck.harness;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Scale;

/**
 * A test method with the claims that it checks.
 *
 * @param name {@code class#method}, the class being the concrete one
 * @param claims ids of the claims
 * @param scale the scale at which it works
 */
record BoundTest(String name, List<String> claims, Scale scale) {

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
    return binding.map(c -> new BoundTest(name, List.of(c.value()), c.scale()));
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
