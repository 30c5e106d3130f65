package org.grokcheck.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Ledger;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Keeps only the tests of the claims, or the named tests, that the command line asks for; without
 * either it keeps everything. Registered as a service, so that it works under every runner.
 */
public final class ClaimFilter implements PostDiscoveryFilter {
  private final List<String> tests =
      Arrays.stream(RunSettings.tests().split(","))
          .map(String::trim)
          .filter(t -> !t.isEmpty())
          .toList();
  private final Optional<Set<String>> claims = wantedClaims(RunSettings.claims());

  private static Optional<Set<String>> wantedClaims(String globs) {
    return globs.isBlank()
        ? Optional.empty()
        : Optional.of(
            Ledger.load().matching(globs).stream().map(Claim::id).collect(Collectors.toSet()));
  }

  @Override
  public FilterResult apply(TestDescriptor descriptor) {
    if (tests.isEmpty() && claims.isEmpty() || !descriptor.isTest()) {
      return FilterResult.included("a container, or no filter");
    }
    Optional<BoundTest> test = descriptor.getSource().flatMap(s -> bound(descriptor, s));
    boolean wanted = test.isPresent() && named(test.get()) && claimed(test.get());
    return FilterResult.includedIf(wanted);
  }

  private boolean named(BoundTest test) {
    return tests.isEmpty() || tests.contains(test.name());
  }

  private boolean claimed(BoundTest test) {
    return claims.isEmpty() || test.claims().stream().anyMatch(claims.get()::contains);
  }

  private static Optional<BoundTest> bound(TestDescriptor descriptor, TestSource source) {
    if (!(source instanceof MethodSource method)) {
      return Optional.empty();
    }
    return BoundTest.of(heir(descriptor, method), method.getJavaMethod());
  }

  /** The class that runs the method; a source may name the contract that declares it. */
  private static Class<?> heir(TestDescriptor descriptor, MethodSource method) {
    return descriptor
        .getParent()
        .flatMap(TestDescriptor::getSource)
        .filter(ClassSource.class::isInstance)
        .<Class<?>>map(parent -> ((ClassSource) parent).getJavaClass())
        .orElseGet(method::getJavaClass);
  }
}
