package org.grokcheck.ledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a claim callable by its id: the method's parameter names are the claim's inputs, the
 * components of the record that it returns are the outputs.
 *
 * <p>Methods so marked are indexed at build time by Jandex, so there is no registry to edit. A
 * claim whose inputs come in several shapes has a method for each. An empty {@link
 * java.util.Optional} among the components is an output that this input doesn't have.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Evaluates {
  /** The ids of the claims which the method evaluates, such as {@code beck.eq6}. */
  String[] value();
}
