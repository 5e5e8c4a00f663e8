package org.synapt.samples.nd4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.data.Mnist;
import org.synapt.network.Compare;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.samples.Result;
import org.synapt.samples.mnist.MnistReluNd4j;
import org.synapt.samples.mnist.MnistReluNetwork;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * For programs whose numbers are in ND4J already: pictures come as an {@link INDArray}, and what
 * the network says of them is one.
 *
 * <p>{@link MnistReluNd4j} was written beside {@code MnistReluNetwork}, because samples are
 * compiled with {@code -Asynapt.nd4j=true}. It works with every backend; on {@code nd4j} and {@code
 * onednn} the network reads the pictures where they lie, without a copy. The last lines run the
 * network on the pure-Java backend too and say how far the two are apart.
 */
@Command(name = "nd4j", description = "Handwritten digits, in ND4J's arrays from end to end.")
public final class Nd4jSample implements Callable<Integer> {
  @Option(
      names = "--data",
      description = "The folder with the four files of MNIST; else they are downloaded.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--backend", description = "nd4j, onednn or java: ${DEFAULT-VALUE}.")
  private String backendName = "nd4j";

  @Option(names = "--train", description = "How many pictures to learn from: ${DEFAULT-VALUE}.")
  private int train = 10_000;

  @Option(names = "--epochs", description = "How often to see each: ${DEFAULT-VALUE}.")
  private int epochs = 5;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    Examples pictures = data.isPresent() ? Mnist.train(data.get()) : Mnist.train();
    Examples unseen = data.isPresent() ? Mnist.test(data.get()) : Mnist.test();
    Examples some = pictures.slice(0, Math.min(train, pictures.count()));
    try (Backend backend = Backends.named(backendName);
        MnistReluNetwork network = new MnistReluNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      System.out.println(network.device());
      Trainer.of(network)
          .optimizer(Adam.defaults())
          .batchSize(100)
          .epochs(epochs)
          .verbose(2)
          .fit(MnistReluNd4j.examples(array(some.input("pixels")), array(some.target("digit"))));
      judge(network, array(unseen.input("pixels")), array(unseen.target("digit")));
    }
    return 0;
  }

  private static void judge(MnistReluNetwork network, INDArray pixels, INDArray digits) {
    INDArray said = new MnistReluNd4j(network).predict(pixels);
    INDArray right = said.argMax(1).eq(digits.argMax(1));
    INDArray first = pixels.get(NDArrayIndex.interval(0, 100), NDArrayIndex.all());
    System.out.println(Compare.backends(network, first.dup('c').data().asFloat()));
    new Result().with("accuracy", right.castTo(DataType.FLOAT).meanNumber().doubleValue()).print();
  }

  private static INDArray array(Column column) {
    return Nd4j.createFromArray(column.toArray()).reshape(column.count(), column.width());
  }
}
