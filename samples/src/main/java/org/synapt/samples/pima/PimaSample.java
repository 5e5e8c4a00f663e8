package org.synapt.samples.pima;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.csv.CsvTable;
import org.synapt.data.Examples;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.samples.Result;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A table of numbers: who of 768 women has diabetes?
 *
 * <p>The file has a line for each person: eight measures, then 1 for diabetes and 0 for none. A
 * small network, batches of ten and 150 epochs tell between 77 and 80 of 100 right; now and then a
 * start is so unlucky that all answers become "none", which is right for 65 of 100: try another
 * seed.
 */
@Command(name = "pima", description = "Tells who has diabetes, from a table of numbers.")
public final class PimaSample implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      description = "The file pima-indians-diabetes.csv: eight measures and 0 or 1 a line.")
  private Path data = Path.of("pima-indians-diabetes.csv");

  @Option(names = "--epochs", description = "How often to see each person: ${DEFAULT-VALUE}.")
  private int epochs = 150;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    CsvTable table = CsvTable.read(data);
    Examples people = table.lastFieldAsTarget("measures", "diabetes");
    try (Backend backend = Backends.best();
        PimaNetwork network = new PimaNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      Trainer.of(network)
          .optimizer(Adam.defaults())
          .batchSize(10)
          .epochs(epochs)
          .verbose(2)
          .fit(people);
      Evaluation all = network.evaluate(people);
      new Result().with("accuracy", all.value("acc")).with("loss", all.loss()).print();
    }
    return 0;
  }
}
