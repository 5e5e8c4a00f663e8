package org.synapt.data;

/**
 * Examples to train on, and others to test with.
 *
 * @param train to train on
 * @param test to test with
 */
public record TrainTestSplit(Examples train, Examples test) {}
