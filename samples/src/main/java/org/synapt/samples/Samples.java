package org.synapt.samples;

import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.synapt.samples.airline.AirlineSample;
import org.synapt.samples.batch.BatchSizeSample;
import org.synapt.samples.bench.BenchSample;
import org.synapt.samples.california.RegressionSample;
import org.synapt.samples.cifar.CifarSample;
import org.synapt.samples.cnn.MnistCnnSample;
import org.synapt.samples.digits.DigitsSample;
import org.synapt.samples.filters.FiltersSample;
import org.synapt.samples.folds.PimaFoldsSample;
import org.synapt.samples.garments.GarmentsSample;
import org.synapt.samples.house.HousePriceSample;
import org.synapt.samples.imbalanced.ImbalancedSample;
import org.synapt.samples.mnist.MnistSample;
import org.synapt.samples.nd4j.Nd4jSample;
import org.synapt.samples.pima.PimaSample;
import org.synapt.samples.pseudo.PseudoLabelSample;
import org.synapt.samples.resnet.ResNet20Sample;
import org.synapt.samples.resume.ResumeSample;
import org.synapt.samples.sentiment.SentimentSample;
import org.synapt.samples.shakespeare.ShakespeareSample;
import org.synapt.samples.signer.SameSignerSample;
import org.synapt.samples.spam.SpamSample;
import org.synapt.samples.transfer.TransferSample;
import org.synapt.samples.transformer.TransformerSample;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs the sample that the first word names; {@code digits} where there is none. */
@Command(
    name = "samples",
    description = "Complete programs, each a page of the manual.",
    subcommands = {
      ListSamples.class,
      DigitsSample.class,
      MnistSample.class,
      MnistCnnSample.class,
      CifarSample.class,
      GarmentsSample.class,
      FiltersSample.class,
      ResNet20Sample.class,
      PimaSample.class,
      HousePriceSample.class,
      SameSignerSample.class,
      BatchSizeSample.class,
      RegressionSample.class,
      PseudoLabelSample.class,
      PimaFoldsSample.class,
      ImbalancedSample.class,
      TransferSample.class,
      SentimentSample.class,
      TransformerSample.class,
      SpamSample.class,
      AirlineSample.class,
      ShakespeareSample.class,
      ResumeSample.class,
      Nd4jSample.class,
      BenchSample.class
    })
public final class Samples {
  private Samples() {}

  /** Runs a sample; a failed one ends the process with an exit status that is not 0. */
  public static void main(String[] arguments) {
    int status = run(arguments.length == 0 ? new String[] {"digits"} : arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(String... arguments) {
    CommandLine line = new CommandLine(new Samples()).setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(new WrongArguments(line.getParameterExceptionHandler()));
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          command.getErr().println(message(exception));
          return command.getCommandSpec().exitCodeOnExecutionException();
        });
    return line.execute(arguments);
  }

  /** What went wrong. A missing file's own message is no more than its name. */
  private static @Nullable String message(Exception exception) {
    return exception instanceof NoSuchFileException missing && missing.getReason() == null
        ? "there is no file " + missing.getFile()
        : exception.getMessage();
  }
}
