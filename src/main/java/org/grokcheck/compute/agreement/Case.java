package org.grokcheck.compute.agreement;

import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Targets;

/**
 * An objective with a point and a direction, all held exactly in single precision.
 *
 * @param name says what it is; unique within a catalogue
 * @param model f̃
 * @param inputs x
 * @param targets y
 * @param loss L
 * @param theta θ
 * @param direction v of the Hessian product
 */
public record Case(
    String name,
    Model model,
    Inputs inputs,
    Targets targets,
    Loss loss,
    double[] theta,
    double[] direction) {
  @Override
  public String toString() {
    return name;
  }
}
