package org.synapt.persistence;

import java.util.List;
import org.synapt.network.Network;
import org.synapt.network.Parameter;

/** All parameters of a network as they were at some moment, in memory. */
public final class Snapshot {
  private final Network network;
  private final float[] values;

  private Snapshot(Network network) {
    this.network = network;
    this.values = new float[network.parameters().stream().mapToInt(Parameter::size).sum()];
  }

  /**
   * Copies the parameters as they are.
   *
   * @param network the network
   * @return the copy
   */
  public static Snapshot of(Network network) {
    Snapshot snapshot = new Snapshot(network);
    snapshot.take();
    return snapshot;
  }

  /** Copies the parameters anew, as they are now; allocates nothing. */
  public void take() {
    List<Parameter> parameters = network.parameters();
    int at = 0;
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      parameter.current().get(0, values, at, parameter.size());
      at += parameter.size();
    }
  }

  /** Puts the parameters back. */
  public void restore() {
    List<Parameter> parameters = network.parameters();
    int at = 0;
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      parameter.current().put(0, values, at, parameter.size());
      at += parameter.size();
    }
  }

  /**
   * Writes the parameters down.
   *
   * @param name what they are
   * @param notes written
   */
  public void save(String name, Notes notes) {
    notes.putFloats(name, values);
  }

  /**
   * Takes parameters that were written down; the network stays as it is.
   *
   * @param network the network
   * @param name what they are
   * @param notes read
   * @return the parameters
   * @throws IllegalArgumentException if there are none, not so many as the network has, or one is
   *     not finite
   */
  public static Snapshot from(Network network, String name, Notes notes) {
    float[] noted = notes.floats(name);
    Snapshot snapshot = new Snapshot(network);
    if (noted.length != snapshot.values.length) {
      throw new IllegalArgumentException(
          name + " are " + noted.length + " floats, not " + snapshot.values.length);
    }
    for (int i = 0; i < noted.length; i++) {
      if (Float.isNaN(noted[i]) || Float.isInfinite(noted[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] is " + noted[i]);
      }
    }
    System.arraycopy(noted, 0, snapshot.values, 0, noted.length);
    return snapshot;
  }
}
