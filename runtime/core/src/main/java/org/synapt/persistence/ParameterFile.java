package org.synapt.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.synapt.buffer.Buffer;
import org.synapt.network.Network;
import org.synapt.network.Parameter;

/**
 * A network's parameters in a safetensors file, by name, and the state of their training.
 *
 * <p>Files are replaced as a whole or not at all. A file of a network that looks different is
 * refused with every difference; whatever is wrong, the network stays as it was.
 */
public final class ParameterFile {
  static final String OPTIMIZER = "optimizer/";
  static final String NOTES = "notes/";

  private ParameterFile() {}

  /**
   * Saves a network's parameters.
   *
   * @param network the network
   * @param file written, or replaced
   * @throws IOException if it cannot be written; an older file is still there then
   */
  public static void save(Network network, Path file) throws IOException {
    TensorWriter tensors = new TensorWriter();
    addParameters(tensors, network);
    write(tensors, Metadata.of(network), file);
  }

  /**
   * Saves a network's parameters and the state of their training.
   *
   * @param network the network
   * @param state how far training has come
   * @param moments what the optimizer remembers, by name, each in the order of the trained
   *     parameters
   * @param file written, or replaced
   * @throws IOException if it cannot be written; an older file is still there then
   */
  public static void save(
      Network network, TrainingState state, Map<String, Buffer> moments, Path file)
      throws IOException {
    save(network, state, moments, Collections.emptyMap(), file);
  }

  /**
   * Saves a network's parameters, the state of their training, and what others remember of it.
   *
   * @param network the network
   * @param state how far training has come
   * @param moments what the optimizer remembers, by name, each in the order of the trained
   *     parameters
   * @param notes what others remember, by who they are; a name without a slash
   * @param file written, or replaced
   * @throws IOException if it cannot be written; an older file is still there then
   */
  public static void save(
      Network network,
      TrainingState state,
      Map<String, Buffer> moments,
      Map<String, Notes> notes,
      Path file)
      throws IOException {
    TensorWriter tensors = new TensorWriter();
    // Doubles come first, so that everything lies at a multiple of its own size.
    notes.forEach((owner, owned) -> owned.addNumbers(NOTES + owner + "/", tensors));
    addParameters(tensors, network);
    for (Map.Entry<String, Buffer> moment : moments.entrySet()) {
      int at = 0;
      for (Parameter parameter : network.parameters()) {
        if (parameter.trained()) {
          String name = OPTIMIZER + moment.getKey() + "/" + parameter.name();
          tensors.add(name, parameter.shape(), moment.getValue().slice(at, parameter.size()));
          at += parameter.size();
        }
      }
    }
    notes.forEach((owner, owned) -> owned.addFloats(NOTES + owner + "/", tensors));
    Map<String, String> metadata = Metadata.of(network);
    Metadata.add(state, metadata);
    write(tensors, metadata, file);
  }

  private static void addParameters(TensorWriter tensors, Network network) {
    for (Parameter parameter : network.parameters()) {
      tensors.add(parameter.name(), parameter.shape(), parameter.current());
    }
  }

  private static void write(TensorWriter tensors, Map<String, String> metadata, Path file)
      throws IOException {
    AtomicFile.write(file, out -> tensors.write(metadata, out));
  }

  /**
   * Loads a network's parameters.
   *
   * @param network its parameters are replaced
   * @param file read
   * @throws ParameterFileException if the file is damaged, or the network looks different from the
   *     one that was saved; each difference is named
   * @throws IOException if it cannot be read
   */
  public static void load(Network network, Path file) throws IOException {
    load(network, file, Collections.emptyMap());
  }

  /**
   * Loads a network's parameters, where rows have been renamed.
   *
   * @param network its parameters are replaced
   * @param file read
   * @param renames the network's row, or block, by the file's
   * @throws ParameterFileException if the file is damaged or has no such row, or the network looks
   *     different from the one that was saved; each difference is named
   * @throws IOException if it cannot be read
   */
  public static void load(Network network, Path file, Map<String, String> renames)
      throws IOException {
    try (TensorReader reader = TensorReader.open(file)) {
      Loading loading = new Loading(reader, network);
      loading.parameters(new Renames(renames));
      loading.apply();
    } catch (ParameterFileException e) {
      throw about(file, e);
    }
  }

  /**
   * Loads a network's parameters and the state of their training.
   *
   * @param network its parameters are replaced
   * @param expected the optimizer, its hyperparameters and the seed that the file must agree with;
   *     the rest is not looked at
   * @param moments what the optimizer remembers, by name; replaced
   * @param file read
   * @return the state that was saved
   * @throws ParameterFileException if the file is damaged, holds no training state or that of
   *     another optimizer or seed, or the network looks different from the one that was saved
   * @throws IOException if it cannot be read
   */
  public static TrainingState load(
      Network network, TrainingState expected, Map<String, Buffer> moments, Path file)
      throws IOException {
    return load(network, expected, moments, new LinkedHashMap<>(), file);
  }

  /**
   * Loads a network's parameters, the state of their training, and what others remember of it.
   *
   * @param network its parameters are replaced
   * @param expected the optimizer, its hyperparameters and the seed that the file must agree with;
   *     the rest is not looked at
   * @param moments what the optimizer remembers, by name; replaced
   * @param notes what others remember is added here, by who they are
   * @param file read
   * @return the state that was saved
   * @throws ParameterFileException if the file is damaged, holds no training state or that of
   *     another optimizer or seed, or the network looks different from the one that was saved
   * @throws IOException if it cannot be read
   */
  public static TrainingState load(
      Network network,
      TrainingState expected,
      Map<String, Buffer> moments,
      Map<String, Notes> notes,
      Path file)
      throws IOException {
    try (TensorReader reader = TensorReader.open(file)) {
      Loading loading = new Loading(reader, network);
      loading.parameters(new Renames(Collections.emptyMap()));
      TrainingState state = loading.state(expected);
      for (Map.Entry<String, Buffer> moment : moments.entrySet()) {
        loading.moment(OPTIMIZER + moment.getKey() + "/", moment.getValue());
      }
      notes.putAll(loading.apply());
      return state;
    } catch (ParameterFileException e) {
      throw about(file, e);
    }
  }

  /**
   * Reads the arrays of a file, for whoever wants to pick some of them.
   *
   * @param file read
   * @return each parameter's numbers, row-major, by name
   * @throws ParameterFileException if the file is damaged or holds other types than F32
   * @throws IOException if it cannot be read
   */
  public static Map<String, float[]> read(Path file) throws IOException {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    try (TensorReader reader = TensorReader.open(file)) {
      for (TensorInfo tensor : reader.header().tensors()) {
        if (isParameter(tensor)) {
          arrays.put(tensor.name(), reader.read(tensor));
        } else {
          reader.skip(tensor);
        }
      }
    } catch (ParameterFileException e) {
      throw about(file, e);
    }
    return arrays;
  }

  /** Whether a tensor is a parameter, and not what was remembered of its training. */
  static boolean isParameter(TensorInfo tensor) {
    return !tensor.name().startsWith(OPTIMIZER) && !tensor.name().startsWith(NOTES);
  }

  static ParameterFileException about(Path file, ParameterFileException e) {
    ParameterFileException named = new ParameterFileException(file + ": " + e.getMessage());
    named.setStackTrace(e.getStackTrace());
    return named;
  }
}
