package org.synapt.processor.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks drawn at random, from declaration to gradients, against their graphs in doubles. */
@Tag("L2")
@Tag("L3")
@Tag("L4")
final class RandomPicturesTest {
  private static final int NETWORKS = 12;

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void computeWhatTheirGraphsSay(long seed) {
    Random random = new Random(seed);
    List<String> declarations = new ArrayList<>();
    for (int i = 0; i < NETWORKS; i++) {
      declarations.add(RandomPictures.of("P" + i, random));
    }

    Compiled compiled = Compiled.of(declarations);

    for (int i = 0; i < NETWORKS; i++) {
      String name = "random.P" + i;
      Comparison comparison =
          new Comparison(
              compiled.network(name + "Network", seed),
              compiled.predicting(name),
              compiled.training(name));
      comparison.draw(random);
      comparison.comparePrediction();
      comparison.compareTraining(/* dropout= */ false);
      comparison.compareTraining(/* dropout= */ true);
    }
  }
}
