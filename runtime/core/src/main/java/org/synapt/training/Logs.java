package org.synapt.training;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Losses and metrics by name, in the order in which Keras reports them: {@code loss}, {@code acc},
 * {@code val_loss}, {@code val_acc}; with several outputs also {@code price_loss}, {@code
 * kind_acc}.
 *
 * <p>A map that cannot be changed by whoever is handed it. Logs of a batch are one object that
 * shows each batch in turn: copy what you keep. Logs of an epoch stay as they are.
 */
public final class Logs extends AbstractMap<String, Double> {
  private final String[] names;
  private final double[] values;

  Logs(List<String> names, double[] values) {
    this.names = names.toArray(new String[0]);
    this.values = values;
  }

  /**
   * A number, without boxing it.
   *
   * @param name its name
   * @return the number
   * @throws IllegalArgumentException if there is none of this name; the message lists all
   */
  public double value(String name) {
    int at = indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(
          "there is no " + name + " among " + Arrays.toString(names));
    }
    return values[at];
  }

  private int indexOf(Object name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean containsKey(Object name) {
    return indexOf(name) >= 0;
  }

  /** The number of a name; null if there is none, as is {@code val_loss} before an epoch's end. */
  @SuppressWarnings("NullAway") // As Map asks.
  @Override
  public Double get(Object name) {
    int at = indexOf(name);
    return at < 0 ? null : Double.valueOf(values[at]);
  }

  @Override
  public Set<Map.Entry<String, Double>> entrySet() {
    Map<String, Double> copy = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      copy.put(names[i], values[i]);
    }
    return Collections.unmodifiableMap(copy).entrySet();
  }

  /** {@code loss: 0.4614 - acc: 0.7878}, as Keras 2 prints it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      // Keras shows what four decimals would not as a power of ten.
      String format = Math.abs(values[i]) > 1e-3 ? "%s%s: %.4f" : "%s%s: %.4e";
      text.append(String.format(Locale.ROOT, format, i == 0 ? "" : " - ", names[i], values[i]));
    }
    return text.toString();
  }
}
