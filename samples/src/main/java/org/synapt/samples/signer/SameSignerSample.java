package org.synapt.samples.signer;

import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Examples;
import org.synapt.data.TrainTestSplit;
import org.synapt.network.Seed;
import org.synapt.samples.Result;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A shared layer: are two signatures by the same hand?
 *
 * <p>{@code encoder} is declared once and applied twice, so both signatures are read with the same
 * weights, and its gradient is the sum of both. The signatures are made up: each of two hundred
 * signers has a way of writing, from which every signature differs somewhat.
 */
@Command(name = "same-signer", description = "One encoder for two signatures: shared weights.")
public final class SameSignerSample implements Callable<Integer> {
  private static final int SIZE = 128;
  private static final int SIGNERS = 200;
  private static final int PAIRS = 12_000;

  @Option(names = "--epochs", description = "How often to see each pair: ${DEFAULT-VALUE}.")
  private int epochs = 15;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() {
    TrainTestSplit split = pairs().split(0.2);
    try (Backend backend = Backends.best();
        SameSignerNetwork network = new SameSignerNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      Trainer.of(network).batchSize(50).epochs(epochs).verbose(2).fit(split.train());
      Evaluation test = network.evaluate(split.test());
      new Result().with("accuracy", test.value("acc")).with("loss", test.loss()).print();
    }
    return 0;
  }

  private Examples pairs() {
    SplittableRandom random = new SplittableRandom(seed);
    float[] hands = new float[SIGNERS * SIZE];
    for (int i = 0; i < hands.length; i++) {
      hands[i] = (float) random.nextDouble(-1, 1);
    }
    float[] left = new float[PAIRS * SIZE];
    float[] right = new float[PAIRS * SIZE];
    float[] same = new float[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      int signer = random.nextInt(SIGNERS);
      same[i] = random.nextInt(2);
      int other = same[i] == 1 ? signer : (signer + 1 + random.nextInt(SIGNERS - 1)) % SIGNERS;
      sign(random, hands, signer, left, i);
      sign(random, hands, other, right, i);
    }
    return SameSignerNetwork.examples(left, right, same);
  }

  private static void sign(
      SplittableRandom random, float[] hands, int signer, float[] signatures, int at) {
    for (int j = 0; j < SIZE; j++) {
      double slip = random.nextDouble(-0.6, 0.6);
      signatures[at * SIZE + j] = (float) (hands[signer * SIZE + j] + slip);
    }
  }
}
