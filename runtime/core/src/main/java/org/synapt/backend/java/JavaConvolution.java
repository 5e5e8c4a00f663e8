package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Windows;

/**
 * Convolutions in plain Java: the sums that {@link Gathering} and {@link PatchSum} describe,
 * whatever the threads and the machine.
 */
final class JavaConvolution implements Convolution {
  private final WindowAxis[] axes = WindowAxis.three();
  private final Gathering gathering = new Gathering();
  private final LargeGathering large;
  private final PatchSum patches = new PatchSum();
  private final LargePatchSum largePatches;
  private final ChannelGathering channelwise;
  private final ChannelWeightSum channelwiseWeights;

  JavaConvolution(Workers workers) {
    large = new LargeGathering(workers);
    largePatches = new LargePatchSum(workers);
    channelwise = new ChannelGathering(workers);
    channelwiseWeights = new ChannelWeightSum(workers);
  }

  @Override
  public void forward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y) {
    setForward(batch, windows, channels, filters, groups, x, weight, y);
    gather();
  }

  @Override
  public void forward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y,
      Formula f) {
    setForward(batch, windows, channels, filters, groups, x, weight, y);
    gathering.formula = f;
    gather();
  }

  @Override
  public void forward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y,
      Formula f,
      Buffer bias) {
    setForward(batch, windows, channels, filters, groups, x, weight, y);
    gathering.formula = f;
    gathering.bias = ArrayBuffer.array(bias);
    gathering.biasAt = ArrayBuffer.at(bias);
    gather();
  }

  @Override
  public void forwardAdd(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y) {
    setForward(batch, windows, channels, filters, groups, x, weight, y);
    gathering.add = true;
    gather();
  }

  @Override
  public void dataGradient(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer dy,
      Buffer weight,
      Buffer dx) {
    setGradient(batch, windows, channels, filters, groups, dy, weight, dx);
    gather();
  }

  @Override
  public void dataGradientAdd(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer dy,
      Buffer weight,
      Buffer dx) {
    setGradient(batch, windows, channels, filters, groups, dy, weight, dx);
    gathering.add = true;
    gather();
  }

  @Override
  public void weightGradient(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer dy,
      Buffer dweight) {
    setPatches(batch, windows, channels, filters, groups, x, dy, dweight);
    sumPatches();
  }

  @Override
  public void weightGradientAdd(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer dy,
      Buffer dweight) {
    setPatches(batch, windows, channels, filters, groups, x, dy, dweight);
    patches.add = true;
    sumPatches();
  }

  private void gather() {
    if (ChannelGathering.serves(gathering)) {
      channelwise.run(gathering);
    } else {
      large.run(gathering);
    }
  }

  private void sumPatches() {
    if (ChannelWeightSum.serves(patches)) {
      channelwiseWeights.run(gathering, patches);
      return;
    }
    if (patches.isCheaperTurned()) {
      patches.turnRound();
    }
    largePatches.run(patches);
  }

  private void setForward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y) {
    WindowAxis.set(axes, windows);
    for (int i = 0; i < axes.length; i++) {
      gathering.axes[i].setForward(axes[i]);
    }
    setBuffers(batch, groups, x, weight, y);
    gathering.depth = channels / groups;
    gathering.rows = filters / groups;
    gathering.weightGroupStep = filters / groups;
    gathering.weightTapStep = channels / groups * filters;
    gathering.weightDepthStep = filters;
    gathering.weightRowStep = 1;
  }

  private void setGradient(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer dy,
      Buffer weight,
      Buffer dx) {
    WindowAxis.set(axes, windows);
    for (int i = 0; i < axes.length; i++) {
      gathering.axes[i].setGradient(axes[i]);
    }
    setBuffers(batch, groups, dy, weight, dx);
    gathering.depth = filters / groups;
    gathering.rows = channels / groups;
    gathering.weightGroupStep = filters / groups;
    gathering.weightTapStep = channels / groups * filters;
    gathering.weightDepthStep = 1;
    gathering.weightRowStep = filters;
  }

  private void setBuffers(int batch, int groups, Buffer source, Buffer weight, Buffer target) {
    gathering.batch = batch;
    gathering.groups = groups;
    gathering.source = ArrayBuffer.array(source);
    gathering.sourceAt = ArrayBuffer.at(source);
    gathering.weight = ArrayBuffer.array(weight);
    gathering.weightAt = ArrayBuffer.at(weight);
    gathering.target = ArrayBuffer.array(target);
    gathering.targetAt = ArrayBuffer.at(target);
    gathering.add = false;
    gathering.formula = null;
    gathering.bias = null;
  }

  private void setPatches(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer dy,
      Buffer dweight) {
    setForward(batch, windows, channels, filters, groups, x, dweight, dy);
    WindowAxis.set(patches.axes, windows);
    patches.batch = batch;
    patches.groups = groups;
    patches.single = ArrayBuffer.array(dy);
    patches.singleAt = ArrayBuffer.at(dy);
    patches.rows = filters / groups;
    patches.image = ArrayBuffer.array(x);
    patches.imageAt = ArrayBuffer.at(x);
    patches.depth = channels / groups;
    patches.turned = false;
    patches.sum = ArrayBuffer.array(dweight);
    patches.sumAt = ArrayBuffer.at(dweight);
    patches.add = false;
  }
}
