package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrence.Option;
import org.synapt.kernel.Recurrent;

/**
 * Recurrent layers over any memory: Java's kernel on copies of all operands, which the caller's
 * thread makes. Saved is what Java saves.
 */
public final class BlockRecurrent implements Recurrent {
  private static final Buffer NONE = Stage.none();

  private final Recurrent kernel;
  private final Stage stage;

  /**
   * The kernel for a memory.
   *
   * @param workers who runs it
   * @param writing how its results are written
   */
  public BlockRecurrent(Workers workers, BlockWriting writing) {
    this.kernel = new JavaRecurrent(workers);
    this.stage = new Stage(writing);
  }

  @Override
  public void forward(
      Recurrence recurrence,
      int batch,
      Buffer x,
      Buffer kernel,
      Buffer recurrentKernel,
      Buffer bias,
      Buffer mask,
      Buffer recurrentMask,
      Buffer hidden,
      Buffer cell,
      Buffer saved,
      Buffer y) {
    int units = recurrence.units();
    boolean stateful = recurrence.has(Option.STATEFUL);
    this.kernel.forward(
        recurrence,
        batch,
        read(0, x, batch * recurrence.steps() * recurrence.inputs()),
        read(1, kernel, recurrence.inputs() * recurrence.columns()),
        read(2, recurrentKernel, units * recurrence.columns()),
        read(3, bias, bias.length()),
        read(4, mask, batch * recurrence.steps()),
        read(5, recurrentMask, batch * recurrence.columns()),
        state(6, hidden, batch * units, stateful),
        state(7, cell, batch * units, stateful),
        write(8, saved, batch * recurrence.saved()),
        write(9, y, batch * recurrence.given() * units));
    stage.back();
  }

  @Override
  public void gradient(
      Recurrence recurrence,
      int batch,
      Buffer x,
      Buffer kernel,
      Buffer recurrentKernel,
      Buffer bias,
      Buffer mask,
      Buffer recurrentMask,
      Buffer saved,
      Buffer dy,
      Buffer dx,
      Buffer dkernel,
      Buffer drecurrentKernel,
      Buffer dbias,
      Buffer dhidden,
      Buffer dcell) {
    int units = recurrence.units();
    this.kernel.gradient(
        recurrence,
        batch,
        read(0, x, batch * recurrence.steps() * recurrence.inputs()),
        read(1, kernel, recurrence.inputs() * recurrence.columns()),
        read(2, recurrentKernel, units * recurrence.columns()),
        NONE, // No gradient depends on the bias.
        read(4, mask, batch * recurrence.steps()),
        read(5, recurrentMask, batch * recurrence.columns()),
        read(8, saved, batch * recurrence.saved()),
        read(9, dy, batch * recurrence.given() * units),
        write(10, dx, batch * recurrence.steps() * recurrence.inputs()),
        write(11, dkernel, recurrence.inputs() * recurrence.columns()),
        write(12, drecurrentKernel, units * recurrence.columns()),
        write(13, dbias, dbias.length()),
        write(6, dhidden, batch * units),
        write(7, dcell, batch * units));
    stage.back();
  }

  /** A copy, which may be longer than the operand; none of none. */
  private Buffer read(int operand, Buffer buffer, int floats) {
    return buffer.length() == 0 ? NONE : stage.read(operand, buffer, floats);
  }

  private Buffer write(int operand, Buffer buffer, int floats) {
    return buffer.length() == 0 ? NONE : stage.write(operand, buffer, floats);
  }

  private Buffer state(int operand, Buffer buffer, int floats, boolean written) {
    if (written && buffer.length() > 0) {
      return stage.update(operand, buffer, floats);
    }
    return read(operand, buffer, floats);
  }
}
