package org.synapt.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.network.States;

/**
 * Takes parameters over by the names of their rows: a network that was trained for one task begins
 * another.
 *
 * <pre>{@code
 * Transfer.from(Path.of("photos.safetensors")).except("kind").into(flowers);
 * Transfer.from(photos).rename("trunk", "base").only("base").into(flowers);
 * }</pre>
 *
 * <p>A row is taken whole or not at all: rows of one name whose arrays or shapes differ are
 * skipped, as by Keras's {@code load_weights(by_name=True, skip_mismatch=True)}, and the report
 * says so.
 */
public final class Transfer {
  private final TransferSource source;
  private final Map<String, String> renames = new LinkedHashMap<>();
  private RowPatterns only = new RowPatterns();
  private RowPatterns except = new RowPatterns();
  private boolean nothingIsFine;

  private Transfer(TransferSource source) {
    this.source = source;
  }

  /**
   * Takes parameters from a safetensors file, be it ours or another program's.
   *
   * @param file read here, as a whole
   * @return a transfer of all rows
   * @throws ParameterFileException if the file is damaged, or a parameter in it is not finite
   * @throws IOException if it cannot be read
   */
  public static Transfer from(Path file) throws IOException {
    return new Transfer(TransferSource.of(file));
  }

  /**
   * Takes parameters from another network, as they are when they are taken.
   *
   * @param network stays as it is
   * @return a transfer of all rows
   */
  public static Transfer from(Network network) {
    return new Transfer(TransferSource.of(network));
  }

  /**
   * Says that a row, or a block with all its rows, has another name in the network that takes.
   *
   * @param theirs the name there
   * @param ours the name in the network that takes
   * @return this
   */
  public Transfer rename(String theirs, String ours) {
    renames.put(theirs, ours);
    return this;
  }

  /**
   * Takes these rows alone.
   *
   * @param rows rows or blocks of the network that takes, {@code *} standing for any text
   * @return this
   */
  public Transfer only(String... rows) {
    only = new RowPatterns(rows);
    return this;
  }

  /**
   * Leaves rows as they are.
   *
   * @param rows rows or blocks of the network that takes, {@code *} standing for any text
   * @return this
   */
  public Transfer except(String... rows) {
    except = new RowPatterns(rows);
    return this;
  }

  /**
   * Says that it is not a mistake if no row can be taken.
   *
   * @return this
   */
  public Transfer evenIfNothing() {
    nothingIsFine = true;
    return this;
  }

  /**
   * Takes the parameters over.
   *
   * @param network its rows that are taken are replaced; all others stay as they are
   * @return what was taken, and what was not and why
   * @throws IllegalArgumentException if there is no such row to rename, take or leave, or nothing
   *     can be taken at all; nothing is changed then
   */
  public TransferReport into(Network network) {
    Renames renaming = new Renames(renames);
    for (String row : renaming.unused(source.names())) {
      throw new IllegalArgumentException(
          source + " has no row " + row + " that could be renamed; it has " + theirRows());
    }
    Map<String, List<Parameter>> ours = rows(network);
    for (String pattern : idlePatterns(ours.keySet())) {
      throw new IllegalArgumentException(
          network.signature().name()
              + " has no row "
              + pattern
              + " with parameters; it has "
              + ours.keySet());
    }
    return take(network, ours, source.rows(renaming));
  }

  private Set<String> theirRows() {
    Set<String> rows = new LinkedHashSet<>();
    source.names().forEach(name -> rows.add(TransferSource.row(name)));
    return rows;
  }

  private List<String> idlePatterns(Set<String> rows) {
    List<String> idle = new ArrayList<>(only.idle(rows));
    idle.addAll(except.idle(rows));
    return idle;
  }

  private static Map<String, List<Parameter>> rows(Network network) {
    Map<String, List<Parameter>> rows = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      rows.computeIfAbsent(TransferSource.row(parameter.name()), row -> new ArrayList<>())
          .add(parameter);
    }
    return rows;
  }

  private TransferReport take(
      Network network,
      Map<String, List<Parameter>> ours,
      Map<String, Map<String, TransferSource.Array>> theirs) {
    Map<Parameter, float[]> taken = new LinkedHashMap<>();
    List<String> takenRows = new ArrayList<>();
    Map<String, String> skipped = new LinkedHashMap<>();
    Map<String, String> left = new LinkedHashMap<>();
    for (Map.Entry<String, List<Parameter>> row : ours.entrySet()) {
      String name = row.getKey();
      if (!only.isEmpty() && !only.matches(name) || except.matches(name)) {
        left.put(name, "was not to be taken");
      } else if (!theirs.containsKey(name)) {
        left.put(name, "has no namesake");
      } else {
        String reason = compare(row.getValue(), theirs.get(name), taken);
        if (reason.isEmpty()) {
          takenRows.add(name);
        } else {
          skipped.put(name, reason);
        }
      }
    }
    List<String> unused = new ArrayList<>(theirs.keySet());
    unused.removeAll(ours.keySet());
    String title = title(network, takenRows.size(), ours.size(), taken);
    TransferReport report = new TransferReport(title, takenRows, skipped, left, unused);
    if (taken.isEmpty() && !nothingIsFine) {
      throw new IllegalArgumentException("nothing can be taken:\n" + report);
    }
    taken.forEach((parameter, floats) -> parameter.set(floats));
    return report;
  }

  private String title(Network network, int taken, int rows, Map<Parameter, float[]> arrays) {
    int floats = arrays.keySet().stream().mapToInt(Parameter::size).sum();
    return network.signature().name()
        + " takes "
        + taken
        + " of "
        + rows
        + " rows ("
        + NumberFormat.getIntegerInstance(Locale.ROOT).format(floats)
        + " floats) from "
        + source;
  }

  /** Adds the arrays of a row to those that are taken; or says why it cannot be. */
  private static String compare(
      List<Parameter> ours,
      Map<String, TransferSource.Array> theirs,
      Map<Parameter, float[]> taken) {
    Map<Parameter, float[]> row = new LinkedHashMap<>();
    Set<String> rest = new LinkedHashSet<>(theirs.keySet());
    rest.removeIf(States::isState);
    for (Parameter parameter : ours) {
      if (States.isState(parameter.name())) {
        continue;
      }
      String part = parameter.name().substring(parameter.name().lastIndexOf('.') + 1);
      TransferSource.Array array = theirs.get(parameter.name());
      if (array == null) {
        return part + " is missing there";
      }
      rest.remove(parameter.name());
      String shape = Arrays.toString(parameter.shape());
      if (!array.shape().equals(shape)) {
        return part + " is " + array.shape() + " there but " + shape + " here";
      }
      float[] floats = array.floats().get().orElseGet(() -> new float[0]);
      if (floats.length != parameter.size()) {
        return part + " holds " + array.dtype() + " there, not F32";
      }
      if (!isFinite(floats)) {
        return part + " holds NaN or infinity there";
      }
      row.put(parameter, floats);
    }
    if (!rest.isEmpty()) {
      return "there it has " + rest + " too";
    }
    taken.putAll(row);
    return "";
  }

  private static boolean isFinite(float[] floats) {
    for (float number : floats) {
      if (Float.isNaN(number) || Float.isInfinite(number)) {
        return false;
      }
    }
    return true;
  }
}
