package org.grokcheck.bench;

/** Numbers in (−scale, scale) from a formula, the same as the peers take. */
final class Values {
  private Values() {}

  static double at(long k, double scale) {
    long hashed = (k * 2654435761L) % 1000003;
    return (hashed / 500001.5 - 1.0) * scale;
  }

  static double[][] matrix(int rows, int columns, double scale) {
    double[][] matrix = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix[i][j] = at((long) i * columns + j, scale);
      }
    }
    return matrix;
  }
}
