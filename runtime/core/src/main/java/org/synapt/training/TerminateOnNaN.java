package org.synapt.training;

/**
 * Ends training behind the first batch whose loss is NaN or infinite.
 *
 * <p>Unlike Keras, which ends behind the step, that batch moves no parameter: they are those with
 * which it was predicted, and can be looked at and saved as long as they are finite themselves.
 */
public final class TerminateOnNaN implements Callback {
  private final Announcements says = new Announcements();
  private int epoch;

  private TerminateOnNaN() {}

  /**
   * Watches the loss.
   *
   * @return the callback
   */
  public static TerminateOnNaN create() {
    return new TerminateOnNaN();
  }

  /**
   * Says which batch ended training.
   *
   * @param out what is said is appended here
   * @return this
   */
  public TerminateOnNaN verbose(Appendable out) {
    says.to(out);
    return this;
  }

  @Override
  public void onTrainBegin(Training training) {
    training.stopAtLossThatIsNotFinite();
  }

  @Override
  public void onEpochBegin(int begun) {
    epoch = begun;
  }

  @Override
  public void onBatchEnd(int batch, Logs logs) {
    double loss = logs.value("loss");
    if (Double.isNaN(loss) || Double.isInfinite(loss)) {
      says.say(epoch, "the loss of batch " + batch + " is " + loss + ", training ends");
    }
  }
}
