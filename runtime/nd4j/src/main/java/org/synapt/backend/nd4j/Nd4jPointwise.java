package org.synapt.backend.nd4j;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.synapt.backend.java.BlockPointwise;
import org.synapt.backend.java.PointwiseOfMany;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Pointwise;

/**
 * Formulas as Java's loops, over blocks that are copied to the heap; where Java does not reach the
 * floats, as ops of ND4J, if a formula's text can be read, and so for {@code x + y} everywhere.
 */
final class Nd4jPointwise extends PointwiseOfMany {
  /** More formulas than networks have; with more, all are forgotten. */
  private static final int MOST = 1_000;

  /** From so many floats on an op of ND4J's is not slower to begin with. */
  private static final int LARGE = 1 << 14;

  private final Engine engine;
  private final Pointwise blocks;
  private final OpScratch scratch;
  private final Map<Formula, Optional<OpProgram>> programs = new HashMap<>();

  Nd4jPointwise(Engine engine) {
    this.engine = engine;
    // What ND4J copies, one thread copies: others would not see what it has not finished.
    this.blocks =
        new BlockPointwise(engine.here() ? engine.workers() : new Workers(1), Buffer::put);
    this.scratch = new OpScratch(engine);
  }

  @Override
  public void apply(int rows, int columns, Formula f, Buffer y, Buffer[] x) {
    if (rows == 0 || columns == 0) {
      return;
    }
    Optional<OpProgram> program = program(f);
    if (program.isPresent() && (!engine.here() || isFaster(rows * columns, program.get()))) {
      program.get().run(rows, columns, y, x);
    } else {
      blocks.apply(rows, columns, f, y, x);
    }
  }

  /** Whether ND4J takes less time than the copies alone. */
  private static boolean isFaster(int floats, OpProgram program) {
    return floats >= LARGE && program.isArithmeticOfValues();
  }

  private Optional<OpProgram> program(Formula f) {
    Optional<OpProgram> program = programs.get(f);
    if (program == null) {
      if (programs.size() == MOST) {
        programs.clear();
      }
      program = read(f);
      programs.put(f, program);
    }
    return program;
  }

  private Optional<OpProgram> read(Formula f) {
    try {
      return Optional.of(FormulaOps.of(f, scratch));
    } catch (IllegalArgumentException notInTheLanguage) {
      return Optional.empty();
    }
  }
}
