package org.grokcheck.dynamics.ode;

/** Is told of every accepted step. */
@FunctionalInterface
public interface StepListener {
  /** A listener that never stops. */
  StepListener NONE = step -> true;

  /** Looks at a step; false ends the integration here. */
  boolean accepted(Step step);
}
