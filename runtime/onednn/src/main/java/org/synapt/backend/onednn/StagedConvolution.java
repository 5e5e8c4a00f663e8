package org.synapt.backend.onednn;

import org.synapt.backend.java.Stage;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;

/** A convolution on heap copies of its operands, for shapes for which oneDNN has nothing fit. */
final class StagedConvolution implements Runnable {
  private final Convolution kernel;
  private final Stage stage;
  private final ConvolutionTask task;

  StagedConvolution(Convolution kernel, Stage stage, ConvolutionTask task) {
    this.kernel = kernel;
    this.stage = stage;
    this.task = task;
  }

  @Override
  public void run() {
    ConvolutionShape shape = task.shape();
    Buffer x = operand(0, task.image(), shape.batch() * shape.imageFloats());
    Buffer weight = operand(1, task.weight(), shape.weightFloats());
    Buffer y = operand(2, task.result(), shape.batch() * shape.resultFloats());
    switch (task.pass()) {
      case FORWARD -> forward(shape, x, weight, y);
      case DATA -> data(shape, x, weight, y);
      case WEIGHT -> weight(shape, x, weight, y);
    }
    stage.back();
  }

  private Buffer operand(int number, NativeBuffer buffer, int floats) {
    if (buffer != task.target()) {
      return stage.read(number, buffer, floats);
    }
    return task.add() ? stage.update(number, buffer, floats) : stage.write(number, buffer, floats);
  }

  private void forward(ConvolutionShape it, Buffer x, Buffer weight, Buffer y) {
    if (task.add()) {
      kernel.forwardAdd(
          it.batch(), task.windows(), it.channels(), it.filters(), it.groups(), x, weight, y);
    } else if (task.formula().vectors() == 0) {
      kernel.forward(
          it.batch(),
          task.windows(),
          it.channels(),
          it.filters(),
          it.groups(),
          x,
          weight,
          y,
          task.formula());
    } else {
      kernel.forward(
          it.batch(),
          task.windows(),
          it.channels(),
          it.filters(),
          it.groups(),
          x,
          weight,
          y,
          task.formula(),
          stage.read(3, task.bias(), it.filters()));
    }
  }

  private void data(ConvolutionShape it, Buffer dx, Buffer weight, Buffer dy) {
    if (task.add()) {
      kernel.dataGradientAdd(
          it.batch(), task.windows(), it.channels(), it.filters(), it.groups(), dy, weight, dx);
    } else {
      kernel.dataGradient(
          it.batch(), task.windows(), it.channels(), it.filters(), it.groups(), dy, weight, dx);
    }
  }

  private void weight(ConvolutionShape it, Buffer x, Buffer dweight, Buffer dy) {
    if (task.add()) {
      kernel.weightGradientAdd(
          it.batch(), task.windows(), it.channels(), it.filters(), it.groups(), x, dy, dweight);
    } else {
      kernel.weightGradient(
          it.batch(), task.windows(), it.channels(), it.filters(), it.groups(), x, dy, dweight);
    }
  }
}
