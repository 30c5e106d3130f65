package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Figs. 7 and 10: the scale σ of the first weights, the output scale α ∝ σ⁻² that undoes it, and a
 * share of the solution added to the start; and what the norm does without eq. (7).
 */
public final class InitialWeights extends CommitteeExperiment {
  /** σ at α = 1/2, ε = 1/4. */
  static final String SCALE = "sigma";

  /** σ and α, several of each product ασ². */
  static final String GRID = "grid";

  /** c of Fig. 10. */
  static final String SHARE = "share";

  /** Without and with centring, αε on both sides of |β|²/D. */
  static final String NORM = "norm";

  /** Values of ασ². */
  static final List<Double> PRODUCTS = List.of(0.2, 1.0, 5.0, 25.0);

  @Override
  public String id() {
    return "kumar.fig7";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "kumar.fig7b",
        "kumar.fig7c",
        "kumar.fig7df",
        "kumar.fig10",
        "kumar.sec4.initscale",
        "kumar.sec9.norm");
  }

  @Override
  public String title() {
    return "Feature learning against the scale and the content of the first weights";
  }

  @Override
  Stream<CommitteeSetting> settings(boolean desk) {
    return IntStream.range(0, desk ? 6 : 1).boxed().flatMap(k -> draw().map(s -> s.seed(k)));
  }

  private static Stream<CommitteeSetting> draw() {
    Stream<CommitteeSetting> scale =
        DoubleStream.of(0.5, 1, 2, 4).mapToObj(sigma -> setting(SCALE, 100, 0.5, sigma));
    Stream<CommitteeSetting> grid =
        PRODUCTS.stream()
            .flatMap(
                product ->
                    DoubleStream.of(0.5, 1, 2)
                        .mapToObj(sigma -> setting(GRID, 160, product / (sigma * sigma), sigma)));
    CommitteeSetting start = CommitteeSetting.of(SHARE, 20, 200, 40, 1, 0.1, 4000);
    Stream<CommitteeSetting> shares = DoubleStream.of(0, 0.1, 0.2, 0.4, 0.8).mapToObj(start::share);
    Stream<CommitteeSetting> norms =
        Stream.of(0.5, 4.0)
            .map(alpha -> CommitteeSetting.of(NORM, 20, 200, 200, alpha, 0.5, 4000))
            .flatMap(s -> Stream.of(s, s.uncentred()));
    return Stream.of(scale, grid, shares, norms).flatMap(s -> s);
  }

  private static CommitteeSetting setting(String series, int samples, double alpha, double sigma) {
    return CommitteeSetting.of(series, 20, 200, samples, alpha, 0.25, 8000).sigma(sigma);
  }
}
