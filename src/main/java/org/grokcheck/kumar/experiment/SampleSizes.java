package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Figs. 1, 4 and 9: training and test loss, the parts of the test loss and the weights at sample
 * sizes below, between and above what the kernel needs.
 */
public final class SampleSizes extends CommitteeExperiment {
  /** The run of Fig. 1, with the line of kernel regression. */
  static final String FIRST = "fig1-" + WITH_KERNEL;

  /** The same at α = 500 and 5000. */
  static final String LAZY = "lazy-" + WITH_KERNEL;

  /** Figs. 4 and 9: P at α = 1, ε = 1/10. */
  static final String SIZES = "fig9";

  /** P at α = ε·2 = 1/2 in 25 dimensions. */
  static final String RATIOS = "ratios";

  /** P at α = 1/20, ε = 1/4. */
  static final String RICH = "rich";

  /** P at α = 4/5, ε = 1/4. */
  static final String ABLATION = "ablation";

  /** Where the kernel fails and the network does not. */
  static final String FEW = "few-" + WITH_KERNEL;

  /** The kernel where P = D; training plays no part. */
  static final String WORST = "worst-" + WITH_KERNEL;

  /** P up to 2000 in 8 dimensions. */
  static final String MANY = "many";

  @Override
  public String id() {
    return "kumar.fig9";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "kumar.fig1b",
        "kumar.fig1c",
        "kumar.fig4",
        "kumar.fig9",
        "kumar.sec9.datasize",
        "kumar.sec5.few-samples",
        "kumar.sec5.1.alpha-inf",
        "kumar.sec8.3.2.worse",
        "kumar.sec1.infinite-data",
        "kumar.abs.three-conditions");
  }

  @Override
  public String title() {
    return "Losses, their parts and the weights at several sample sizes";
  }

  @Override
  boolean isDrawn(CommitteeSetting setting) {
    return super.isDrawn(setting) || List.of(FIRST, LAZY, MANY).contains(setting.series());
  }

  @Override
  Stream<CommitteeSetting> settings(boolean desk) {
    int most = desk ? 20 : 1;
    return IntStream.range(0, most)
        .boxed()
        .flatMap(k -> draw().filter(s -> k < draws(s.series())).map(s -> s.seed(k)));
  }

  private static int draws(String series) {
    return switch (series) {
      case FIRST, LAZY, FEW -> 5;
      case ABLATION -> 10;
      case WORST -> 20;
      case MANY -> 3;
      default -> 6;
    };
  }

  private static Stream<CommitteeSetting> draw() {
    Stream<CommitteeSetting> single =
        Stream.of(
            CommitteeSetting.of(FIRST, 30, 500, 120, 0.5, 0.25, 16_000),
            CommitteeSetting.of(LAZY, 30, 500, 120, 500, 0.25, 30_000),
            CommitteeSetting.of(LAZY, 30, 500, 120, 5000, 0.25, 30_000),
            CommitteeSetting.of(FEW, 25, 200, 150, 0.1, 0.25, 4000),
            CommitteeSetting.of(WORST, 20, 200, 20, 1, 0.1, 1));
    return Stream.of(
            single,
            sizes(SIZES, 20, 1, 0.1, 20, 40, 100, 260),
            sizes(RATIOS, 25, 0.5, 0.25, 30, 60, 100, 150, 250, 400),
            sizes(RICH, 20, 0.05, 0.25, 100, 160, 200, 265),
            sizes(ABLATION, 20, 0.8, 0.25, 100, 265),
            sizes(MANY, 8, 0.5, 0.5, 60, 200, 2000, 20_000))
        .flatMap(s -> s);
  }

  private static Stream<CommitteeSetting> sizes(
      String series, int dimension, double alpha, double eps, int... samples) {
    return IntStream.of(samples)
        .mapToObj(p -> CommitteeSetting.of(series, dimension, 200, p, alpha, eps, 4000));
  }
}
