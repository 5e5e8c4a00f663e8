package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every optimizer with every option, for 20 steps, against its formula in double. */
final class FormulaTest {
  /** Awkward ones, and two that take more than one block. */
  private static final int[] SIZES = {1, 2, 7, 13, 207, 1_025, 2_500};

  private static final int STEPS = 20;

  /** One parameter's update: t from 1, the rate in force, and what was remembered. */
  private interface Formula {
    double next(int t, double rate, double p, double g, double[] state);
  }

  private record Case(Descent<?> optimizer, int moments, Formula formula) {}

  private static double square(double x) {
    return x * x;
  }

  private static Formula adam(double epsilon, boolean amsgrad) {
    return (t, rate, p, g, s) -> {
      s[0] = 0.8 * s[0] + 0.2 * g;
      s[1] = 0.99 * s[1] + 0.01 * g * g;
      s[2] = amsgrad ? Math.max(s[2], s[1]) : s[1];
      double unbias = Math.sqrt(1 - Math.pow(0.99, t)) / (1 - Math.pow(0.8, t));
      return p - rate * unbias * s[0] / (Math.sqrt(s[2]) + epsilon);
    };
  }

  private static Formula rmsProp(double in, double out, double momentum, boolean centered) {
    return (t, rate, p, g, s) -> {
      s[0] = 0.8 * s[0] + 0.2 * g * g;
      s[1] = 0.8 * s[1] + 0.2 * g;
      double v = s[0] - (centered ? square(s[1]) : 0);
      s[2] = momentum * s[2] + rate * g / (Math.sqrt(v + in) + out);
      return p - s[2];
    };
  }

  private static Formula adagrad(double initial, double in, double out) {
    return (t, rate, p, g, s) -> {
      s[0] += g * g;
      return p - rate * g / (Math.sqrt(initial + s[0] + in) + out);
    };
  }

  private static Formula sgd(double momentum, boolean nesterov) {
    return (t, rate, p, g, s) -> {
      s[0] = momentum * s[0] - rate * g;
      return p + (nesterov ? momentum * s[0] - rate * g : s[0]);
    };
  }

  private static double adadelta(int t, double rate, double p, double g, double[] s) {
    s[0] = 0.9 * s[0] + 0.1 * g * g;
    double delta = Math.sqrt(s[1] + 1e-4) / Math.sqrt(s[0] + 1e-4) * g;
    s[1] = 0.9 * s[1] + 0.1 * delta * delta;
    return p - rate * delta;
  }

  private static double adamax(int t, double rate, double p, double g, double[] s) {
    s[0] = 0.8 * s[0] + 0.2 * g;
    s[1] = Math.max(0.99 * s[1], Math.abs(g));
    return p - rate / (1 - Math.pow(0.8, t)) * s[0] / (s[1] + 1e-6);
  }

  private static double nadam(int t, double rate, double p, double g, double[] s) {
    double product = 1;
    for (int i = 1; i <= t; i++) {
      product *= pace(i);
    }
    s[0] = 0.8 * s[0] + 0.2 * g;
    s[1] = 0.99 * s[1] + 0.01 * g * g;
    double mean =
        pace(t + 1) / (1 - product * pace(t + 1)) * s[0] + (1 - pace(t)) / (1 - product) * g;
    return p - rate * mean / (Math.sqrt(s[1] / (1 - Math.pow(0.99, t))) + 1e-6);
  }

  private static double pace(int t) {
    return 0.8 * (1 - 0.5 * Math.pow(0.96, 0.3 * t));
  }

  private static List<Case> cases() {
    Adam adam = Adam.withLearningRate(0.01).beta1(0.8).beta2(0.99).epsilon(1e-6);
    RMSprop rms = RMSprop.withLearningRate(0.01).rho(0.8).epsilon(1e-3);
    RMSprop inside = rms.epsilonInsideRoot();
    Adagrad adagrad = Adagrad.withLearningRate(0.1).initialAccumulatorValue(0.2).epsilon(1e-3);
    return Arrays.asList(
        new Case(SGD.withLearningRate(0.1), 0, sgd(0, false)),
        new Case(SGD.withLearningRate(0.1).momentum(0.8), 1, sgd(0.8, false)),
        new Case(SGD.withLearningRate(0.1).momentum(0.8).nesterov(), 1, sgd(0.8, true)),
        new Case(adam, 2, adam(1e-6, false)),
        new Case(adam.amsgrad(), 3, adam(1e-6, true)),
        new Case(
            AdamW.withLearningRate(0.01).weightDecay(0).beta1(0.8).beta2(0.99).epsilon(1e-6),
            2,
            adam(1e-6, false)),
        new Case(rms, 1, rmsProp(0, 1e-3, 0, false)),
        new Case(rms.momentum(0.7), 2, rmsProp(0, 1e-3, 0.7, false)),
        new Case(inside, 1, rmsProp(1e-3, 0, 0, false)),
        new Case(inside.centered(), 2, rmsProp(1e-3, 0, 0, true)),
        new Case(inside.centered().momentum(0.7), 3, rmsProp(1e-3, 0, 0.7, true)),
        new Case(adagrad, 1, adagrad(0.2, 1e-3, 0)),
        new Case(adagrad.epsilonOutsideRoot(), 1, adagrad(0.2, 0, 1e-3)),
        new Case(Adadelta.withLearningRate(0.5).rho(0.9).epsilon(1e-4), 2, FormulaTest::adadelta),
        new Case(
            Adamax.withLearningRate(0.01).beta1(0.8).beta2(0.99).epsilon(1e-6),
            2,
            FormulaTest::adamax),
        new Case(
            Nadam.withLearningRate(0.01).beta1(0.8).beta2(0.99).epsilon(1e-6).scheduleDecay(0.3),
            2,
            FormulaTest::nadam));
  }

