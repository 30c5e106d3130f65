package org.grokcheck.harness;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.engine.execution.lifecycle.ExtendedPropertyExecutionResult;
import net.jqwik.engine.execution.lifecycle.PlainExecutionResult;
import org.opentest4j.TestAbortedException;

/**
 * Gives every property a seed derived from the root seed and the property's name, and records its
 * evidence. Registered for all properties as a service.
 */
public final class JqwikEvidenceHook implements AroundPropertyHook {
  private static final int FEWEST_TRIES = 20;

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public boolean appliesTo(Optional<AnnotatedElement> element) {
    return element.map(Method.class::isInstance).orElse(false);
  }

  @Override
  public int aroundPropertyProximity() {
    return -100;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    String name = context.containerClass().getName() + "#" + context.targetMethod().getName();
    if (context.attributes().seed().isEmpty()) {
      context.attributes().setSeed(Long.toString(RunSettings.seeds().seed(name)));
    }
    shorten(context);
    return BoundTest.of(context.containerClass(), context.targetMethod())
        .map(test -> recorded(test, property))
        .orElseGet(() -> unrecorded(context.containerClass(), property));
  }

  private static PropertyExecutionResult unrecorded(Class<?> owner, PropertyExecutor property) {
    AllureLabels.describeInstrument(owner);
    PropertyExecutionResult result = property.execute();
    return result.throwable().flatMap(TestEngine::skip).map(result::mapToAborted).orElse(result);
  }

  private static void shorten(PropertyLifecycleContext context) {
    double factor = RunSettings.triesFactor();
    if (factor < 1) {
      int tries = context.attributes().tries().orElse(1000);
      int fewer = (int) Math.ceil(tries * factor);
      context.attributes().setTries(Math.min(tries, Math.max(FEWEST_TRIES, fewer)));
    }
  }

  private static PropertyExecutionResult recorded(BoundTest test, PropertyExecutor property) {
    TestRun run = TestRun.begin(test);
    Optional<TestAbortedException> obstacle = test.obstacle();
    PropertyExecutionResult result =
        obstacle
            .<PropertyExecutionResult>map(why -> PlainExecutionResult.aborted(why, ""))
            .orElseGet(property::execute);
    Optional<Throwable> thrown =
        result.status() == PropertyExecutionResult.Status.SUCCESSFUL
            ? Optional.empty()
            : Optional.of(result.throwable().orElseGet(() -> new AssertionError("falsified")));
    TestRun.End end =
        new TestRun.End(thrown, result.seed().orElse(""), result.countTries(), edgeCases(result));
    Optional<Throwable> failure = run.finish(end);
    if (result.status() == PropertyExecutionResult.Status.ABORTED) {
      return result;
    }
    return failure
        .map(
            t -> t instanceof TestAbortedException ? result.mapToAborted(t) : result.mapToFailed(t))
        .orElse(result);
  }

  private static long edgeCases(PropertyExecutionResult result) {
    return result instanceof ExtendedPropertyExecutionResult extended && extended.isExtended()
        ? extended.edgeCases().tried()
        : 0;
  }
}
