package org.grokcheck.compute.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.grokcheck.harness.Arb;
import org.grokcheck.laws.SmallNetworks;
import org.grokcheck.laws.TrainingProblem;
import org.grokcheck.laws.TrainingProblems;
import org.grokcheck.math.Seeds;

/** Ritz pairs against dense decompositions of spectra with gaps, clusters, copies and zeros. */
class LanczosProperties {

  /** A matrix, a number of steps and a seed. */
  record Run(DenseOperator operator, int steps, long seed) {
    Lanczos lanczos() {
      return Lanczos.of(operator, steps, new Seeds(seed).stream("start"));
    }

    double norm() {
      double[] values = operator.eigenvalues();
      return Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
    }

    /** Backward error of a product, of both decompositions and of the basis. */
    double rounding() {
      return 64 * operator.dimension() * 0x1p-53 * norm();
    }
  }

  @Provide
  Arbitrary<Run> runs() {
    return Combinators.combine(spectra(), Arb.uniform(0, 1), Arbitraries.longs())
        .as(
            (spectrum, share, seed) ->
                new Run(
                    DenseOperator.of(spectrum, seed),
                    1 + (int) (share * (spectrum.length - 1)),
                    seed));
  }

  private static Arbitrary<double[]> spectra() {
    return Combinators.combine(Arbitraries.integers().between(1, 24), Arbitraries.of(Kind.values()))
        .as((n, kind) -> kind.spectrum(n));
  }

  enum Kind {
    SPREAD {
      @Override
      double entry(int i, int n) {
        return i - n / 3.0;
      }
    },
    CLUSTERED {
      @Override
      double entry(int i, int n) {
        return i % 3 + 1e-9 * i;
      }
    },
    DEGENERATE {
      @Override
      double entry(int i, int n) {
        return i % 2 == 0 ? 2 : -1;
      }
    },
    MOSTLY_ZERO {
      @Override
      double entry(int i, int n) {
        return i < 2 ? 3 - 5 * i : 0;
      }
    },
    GEOMETRIC {
      @Override
      double entry(int i, int n) {
        return Math.scalb(1.0, -2 * i);
      }
    },
    ZERO {
      @Override
      double entry(int i, int n) {
        return 0;
      }
    };

    abstract double entry(int i, int n);

    double[] spectrum(int n) {
      double[] spectrum = new double[n];
      Arrays.setAll(spectrum, i -> entry(i, n));
      return spectrum;
    }
  }

  /** Each Ritz value has an eigenvalue within its residual, and lies between the extreme ones. */
  @Property(tries = 100)
  void everyPairIsCertified(@ForAll("runs") Run run) {
    double[] exact = run.operator().eigenvalues();
    for (RitzPair pair : run.lanczos().largest(run.steps())) {
      double distance =
          Arrays.stream(exact).map(e -> Math.abs(e - pair.value())).min().orElseThrow();
      assertTrue(distance <= pair.residual() + run.rounding(), () -> distance + " for " + pair);
      assertTrue(pair.value() >= exact[0] - run.rounding());
      assertTrue(pair.value() <= exact[exact.length - 1] + run.rounding());
      assertEquals(1, Vectors.norm(pair.vector()), 1e-14);
    }
  }

  /** n steps give the whole spectrum, copies included. */
  @Property(tries = 100)
  void allStepsGiveTheWholeSpectrum(@ForAll("runs") Run any) {
    Run run = new Run(any.operator(), any.operator().dimension(), any.seed());
    double[] values = run.lanczos().values();
    double[] exact = run.operator().eigenvalues();
    for (int i = 0; i < exact.length; i++) {
      assertEquals(exact[i], values[i], run.rounding() + Double.MIN_VALUE, "eigenvalue " + i);
    }
    for (RitzPair pair : run.lanczos().smallest(run.steps())) {
      assertTrue(pair.residual() <= run.rounding(), () -> "residual " + pair.residual());
    }
  }

