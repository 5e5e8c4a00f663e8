package org.synapt.samples.filters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Examples;
import org.synapt.data.Mnist;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.persistence.Transfer;
import org.synapt.samples.Result;
import org.synapt.samples.cnn.MnistCnnNetwork;
import org.synapt.samples.digits.DigitDrawing;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What do the filters of a convolution look for? Four pictures say.
 *
 * <pre>
 * handmade.png     a digit as windows see it that people thought of: blur, sharpen, emboss, edges
 * kernels.png      the windows that the first convolution learnt instead
 * activations.png  where the second one finds what it looks for in a digit
 * maximised.png    for each of its filters, an image that it answers to most
 * </pre>
 *
 * <p>The last are found by gradient ascent: {@link StrokesProbe} has the first rows of the network,
 * takes their parameters by name, and gives the gradient of a filter's answer by the image.
 */
@Command(name = "filters", description = "Draws what the filters of a network look for.")
public final class FiltersSample implements Callable<Integer> {
  @Option(
      names = "--data",
      description = "The folder with MNIST's four files; else digits are drawn.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--out", description = "The folder for the pictures: ${DEFAULT-VALUE}.")
  private Path out = Path.of("target", "filters");

  @Option(names = "--train", description = "How many pictures to learn from: ${DEFAULT-VALUE}.")
  private int train = 4_000;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    Examples all =
        data.isPresent() ? Mnist.train(data.get()) : new DigitDrawing(seed).examples(train);
    Examples digits = all.slice(0, Math.min(train, all.count()));
    Pictures pictures = new Pictures(Files.createDirectories(out));
    Seed start = Seed.of(seed);
    try (Backend backend = Backends.best();
        MnistCnnNetwork network = new MnistCnnNetwork(backend, start);
        StrokesProbeNetwork probe = new StrokesProbeNetwork(backend, start);
        HandMadeNetwork handMade = new HandMadeNetwork(backend, start)) {
      Trainer.of(network).optimizer(Adam.defaults()).batchSize(32).epochs(1).verbose(2).fit(digits);
      float[] digit = digits.slice(0, 1).inputs().get(0).toArray();
      pictures.handMade(handMade, digit);
      pictures.kernels(network.parameter("edges.weight"));
      pictures.activations(network.value("strokes", digit));
      Transfer.from(network).into(probe);
      float[] before = pictures.answers(probe, new float[digit.length]);
      float[] after = pictures.maximised(probe, digit.length);
      new Result()
          .with("pictures", 4)
          .with("answer_to_black", mean(before))
          .with("answer_to_maximised", mean(after))
          .print();
    }
    return 0;
  }

  private static double mean(float[] answers) {
    double sum = 0;
    for (float answer : answers) {
      sum += answer;
    }
    return sum / answers.length;
  }
}
