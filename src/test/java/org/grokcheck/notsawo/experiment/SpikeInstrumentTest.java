package org.grokcheck.notsawo.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Initialization;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** What finds spikes and quiet steps, and what is read there. */
@Infrastructure("what finds spikes and reads weights there; the claims about them have their own")
class SpikeInstrumentTest {
  private static final double FACTOR = 10;
  private static final int STEPS = 700;
  private static final int EVERY = 20;

  /** Small noise with bursts of a few steps, some of them near one another or at the end. */
  private static double[] losses(RandomGenerator random) {
    double[] losses = random.doubles(STEPS + 1, 0.5, 1.5).toArray();
    for (int burst = 0; burst < 8; burst++) {
      int start = random.nextInt(STEPS + 1);
      for (int t = start; t < Math.min(STEPS + 1, start + 1 + random.nextInt(15)); t++) {
        losses[t] = 20 + random.nextInt(100);
      }
    }
    return losses;
  }

  private static List<SpikeWatch.Event> watched(double[] losses) {
    SpikeWatch watch = new SpikeWatch(STEPS, FACTOR, EVERY);
    List<SpikeWatch.Event> events = new ArrayList<>();
    for (int t = 0; t <= STEPS; t++) {
      events.addAll(watch.see(t, losses[t], new double[] {t}));
    }
    events.addAll(watch.end());
    return events;
  }

  private static List<Integer> steps(List<SpikeWatch.Event> events, boolean spikes) {
    return events.stream().filter(e -> e.spike() == spikes).map(SpikeWatch.Event::step).toList();
  }

  private static boolean quiet(double[] losses, int t) {
    return IntStream.rangeClosed(t - SpikeWatch.GAP, Math.min(STEPS, t + SpikeWatch.GAP))
        .noneMatch(s -> Bursts.exceeds(losses, s, FACTOR));
  }

  @Test
  void spikesFoundOnTheWayAreThoseOfTheWholeSeries() {
    RandomGenerator random = RunSettings.seeds().stream("notsawo.spikes/watch");
    int quiet = 0;
    for (int draw = 0; draw < 50; draw++) {
      double[] losses = losses(random);
      List<SpikeWatch.Event> events = watched(losses);
      assertEquals(Bursts.of(losses, FACTOR), steps(events, true));
      List<Integer> expected =
          IntStream.rangeClosed(1, (STEPS - SpikeWatch.GAP) / EVERY)
              .map(k -> k * EVERY)
              .filter(t -> quiet(losses, t))
              .boxed()
              .toList();
      assertEquals(expected, steps(events, false));
      assertTrue(events.stream().allMatch(e -> e.theta()[0] == e.step()));
      assertTrue(events.stream().allMatch(e -> e.loss() == losses[e.step()]));
      quiet += expected.size();
    }
    assertTrue(quiet > 100, "quiet steps: " + quiet);
  }

  @Test
  void aBurstIsItsLargestValue() {
    double[] losses = new double[200];
    Arrays.fill(losses, 1);
    losses[20] = 99;
    losses[100] = 11;
    losses[105] = 12;
    losses[115] = 12;
    losses[130] = 10;
    losses[150] = 11;
    assertEquals(List.of(105, 150), Bursts.of(losses, FACTOR));
    losses[116] = 13;
    assertEquals(List.of(116, 150), Bursts.of(losses, FACTOR));
  }

  @Test
  void hiddenLayerTimesItsMatrixGivesTheOutputs() {
    outputs(new Architecture.EmbeddingSum(5, 2, 7, new Activation.Square(), 3));
    outputs(PlateauRuns.decoder(4));
    outputs(new Architecture.EmbeddingSum(5, 2, 3, new Activation.Square(), 4));
  }

  private static void outputs(Architecture network) {
    boolean withSign = network instanceof Architecture.Transformer;
    int[][] tokens = withSign ? new int[][] {{0, 1, 4}, {3, 2, 4}} : new int[][] {{0, 1}, {3, 4}};
    ReferenceObjective objective =
        ReferenceObjective.of(
            Model.of(network),
            new Inputs.Tokens(tokens),
            new Targets.Classes(new int[] {0, 2}),
            Loss.CROSS_ENTROPY);
    double[] theta =
        Initialization.UNIFORM_FAN_IN.theta(network, RunSettings.seeds().stream("notsawo.hidden"));
    Block output = network.layout().block("output");
    double[][] hidden = HiddenLayer.of(objective, theta, output);
    double[][] expected = objective.outputs(theta);
    for (int i = 0; i < expected.length; i++) {
      double[] product = new double[output.columns()];
      for (int k = 0; k < output.size(); k++) {
        product[k % output.columns()] +=
            hidden[i][k / output.columns()] * theta[output.offset() + k];
      }
      // A few dozen terms of order 1, each with a few roundings.
      assertArrayEquals(expected[i], product, 1e-13);
    }
  }

  @Test
  void summariesBeginWhereTheRunHasMemorised() {
    double[] losses = new double[140];
    Arrays.fill(losses, 1);
    losses[60] = 50;
    losses[110] = 20;
    losses[111] = 30;
    Measurements run =
        Measurements.none()
            .with(SmallRun.LOSSES, losses)
            .with(SmallRun.STEP, 0, 40, 80, 120)
            .with(SmallRun.TRAIN, 0, 0.5, 0.99, 1)
            .with(SmallRun.VALIDATION, 0, 0, 0, 0.5);
    Measurements summary = SpikeSummary.of(run);
    assertEquals(1, summary.value(SpikeSummary.COUNT));
    assertArrayEquals(new double[] {30}, summary.values(SpikeSummary.PEAKS));
    assertEquals(30, summary.value(SpikeSummary.LARGEST));
    assertEquals(1, summary.value(SpikeSummary.FINAL));
    // Values 19 and 29 side by side less their average m over 11 steps: Σx² − 2Σxm + Σm², where
    // ten averages hold both values and one each a single one.
    double squares = 19 * 19 + 29 * 29;
    double expected = squares - 2 * 48 * 48 / 11.0 + (10 * 48 * 48 + squares) / 121;
    assertEquals(expected, summary.value(SpikeSummary.ENERGY), 1e-9);
    Measurements never = SpikeSummary.of(run.with(SmallRun.TRAIN, 0, 0.1, 0.2, 0.3));
    assertTrue(Double.isNaN(never.value(SpikeSummary.LARGEST)));
    assertTrue(Double.isNaN(never.value(SpikeSummary.COUNT)));
  }
}
