package org.grokcheck.bench;

import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Layout;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;

/** Training on the engine, all samples a step. */
final class EngineTask implements Task {
  private final EngineObjective objective;
  private final Training training;

  EngineTask(
      Architecture architecture,
      Inputs inputs,
      int[] labels,
      Loss loss,
      Precision precision,
      OptimizerSpec method,
      double[] start) {
    Engine engine = Engine.open(new DeviceChoice.Cpu());
    this.objective =
        engine.objective(
            Model.of(architecture), inputs, new Targets.Classes(labels), loss, precision);
    this.training =
        Training.start("bench", objective, OptimizerSettings.of(method), new Batches.Full(), start);
  }

  /** Entries of block b are those of the formula from its offset on, times 1/√fanIn. */
  static double[] start(Architecture architecture) {
    Layout layout = architecture.layout();
    double[] theta = new double[layout.size()];
    for (Layout.Block block : layout.blocks()) {
      double scale = 1 / Math.sqrt(block.fanIn());
      for (int i = 0; i < block.size(); i++) {
        theta[block.offset() + i] = Values.at(block.offset() + i, scale);
      }
    }
    return theta;
  }

  @Override
  public void run(int steps) {
    training.run(steps);
  }

  @Override
  public double loss() {
    return training.loss();
  }

  @Override
  public void close() {
    training.close();
    objective.close();
  }
}
