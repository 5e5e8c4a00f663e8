package org.synapt.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;

/**
 * Runs one network on two backends, row by row, and says how far they are apart.
 *
 * <pre>{@code
 * System.out.println(Compare.backends(network, images));
 * }</pre>
 *
 * <p>Backends add in different orders and have their own exponentials, so that the last digits
 * differ; a row that is much further apart than the one before it shows where to look.
 */
public final class Compare {
  private final Network network;
  private final Network reference;
  private final List<RowSpec> rows;
  private final RowDifference[] largest;
  private final int[] extents;

  private Compare(Network network, Network reference, int[] extents) {
    this.extents = extents;
    this.network = network;
    this.reference = reference;
    this.rows = network.signature().rows();
    this.largest = new RowDifference[rows.size()];
    for (int i = 0; i < largest.length; i++) {
      largest[i] = RowDifference.none(rows.get(i).name());
    }
  }

  /**
   * Compares a network with itself on the pure-Java backend, which is the reference.
   *
   * @param network on the backend to be judged
   * @param inputs examples, an array for each input in the network's order; a single one where each
   *     batch decides extents
   * @return the differences, row by row
   * @throws IllegalArgumentException if the arrays are not those of the network's inputs, hold no
   *     example, or a number is infinite or NaN
   */
  public static Differences backends(Network network, float[]... inputs) {
    try (Backend java = Backends.named("java")) {
      return backends(network, java, inputs);
    }
  }

  /**
   * Compares a network with itself on another backend.
   *
   * @param network on the backend to be judged
   * @param other the reference; stays open
   * @param inputs examples, an array for each input in the network's order; a single one where each
   *     batch decides extents
   * @return the differences, row by row
   * @throws IllegalArgumentException if the arrays are not those of the network's inputs, hold no
   *     example, or a number is infinite or NaN; if the other backend lacks kernels
   */
  public static Differences backends(Network network, Backend other, float[]... inputs) {
    requireCount(network.signature(), inputs);
    int[] extents = extents(network.signature(), inputs);
    int examples = examples(network.signature(), extents, inputs);
    try (Network reference = network.on(other)) {
      return new Compare(network, reference, extents).run(examples, inputs);
    }
  }

  /** What each batch decides; arrays are a single example then. */
  private static int[] extents(Signature signature, float[][] inputs) {
    Extents extents = new Extents(signature);
    for (int i = 0; i < inputs.length && signature.extents() > 0; i++) {
      extents.input(i, inputs[i].length);
    }
    return extents.find();
  }

  private static void requireCount(Signature signature, float[][] inputs) {
    List<InputSpec> specs = signature.inputs();
    if (inputs.length != specs.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s takes %d inputs, not %d",
              signature.name(),
              specs.size(),
              inputs.length));
    }
  }

  private static int examples(Signature signature, int[] extents, float[][] inputs) {
    List<InputSpec> specs = signature.inputs();
    int first = specs.get(0).size(extents);
    int examples = Values.examples(specs.get(0).name(), inputs[0].length, first);
    for (int i = 0; i < inputs.length; i++) {
      String name = specs.get(i).name();
      Network.requireExamples(name, inputs[i], examples, specs.get(i).size(extents));
      Values.requireFinite(name, inputs[i], 0, inputs[i].length);
    }
    if (examples == 0) {
      throw new IllegalArgumentException("there is no example to compare by");
    }
    return examples;
  }

  private Differences run(int examples, float[][] inputs) {
    for (int done = 0; done < examples; done += Network.LARGEST_BATCH) {
      int batch = Math.min(examples - done, Network.LARGEST_BATCH);
      PredictionPass pass = filled(network, done, batch, inputs);
      PredictionPass other = filled(reference, done, batch, inputs);
      for (int row = 0; row < largest.length; row++) {
        int size = rows.get(row).size(extents);
        float[] found = read(pass.row(row, batch), batch * size);
        float[] expected = read(other.row(row, batch), batch * size);
        largest[row] = largest[row].or(found, expected, size, done);
      }
    }
    List<RowDifference> all = new ArrayList<>();
    Collections.addAll(all, largest);
    return new Differences(network.device(), reference.device(), all);
  }

  private PredictionPass filled(Network of, int from, int batch, float[][] inputs) {
    PredictionPass pass = of.prediction(batch, extents);
    List<Buffer> buffers = pass.inputs();
    for (int i = 0; i < inputs.length; i++) {
      int size = of.signature().inputs().get(i).size(extents);
      buffers.get(i).put(0, inputs[i], from * size, batch * size);
    }
    return pass;
  }

  private static float[] read(Buffer values, int count) {
    float[] copy = new float[count];
    values.get(0, copy, 0, count);
    return copy;
  }

  /** What came out of a comparison. */
  public static final class Differences {
    private final String device;
    private final String reference;
    private final List<RowDifference> rows;

    Differences(String device, String reference, List<RowDifference> rows) {
      this.device = device;
      this.reference = reference;
      this.rows = Collections.unmodifiableList(rows);
    }

    /**
     * The largest difference of each row.
     *
     * @return one for each row, in the order of the network
     */
    public List<RowDifference> rows() {
      return rows;
    }

    /**
     * The row that is furthest apart, measured against its largest value.
     *
     * @return the row
     */
    public RowDifference worst() {
      Optional<RowDifference> worst = Optional.empty();
      for (RowDifference row : rows) {
        if (!worst.isPresent() || row.relative() > worst.get().relative()) {
          worst = Optional.of(row);
        }
      }
      return worst.get();
    }

    /** A table, a line for each row. */
    @Override
    public String toString() {
      StringBuilder table = new StringBuilder(device + " against " + reference + "\n");
      int width = 3;
      for (RowDifference row : rows) {
        width = Math.max(width, row.row().length());
      }
      String line = "%-" + width + "s  %12s  %12s  %7s  %6s%n";
      table.append(
          String.format(Locale.ROOT, line, "row", "difference", "relative", "example", "at"));
      for (RowDifference row : rows) {
        table.append(
            String.format(
                Locale.ROOT,
                "%-" + width + "s  %12.3g  %12.3g  %7d  %6d%n",
                row.row(),
                row.difference(),
                row.relative(),
                row.example(),
                row.at()));
      }
      return table.toString();
    }
  }
}
