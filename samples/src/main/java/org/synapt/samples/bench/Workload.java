package org.synapt.samples.bench;

import org.synapt.backend.Backend;
import org.synapt.network.Network;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.optimizer.Optimizer;
import org.synapt.optimizer.RMSprop;
import org.synapt.optimizer.SGD;
import org.synapt.samples.cifar.CifarCnnNetwork;
import org.synapt.samples.cnn.MnistCnnNetwork;
import org.synapt.samples.mnist.MnistReluNetwork;
import org.synapt.samples.mnist.MnistSigmoidNetwork;
import org.synapt.samples.pima.PimaNetwork;
import org.synapt.samples.resnet.ResNet20Network;
import org.synapt.training.Trainer;

/** What can be measured. */
enum Workload {
  PIMA("w1-pima-mlp-b10", Kind.TRAIN, 10),
  MNIST_SIGMOID("w2-mnist-mlp-sigmoid-b100", Kind.TRAIN, 100),
  MNIST_RELU("w2-mnist-mlp-relu-b100", Kind.TRAIN, 100),
  MNIST_SGD_1("w2-mnist-mlp-sigmoid-sgd-b1", Kind.TRAIN, 1),
  MNIST_SGD_10("w2-mnist-mlp-sigmoid-sgd-b10", Kind.TRAIN, 10),
  MNIST_SGD_100("w2-mnist-mlp-sigmoid-sgd-b100", Kind.TRAIN, 100),
  CNN_32("w3-mnist-cnn-b32", Kind.TRAIN, 32),
  CNN_128("w3-mnist-cnn-b128", Kind.TRAIN, 128),
  CIFAR_32("w4-cifar-cnn-b32", Kind.TRAIN, 32),
  LSTM_32("w5-lstm-b32", Kind.TRAIN, 32),
  INFER_PIMA_1("w6-infer-pima-b1", Kind.LATENCY, 1),
  INFER_PIMA_128("w6-infer-pima-b128", Kind.THROUGHPUT, 128),
  INFER_MNIST_1("w6-infer-mnist-mlp-b1", Kind.LATENCY, 1),
  INFER_MNIST_128("w6-infer-mnist-mlp-b128", Kind.THROUGHPUT, 128),
  INFER_CNN_1("w6-infer-mnist-cnn-b1", Kind.LATENCY, 1),
  INFER_CNN_128("w6-infer-mnist-cnn-b128", Kind.THROUGHPUT, 128),
  RESNET_32("w7-resnet20-b32", Kind.TRAIN, 32);

  /** What is measured of it. */
  private enum Kind {
    TRAIN,
    LATENCY,
    THROUGHPUT
  }

  /** The words that w5 knows. */
  private static final int WORDS = 20_000;

  private final String id;
  private final Kind kind;
  private final int batch;

  Workload(String id, Kind kind, int batch) {
    this.id = id;
    this.kind = kind;
    this.batch = batch;
  }

  /** The workload of a name; says which names there are where there is none. */
  static Workload of(String id) {
    StringBuilder names = new StringBuilder();
    for (Workload workload : values()) {
      if (workload.id.equals(id)) {
        return workload;
      }
      names.append(names.length() == 0 ? "" : ", ").append(workload.id);
    }
    throw new IllegalArgumentException("there is no workload '" + id + "'; there are " + names);
  }

  String id() {
    return id;
  }

  void run(Backend backend, Report report, Timing timing) {
    if (kind == Kind.TRAIN) {
      timing.train(report, batch, training(backend));
    } else {
      infer(network(backend), report, timing);
    }
  }

  /** What its network runs on where this backend is chosen. */
  String device(Backend backend) {
    return network(backend).backend().device();
  }

  boolean trains() {
    return kind == Kind.TRAIN;
  }

  private SyntheticBatches data(Network network) {
    int inputs = network.signature().inputs().get(0).size();
    int outputs = network.signature().outputs().get(0).size();
    int words = this == LSTM_32 ? WORDS : 0;
    return new SyntheticBatches(inputs, outputs, batch, trains(), words);
  }

  private Network network(Backend backend) {
    Seed seed = Seed.of(42);
    if (id.contains("pima")) {
      return new PimaNetwork(backend, seed);
    } else if (id.contains("mnist-cnn")) {
      return new MnistCnnNetwork(backend, seed);
    } else if (id.contains("cifar")) {
      return new CifarCnnNetwork(backend, seed);
    } else if (id.contains("lstm")) {
      return new WordMemoryNetwork(backend, seed);
    } else if (id.contains("resnet")) {
      return new ResNet20Network(backend, seed);
    }
    return id.contains("sigmoid")
        ? new MnistSigmoidNetwork(backend, seed)
        : new MnistReluNetwork(backend, seed);
  }

  /** A step of training, each on the next batch. */
  Timing.Step training(Backend backend) {
    Network network = network(backend);
    SyntheticBatches data = data(network);
    Trainer trainer = Trainer.of(network).optimizer(optimizer());
    int[] next = {0};
    return () -> {
      int i = next[0];
      next[0] = i + 1 == data.count() ? 0 : i + 1;
      return trainer.step(batch, data.inputs(i), data.targets(i));
    };
  }

  /** Keras's defaults, but for the rate of Keras's own example for CIFAR-10. */
  private Optimizer optimizer() {
    if (id.contains("cifar")) {
      return RMSprop.withLearningRate(1e-4).rho(0.9);
    }
    return id.contains("sgd") ? SGD.defaults() : Adam.defaults();
  }

  /** Includes the copies from and to the caller's arrays. */
  private void infer(Network network, Report report, Timing timing) {
    float[] inputs = data(network).inputs(0)[0];
    float[] outputs = new float[batch * network.signature().outputs().get(0).size()];
    Timing.Call call = predicting(network, inputs, outputs);
    if (kind == Kind.LATENCY) {
      timing.latency(report, call);
    } else {
      timing.throughput(report, batch, call);
    }
  }

  private Timing.Call predicting(Network network, float[] inputs, float[] outputs) {
    if (network instanceof PimaNetwork pima) {
      return () -> pima.predict(batch, inputs, 0, outputs, 0);
    }
    if (network instanceof MnistCnnNetwork cnn) {
      return () -> cnn.predict(batch, inputs, 0, outputs, 0);
    }
    MnistReluNetwork mnist = (MnistReluNetwork) network;
    return () -> mnist.predict(batch, inputs, 0, outputs, 0);
  }
}
