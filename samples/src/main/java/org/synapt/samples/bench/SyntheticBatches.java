package org.synapt.samples.bench;

import java.util.Random;

/**
 * Batches that a network can learn in part: each class has a pattern of its own, under noise. The
 * batches come four times, each time with three in ten labels drawn anew, so that no network fits
 * them all: a loss near zero makes gradients denormal, and then denormal arithmetic is timed.
 */
final class SyntheticBatches {
  private static final int EXAMPLES = 1_600;
  private static final int ROUNDS = 4;
  private static final double REDRAWN = 0.3;

  private final int inputSize;
  private final int outputSize;
  private final int batch;
  private final int words;
  private final float[][] inputs;
  private final float[][] targets;

  /**
   * Batches of numbers, or of words.
   *
   * @param words how many words there are; 0 if inputs are numbers from 0 to 1
   */
  SyntheticBatches(int inputSize, int outputSize, int batch, boolean training, int words) {
    this.inputSize = inputSize;
    this.outputSize = outputSize;
    this.batch = batch;
    this.words = words;
    int distinct = training ? Math.max(8, Math.min(64, EXAMPLES / batch)) : 1;
    inputs = new float[distinct][batch * inputSize];
    targets = new float[training ? distinct * ROUNDS : 1][batch * outputSize];
    fill(new Random(42));
  }

  private void fill(Random random) {
    int classes = outputSize == 1 ? 2 : outputSize;
    float[][] patterns = new float[classes][inputSize];
    for (float[] pattern : patterns) {
      for (int i = 0; i < inputSize; i++) {
        pattern[i] = random.nextFloat();
      }
    }
    int[][] labels = new int[inputs.length][batch];
    for (int b = 0; b < inputs.length; b++) {
      for (int i = 0; i < batch; i++) {
        labels[b][i] = random.nextInt(classes);
        if (words > 0) {
          speak(random, labels[b][i], inputs[b], i * inputSize);
        } else {
          blur(random, patterns[labels[b][i]], inputs[b], i * inputSize);
        }
      }
    }
    label(random, classes, labels);
  }

  /** Words of two thirds of the vocabulary; half of those of a class are of the other, too. */
  private void speak(Random random, int label, float[] input, int at) {
    for (int i = 0; i < inputSize; i++) {
      input[at + i] = random.nextInt(words / 3 * 2) + label * (words / 3);
    }
  }

  private static void blur(Random random, float[] pattern, float[] input, int at) {
    for (int i = 0; i < pattern.length; i++) {
      input[at + i] = 0.5f * pattern[i] + 0.5f * random.nextFloat();
    }
  }

  private void label(Random random, int classes, int[][] labels) {
    for (int b = 0; b < targets.length; b++) {
      for (int i = 0; i < batch; i++) {
        boolean redrawn = random.nextDouble() < REDRAWN;
        int label = redrawn ? random.nextInt(classes) : labels[b % inputs.length][i];
        if (outputSize == 1) {
          targets[b][i] = label;
        } else {
          targets[b][i * outputSize + label] = 1;
        }
      }
    }
  }

  /** How many batches there are before they come again. */
  int count() {
    return targets.length;
  }

  float[][] inputs(int number) {
    return new float[][] {inputs[number % inputs.length]};
  }

  float[][] targets(int number) {
    return new float[][] {targets[number]};
  }
}
