package org.synapt.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;
import org.synapt.data.Column;
import org.synapt.data.Dataset;
import org.synapt.data.Examples;
import org.synapt.network.Network;

/** What DL4J calls a data set, and its iterators, as examples of a network. */
final class DataSets {
  private final String network;
  private final List<Slot> inputs;
  private final List<Slot> targets;

  DataSets(Network network) {
    this.network = network.signature().name();
    inputs =
        network.signature().inputs().stream()
            .map(input -> new Slot(input.name(), BatchShape.of(input.shape())))
            .toList();
    targets =
        network.signature().outputs().stream()
            .filter(output -> output.target().isEmpty())
            .map(output -> new Slot(output.name(), BatchShape.of(output.targetShape())))
            .toList();
  }

  /** What an array is for. */
  private record Slot(String name, BatchShape shape) {
    Column column(@Nullable INDArray array, boolean lasting) {
      INDArray numbers = Given.numbers(name, array);
      return Columns.of(name, lasting ? numbers : Given.copy(numbers), shape);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Examples of a data set.
   *
   * @param lasting whether its arrays stay as they are; else they are copied
   */
  Examples examples(DataSet data, boolean lasting) {
    requireWhole("features", inputs, list(data.getFeaturesMaskArray()));
    requireWhole("labels", targets, list(data.getLabelsMaskArray()));
    return Examples.of(
        columns("features", inputs, list(data.getFeatures()), lasting),
        columns("labels", targets, list(data.getLabels()), lasting));
  }

  /**
   * Examples of a data set.
   *
   * @param lasting whether its arrays stay as they are; else they are copied
   */
  Examples examples(MultiDataSet data, boolean lasting) {
    requireWhole("features", inputs, list(data.getFeaturesMaskArrays()));
    requireWhole("labels", targets, list(data.getLabelsMaskArrays()));
    return Examples.of(
        columns("features", inputs, list(data.getFeatures()), lasting),
        columns("labels", targets, list(data.getLabels()), lasting));
  }

  /** Those that there are; a list of nothing where there are none. */
  private static List<@Nullable INDArray> list(@Nullable INDArray @Nullable ... arrays) {
    List<@Nullable INDArray> list = new ArrayList<>();
    for (int i = 0; arrays != null && i < arrays.length; i++) {
      list.add(arrays[i]);
    }
    return list;
  }

  private List<Column> columns(
      String what, List<Slot> slots, List<@Nullable INDArray> arrays, boolean lasting) {
    List<Column> columns = new ArrayList<>();
    if (slots.isEmpty()) {
      return columns;
    }
    if (arrays.size() != slots.size()) {
      throw new IllegalArgumentException(
          network
              + (" takes " + slots.size() + " arrays of " + what + ", " + slots)
              + (", but the data set holds " + arrays.size())
              + (arrays.size() == 1 ? "; a MultiDataSet holds several" : ""));
    }
    for (int i = 0; i < arrays.size(); i++) {
      columns.add(slots.get(i).column(arrays.get(i), lasting));
    }
    return columns;
  }

  /** Requires that no mask hides anything; there may be fewer masks than arrays. */
  private static void requireWhole(String what, List<Slot> slots, List<@Nullable INDArray> masks) {
    for (int i = 0; i < masks.size(); i++) {
      INDArray mask = masks.get(i);
      if (mask != null && !(minimum(mask) == 1 && maximum(mask) == 1)) {
        throw new IllegalArgumentException(
            "the mask of "
                + (i < slots.size() ? slots.get(i) : what)
                + " is not 1 everywhere, and a network takes whole examples:"
                + " leave some out, or weigh them with Examples.weighted");
      }
    }
  }

  private static double minimum(INDArray mask) {
    return mask.minNumber().doubleValue();
  }

  private static double maximum(INDArray mask) {
    return mask.maxNumber().doubleValue();
  }

  /** The examples of an iterator. */
  Dataset dataset(DataSetIterator iterator) {
    return Dataset.generate(
        new Passes<>(
            iterator,
            iterator::resetSupported,
            iterator::reset,
            data -> examples(data, iterator.asyncSupported())));
  }

  /** The examples of an iterator. */
  Dataset dataset(MultiDataSetIterator iterator) {
    return Dataset.generate(
        new Passes<>(
            iterator,
            iterator::resetSupported,
            iterator::reset,
            data -> examples(data, iterator.asyncSupported())));
  }
}
