package org.synapt.persistence;

import java.util.Map;

/**
 * How far training has come, and with what; what the optimizer remembers is kept beside it.
 *
 * @param optimizer the optimizer's name
 * @param hyperparameters its numbers by name
 * @param learningRate the learning rate now
 * @param iteration how many steps have been done
 * @param epoch how many epochs have been done
 * @param seed the network's seed, from which shuffling and dropout follow
 */
public record TrainingState(
    String optimizer,
    Map<String, Double> hyperparameters,
    double learningRate,
    long iteration,
    int epoch,
    long seed) {}
