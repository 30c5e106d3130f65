package org.grokcheck.laws;

import net.jqwik.api.Arbitrary;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Objective;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.reference.ReferenceObjective;

/** The plain objective with one thing wrong. */
class WrongObjective implements Objective {
  final Objective right;

  WrongObjective(Objective right) {
    this.right = right;
  }

  /** How a wrong objective is made. */
  interface Maker {
    Objective make(Model model, Inputs inputs, Targets targets, Loss loss);
  }

  /** What is wrong with a right objective of n samples. */
  interface Fault {
    Objective in(Objective right, int samples);
  }

  /** The contracts, signed for a wrong objective. */
  record Signed(Maker maker) implements ObjectiveLaws, OutputLaws, RefusalLaws {
    static Signed with(Fault fault) {
      return new Signed((m, x, y, l) -> fault.in(ReferenceObjective.of(m, x, y, l), x.samples()));
    }

    @Override
    public Objective objective(Model model, Inputs inputs, Targets targets, Loss loss) {
      return maker.make(model, inputs, targets, loss);
    }

    @Override
    public Arbitrary<TrainingProblem> problems() {
      return TrainingProblems.of(SmallNetworks.MLPS);
    }
  }

  @Override
  public int parameters() {
    return right.parameters();
  }

  @Override
  public double[][] outputs(double[] theta) {
    return right.outputs(theta);
  }

  @Override
  public double loss(double[] theta) {
    return right.loss(theta);
  }

  @Override
  public double[] gradient(double[] theta) {
    return right.gradient(theta);
  }

  @Override
  public double[] hessianTimes(double[] theta, double[] v) {
    return right.hessianTimes(theta, v);
  }
}
