package org.synapt.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;
import org.synapt.backend.nd4j.Nd4jBuffer;
import org.synapt.buffer.Buffer;
import org.synapt.data.Dataset;
import org.synapt.data.Examples;
import org.synapt.network.Network;
import org.synapt.network.OutputSpec;
import org.synapt.network.RowSpec;

/**
 * A network with arrays of ND4J for what it takes and gives.
 *
 * <p>With {@code -Asynapt.nd4j=true} the compiler writes one for each network that has a parameter
 * for each input by its name; this class alone serves any network, with lists.
 *
 * <p>An array of floats in C order without gaps is read, or written, where it lies, if the network
 * runs on a backend that works in such memory: {@code nd4j}, and {@code onednn} where ND4J computes
 * on the CPU. Arrays of doubles, halves and whole numbers, in other orders and views with gaps are
 * converted, with one copy. Others are refused. What is made here lies outside of any workspace.
 *
 * <p>An input that is declared as {@code [28, 28, 1]} takes {@code [b, 28, 28, 1]} and {@code [b,
 * 784]}; where an example is one float, {@code [b]} too. One thread at a time uses an adapter.
 *
 * @param <N> the network's class
 */
public class Nd4jAdapter<N extends Network> {
  private final N network;
  private final LastBuffers last = new LastBuffers();

  /**
   * A network with arrays.
   *
   * @param network runs where it was made to run
   */
  public Nd4jAdapter(N network) {
    this.network = network;
  }

  /**
   * The network itself.
   *
   * @return the network
   */
  public final N network() {
    return network;
  }

  /**
   * Predicts, for each example.
   *
   * @param inputs an array for each input
   * @return an array for each output, {@code [b, …]}
   * @throws IllegalArgumentException if an array is not what its input takes
   */
  public final List<INDArray> predict(List<INDArray> inputs) {
    InputArrays given = InputArrays.of(network.signature(), inputs, last);
    List<INDArray> outputs = new ArrayList<>();
    List<Buffer> buffers = new ArrayList<>();
    for (OutputSpec output : network.signature().outputs()) {
      INDArray array =
          Given.zeros(BatchShape.of(output.shape(given.extents())).of(given.examples()));
      outputs.add(array);
      buffers.add(Nd4jBuffer.of(array));
    }
    network.predict(given.examples(), given.buffers(), buffers);
    return outputs;
  }

  /**
   * Predicts into arrays of the caller's.
   *
   * @param inputs read: an array for each input
   * @param outputs written: an array for each output, of the same examples
   * @throws IllegalArgumentException if an array is not what its input takes or its output gives,
   *     or two outputs share memory
   */
  public final void predict(List<INDArray> inputs, List<INDArray> outputs) {
    List<OutputSpec> declared = network.signature().outputs();
    InputArrays.requireCount(network.signature().name() + " gives", declared, outputs.size());
    InputArrays given = InputArrays.of(network.signature(), inputs, last);
    List<OutputArray> results = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      OutputSpec output = declared.get(i);
      BatchShape shape = BatchShape.of(output.shape(given.extents()));
      results.add(OutputArray.of(output.name(), outputs.get(i), shape, given, last));
    }
    OutputArray.requireApart(results);
    List<Buffer> buffers = new ArrayList<>();
    results.forEach(result -> buffers.add(result.buffer()));
    network.predict(given.examples(), given.buffers(), buffers);
    results.forEach(OutputArray::deliver);
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name; that of a block gives the value of the block
   * @param inputs an array for each input
   * @return the values, {@code [b, …]}
   * @throws IllegalArgumentException if there is no such row, or an array is not what its input
   *     takes
   */
  public final INDArray value(String row, List<INDArray> inputs) {
    RowSpec spec = network.signature().row(row);
    InputArrays given = InputArrays.of(network.signature(), inputs, last);
    BatchShape shape = BatchShape.of(spec.shape(given.extents()));
    INDArray value = Given.zeros(shape.of(given.examples()));
    network.value(row, given.examples(), given.buffers(), Nd4jBuffer.of(value));
    return value;
  }

