package org.synapt.training;

import org.synapt.network.OutputSpec;

/**
 * The steps of a batch that count at an output, one behind the other, so that metrics see nothing
 * else: each is an example of its own.
 *
 * <p>Allocates only where a batch is longer than all before.
 */
final class CountedSteps {
  private final OutputSpec spec;
  private final int output;
  private float[] mask = {};
  private float[] predictions = {};
  private float[] targets = {};
  private int count;

  CountedSteps(OutputSpec spec, int output) {
    this.spec = spec;
    this.output = output;
  }

  /** Takes a batch that went forward. */
  void take(Batch batch) {
    int steps = spec.shape(batch.extents())[0];
    int floats = spec.size(batch.extents()) / steps;
    int targetFloats = spec.targetSize(batch.extents()) / steps;
    makeRoom(batch.capacity() * steps, floats, targetFloats);
    batch.pass().mask(batch.size(), output, mask);
    float[] all = batch.predictions(output);
    float[] allTargets = batch.targets(output);
    count = 0;
    for (int step = 0; step < batch.size() * steps; step++) {
      if (mask[step] != 0) {
        System.arraycopy(all, step * floats, predictions, count * floats, floats);
        System.arraycopy(
            allTargets, step * targetFloats, targets, count * targetFloats, targetFloats);
        count++;
      }
    }
  }

  private void makeRoom(int steps, int floats, int targetFloats) {
    mask = roomFor(steps, mask);
    predictions = roomFor(steps * floats, predictions);
    targets = roomFor(steps * targetFloats, targets);
  }

  private static float[] roomFor(int floats, float[] room) {
    return room.length < floats ? new float[floats] : room;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** What was predicted, from index 0. */
  float[] predictions() {
    return predictions;
  }

  /** What should have been predicted, from index 0. */
  float[] targets() {
    return targets;
  }
}
