package org.grokcheck.notsawo;

/**
 * The two functions of App. I in doubles and two variables, plain and on the logarithmic scale of
 * its figures: ∇ log g = ∇g/g, which has a pole at the minimum g = 0.
 */
public enum TestSurface {
  /** Rosenbrock's function, least at (1, 1). */
  ROSENBROCK(1) {
    @Override
    public double value(double[] x) {
      double across = x[1] - x[0] * x[0];
      double along = x[0] - 1;
      return 100 * across * across + along * along;
    }

    @Override
    public double[] gradient(double[] x) {
      return Rosenbrock.VANILLA.gradient(x);
    }
  },
  /** Rastrigin's function with a = 10, least at (0, 0). */
  RASTRIGIN(0) {
    @Override
    public double value(double[] x) {
      double sum = 0;
      for (double coordinate : x) {
        double sine = StrictMath.sin(Math.PI * coordinate);
        sum += coordinate * coordinate + 2 * A * sine * sine;
      }
      return sum;
    }

    @Override
    public double[] gradient(double[] x) {
      double[] gradient = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        gradient[i] = 2 * x[i] + 2 * Math.PI * A * StrictMath.sin(2 * Math.PI * x[i]);
      }
      return gradient;
    }
  };

  private static final double A = 10;

  private final double minimum;

  TestSurface(double minimum) {
    this.minimum = minimum;
  }

  /** g(x), without the cancellation of n a − a Σ cos. */
  public abstract double value(double[] x);

  /** ∇g(x), a new array. */
  public abstract double[] gradient(double[] x);

  /** ∇ log g(x) = ∇g/g, a new array; not finite at the minimum. */
  public double[] logGradient(double[] x) {
    double value = value(x);
    double[] gradient = gradient(x);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] /= value;
    }
    return gradient;
  }

  /** Distance of x from the global minimum. */
  public double distance(double[] x) {
    double sum = 0;
    for (double coordinate : x) {
      sum += (coordinate - minimum) * (coordinate - minimum);
    }
    return StrictMath.sqrt(sum);
  }
}
