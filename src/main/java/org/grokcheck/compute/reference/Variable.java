package org.grokcheck.compute.reference;

import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;

/** A matrix on a {@link Tape}; every operation adds its result to the tape. */
final class Variable {
  private final Tape tape;
  private final Dual value;
  private final Consumer<Dual> pull;
  private Dual adjoint;

  Variable(Tape tape, Dual value, Consumer<Dual> pull) {
    this.tape = tape;
    this.value = value;
    this.pull = pull;
    this.adjoint = zero();
  }

  Dual value() {
    return value;
  }

  Dual adjoint() {
    return adjoint;
  }

  void forget() {
    adjoint = zero();
  }

  void accumulate(Dual more) {
    adjoint = adjoint.plus(more);
  }

  void pullAdjoint() {
    pull.accept(adjoint);
  }

  private Dual zero() {
    return Dual.filled(value.rows(), value.columns(), 0);
  }

  Variable plus(Variable other) {
    return tape.record(
        value.plus(other.value),
        a -> {
          accumulate(a);
          other.accumulate(a);
        });
  }

  Variable scaled(double factor) {
    return tape.record(value.scaled(factor), a -> accumulate(a.scaled(factor)));
  }

  Variable minus(Variable other) {
    return plus(other.scaled(-1));
  }

  /** This and a multiple of a constant. */
  Variable plusConstant(DMatrixRMaj constant, double factor) {
    return plus(tape.constant(constant).scaled(factor));
  }

  /** The matrix product. */
  Variable times(Variable other) {
    return tape.record(
        value.times(other.value),
        a -> {
          accumulate(a.times(other.value.transposed()));
          other.accumulate(value.transposed().times(a));
        });
  }

  /** The product entry by entry. */
  Variable elementTimes(Variable other) {
    return tape.record(
        value.elementTimes(other.value),
        a -> {
          accumulate(a.elementTimes(other.value));
          other.accumulate(a.elementTimes(value));
        });
  }

  Variable transposed() {
    return tape.record(value.transposed(), a -> accumulate(a.transposed()));
  }

  /** φ entry by entry. */
  Variable map(Nonlinearity phi) {
    if (phi.kinked()) {
      tape.meetKink(value);
    }
    return tape.record(
        value.map(phi.value(), phi.slope()),
        a -> accumulate(a.elementTimes(value.map(phi.slope(), phi.curvature()))));
  }

  /** The rows with these numbers, in this order, repeats allowed. */
  Variable rows(int... numbers) {
    return tape.record(value.rows(numbers), a -> accumulate(a.scattered(numbers, value.rows())));
  }

  /** Columns from (inclusive) to (exclusive). */
  Variable columns(int from, int to) {
    return tape.record(value.columns(from, to), a -> accumulate(a.padded(from, value.columns())));
  }

  /** This row repeated. */
  Variable repeated(int times) {
    return tape.filled(times, 1, 1).times(this);
  }

  /** The mean of every row, in all of its entries. */
  Variable rowMeans() {
    return times(tape.filled(value.columns(), value.columns(), 1.0 / value.columns()));
  }

  /** The mean of all rows. */
  Variable meanRow() {
    return tape.filled(1, value.rows(), 1.0 / value.rows()).times(this);
  }

  /** Softmax of row t over columns 0 to t, 0 elsewhere. */
  Variable causalSoftmax() {
    Dual shares = value.softmax(t -> t + 1);
    Dual ones = Dual.filled(value.columns(), value.columns(), 1);
    return tape.record(
        shares,
        a -> {
          Dual weighted = shares.elementTimes(a);
          accumulate(weighted.minus(shares.elementTimes(weighted.times(ones))));
        });
  }

  /** −log softmax of this row at one column, with all digits however small. */
  Variable crossEntropy(int label) {
    Dual slope = CrossEntropy.slope(value, label);
    DMatrixRMaj loss = new DMatrixRMaj(1, 1);
    loss.set(0, 0, CrossEntropy.loss(value.value().data, label));
    Dual moved = slope.times(Dual.constant(value.tangent()).transposed());
    return tape.record(new Dual(loss, moved.value()), a -> accumulate(a.times(slope)));
  }
}
