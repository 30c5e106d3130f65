package org.grokcheck.beck;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The minimiser of Σ e^{S·xᵢ} for the N = d + 1 corners of a simplex around the origin (claim
 * {@code beck.ext.simplex}): the weights pᵢ ∝ e^{S·xᵢ} of eq. (24) can only be the barycentric
 * coordinates qᵢ of the origin, so that S·(xᵢ − x_N) = log(qᵢ/q_N), and NZ = e^{H(q)} with
 * Shannon's entropy H.
 */
public final class SimplexMinimum {
  private static final MathContext WORK = new MathContext(60);
  private static final MathContext RESULT = new MathContext(40);
  private static final BigDecimal LOG_TENTH = logOfHead(new BigDecimal("0.1"));
  private final List<BigFraction> weights;
  private final List<BigDecimal> logWeights;
  private final List<BigDecimal> minimiser;

  private SimplexMinimum(List<List<BigFraction>> points, List<BigFraction> weights) {
    this.weights = weights;
    logWeights = weights.stream().map(SimplexMinimum::log).toList();
    minimiser = solved(points);
  }

  /**
   * Returns the minimum for the corners of a simplex.
   *
   * @param points d + 1 rows of d exact coordinates
   * @throws IllegalArgumentException if there are not d + 1 affinely independent rows, or the
   *     origin isn't inside
   */
  public static SimplexMinimum of(List<List<BigDecimal>> points) {
    int dimension = points.get(0).size();
    if (points.size() != dimension + 1) {
      throw new IllegalArgumentException(
          "X (points): need d + 1 = " + (dimension + 1) + " rows, got " + points.size());
    }
    List<List<BigFraction>> exact =
        points.stream().map(row -> row.stream().map(RationalVectors::exact).toList()).toList();
    List<BigFraction> weights = barycentric(exact);
    if (weights.isEmpty() || weights.stream().anyMatch(q -> q.compareTo(BigFraction.ZERO) <= 0)) {
      throw new IllegalArgumentException(
          "X (points): need the corners of a simplex with the origin inside");
    }
    return new SimplexMinimum(exact, weights);
  }

  /** Returns qᵢ. */
  public List<BigFraction> weights() {
    return weights;
  }

  /** Returns S_∞, to about 40 digits. */
  public List<BigDecimal> minimiser() {
    return minimiser;
  }

  /** Returns ‖S_∞‖, to about 40 digits. */
  public BigDecimal norm() {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal component : minimiser) {
      sum = sum.add(component.multiply(component));
    }
    return sum.sqrt(RESULT);
  }

  /** Returns H(q) = −Σ qᵢ log qᵢ in nats, which is log(NZ). */
  public BigDecimal entropy() {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < weights.size(); i++) {
      BigDecimal q = RationalVectors.decimal(weights.get(i));
      sum = sum.subtract(q.multiply(logWeights.get(i)));
    }
    return sum.round(RESULT);
  }

  /** Returns Z = (1/N) Σ e^{S_∞·xᵢ} = e^{H(q)}/N. */
  public BigDecimal meanExponential() {
    return PreciseNormal.expMinus(entropy().negate())
        .divide(BigDecimal.valueOf(weights.size()), RESULT);
  }

  private static List<BigFraction> barycentric(List<List<BigFraction>> points) {
    int n = points.size();
    BigFraction[][] matrix = new BigFraction[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n - 1; j++) {
        matrix[j][i] = points.get(i).get(j);
      }
      matrix[n - 1][i] = BigFraction.ONE;
    }
    BigFraction[] right = RationalVectors.zeros(n);
    right[n - 1] = BigFraction.ONE;
    return RationalVectors.solve(matrix, right);
  }

  /** S from the exact inverse of the edges and logarithms to 50 digits. */
  private List<BigDecimal> solved(List<List<BigFraction>> points) {
    int d = points.size() - 1;
    BigDecimal[] sums = new BigDecimal[d];
    for (int i = 0; i < d; i++) {
      BigDecimal log = logWeights.get(i).subtract(logWeights.get(d));
      List<BigFraction> column = inverseColumn(points, i);
      for (int j = 0; j < d; j++) {
        BigDecimal term =
            log.multiply(new BigDecimal(column.get(j).getNumerator()))
                .divide(new BigDecimal(column.get(j).getDenominator()), WORK);
        sums[j] = i == 0 ? term : sums[j].add(term);
      }
    }
    List<BigDecimal> s = new ArrayList<>();
    for (BigDecimal sum : sums) {
      // What cancellation leaves of a component that is 0 lies below 1e-45 or so.
      s.add(sum.setScale(Math.min(sum.scale(), 45), RoundingMode.HALF_EVEN));
    }
    return List.copyOf(s);
  }

  private static List<BigFraction> inverseColumn(List<List<BigFraction>> points, int column) {
    int d = points.size() - 1;
    BigFraction[][] edges = new BigFraction[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        edges[i][j] = points.get(i).get(j).subtract(points.get(d).get(j));
      }
    }
    BigFraction[] right = RationalVectors.zeros(d);
    right[column] = BigFraction.ONE;
    return RationalVectors.solve(edges, right);
  }

  /** log q, with the power of ten taken apart. */
  private static BigDecimal log(BigFraction q) {
    BigDecimal value =
        new BigDecimal(q.getNumerator()).divide(new BigDecimal(q.getDenominator()), WORK);
    int exponent = value.precision() - value.scale();
    BigDecimal head = logOfHead(value.scaleByPowerOfTen(-exponent));
    return head.subtract(LOG_TENTH.multiply(BigDecimal.valueOf(exponent)));
  }

  /** log v for v from 0.1 to 1: the logarithm in doubles, and a step of order three. */
  private static BigDecimal logOfHead(BigDecimal value) {
    BigDecimal near = new BigDecimal(StrictMath.log(value.doubleValue()));
    BigDecimal power = PreciseNormal.expMinus(near.negate());
    BigDecimal twice = value.subtract(power).multiply(BigDecimal.valueOf(2));
    return near.add(twice.divide(value.add(power), WORK));
  }
}
