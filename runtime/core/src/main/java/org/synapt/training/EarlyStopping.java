package org.synapt.training;

import java.util.Optional;
import java.util.OptionalDouble;
import org.synapt.network.Network;
import org.synapt.persistence.Notes;
import org.synapt.persistence.Snapshot;

/**
 * Ends training once a monitored number has stopped getting better.
 *
 * <p>Every epoch that does not better the best so far by more than {@code minDelta} is a bad one;
 * training ends behind the {@code patience}-th bad epoch in a row, or the first if patience is 0.
 *
 * <p>Source: Keras 3, {@code EarlyStopping}. Keras 2.0 ended behind the bad epoch after that: see
 * {@link #tolerate}. Unlike both, a number that the epochs do not report is refused before the
 * first of them; an epoch without a validation is passed over.
 */
public final class EarlyStopping implements Callback {
  private static final String BEST_WEIGHTS = "best weights";

  private final Monitor monitor;
  private final Announcements says = new Announcements();
  private int patience;
  private double minDelta;
  private OptionalDouble baseline = OptionalDouble.empty();
  private boolean restoreBestWeights;
  private int startFromEpoch;

  private Optional<Training> training = Optional.empty();
  private double best = Double.NaN;
  private int bestEpoch;
  private int wait;
  private Optional<Snapshot> bestWeights = Optional.empty();

  private EarlyStopping(String monitor) {
    this.monitor = new Monitor("EarlyStopping", monitor);
  }

  /**
   * Watches a number of an epoch's logs; without patience, until it is set.
   *
   * @param name such as {@code val_loss}
   * @return the callback
   */
  public static EarlyStopping monitor(String name) {
    return new EarlyStopping(name);
  }

  /**
   * Sets behind how many bad epochs in a row training ends; 0 and 1 are the same.
   *
   * @param badEpochs the number of epochs, 0 unless this is called
   * @return this
   * @throws IllegalArgumentException if it is below 0
   */
  public EarlyStopping patience(int badEpochs) {
    patience = Counts.atLeastZero("patience", badEpochs);
    return this;
  }

  /**
   * Sets how many bad epochs in a row are put up with; training ends behind the next. This is what
   * {@code patience} meant in Keras 2.0: the same as {@code patience(badEpochs + 1)}.
   *
   * @param badEpochs the number of epochs
   * @return this
   * @throws IllegalArgumentException if it is below 0
   */
  public EarlyStopping tolerate(int badEpochs) {
    return patience(Counts.atLeastZero("tolerate", badEpochs) + 1);
  }

  /**
   * Sets by how much a number must better the best so far to count as better.
   *
   * @param change the least change, 0 unless this is called; its sign does not matter
   * @return this
   * @throws IllegalArgumentException if it is not finite
   */
  public EarlyStopping minDelta(double change) {
    minDelta = Math.abs(Counts.finite("minDelta", change));
    return this;
  }

  /**
   * Sets which way the number gets better.
   *
   * @param mode {@link Mode#AUTO} unless this is called
   * @return this
   */
  public EarlyStopping mode(Mode mode) {
    monitor.mode(mode);
    return this;
  }

  /**
   * Sets a number that has to be bettered too: epochs that do not are bad ones, though they may be
   * the best so far.
   *
   * @param number the number
   * @return this
   * @throws IllegalArgumentException if it is not finite
   */
  public EarlyStopping baseline(double number) {
    baseline = OptionalDouble.of(Counts.finite("baseline", number));
    return this;
  }

  /**
   * Asks that the network has the parameters of the best epoch when training ends, be it early or
   * not. What the optimizer remembers is that of the last epoch.
   *
   * @return this
   */
  public EarlyStopping restoreBestWeights() {
    restoreBestWeights = true;
    return this;
  }

  /**
   * Sets before which epoch nothing is watched.
   *
   * @param epoch the first epoch that counts, from 0
   * @return this
   * @throws IllegalArgumentException if it is below 0
   */
  public EarlyStopping startFromEpoch(int epoch) {
    startFromEpoch = Counts.atLeastZero("startFromEpoch", epoch);
    return this;
  }

  /**
   * Says when training ends, and what is restored.
   *
   * @param out what is said is appended here
   * @return this
   */
  public EarlyStopping verbose(Appendable out) {
    says.to(out);
    return this;
  }

  @Override
  public void onTrainBegin(Training begun) {
    monitor.begin(begun);
    training = Optional.of(begun);
    best = monitor.worst();
    bestEpoch = 0;
    wait = 0;
    bestWeights = Optional.empty();
  }

  @Override
  public void onEpochEnd(int epoch, Logs logs) {
    if (epoch < startFromEpoch || !logs.containsKey(monitor.name())) {
      return;
    }
    double now = logs.value(monitor.name());
    boolean better = monitor.isBetter(now, best, minDelta);
    if (restoreBestWeights && (better || !bestWeights.isPresent())) {
      remember(epoch);
    }
    wait++;
    if (better) {
      best = now;
      if (!baseline.isPresent() || monitor.isBetter(now, baseline.getAsDouble(), minDelta)) {
        wait = 0;
      }
    } else if (wait >= patience && epoch > 0) {
      says.say(epoch, "early stopping");
      training.ifPresent(Training::stop);
    }
  }

  private void remember(int epoch) {
    if (bestWeights.isPresent()) {
      bestWeights.get().take();
    } else {
      bestWeights = Optional.of(Snapshot.of(network()));
    }
    bestEpoch = epoch;
  }

  private Network network() {
    return training.orElseThrow(() -> new IllegalStateException("no training has begun")).network();
  }

  @Override
  public void onTrainEnd() {
    if (bestWeights.isPresent() && training.isPresent() && training.get().finished()) {
      bestWeights.get().restore();
      says.say(bestEpoch, "its parameters, the best, are restored");
    }
    training = Optional.empty();
  }

  /** Before a training has begun, there is nothing to remember. */
  @Override
  public void onSave(Notes notes) {
    if (Double.isNaN(best)) {
      return;
    }
    notes.put(monitor.best(), best).put("wait", wait).put("best epoch", bestEpoch);
    bestWeights.ifPresent(weights -> weights.save(BEST_WEIGHTS, notes));
  }

  @Override
  public void onResume(Notes notes) {
    if (!notes.has(monitor.best())) {
      return;
    }
    double noted = notes.number(monitor.best());
    int waited = notes.count("wait");
    int epoch = notes.count("best epoch");
    if (restoreBestWeights && notes.has(BEST_WEIGHTS)) {
      bestWeights = Optional.of(Snapshot.from(network(), BEST_WEIGHTS, notes));
    }
    best = noted;
    wait = waited;
    bestEpoch = epoch;
  }
}
