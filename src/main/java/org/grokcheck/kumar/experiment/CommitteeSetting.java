package org.grokcheck.kumar.experiment;

import org.grokcheck.experiment.Job;

/**
 * One training run of the committee machine on y = ½ Σ (β_k·x)², |β_k|² = D, x ~ N(0, I/D), with
 * weights that start as σ N(0, I). Time is η₀ times steps, where η = η₀N/α².
 *
 * @param series what the run belongs to
 * @param dimension D
 * @param width N
 * @param samples P
 * @param alpha α
 * @param eps ε
 * @param sigma σ
 * @param share c: the start is moved by c times a solution, ±β/√(αε) in turn
 * @param directions how many β_k; negative for the linear target Σ β_k·x of as many
 * @param momentum of the descent; 0 for none
 * @param centred whether the output at the start is subtracted
 * @param step η₀ as a share of the largest that the estimate of {@link #rate} allows
 * @param time at which the run ends at the latest
 * @param seed number of the draw
 */
record CommitteeSetting(
    String series,
    int dimension,
    int width,
    int samples,
    double alpha,
    double eps,
    double sigma,
    double share,
    int directions,
    double momentum,
    boolean centred,
    double step,
    double time,
    int seed) {

  /** A centred network with one direction, from σ = 1. */
  static CommitteeSetting of(
      String series, int dimension, int width, int samples, double alpha, double eps, double time) {
    return new CommitteeSetting(
        series, dimension, width, samples, alpha, eps, 1, 0, 1, 0, true, 0.4, time, 0);
  }

  CommitteeSetting seed(int number) {
    return with(sigma, share, directions, momentum, centred, step, number);
  }

  CommitteeSetting sigma(double scale) {
    return with(scale, share, directions, momentum, centred, step, seed);
  }

  CommitteeSetting share(double c) {
    return with(sigma, c, directions, momentum, centred, step, seed);
  }

  CommitteeSetting directions(int count) {
    return with(sigma, share, count, momentum, centred, step, seed);
  }

  /** With momentum μ; the step is what the speed 1/(1 − μ) multiplies. */
  CommitteeSetting momentum(double mu, double share) {
    return with(sigma, this.share, directions, mu, centred, share, seed);
  }

  CommitteeSetting uncentred() {
    return with(sigma, share, directions, momentum, false, step, seed);
  }

  private CommitteeSetting with(
      double newSigma,
      double newShare,
      int newDirections,
      double newMomentum,
      boolean newCentred,
      double newStep,
      int newSeed) {
    return new CommitteeSetting(
        series,
        dimension,
        width,
        samples,
        alpha,
        eps,
        newSigma,
        newShare,
        newDirections,
        newMomentum,
        newCentred,
        newStep,
        time,
        newSeed);
  }

  Job job() {
    return Job.of(
        "series",
        series,
        "D",
        dimension,
        "N",
        width,
        "P",
        samples,
        "alpha",
        alpha,
        "eps",
        eps,
        "sigma",
        sigma,
        "c",
        share,
        "k",
        directions,
        "mu",
        momentum,
        "centred",
        centred,
        "step",
        step,
        "T",
        time,
        "seed",
        seed);
  }

  static CommitteeSetting of(Job job) {
    return new CommitteeSetting(
        job.text("series"),
        job.integer("D"),
        job.integer("N"),
        job.integer("P"),
        job.number("alpha"),
        job.number("eps"),
        job.number("sigma"),
        job.number("c"),
        job.integer("k"),
        job.number("mu"),
        Boolean.parseBoolean(job.text("centred")),
        job.number("step"),
        job.number("T"),
        job.integer("seed"));
  }

  /**
   * η₀: the share {@link #step} of 1/λ, beyond which descent would diverge, where λ bounds the
   * largest eigenvalue of the kernel: the linear functions' 1/D, |x|²'s σ²ε²(D+2)/D², and what the
   * learned direction adds, 3ε|β|²/(αD²); times (1 + √(D/P))² for P samples.
   */
  double rate() {
    double d = dimension;
    double learned = Math.abs(directions) * 3 * eps / (alpha * d);
    double population = 1 / d + sigma * sigma * eps * eps * (d + 2) / (d * d) + learned;
    double spread = 1 + Math.sqrt(d / samples);
    return step / (spread * spread * population);
  }

  /** η = η₀N/α². */
  double learningRate() {
    return rate() * width / (alpha * alpha);
  }

  long steps() {
    return (long) Math.ceil(time / rate());
  }

  /** Names what is drawn, so that runs that differ only in how they train share their draws. */
  String stream() {
    return "D=%d,N=%d,P=%d,k=%d/draw%d"
        .formatted(dimension, width, samples, Math.abs(directions), seed);
  }
}
