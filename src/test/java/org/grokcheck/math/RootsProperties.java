package org.grokcheck.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.Arb;

class RootsProperties {
  @Property
  void differencesVanishExactlyAtTheirRoot(@ForAll("root") double root) {
    assertEquals(root, Roots.increasing(x -> x - root, -1e308, 1e308));
    assertEquals(root, Roots.increasingFrom(x -> x - root, 1, 0.1));
  }

  @Property
  void invertsTheCube(@ForAll("root") double target) {
    double root = Roots.increasing(x -> x * x * x - target, -1e103, 1e103);
    // The computed cube is right to an ulp and the root changes by a third of that, plus its own.
    assertEquals(StrictMath.cbrt(target), root, 2 * Math.ulp(root));
  }

  @Property
  void searchAndBracketAgree(@ForAll("positive") double p) {
    double bracketed = Roots.increasing(x -> StrictMath.log(x) - p, 1e-300, 1e300);
    double searched = Roots.increasingFrom(x -> StrictMath.log(Math.max(x, 0)) - p, 3, 1);
    // log rounds to the same double on a plateau of neighbours, so either end of it may come out.
    assertEquals(bracketed, searched, bracketed * 2 * Math.ulp(p));
  }

  @Provide
  Arbitrary<Double> root() {
    return Arb.signedLogUniform(1e-250, 1e300);
  }

  @Provide
  Arbitrary<Double> positive() {
    return Arb.uniform(-600, 600);
  }
}