  /** Options as one says them. A weight decay of 0 is said too, to take AdamW's away. */
  private static List<UnaryOperator<Descent<?>>> options() {
    return Arrays.asList(
        o -> o,
        o -> o.decay(0.1),
        o -> o.clipValue(0.5),
        o -> o.clipNorm(0.7),
        o -> o.globalClipNorm(1.5),
        o -> o.weightDecay(0.3),
        o -> o.gradientAccumulationSteps(3),
        o -> o.useEma(),
        o -> o.emaMomentum(0.6).emaOverwriteFrequency(4),
        o ->
            o.decay(0.05)
                .clipNorm(1)
                .weightDecay(0.1)
                .gradientAccumulationSteps(2)
                .emaMomentum(0.5)
                .emaOverwriteFrequency(3));
  }

  @TestFactory
  Stream<DynamicTest> followsItsFormula() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Case optimizer : cases()) {
      for (UnaryOperator<Descent<?>> option : options()) {
        Descent<?> chosen = option.apply(optimizer.optimizer());
        tests.add(
            DynamicTest.dynamicTest(
                chosen.toString(),
                () -> {
                  for (int size : SIZES) {
                    agrees(chosen, optimizer.formula(), size);
                  }
                }));
      }
    }
    return tests.stream();
  }

  private static void agrees(Descent<?> optimizer, Formula formula, int size) {
    Random random = new Random(size);
    int[] ends = size < 3 ? new int[] {size} : new int[] {1, size - size / 3, size};
    int weights = ends[0];
    // One more than is trained, which must stay as it is.
    float[] start = gradients(random, size + 1);
    Trial trial = new Trial(optimizer, weights, ends, start);
    Reference reference = new Reference(optimizer.options(), formula, weights, ends, start);
    for (int step = 0; step < STEPS; step++) {
      float[] gradients = gradients(random, size);
      trial.step(gradients);
      reference.step(gradients);
    }
    float[] p = trial.parameters();
    for (int i = 0; i < size; i++) {
      assertWithMessage("parameter %s of %s", i, size)
          .that((double) p[i])
          .isWithin(2e-5)
          .of(reference.p[i]);
    }
    assertWithMessage("what is not trained").that(p[size]).isEqualTo(start[size]);
  }

  private static float[] gradients(Random random, int count) {
    float[] gradients = new float[count];
    for (int i = 0; i < count; i++) {
      gradients[i] = (float) random.nextGaussian();
    }
    return gradients;
  }

  /** A step in double, as Keras 3 orders it. */
  private static final class Reference {
    private final UpdateOptions options;
    private final Formula formula;
    private final int weights;
    private final int[] ends;
    private final double[] p;
    private final double[] sum;
    private final double[] average;
    private final double[][] state;
    private int steps;

    Reference(UpdateOptions options, Formula formula, int weights, int[] ends, float[] start) {
      int size = ends[ends.length - 1];
      this.options = options;
      this.formula = formula;
      this.weights = weights;
      this.ends = ends;
      this.p = new double[size];
      this.sum = new double[size];
      this.average = new double[size];
      this.state = new double[size][3];
      for (int i = 0; i < size; i++) {
        p[i] = start[i];
      }
    }

    void step(float[] gradients) {
      for (int i = 0; i < p.length; i++) {
        sum[i] += gradients[i];
      }
      steps++;
      if (steps % options.accumulationSteps() == 0) {
        update(steps / options.accumulationSteps());
        Arrays.fill(sum, 0);
      }
    }

    private void update(int t) {
      double[] g = clipped();
      double rate = options.learningRate() / (1 + options.decay() * (t - 1));
      double momentum = t == 1 ? 0 : options.emaMomentum();
      for (int i = 0; i < p.length; i++) {
        double decayed = i < weights ? p[i] - rate * options.weightDecay() * p[i] : p[i];
        p[i] = formula.next(t, rate, decayed, g[i], state[i]);
        average[i] = momentum * average[i] + (1 - momentum) * p[i];
      }
      long frequency = options.emaOverwriteFrequency();
      if (frequency > 0 && t % frequency == 0) {
        System.arraycopy(average, 0, p, 0, p.length);
      }
    }

    private double[] clipped() {
      double[] g = new double[p.length];
      double value = options.clipValue() > 0 ? options.clipValue() : Double.MAX_VALUE;
      for (int i = 0; i < g.length; i++) {
        double mean = sum[i] / options.accumulationSteps();
        g[i] = Math.max(-value, Math.min(value, mean));
      }
      if (options.globalClipNorm() > 0) {
        scale(g, 0, g.length, options.globalClipNorm());
      }
      for (int i = 0; i < ends.length && options.clipNorm() > 0; i++) {
        scale(g, i == 0 ? 0 : ends[i - 1], ends[i], options.clipNorm());
      }
      return g;
    }

    private static void scale(double[] g, int from, int to, double limit) {
      double squares = 0;
      for (int i = from; i < to; i++) {
        squares += g[i] * g[i];
      }
      for (int i = from; i < to; i++) {
        g[i] *= limit / Math.max(Math.sqrt(squares), limit);
      }
    }
  }
}
