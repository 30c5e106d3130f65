package org.grokcheck.evidence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ties a test method to the claims that it checks. Each named claim must receive at least one
 * observation when the method runs, and no other claim may; both are enforced when the test ends.
 * On a class it speaks for the test methods that the class inherits from a contract of laws.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Checks {
  /** Ids of the claims, such as {@code beck.eq6}; each must be in the ledger. */
  String[] value();

  /** The scale at which the method works; only reproductions differ from {@code QUICK}. */
  Scale scale() default Scale.QUICK;

  /**
   * What the method can't do without, such as {@code cuda}; see {@link Capabilities}. Where one is
   * absent, the method is skipped and its claims are not checked, which is expected and not red.
   */
  String[] needs() default {};
}
