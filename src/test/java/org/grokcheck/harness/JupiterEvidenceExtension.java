package org.grokcheck.harness;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Records the evidence of Jupiter tests that check claims. Registered for all tests as a service.
 */
public final class JupiterEvidenceExtension implements InvocationInterceptor {

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> called,
      ExtensionContext context)
      throws Throwable {
    record(invocation, called);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> called,
      ExtensionContext context)
      throws Throwable {
    record(invocation, called);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<Void> invocation, DynamicTestInvocationContext called, ExtensionContext context)
      throws Throwable {
    owner(context).ifPresent(AllureLabels::describeInstrument);
    proceed(invocation);
  }

  /** A dynamic test has no class of its own: the factory's is some levels up. */
  private static Optional<Class<?>> owner(ExtensionContext context) {
    return context
        .getTestClass()
        .or(() -> context.getParent().flatMap(JupiterEvidenceExtension::owner));
  }

  private static void record(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> called) throws Throwable {
    Optional<BoundTest> test = BoundTest.of(called.getTargetClass(), called.getExecutable());
    if (test.isEmpty()) {
      AllureLabels.describeInstrument(called.getTargetClass());
      proceed(invocation);
      return;
    }
    TestRun run = TestRun.begin(test.get());
    Optional<Throwable> thrown = Optional.empty();
    try {
      Optional<TestAbortedException> obstacle = test.get().obstacle();
      if (obstacle.isPresent()) {
        invocation.skip();
        throw obstacle.get();
      }
      invocation.proceed();
    } catch (Throwable t) {
      thrown = Optional.of(t);
    }
    String seed = Long.toString(RunSettings.seeds().seed(test.get().name()));
    Optional<Throwable> failure = run.finish(new TestRun.End(thrown, seed, 1, 0));
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /** Runs a test of the instrument; one that lacks its device is skipped. */
  private static void proceed(Invocation<Void> invocation) throws Throwable {
    try {
      invocation.proceed();
    } catch (Throwable t) {
      throw TestEngine.skip(t).map(Throwable.class::cast).orElse(t);
    }
  }
}
