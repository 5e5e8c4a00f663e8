package org.synapt.report;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.synapt.backend.Backends;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.Seed;
import org.synapt.training.Trainer;

/** A small training for tests: points around ten places on a circle. */
final class Trainings {
  static final int CLASSES = 10;

  private Trainings() {}

  static BlobsNetwork network() {
    return new BlobsNetwork(Backends.named("java"), Seed.of(7));
  }

  static Trainer trainer(BlobsNetwork network) {
    return Trainer.of(network).batchSize(20).verbose(0);
  }

  static Examples examples(int count) {
    RandomGenerator random = RandomGeneratorFactory.of("SplittableRandom").create(7);
    float[] points = new float[2 * count];
    float[] places = new float[CLASSES * count];
    for (int i = 0; i < count; i++) {
      int place = i % CLASSES;
      double angle = 2 * Math.PI * place / CLASSES;
      points[2 * i] = (float) (Math.cos(angle) + 0.1 * random.nextGaussian());
      points[2 * i + 1] = (float) (Math.sin(angle) + 0.1 * random.nextGaussian());
      places[CLASSES * i + place] = 1;
    }
    return Examples.of(Column.of("point", 2, points), Column.of("place", CLASSES, places));
  }
}
