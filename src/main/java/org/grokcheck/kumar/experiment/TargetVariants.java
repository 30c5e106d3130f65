package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Figs. 13 (a) and 14: descent with momentum, and targets of several directions. What Sec. 15.1
 * prints, a sum of linear forms, is trained too.
 */
public final class TargetVariants extends CommitteeExperiment {
  /** One to three directions; negative numbers are those of the printed form. */
  static final String DIRECTIONS = "directions";

  /** With and without momentum, at the same speed. */
  static final String MOMENTUM = "momentum";

  /** The same with a fifth of the largest step. */
  static final String BUMPS = "bumps-" + EVERY_STEP;

  /** μ of Fig. 13 (a). */
  static final double MU = 0.95;

  private static final double STEP = 0.4;
  private static final int FEWEST = 100;
  private static final int MORE = 40;

  @Override
  public String id() {
    return "kumar.fig14";
  }

  @Override
  public List<String> claims() {
    return List.of("kumar.fig13a", "kumar.fig14", "kumar.sec15.1.targets");
  }

  @Override
  public String title() {
    return "Targets of several directions, and descent with momentum";
  }

  @Override
  Stream<CommitteeSetting> settings(boolean desk) {
    return IntStream.range(0, desk ? 6 : 1).boxed().flatMap(k -> draw().map(s -> s.seed(k)));
  }

  private static Stream<CommitteeSetting> draw() {
    Stream<CommitteeSetting> directions =
        IntStream.of(1, 2, 3, -2, -3)
            .mapToObj(
                k -> setting(DIRECTIONS, FEWEST + MORE * (Math.abs(k) - 1), 4000).directions(k));
    CommitteeSetting plain = setting(MOMENTUM, FEWEST, 2000);
    CommitteeSetting bumps = setting(BUMPS, FEWEST, 200);
    Stream<CommitteeSetting> momentum =
        Stream.of(
            plain,
            plain.momentum(MU, STEP * (1 - MU)),
            bumps,
            bumps.momentum(MU, 5 * STEP * (1 - MU)));
    return Stream.concat(directions, momentum);
  }

  private static CommitteeSetting setting(String series, int samples, double time) {
    return CommitteeSetting.of(series, 20, 100, samples, 0.2, 0.25, time);
  }
}
