package org.grokcheck.compute.linear;

/** Vectors of doubles. */
public final class Vectors {
  private Vectors() {}

  /** Returns factor · x, a new vector. */
  public static double[] scaled(double factor, double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      product[i] = factor * x[i];
    }
    return product;
  }

  /** Returns x·y. */
  public static double dot(double[] x, double[] y) {
    Shapes.length("y", y, x.length);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** Returns ‖x‖. */
  public static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }

  /** Adds factor·x to y. */
  public static void add(double factor, double[] x, double[] y) {
    Shapes.length("y", y, x.length);
    for (int i = 0; i < x.length; i++) {
      y[i] += factor * x[i];
    }
  }

  /** Returns max |xᵢ|. */
  public static double largest(double[] x) {
    double most = 0;
    for (double value : x) {
      most = Math.max(most, Math.abs(value));
    }
    return most;
  }

  /** Returns min xᵢ. */
  public static double least(double[] x) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : x) {
      least = Math.min(least, value);
    }
    return least;
  }

  /** Returns Σ xᵢ. */
  public static double sum(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum;
  }
}
