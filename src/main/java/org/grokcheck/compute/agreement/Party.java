package org.grokcheck.compute.agreement;

import java.util.function.Function;
import org.grokcheck.compute.Objective;
import org.grokcheck.compute.Precision;

/** Somebody who evaluates objectives. */
public interface Party {
  /** Name in reports, such as {@code cpu float32}. */
  String name();

  /** The precision in which it computes. */
  Precision precision();

  /** Evaluates a case. */
  Evaluation evaluate(Case at);

  /** A party whose objectives hold nothing that must be closed. */
  static Party of(String name, Precision precision, Function<Case, Objective> objective) {
    return new Party() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Precision precision() {
        return precision;
      }

      @Override
      public Evaluation evaluate(Case at) {
        return Evaluation.of(objective.apply(at), at);
      }
    };
  }
}
