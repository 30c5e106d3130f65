package org.grokcheck.math;

import java.util.function.ToDoubleFunction;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;

/**
 * Each function with its table and the errors measured on it, in ulps of the correctly rounded
 * result: the largest and the root mean square, rounded up in the last digit shown.
 *
 * <p>The functions are built from IEEE arithmetic, {@code StrictMath} and rational approximations,
 * so these figures are the same on every machine, and serve as limits without a margin. Where parts
 * cancel in the result, the error is in ulps of the larger part (last argument but one).
 */
enum GradedFunction {
  LAMBERT_W0("lambert_w0", "w", 1.43, 0.376, r -> LambertW.w0(r.number("x"))),
  LAMBERT_W_MINUS_1("lambert_wm1", "w", 1.32, 0.363, r -> LambertW.wMinus1(r.number("x"))),
  LAMBERT_W0_EXP("lambert_w0_exp", "w", 1.65, 0.482, r -> LambertW.w0Exp(r.number("y"))),
  LAMBERT_W_MINUS_1_NEG_EXP(
      "lambert_wm1_negexp", "w", 0.749, 0.310, r -> LambertW.wMinus1NegExp(r.number("y"))),
  LAMBERT_CONJUGATE(
      "lambert_conjugate", "conjugate", 3.01, 0.707, r -> LambertW.conjugate(r.number("a"))),
  LAMBERT_CONJUGATE_GAP(
      "lambert_conjugate_gap", "value", 2.91, 0.671, r -> LambertW.conjugateGap(r.number("gap"))),
  ERF("erf", "erf", 1.12, 0.318, r -> Erf.erf(r.number("x"))),
  ERFC("erf", "erfc", 1.90, 0.479, r -> Erf.erfc(r.number("x"))),
  ERFCX("erf", "erfcx", 1.47, 0.464, r -> Erf.erfcx(r.number("x"))),
  ERFCX_FAR("erf_far", "erfcx", 1.12, 0.483, r -> Erf.erfcx(r.number("x"))),
  LOG_ERFC("erf", "log_erfc", 1.61, 0.449, r -> Erf.logErfc(r.number("x"))),
  LOG_ERFC_FAR("erf_far", "log_erfc", 0.929, 0.417, r -> Erf.logErfc(r.number("x"))),
  NORMAL_CDF("normal", "cdf", 2.18, 0.645, r -> Normal.cdf(r.number("x"))),
  NORMAL_SF("normal", "cdf", 2.18, 0.645, r -> Normal.sf(-r.number("x"))),
  NORMAL_LOG_CDF("normal", "log_cdf", 2.56, 0.641, r -> Normal.logCdf(r.number("x"))),
  NORMAL_LOG_CDF_FAR("normal_far", "log_cdf", 0.932, 0.403, r -> Normal.logCdf(r.number("x"))),
  NORMAL_LOG_SF("normal", "log_cdf", 2.56, 0.641, r -> Normal.logSf(-r.number("x"))),
  NORMAL_PDF("normal", "pdf", 2.45, 0.658, r -> Normal.pdf(r.number("x"))),
  NORMAL_LOG_PDF("normal", "log_pdf", 0.909, 0.419, r -> Normal.logPdf(r.number("x"))),
  NORMAL_LOG_PDF_FAR("normal_far", "log_pdf", 0.909, 0.425, r -> Normal.logPdf(r.number("x"))),
  NORMAL_QUANTILE("normal_quantile", "x", 3.06, 0.697, r -> Normal.quantile(r.number("p"))),
  NORMAL_QUANTILE_SF("normal_quantile", "x", 3.06, 0.697, r -> -Normal.quantileSf(r.number("p"))),
  LOG_ADD_EXP(
      "log_add_exp", "value", 1.04, 0.278, r -> LogDomain.logAddExp(r.number("a"), r.number("b"))),
  LOG_SUM_EXP(
      "log_add_exp", "value", 1.04, 0.278, r -> LogDomain.logSumExp(r.number("a"), r.number("b"))),
  LOG_SUB_EXP(
      "log_sub_exp",
      "value",
      1.01,
      0.296,
      absoluteBelowOne(),
      r -> LogDomain.logSubExp(r.number("a"), r.number("b"))),
  LOG1M_EXP("log1m_exp", "value", 0.915, 0.317, r -> LogDomain.log1mExp(r.number("x"))),
  SOFTPLUS("softplus", "softplus", 0.933, 0.328, r -> LogDomain.softplus(r.number("x"))),
  LOG_SOFTPLUS(
      "softplus",
      "log_softplus",
      0.903,
      0.284,
      absoluteBelowOne(),
      r -> LogDomain.logSoftplus(r.number("x"))),
  EXPM1_RATIO("expm1_ratio", "value", 1.37, 0.467, r -> LogDomain.expm1Ratio(r.number("z"))),
  BINOMIAL_LOG_CDF(
      "binomial", "log_cdf", 0.492, 0.283, r -> BinomialTail.logBinomialCdf(n(r), k(r))),
  BINOMIAL_LOG_SF("binomial", "log_sf", 1.80, 0.421, r -> BinomialTail.logBinomialSf(n(r), k(r))),
  BINOMIAL_CDF("binomial", "cdf", 1.14, 0.351, r -> BinomialTail.binomialCdf(n(r), k(r))),
  F21(
      "hypergeometric",
      "f21",
      469,
      46.9,
      r -> Hypergeometric.f21(r.number("a"), r.number("b"), r.number("c"), r.number("z"))),
  LOG_F21(
      "hypergeometric",
      "log_f21",
      4.06,
      0.661,
      absoluteBelowOne(),
      r -> Hypergeometric.logF21(r.number("a"), r.number("b"), r.number("c"), r.number("z"))),
  F21_FROM_COMPLEMENT(
      "hypergeometric_complement",
      "f21",
      275,
      84.6,
      r ->
          Hypergeometric.f21FromComplement(
              r.number("a"), r.number("b"), r.number("c"), r.number("y"))),
  F21_REAL_PART(
      "hypergeometric_real_part",
      "re_f21",
      266,
      32.7,
      r -> r.number("larger_part"),
      r -> Hypergeometric.f21RealPart(r.number("a"), r.number("b"), r.number("c"), r.number("z"))),
  LOG_INTEGRAL(
      "log_quadrature",
      "log_integral",
      9.99,
      2.89,
      r -> r.number("unit"),
      NamedIntegrands::logIntegral),
  LOG_EXPECTATION(
      "gaussian_average",
      "log_average",
      1.01,
      0.525,
      absoluteBelowOne(),
      NamedIntegrands::logExpectation),
  EXPECTATION("gaussian_average", "average", 2.01, 1.01, NamedIntegrands::expectation);

