package org.grokcheck.omnigrok;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.grokcheck.math.Real;
import org.grokcheck.math.StudentQuantile;

/**
 * Straight line through (ln γ_j, ln t_j) by least squares, and the 95 % interval of its slope
 * (claim {@code omnigrok.ext.affine-law}).
 *
 * @param gammas γ_j &gt; 0, at least two of them, not all equal
 * @param times t_j &gt; 0
 */
public record LogLogFit(List<Real> gammas, List<Real> times) {
  private static final Real TWO_SIDED = Real.of(975).over(1000);

  /**
   * Checks the points.
   *
   * @throws IllegalArgumentException if there are fewer than two, their numbers differ, one isn't
   *     positive, or all γ are equal
   */
  public LogLogFit {
    Require.atLeast("gammas (how many)", gammas.size(), 2);
    Require.sameSize("t", times.size(), "gammas", gammas.size());
    gammas.forEach(gamma -> Require.positive("gammas", gamma));
    times.forEach(time -> Require.positive("t", time));
    if (gammas.stream().distinct().count() < 2) {
      throw new IllegalArgumentException("gammas: need two different values, got only one");
    }
    gammas = List.copyOf(gammas);
    times = List.copyOf(times);
  }

  /** Returns the slope Σ(x − x̄) y/Σ(x − x̄)². */
  public Real slope() {
    List<Real> x = centred(gammas);
    return dot(x, centred(times)).over(dot(x, x));
  }

  /** Returns √(SSR/(n−2)/Σ(x − x̄)²); empty for n = 2. */
  public Optional<Real> standardError() {
    int freedom = gammas.size() - 2;
    if (freedom == 0) {
      return Optional.empty();
    }
    List<Real> x = centred(gammas);
    List<Real> y = centred(times);
    Real slope = dot(x, y).over(dot(x, x));
    List<Real> rest = list(j -> y.get(j).minus(slope.times(x.get(j))));
    return Optional.of(dot(rest, rest).over(freedom).over(dot(x, x)).sqrt());
  }

  /** Returns Student's quantile at 0.975 with n − 2 degrees of freedom; empty for n = 2. */
  public Optional<Real> quantile() {
    int freedom = gammas.size() - 2;
    return freedom == 0 ? Optional.empty() : Optional.of(StudentQuantile.of(freedom).at(TWO_SIDED));
  }

  /** Returns half the width of the 95 % interval; empty for n = 2, where it is infinite. */
  public Optional<Real> halfWidth() {
    return standardError().flatMap(error -> quantile().map(error::times));
  }

  /** Logarithms less their mean. */
  private List<Real> centred(List<Real> values) {
    List<Real> logs = values.stream().map(Real::log).toList();
    Real mean = logs.stream().reduce(Real.ZERO, Real::plus).over(logs.size());
    return list(j -> logs.get(j).minus(mean));
  }

  private Real dot(List<Real> a, List<Real> b) {
    return list(j -> a.get(j).times(b.get(j))).stream().reduce(Real.ZERO, Real::plus);
  }

  private List<Real> list(IntFunction<Real> entry) {
    return IntStream.range(0, gammas.size()).mapToObj(entry).toList();
  }
}
