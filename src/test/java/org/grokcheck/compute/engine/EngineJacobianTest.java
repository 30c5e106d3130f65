package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.simple.SimpleMatrix;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.agreement.Case;
import org.grokcheck.compute.reference.ReferenceObjective;
import org.grokcheck.compute.rounding.Enclosure;
import org.grokcheck.compute.rounding.RoundingAnalysis;
import org.junit.jupiter.api.Test;

/** Derivatives of outputs and their kernel, for a case of every architecture and activation. */
class EngineJacobianTest {
  private static final String OTHER_ACTIVATIONS = ".*(Identity|Square|Relu|LinearQuadratic)\\[.*";
  private static final Map<Architecture, Case> ALL = new LinkedHashMap<>();
  private static final Map<Architecture, Enclosure> ROUNDING = new HashMap<>();

  static {
    Parties.CASES.forEach(c -> ALL.putIfAbsent(c.model().architecture(), c));
  }

  /** One case a network; what is trained does not matter here, and two activations tell enough. */
  private static List<Case> networks() {
    return ALL.values().stream().filter(c -> !c.name().matches(OTHER_ACTIVATIONS)).toList();
  }

  private static double[][] reference(Case at) {
    return ReferenceObjective.of(at.model(), at.inputs(), at.targets(), at.loss())
        .jacobian(at.theta());
  }

  private static EngineJacobian engine(Case at, Precision precision) {
    return Parties.CPU.jacobian(at.model(), at.inputs(), precision);
  }

  @Test
  void derivativesAgreeWithTheReference() {
    for (Precision precision : Precision.values()) {
      for (Case at : networks()) {
        Enclosure own =
            precision == Precision.FLOAT64 ? doubleRounding(at) : rounding(at, precision);
        Enclosure theirs = doubleRounding(at);
        double[][] expected = reference(at);
        try (EngineJacobian jacobian = engine(at, precision)) {
          double[][] actual = jacobian.jacobian(at.theta());
          assertEquals(expected.length, actual.length);
          for (int e = 0; e < own.radii().length; e++) {
            int row = e / at.theta().length;
            int column = e % at.theta().length;
            double bound = own.radii()[e] + theirs.radii()[e];
            assertEquals(expected[row][column], actual[row][column], bound, at.name());
          }
        }
      }
    }
  }

  private static Enclosure doubleRounding(Case at) {
    return ROUNDING.computeIfAbsent(
        at.model().architecture(), shape -> rounding(at, Precision.FLOAT64));
  }

  private static Enclosure rounding(Case at, Precision precision) {
    return RoundingAnalysis.jacobian(at.model(), at.inputs(), precision, at.theta());
  }

  /** K − J Jᵀ: entries of J are off by r on either side, sums of P products by γ_P on either. */
  @Test
  void theKernelIsTheGramMatrixOfTheReference() {
    for (Case at : networks()) {
      Enclosure rounding = doubleRounding(at);
      int p = at.theta().length;
      double[][] j = reference(at);
      try (EngineJacobian jacobian = engine(at, Precision.FLOAT64)) {
        double[][] kernel = jacobian.kernel(at.theta());
        for (int a = 0; a < j.length; a++) {
          for (int b = 0; b < j.length; b++) {
            double sum = 0;
            double bound = 0;
            for (int q = 0; q < p; q++) {
              double ra = 2 * rounding.radii()[a * p + q];
              double rb = 2 * rounding.radii()[b * p + q];
              sum += j[a][q] * j[b][q];
              double products = (p + 1) * 0x1p-52 * Math.abs(j[a][q] * j[b][q]);
              bound += Math.abs(j[a][q]) * rb + ra * (Math.abs(j[b][q]) + rb) + products;
            }
            assertEquals(sum, kernel[a][b], bound, at.name());
            assertEquals(kernel[b][a], kernel[a][b], at.name());
          }
        }
      }
    }
  }

  /** K is off by at most γ_P tr K in norm, and the eigenvalues of the library by n u |K|. */
  @Test
  void theKernelHasNoNegativeEigenvalue() {
    for (Case at : networks()) {
      try (EngineJacobian jacobian = engine(at, Precision.FLOAT64)) {
        SimpleMatrix kernel = new SimpleMatrix(jacobian.kernel(at.theta()));
        double least =
            kernel.eig().getEigenvalues().stream()
                .mapToDouble(e -> e.getReal())
                .min()
                .orElseThrow();
        double roundings = at.theta().length + 10.0 * kernel.getNumRows();
        assertTrue(least >= -roundings * 0x1p-53 * kernel.trace(), () -> at.name() + ": " + least);
      }
    }
  }

  /** Both ways to the same derivatives differ by no more than the rounding of each. */
  @Test
  void oneBackwardPassAnOutputGivesWhatOneASampleGives() {
    int replicated = 0;
    for (Case at : ALL.values()) {
      try (EngineJacobian jacobian = engine(at, Precision.FLOAT64)) {
        if (jacobian.network() instanceof ReplicatedNetwork network) {
          double[] radii = doubleRounding(at).radii();
          double[] fast =
              jacobian.at(at.theta(), t -> Tensors.array(jacobian.replicated(network, t)));
          double[] slow = jacobian.at(at.theta(), t -> Tensors.array(jacobian.looped(t)));
          for (int e = 0; e < radii.length; e++) {
            assertEquals(slow[e], fast[e], 2 * radii[e], at.name());
          }
          replicated++;
        }
      }
    }
    assertEquals(4 * 6 + 1, replicated, "fully connected networks and committee machines");
  }

  /** α scales J and does not depend on the centre. */
  @Test
  void theCentreHasNoDerivative() {
    Case at = Parties.CASES.get(0);
    Architecture.Mlp mlp = assertInstanceOf(Architecture.Mlp.class, at.model().architecture());
    double[] elsewhere = new double[at.theta().length];
    try (EngineJacobian plain =
            Parties.CPU.jacobian(Model.scaled(mlp, 2), at.inputs(), Precision.FLOAT64);
        EngineJacobian centred =
            Parties.CPU.jacobian(Model.centred(mlp, 2, elsewhere), at.inputs(), Precision.FLOAT64);
        EngineJacobian unit = Parties.CPU.jacobian(Model.of(mlp), at.inputs(), Precision.FLOAT64)) {
      double[][] expected = plain.jacobian(at.theta());
      double[][] same = centred.jacobian(at.theta());
      double[][] half = unit.jacobian(at.theta());
      for (int a = 0; a < expected.length; a++) {
        assertArrayEquals(expected[a], same[a]);
        DMatrixRMaj doubled = new DMatrixRMaj(half[a]);
        CommonOps_DDRM.scale(2, doubled);
        assertArrayEquals(expected[a], doubled.data);
      }
    }
  }
}
