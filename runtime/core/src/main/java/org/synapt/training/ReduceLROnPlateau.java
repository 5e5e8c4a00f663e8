package org.synapt.training;

import java.util.Optional;
import org.synapt.persistence.Notes;

/**
 * Reduces the learning rate when a monitored number has stopped getting better.
 *
 * <pre>
 * rate ← max(rate · factor, minLr)    behind the patience-th bad epoch in a row
 * </pre>
 *
 * <p>Then {@code cooldown} epochs pass before bad ones are counted again. Defaults: factor 0.1,
 * patience 10, minDelta 1e-4, no cooldown, minLr 0. Source: Keras 3, {@code ReduceLROnPlateau};
 * Keras 2.0 called {@code minDelta} {@code epsilon}.
 */
public final class ReduceLROnPlateau implements Callback {
  private final Monitor monitor;
  private final Announcements says = new Announcements();
  private double factor = 0.1;
  private int patience = 10;
  private double minDelta = 1e-4;
  private int cooldown;
  private double minLr;

  private Optional<Training> training = Optional.empty();
  private double best = Double.NaN;
  private int wait;
  private int cooling;

  private ReduceLROnPlateau(String monitor) {
    this.monitor = new Monitor("ReduceLROnPlateau", monitor);
  }

  /**
   * Watches a number of an epoch's logs.
   *
   * @param name such as {@code val_loss}
   * @return the callback
   */
  public static ReduceLROnPlateau monitor(String name) {
    return new ReduceLROnPlateau(name);
  }

  /**
   * Sets by what the rate is multiplied.
   *
   * @param share 0.1 unless this is called
   * @return this
   * @throws IllegalArgumentException if it is not at least 0 and below 1
   */
  public ReduceLROnPlateau factor(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("factor must be at least 0 and below 1, not " + share);
    }
    factor = share;
    return this;
  }

  /**
   * Sets behind how many bad epochs in a row the rate is reduced.
   *
   * @param badEpochs 10 unless this is called
   * @return this
   * @throws IllegalArgumentException if it is below 0
   */
  public ReduceLROnPlateau patience(int badEpochs) {
    patience = Counts.atLeastZero("patience", badEpochs);
    return this;
  }

  /**
   * Sets by how much a number must better the best so far to count as better.
   *
   * @param change the least change, 1e-4 unless this is called; its sign does not matter
   * @return this
   * @throws IllegalArgumentException if it is not finite
   */
  public ReduceLROnPlateau minDelta(double change) {
    minDelta = Math.abs(Counts.finite("minDelta", change));
    return this;
  }

  /**
   * Sets which way the number gets better.
   *
   * @param mode {@link Mode#AUTO} unless this is called
   * @return this
   */
  public ReduceLROnPlateau mode(Mode mode) {
    monitor.mode(mode);
    return this;
  }

  /**
   * Sets how many epochs pass behind a reduction before bad ones are counted again.
   *
   * @param epochs 0 unless this is called
   * @return this
   * @throws IllegalArgumentException if it is below 0
   */
  public ReduceLROnPlateau cooldown(int epochs) {
    cooldown = Counts.atLeastZero("cooldown", epochs);
    return this;
  }

  /**
   * Sets what the rate does not fall below.
   *
   * @param rate 0 unless this is called
   * @return this
   * @throws IllegalArgumentException if it is below 0 or not finite
   */
  public ReduceLROnPlateau minLr(double rate) {
    if (Counts.finite("minLr", rate) < 0) {
      throw new IllegalArgumentException("minLr must be 0 or above, not " + rate);
    }
    minLr = rate;
    return this;
  }

  /**
   * Says when the rate is reduced.
   *
   * @param out what is said is appended here
   * @return this
   */
  public ReduceLROnPlateau verbose(Appendable out) {
    says.to(out);
    return this;
  }

  @Override
  public void onTrainBegin(Training begun) {
    monitor.begin(begun);
    training = Optional.of(begun);
    best = monitor.worst();
    wait = 0;
    cooling = 0;
  }

  @Override
  public void onEpochEnd(int epoch, Logs logs) {
    if (!logs.containsKey(monitor.name())) {
      return;
    }
    if (cooling > 0) {
      cooling--;
      wait = 0;
    }
    double now = logs.value(monitor.name());
    if (monitor.isBetter(now, best, minDelta)) {
      best = now;
      wait = 0;
    } else if (cooling == 0) {
      wait++;
      if (wait >= patience) {
        training.ifPresent(steered -> reduce(epoch, steered));
      }
    }
  }

  private void reduce(int epoch, Training steered) {
    double rate = steered.learningRate();
    if (rate > minLr) {
      double reduced = Math.max(rate * factor, minLr);
      steered.learningRate(reduced);
      says.say(epoch, "the learning rate is reduced to " + reduced);
      cooling = cooldown;
      wait = 0;
    }
  }

  /** Before a training has begun, there is nothing to remember. */
  @Override
  public void onSave(Notes notes) {
    if (!Double.isNaN(best)) {
      notes.put(monitor.best(), best).put("wait", wait).put("cooling", cooling);
    }
  }

  @Override
  public void onResume(Notes notes) {
    if (notes.has(monitor.best())) {
      double noted = notes.number(monitor.best());
      int waited = notes.count("wait");
      cooling = notes.count("cooling");
      wait = waited;
      best = noted;
    }
  }
}
