package org.synapt.nd4j;

import java.util.List;
import java.util.NoSuchElementException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Rows of two arrays, so many at a time; behaves as it is told. */
final class Iteration implements DataSetIterator {
  private static final long serialVersionUID = 1L;

  /** Whether it overwrites what it gave the last time. */
  boolean usesArraysAgain;

  boolean resetSupported = true;

  private final transient INDArray features;
  private final transient INDArray labels;
  private final int batch;
  private transient DataSet last = new DataSet();
  private long at;

  Iteration(INDArray features, INDArray labels, int batch) {
    this.features = features;
    this.labels = labels;
    this.batch = batch;
  }

  @Override
  public boolean hasNext() {
    return at < features.size(0);
  }

  @Override
  public DataSet next() {
    return next(batch);
  }

  @Override
  public DataSet next(int count) {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    long to = Math.min(at + count, features.size(0));
    DataSet next = new DataSet(rows(features, to), rows(labels, to));
    at = to;
    if (usesArraysAgain && last.getFeatures() != null) {
      last.getFeatures().assign(next.getFeatures());
      last.getLabels().assign(next.getLabels());
      return last;
    }
    last = next;
    return next;
  }

  private INDArray rows(INDArray array, long to) {
    return array.get(NDArrayIndex.interval(at, to), NDArrayIndex.all()).dup('c');
  }

  @Override
  public boolean resetSupported() {
    return resetSupported;
  }

  @Override
  public boolean asyncSupported() {
    return !usesArraysAgain;
  }

  @Override
  public void reset() {
    at = 0;
  }

  @Override
  public int inputColumns() {
    return (int) features.size(1);
  }

  @Override
  public int totalOutcomes() {
    return (int) labels.size(1);
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public void setPreProcessor(DataSetPreProcessor preProcessor) {
    throw new IllegalStateException("changes nothing");
  }

  @Override
  public DataSetPreProcessor getPreProcessor() {
    throw new IllegalStateException("changes nothing");
  }

  @Override
  public List<String> getLabels() {
    return List.of();
  }
}
