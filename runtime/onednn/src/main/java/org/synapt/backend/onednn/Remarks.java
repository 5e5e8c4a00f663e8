package org.synapt.backend.onednn;

import java.util.logging.Logger;

/** What the log says when a backend is opened and cannot be all that was asked for. */
final class Remarks {
  /** The whole package's. */
  static final Logger LOGGER = Logger.getLogger(Remarks.class.getPackageName());

  private Remarks() {}

  static void log(Precision precision, Isa isa, boolean openMpCanBeTold) {
    if (precision == Precision.BF16 && isa.lacksBf16()) {
      LOGGER.info(
          () ->
              "precision=bf16 will be no faster than float32: this processor has no units for it ("
                  + isa.key().orElse("unknown")
                  + ")");
    }
    if (!openMpCanBeTold) {
      LOGGER.info(
          "oneDNN's OpenMP has no omp_set_num_threads here, so its own threads work on each op;"
              + " OMP_NUM_THREADS says how many");
    }
  }
}