  final String table;
  final String column;
  final double max;
  final double rms;
  final ToDoubleFunction<Row> size;
  final ToDoubleFunction<Row> function;

  GradedFunction(
      String table, String column, double max, double rms, ToDoubleFunction<Row> function) {
    this(table, column, max, rms, row -> 0, function);
  }

  GradedFunction(
      String table,
      String column,
      double max,
      double rms,
      ToDoubleFunction<Row> size,
      ToDoubleFunction<Row> function) {
    this.table = table;
    this.column = column;
    this.max = max;
    this.rms = rms;
    this.size = size;
    this.function = function;
  }

  UlpStatistics measure() {
    UlpStatistics statistics = new UlpStatistics();
    for (Row row : ReferenceTable.read("math/" + table + ".csv")) {
      double actual = function.applyAsDouble(row);
      statistics.add(actual, row.decimal(column), size.applyAsDouble(row), row);
    }
    return statistics;
  }

  /** For a logarithm that passes through zero: what is small there is the absolute error. */
  private static ToDoubleFunction<Row> absoluteBelowOne() {
    return row -> 1;
  }

  private static int n(Row row) {
    return Integer.parseInt(row.text("n"));
  }

  private static int k(Row row) {
    return Integer.parseInt(row.text("k"));
  }
}
