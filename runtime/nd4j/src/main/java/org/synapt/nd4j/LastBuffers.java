package org.synapt.nd4j;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.backend.nd4j.Nd4jBuffer;

/**
 * The buffer of the array that a row was given last: what kernels prepared for it serves again when
 * the same array comes again. Nothing here keeps an array.
 */
final class LastBuffers {
  private final Map<String, Last> rows = new HashMap<>();

  private record Last(
      WeakReference<DataBuffer> data, long offset, WeakReference<Nd4jBuffer> buffer) {
    /** The buffer, if it is still there and of these floats. */
    @Nullable Nd4jBuffer of(INDArray array) {
      Nd4jBuffer found = buffer.get();
      return found != null
              && data.get() == array.data()
              && offset == array.offset()
              && found.length() == array.length()
          ? found
          : null;
    }
  }

  /** The buffer of an array of floats in C order. */
  Nd4jBuffer of(String row, INDArray array) {
    Last last = rows.get(row);
    Nd4jBuffer found = last == null ? null : last.of(array);
    return found == null ? remember(row, array) : found;
  }

  private Nd4jBuffer remember(String row, INDArray array) {
    Nd4jBuffer buffer = Nd4jBuffer.of(array);
    rows.put(
        row,
        new Last(new WeakReference<>(array.data()), array.offset(), new WeakReference<>(buffer)));
    return buffer;
  }
}