  /** The basis is orthonormal, also after restarts. */
  @Property(tries = 100)
  void basisIsOrthonormal(@ForAll("runs") Run run) {
    List<double[]> basis = run.lanczos().basis();
    for (int i = 0; i < basis.size(); i++) {
      for (int j = 0; j <= i; j++) {
        double product = Vectors.dot(basis.get(i), basis.get(j));
        assertEquals(i == j ? 1 : 0, product, 8 * run.operator().dimension() * 0x1p-53);
      }
    }
  }

  /** Extreme pairs come in order, and both ends agree. */
  @Property(tries = 50)
  void pairsAreOrdered(@ForAll("runs") Run run) {
    Lanczos lanczos = run.lanczos();
    double[] up = lanczos.smallest(run.steps()).stream().mapToDouble(RitzPair::value).toArray();
    assertArrayEquals(lanczos.values(), up);
    assertEquals(up[up.length - 1], lanczos.largest(1).get(0).value());
  }

  /** A gap makes the largest eigenvalue converge long before all steps. */
  @Example
  void aGapIsFoundInFewSteps() {
    double[] spectrum = new double[200];
    Arrays.setAll(spectrum, i -> i == 0 ? 10 : StrictMath.cos(i));
    DenseOperator operator = DenseOperator.of(spectrum, 5);
    Lanczos lanczos = Lanczos.of(operator, 12, new Seeds(1).stream("start"));
    RitzPair top = lanczos.largest(1).get(0);
    // Chebyshev: sin²(angle) falls as 1/T_{11}(1 + 2·9/2)², T_{11}(10) ≈ 10¹³.
    assertEquals(10, top.value(), 1e-12);
    assertTrue(top.residual() < 1e-9, () -> "residual " + top.residual());
    assertEquals(0, lanczos.restarts());
  }

  /** One eigenvalue: every step ends in an invariant space. */
  @Example
  void aMultipleOfTheIdentityRestartsEveryStep() {
    Lanczos lanczos =
        Lanczos.of(DenseOperator.of(new double[] {2, 2, 2, 2}, 1), 4, new Seeds(1).stream("start"));
    assertEquals(3, lanczos.restarts());
    assertArrayEquals(new double[] {2, 2, 2, 2}, lanczos.values(), 1e-14);
  }

  /**
   * The Hessian of a small network by unit vectors is symmetric, and Lanczos finds its spectrum.
   */
  @Property(tries = 20)
  void hessianOfANetwork(@ForAll long seed) {
    TrainingProblem p = TrainingProblems.of(SmallNetworks.MLPS.get(2), seed);
    ReferenceObjective objective = p.reference();
    SymmetricOperator hessian = SymmetricOperator.hessian(objective, p.theta());
    double[][] dense = hessian.dense();
    double[] exact = DenseOperator.eigenvalues(new DMatrixRMaj(dense));
    double size = Math.max(Math.abs(exact[0]), Math.abs(exact[exact.length - 1]));
    for (int i = 0; i < dense.length; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(dense[i][j], dense[j][i], 1e-13 * (1 + size));
      }
    }
    Lanczos lanczos = Lanczos.of(hessian, dense.length, new Seeds(seed).stream("start"));
    assertArrayEquals(exact, lanczos.values(), 1e-12 * (1 + size));
  }

  @Example
  void badArgumentsAreRefused() {
    DenseOperator operator = DenseOperator.of(new double[] {1, 2}, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> Lanczos.of(operator, 3, new Seeds(1).stream("start")));
    Lanczos lanczos = Lanczos.of(operator, 1, new Seeds(1).stream("start"));
    assertThrows(IllegalArgumentException.class, () -> lanczos.largest(2));
    SymmetricOperator broken =
        new SymmetricOperator() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public double[] times(double[] v) {
            return new double[] {Double.NaN};
          }
        };
    assertThrows(
        IllegalArgumentException.class, () -> Lanczos.of(broken, 1, new Seeds(1).stream("start")));
  }
}
