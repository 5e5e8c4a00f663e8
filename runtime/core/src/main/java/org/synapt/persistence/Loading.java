package org.synapt.persistence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.synapt.buffer.Buffer;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.network.States;

/** Finds in a file what a network needs; then reads all of it; then writes all of it. */
final class Loading {
  private final TensorReader reader;
  private final Network network;
  private final Map<String, Buffer> targets = new HashMap<>();
  private final Map<String, Notes> notes = new LinkedHashMap<>();
  private AttachmentTexts attachments =
      new AttachmentTexts(Collections.emptyMap(), Collections.emptyMap());

  Loading(TensorReader reader, Network network) {
    this.reader = reader;
    this.network = network;
  }

  /** Requires that the file holds this network's parameters and no others. */
  void parameters(Renames renames) throws ParameterFileException {
    Map<String, TensorInfo> found = new LinkedHashMap<>();
    for (TensorInfo tensor : reader.header().tensors()) {
      if (ParameterFile.isParameter(tensor)) {
        String name = renames.of(tensor.name());
        if (found.put(name, tensor) != null) {
          throw new ParameterFileException("two parameters would be renamed to " + name);
        }
      }
    }
    renames.requireUsed(reader.header());
    attachments = AttachmentTexts.read(reader.header().metadata());
    List<String> differences =
        Difference.between(found, reader.header().metadata(), renames, network);
    if (!differences.isEmpty()) {
      throw new ParameterFileException(
          "was not written by "
              + network.signature().name()
              + " as it is now:\n  "
              + String.join("\n  ", differences));
    }
    for (Parameter parameter : network.parameters()) {
      TensorInfo tensor = found.get(parameter.name());
      if (tensor != null && fits(tensor, parameter)) {
        targets.put(tensor.name(), parameter.current());
      }
    }
  }

  /** States of other batches than the network's are left out; all else has been compared. */
  private static boolean fits(TensorInfo tensor, Parameter parameter) {
    return !States.isState(parameter.name())
        || tensor.dtype().equals(TensorInfo.FLOATS)
            && tensor.shapeText().equals(Arrays.toString(parameter.shape()));
  }

  /** Requires that the file was written by this optimizer and seed. */
  TrainingState state(TrainingState expected) throws ParameterFileException {
    TrainingState state = Metadata.state(reader.header().metadata());
    if (!state.optimizer().equals(expected.optimizer())
        || !state.hyperparameters().equals(expected.hyperparameters())) {
      throw new ParameterFileException(
          "was trained with "
              + state.optimizer()
              + state.hyperparameters()
              + ", not with "
              + expected.optimizer()
              + expected.hyperparameters());
    }
    if (state.seed() != expected.seed()) {
      throw new ParameterFileException(
          "was trained from seed "
              + state.seed()
              + ", but the network has seed "
              + expected.seed()
              + "; it can only go on as it began");
    }
    return state;
  }

  /** Requires that the file holds a moment of every trained parameter. */
  void moment(String prefix, Buffer moment) throws ParameterFileException {
    Map<String, TensorInfo> tensors = new HashMap<>();
    for (TensorInfo tensor : reader.header().tensors()) {
      tensors.put(tensor.name(), tensor);
    }
    int at = 0;
    for (Parameter parameter : network.parameters()) {
      if (!parameter.trained()) {
        continue;
      }
      String name = prefix + parameter.name();
      TensorInfo tensor = tensors.get(name);
      String shape = Arrays.toString(parameter.shape());
      if (tensor == null || !tensor.shapeText().equals(shape)) {
        throw new ParameterFileException(
            name + " is " + (tensor == null ? "missing" : tensor.shapeText() + ", not " + shape));
      }
      targets.put(name, moment.slice(at, parameter.size()));
      at += parameter.size();
    }
  }

  /**
   * Reads everything, and writes only if all was read and what the network takes is finite.
   *
   * @return the notes by whoever wrote them
   */
  Map<String, Notes> apply() throws IOException {
    List<Buffer> buffers = new ArrayList<>();
    List<float[]> arrays = new ArrayList<>();
    for (TensorInfo tensor : reader.header().tensors()) {
      Buffer target = targets.get(tensor.name());
      if (tensor.name().startsWith(ParameterFile.NOTES)) {
        note(tensor);
      } else if (target == null) {
        reader.skip(tensor);
      } else {
        float[] array = reader.read(tensor);
        requireFinite(tensor.name(), array);
        buffers.add(target);
        arrays.add(array);
      }
    }
    for (int i = 0; i < arrays.size(); i++) {
      buffers.get(i).put(0, arrays.get(i), 0, arrays.get(i).length);
    }
    attachments.attachTo(network.attachments());
    return notes;
  }

  private void note(TensorInfo tensor) throws IOException {
    String path = tensor.name().substring(ParameterFile.NOTES.length());
    int slash = path.indexOf('/');
    if (slash < 0 || tensor.shape().size() != 1) {
      throw new ParameterFileException(tensor.name() + " " + tensor.shape() + " is no note");
    }
    Notes owned = notes.computeIfAbsent(path.substring(0, slash), owner -> new Notes());
    String name = path.substring(slash + 1);
    if (tensor.dtype().equals(TensorInfo.DOUBLES)) {
      owned.put(name, reader.readDoubles(tensor));
    } else {
      owned.putFloats(name, reader.read(tensor));
    }
  }

  static void requireFinite(String name, float[] array) throws ParameterFileException {
    for (int i = 0; i < array.length; i++) {
      if (Float.isNaN(array[i]) || Float.isInfinite(array[i])) {
        throw new ParameterFileException(name + "[" + i + "] is " + array[i]);
      }
    }
  }
}
