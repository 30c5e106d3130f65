package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fig. 3: training and test loss against the output scale α and the weight ε of the quadratic part,
 * together with sweeps at a fixed product αε, which the paper does not make.
 */
public final class LazinessSweep extends CommitteeExperiment {
  /** α at ε = 1/4. */
  static final String ALPHA = "alpha";

  /** ε at α = 1. */
  static final String EPS = "eps";

  /** ε at α = 1, all to the same ε²t. */
  static final String EPS_LONG = "eps-long";

  /** ε at αε = 1/4, all to the same ε²t. */
  static final String PRODUCT = "product";

  /** Both. */
  static final String MAP = "map";

  /** Early times of large α at small steps. */
  static final String EARLY = "early";

  private static final int DRAWS = 10;
  private static final double[] ALPHAS = {0.05, 0.2, 0.8, 3.2, 12.8};
  private static final double[] EPSILONS = {0.125, 0.25, 0.5, 1, 2};

  @Override
  public String id() {
    return "kumar.fig3e";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "kumar.fig3a",
        "kumar.fig3b",
        "kumar.fig3e",
        "kumar.sec5.1.alpha-delay",
        "kumar.sec5.1.final-loss-alpha",
        "kumar.sec5.2.eps-delay",
        "kumar.sec5.2.eps-final-loss",
        "kumar.ext.alpha-eps-confound",
        "kumar.abs.three-conditions",
        "kumar.fig7a");
  }

  @Override
  public String title() {
    return "Delay and final test loss against α and ε";
  }

  @Override
  boolean isDrawn(CommitteeSetting setting) {
    return setting.series().equals(EARLY)
        || (super.isDrawn(setting) && !setting.series().equals(MAP));
  }

  @Override
  Stream<CommitteeSetting> settings(boolean desk) {
    return IntStream.range(0, desk ? 2 * DRAWS : 1)
        .boxed()
        .flatMap(k -> draw(desk).filter(s -> k < draws(s.series())).map(s -> s.seed(k)));
  }

  /** The two sweeps that are compared by signs need twice as many. */
  private static int draws(String series) {
    return switch (series) {
      case EPS_LONG, PRODUCT -> 2 * DRAWS;
      case EARLY -> 5;
      case MAP -> 3;
      default -> DRAWS;
    };
  }

  private static Stream<CommitteeSetting> draw(boolean desk) {
    Stream<CommitteeSetting> sweeps =
        Stream.of(
                DoubleStream.of(ALPHAS).mapToObj(a -> setting(ALPHA, a, 0.25, 4000)),
                DoubleStream.of(EPSILONS).mapToObj(e -> setting(EPS, 1, e, 4000)),
                DoubleStream.of(0.2, 0.5, 1, 2)
                    .boxed()
                    .flatMap(
                        e ->
                            Stream.of(
                                setting(EPS_LONG, 1, e, 300 / (e * e)),
                                setting(PRODUCT, 0.25 / e, e, 300 / (e * e)))))
            .flatMap(s -> s);
    Stream<CommitteeSetting> early = DoubleStream.of(1, 3, 10, 100, 1000).mapToObj(a -> early(a));
    Stream<CommitteeSetting> map =
        DoubleStream.of(ALPHAS)
            .boxed()
            .flatMap(
                a ->
                    DoubleStream.of(EPSILONS)
                        .mapToObj(e -> CommitteeSetting.of(MAP, 15, 200, 70, a, e, 4000)));
    return Stream.of(sweeps, early, desk ? map : Stream.<CommitteeSetting>empty()).flatMap(s -> s);
  }

  private static CommitteeSetting early(double alpha) {
    return setting(EARLY, alpha, 0.25, 60).momentum(0, 0.05);
  }

  private static CommitteeSetting setting(String series, double alpha, double eps, double time) {
    return CommitteeSetting.of(series, 20, 200, 100, alpha, eps, time);
  }
}
