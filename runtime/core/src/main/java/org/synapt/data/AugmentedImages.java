package org.synapt.data;

/** The steps of an augmentation, with room for one image at a time; allocates nothing for any. */
final class AugmentedImages {
  private final ImageStep[] steps;
  private final int floats;
  private final long seed;
  private final float[][] room;
  private final SplitMix random = new SplitMix(0);

  /** Draws for each image what follows from a seed and the image's place. */
  AugmentedImages(Augmentation augmentation, long seed) {
    this.steps = augmentation.steps().toArray(new ImageStep[0]);
    this.floats = augmentation.shape().floats();
    this.seed = seed;
    int most = augmentation.from().floats();
    for (ImageStep step : steps) {
      most = Math.max(most, step.shape().floats());
    }
    this.room = new float[2][most];
  }

  /** Changes all images of a column, the first of which has a place in the stream. */
  void apply(Column images, long place, float[] changed) {
    for (int i = 0; i < images.count(); i++) {
      images.copy(i, i + 1, room[0], 0);
      float[] last = walk(SplitMix.stream(seed, place + i));
      System.arraycopy(last, 0, changed, i * floats, floats);
    }
  }

  /** Takes the image in the first room from step to step; says in which room it ends. */
  private float[] walk(long image) {
    for (int i = 0; i < steps.length; i++) {
      // Each step draws for itself, so that one more step changes nothing of what others draw.
      random.restart(SplitMix.stream(image, i));
      steps[i].apply(random, room[i % 2], 0, room[(i + 1) % 2], 0);
    }
    return room[steps.length % 2];
  }
}
