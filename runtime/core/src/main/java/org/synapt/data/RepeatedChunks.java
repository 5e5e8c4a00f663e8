package org.synapt.data;

import java.util.Optional;

/** Pass behind pass, each with a number of its own. */
final class RepeatedChunks implements Stage.Chunks {
  private final Stage stage;
  private final long firstPass;
  private final long passes;
  private final SameColumns columns = new SameColumns("the repeated data set");
  private long done;
  private boolean empty = true;
  private Stage.Chunks chunks;

  RepeatedChunks(Stage stage, long firstPass, long passes) {
    this.stage = stage;
    this.firstPass = firstPass;
    this.passes = passes;
    this.chunks = stage.open(firstPass);
  }

  @Override
  public Optional<Examples> read() {
    Optional<Examples> chunk = chunks.read();
    while (!chunk.isPresent() && ++done < passes && !empty) {
      chunks.close();
      chunks = stage.open(firstPass + done);
      empty = true;
      chunk = chunks.read();
    }
    // A pass without examples ends it, or it would look for some for ever.
    empty &= !chunk.isPresent() || chunk.get().count() == 0;
    return chunk.map(columns::requireNames);
  }

  @Override
  public void close() {
    chunks.close();
  }
}
