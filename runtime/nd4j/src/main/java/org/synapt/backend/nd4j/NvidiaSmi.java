package org.synapt.backend.nd4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks NVIDIA's driver for its GPUs, with the tool that comes with it and needs none of CUDA's
 * libraries. That takes a tenth of a second, and some seconds if the driver was asleep.
 */
final class NvidiaSmi implements Supplier<Gpus> {
  private static final int SECONDS = 20;
  private static final List<String> QUESTION =
      List.of("nvidia-smi", "--query-gpu=uuid,name,compute_cap", "--format=csv,noheader");

  @Override
  public Gpus get() {
    try {
      Process process = new ProcessBuilder(QUESTION).redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Gpus.none("NVIDIA's driver does not answer nvidia-smi");
      }
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return answered(process.exitValue(), output);
    } catch (IOException e) {
      return Gpus.none("there is no NVIDIA driver, or its nvidia-smi is not on the path");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Gpus.none("the question to NVIDIA's driver was interrupted");
    }
  }

  /** What its answer says; drivers older than CUDA 11.6 do not know all of the question. */
  static Gpus answered(int exit, String output) {
    List<String> lines = output.lines().map(String::trim).filter(line -> !line.isEmpty()).toList();
    List<Gpu> gpus = new ArrayList<>();
    for (String line : lines) {
      String[] fields = line.split(" *, *");
      if (fields.length == 3) {
        gpus.add(new Gpu(fields[0], fields[1], fields[2]));
      }
    }
    return exit == 0 && !gpus.isEmpty()
        ? Gpus.of(gpus)
        : Gpus.none("nvidia-smi says: " + (lines.isEmpty() ? "nothing" : lines.get(0)));
  }
}
