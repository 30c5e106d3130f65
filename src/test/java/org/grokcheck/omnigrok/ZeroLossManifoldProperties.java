package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** The share of the decay that acts along the manifold of interpolating weights, exactly. */
class ZeroLossManifoldProperties {
  private static final int DEGREE = 3;

  /** f(x) = Σ a_j (w_j·x)², three units on the plane, homogeneous of degree 3. */
  record Network(RationalVector readouts, RationalMatrix weights) {
    RationalVector flat() {
      List<Rational> all = new ArrayList<>(readouts.entries());
      weights.rows().forEach(row -> all.addAll(row.entries()));
      return new RationalVector(all);
    }

    Network times(Rational c) {
      return new Network(readouts.times(c), weights.times(c));
    }

    Rational output(RationalVector x) {
      return RationalVector.sum(
          readouts.size(), j -> readouts.get(j).times(weights.row(j).dot(x).square()));
    }

    RationalVector gradient(RationalVector x) {
      List<Rational> all = new ArrayList<>();
      for (int j = 0; j < readouts.size(); j++) {
        all.add(weights.row(j).dot(x).square());
      }
      for (int j = 0; j < readouts.size(); j++) {
        Rational slope = readouts.get(j).times(weights.row(j).dot(x)).times(2);
        all.addAll(x.times(slope).entries());
      }
      return new RationalVector(all);
    }

    RationalMatrix jacobian(RationalMatrix inputs) {
      return new RationalMatrix(inputs.rows().stream().map(this::gradient).toList());
    }

    RationalVector outputs(RationalMatrix inputs) {
      return new RationalVector(inputs.rows().stream().map(this::output).toList());
    }
  }

  @Provide
  Arbitrary<Network> networks() {
    return Combinators.combine(ExactArb.vector(3), ExactArb.matrix(3, 2)).as(Network::new);
  }

  @Provide
  Arbitrary<RationalMatrix> inputs() {
    return ExactArb.matrix(2, 2);
  }

  /** |PW|²/|W|² with P the projector on the complement of the rows, by Gram and Schmidt. */
  private static Rational projectedShare(RationalMatrix jacobian, RationalVector w) {
    List<RationalVector> basis = new ArrayList<>();
    for (RationalVector row : jacobian.rows()) {
      RationalVector rest = row;
      for (RationalVector e : basis) {
        rest = rest.minus(e.times(rest.dot(e).over(e.normSquared())));
      }
      basis.add(rest);
    }
    RationalVector tangent = w;
    for (RationalVector e : basis) {
      tangent = tangent.minus(e.times(tangent.dot(e).over(e.normSquared())));
    }
    return tangent.normSquared().over(w.normSquared());
  }

  @Property(tries = 30)
  @Checks("omnigrok.ext.ntk-decay")
  void shareIsThatOfTheTangentSpace(
      @ForAll("networks") Network net, @ForAll("inputs") RationalMatrix inputs) {
    RationalMatrix jacobian = net.jacobian(inputs);
    ZeroLossManifold manifold = new ZeroLossManifold(jacobian, net.flat());
    Rational share = projectedShare(jacobian, net.flat());
    Check.of("omnigrok.ext.ntk-decay", "cos^2 of W with the tangent space")
        .part("general")
        .by(Oracle.EXACT)
        .at("net", net, "inputs", inputs)
        .expectingExactly(share)
        .holds(manifold.cosineSquared())
        .rejects("1, the printed law", Rational.ONE);
    RationalVector labels = net.outputs(inputs);
    Check.of("omnigrok.ext.ntk-decay", "1 - L^2 y K^-1 y/w^2 of a homogeneous net")
        .part("homogeneous")
        .by(Oracle.EXACT)
        .at("net", net, "inputs", inputs)
        .expectingExactly(share)
        .holds(manifold.cosineSquared(DEGREE, labels))
        .rejects("without L^2", manifold.cosineSquared(1, labels));
    Check.of("omnigrok.ext.ntk-decay", "J W = L f")
        .part("homogeneous")
        .by(Oracle.EXACT)
        .at("net", net, "inputs", inputs)
        .expectingExactly(labels.times(Rational.of(DEGREE)))
        .holds(jacobian.times(net.flat()))
        .rejects("J W = f", labels);
  }

  /** Scaling: W → cW, y → c^L y changes nothing; at fixed y the deficit falls as c^{−2L}. */
  @Property(tries = 30)
  @Checks("omnigrok.ext.ntk-decay")
  void deficitFallsWithTheScale(
      @ForAll("networks") Network net,
      @ForAll("inputs") RationalMatrix inputs,
      @ForAll("scales") Rational c) {
    Network scaled = net.times(c);
    RationalVector labels = net.outputs(inputs);
    ZeroLossManifold before = new ZeroLossManifold(net.jacobian(inputs), net.flat());
    ZeroLossManifold after = new ZeroLossManifold(scaled.jacobian(inputs), scaled.flat());
    Check.of("omnigrok.ext.ntk-decay", "cos^2 of cW")
        .part("scale")
        .by(Oracle.EXACT)
        .at("net", net, "c", c)
        .expectingExactly(before.cosineSquared())
        .holds(after.cosineSquared());
    Rational deficit = Rational.ONE.minus(before.cosineSquared(DEGREE, labels));
    Check.of("omnigrok.ext.ntk-decay", "1 - cos^2 at scale c and fixed y")
        .part("scale")
        .by(Oracle.EXACT)
        .at("net", net, "c", c)
        .expectingExactly(deficit.over(c.power(2 * DEGREE)))
        .holds(Rational.ONE.minus(after.cosineSquared(DEGREE, labels)))
        .rejects("c^-L", deficit.over(c.power(DEGREE)));
  }

  @Provide
  Arbitrary<Rational> scales() {
    return ExactArb.coarse().map(Rational::abs);
  }

  /** A linear model: cos² = 1 − r_min²/w². */
  @Property(tries = 30)
  @Checks("omnigrok.ext.ntk-decay")
  void linearModelKeepsItsLeastNorm(
      @ForAll("data") RationalMatrix data, @ForAll("points") RationalVector w) {
    Rational share = projectedShare(data, w);
    Rational leastSquare = w.normSquared().times(Rational.ONE.minus(share));
    Check.of("omnigrok.ext.ntk-decay", "1 - r_min^2/w^2 in the linear model")
        .part("general")
        .by(Oracle.EXACT)
        .at("X", data, "W", w)
        .expectingExactly(Rational.ONE.minus(leastSquare.over(w.normSquared())))
        .holds(new ZeroLossManifold(data, w).cosineSquared(1, data.times(w)));
  }

  @Provide
  Arbitrary<RationalMatrix> data() {
    return ExactArb.matrix(2, 4);
  }

  @Provide
  Arbitrary<RationalVector> points() {
    return ExactArb.vector(4);
  }

  @Example
  @Infrastructure("refusals")
  void refusals() {
    RationalMatrix twice =
        new RationalMatrix(List.of(RationalVector.unit(2, 0), RationalVector.unit(2, 0)));
    ZeroLossManifold singular = new ZeroLossManifold(twice, RationalVector.unit(2, 1));
    RationalVector different = RationalVector.of(Rational.ONE, Rational.TWO);
    assertRefused("J: need rows", () -> singular.cosineSquared(1, different));
    assertRefused("W: need 2", () -> new ZeroLossManifold(twice, RationalVector.unit(3, 0)));
    assertRefused("W: need weights", () -> new ZeroLossManifold(twice, RationalVector.zero(2)));
  }
}