  /**
   * A parameter as an array.
   *
   * <p>On the backends {@code nd4j} and {@code onednn} it is a view: training changes what it
   * shows, and what is written to it is used from then on; {@code onednn} therefore keeps no copy
   * of weights prepared for its products any more, once one parameter is in a view. On a backend
   * whose memory ND4J does not see, as that of {@code java}, it is a copy. {@link #setParameter}
   * changes parameters everywhere. A view keeps the memory that it shows, until the backend is
   * closed.
   *
   * @param name such as {@code hidden1.weight}
   * @return an array of the parameter's shape, laid out as in Keras
   * @throws IllegalArgumentException if there is none of this name
   */
  public final INDArray parameter(String name) {
    return ParameterArrays.of(network.parameter(name));
  }

  /**
   * Replaces a parameter.
   *
   * @param name such as {@code hidden1.weight}
   * @param array copied; of the parameter's shape, and of any type of numbers
   * @throws IllegalArgumentException if there is none of this name, the array has another shape, or
   *     one number is not finite; nothing is changed then
   */
  public final void setParameter(String name, INDArray array) {
    ParameterArrays.set(network.parameter(name), array);
  }

  /**
   * Examples from a data set of DL4J, read where they lie.
   *
   * @param data features for the only input and labels for the only output that has targets
   * @return the examples
   * @throws IllegalArgumentException if the network has other inputs or targets, an array is not
   *     what they take, or something is masked
   */
  public final Examples examples(DataSet data) {
    return new DataSets(network).examples(data, /* lasting= */ true);
  }

  /**
   * Examples from a data set of DL4J, read where they lie.
   *
   * @param data features for each input and labels for each output that has targets, in the order
   *     of their rows
   * @return the examples
   * @throws IllegalArgumentException if the network has other inputs or targets, an array is not
   *     what they take, or something is masked
   */
  public final Examples examples(MultiDataSet data) {
    return new DataSets(network).examples(data, /* lasting= */ true);
  }

  /**
   * Examples from an iterator of DL4J, to train on.
   *
   * <p>The iterator is reset at the beginning of each pass, of which there is only one at a time.
   * Arrays are read where they lie if the iterator {@linkplain DataSetIterator#asyncSupported says}
   * that it leaves them alone from then on, else copied.
   *
   * @param iterator gives data sets as {@link #examples(DataSet)} takes them
   * @return the data set
   */
  public final Dataset dataset(DataSetIterator iterator) {
    return new DataSets(network).dataset(iterator);
  }

  /**
   * Examples from an iterator of DL4J, to train on.
   *
   * <p>The iterator is reset at the beginning of each pass, of which there is only one at a time.
   * Arrays are read where they lie if the iterator {@linkplain MultiDataSetIterator#asyncSupported
   * says} that it leaves them alone from then on, else copied.
   *
   * @param iterator gives data sets as {@link #examples(MultiDataSet)} takes them
   * @return the data set
   */
  public final Dataset dataset(MultiDataSetIterator iterator) {
    return new DataSets(network).dataset(iterator);
  }

  /**
   * What each batch decides, as arrays say it.
   *
   * @param inputs an array for each input
   * @return what {@code ANY}, {@code ANY_2} and {@code ANY_3} are, as far as the network has them
   * @throws IllegalArgumentException if an array is not what its input takes, or two disagree
   */
  protected final int[] extents(List<INDArray> inputs) {
    return InputArrays.of(network.signature(), inputs, last).extents();
  }

  /**
   * A copy of an array's floats, for what takes no other.
   *
   * @param name what the array is, for messages
   * @param array {@code [b, …shape]}, or what else {@link Columns#of} takes
   * @param shape the extents of one example
   * @return the floats, one example behind the other
   * @throws IllegalArgumentException if the array is none that it takes
   */
  protected static float[] floats(String name, INDArray array, int... shape) {
    return Columns.of(name, array, shape).toArray();
  }

  /**
   * Floats as an array.
   *
   * @param floats copied; one example behind the other
   * @param shape the extents of one example
   * @return the array, {@code [b, …shape]}
   */
  protected static INDArray array(float[] floats, int... shape) {
    BatchShape each = BatchShape.of(shape);
    INDArray array = Given.zeros(each.of(floats.length / each.size()));
    Nd4jBuffer.of(array).put(0, floats, 0, floats.length);
    return array;
  }
}
