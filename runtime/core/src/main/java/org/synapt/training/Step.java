package org.synapt.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.synapt.network.Network;
import org.synapt.network.TrainingPass;
import org.synapt.optimizer.Optimization;
import org.synapt.optimizer.Optimizer;
import org.synapt.persistence.Notes;
import org.synapt.persistence.ParameterFile;
import org.synapt.persistence.TrainingState;

/** One step of training: forward, loss, backward, update. Allocates nothing. */
final class Step {
  private final Network network;
  private final Optimization optimization;

  Step(Network network, Optimizer optimizer) {
    this.network = network;
    this.optimization = network.optimize(optimizer);
  }

  /** Runs a batch forward as prediction does; returns its loss. */
  static float test(Batch batch) {
    TrainingPass pass = batch.pass();
    batch.share();
    pass.training(false);
    pass.forward(batch.size());
    return pass.loss(batch.size());
  }

  /** Runs a batch forward as training does; returns its loss. */
  float forward(Batch batch) {
    TrainingPass pass = batch.pass();
    batch.share();
    pass.training(true);
    pass.step(optimization.iteration());
    pass.forward(batch.size());
    return pass.loss(batch.size());
  }

  /** Carries a batch that went forward back, and moves the parameters within their bounds. */
  void backward(Batch batch) {
    batch.pass().backward(batch.size());
    optimization.step();
    network.constrain();
  }

  Optimization optimization() {
    return optimization;
  }

  void save(int epochsDone, Map<String, Notes> notes, Path file) throws IOException {
    ParameterFile.save(network, state(epochsDone), optimization.moments(), notes, file);
  }

  /** Adds what others remember to the notes; returns how many epochs had been done. */
  int load(Path file, Map<String, Notes> notes) throws IOException {
    TrainingState state =
        ParameterFile.load(network, state(0), optimization.moments(), notes, file);
    optimization.iteration(state.iteration());
    optimization.learningRate(state.learningRate());
    return state.epoch();
  }

  private TrainingState state(int epochsDone) {
    Optimizer optimizer = optimization.optimizer();
    return new TrainingState(
        optimizer.name(),
        optimizer.hyperparameters(),
        optimization.learningRate(),
        optimization.iteration(),
        epochsDone,
        network.seed().value());
  }
}
