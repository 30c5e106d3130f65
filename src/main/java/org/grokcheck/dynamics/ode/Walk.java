package org.grokcheck.dynamics.ode;

/** Where an integration stands, and the step that it tries next. */
final class Walk {
  private final Stepper stepper;
  private double time;
  private double[] state;
  private double[] rates;
  private double[] next;
  private double[] nextRates;
  private int accepted;

  Walk(OdeSystem system, Stepper stepper, double start, double[] initial) {
    this.stepper = stepper;
    time = start;
    state = initial.clone();
    rates = new double[state.length];
    next = new double[state.length];
    nextRates = new double[state.length];
    system.rates(time, state, rates);
    if (!Stops.finite(rates)) {
      throw OdeFailure.notFinite(start);
    }
  }

  double time() {
    return time;
  }

  double[] state() {
    return state;
  }

  double[] rates() {
    return rates;
  }

  int accepted() {
    return accepted;
  }

  /** The longest step that keeps the method stable from here. */
  double longestStep() {
    return stepper.longestStep(time, state, rates);
  }

  /** Tries a step; returns its estimated error. */
  double attempt(double h) {
    return stepper.attempt(time, state, rates, h, next, nextRates);
  }

  boolean nextIsFinite() {
    return Stops.finite(next) && Stops.finite(nextRates);
  }

  /** Makes the step that was tried last. */
  Step advance(double to) {
    Step step = new HermiteStep(time, state, rates, to, next, nextRates);
    double[] spare = state;
    double[] spareRates = rates;
    state = next;
    rates = nextRates;
    next = spare;
    nextRates = spareRates;
    time = to;
    accepted++;
    return step;
  }
}
