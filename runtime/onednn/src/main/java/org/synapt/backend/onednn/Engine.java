package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_engine_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_fpmath_mode;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_scratchpad_mode;
import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;

import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.synapt.backend.java.Workers;

/** What kernels are made with: threads, precision and the ledger, which they share, and scratch. */
final class Engine implements AutoCloseable {
  private static final dnnl_engine CPU = cpu();

  private final Workers workers;
  private final Precision precision;
  private final Ledger ledger;
  private final Scratchpad[] scratchpads;

  Engine(int threads, Precision precision) {
    this(new Workers(threads), precision);
  }

  /** An engine that closes the team with it. */
  Engine(Workers workers, Precision precision) {
    this(workers, precision, new Ledger());
  }

  private Engine(Workers workers, Precision precision, Ledger ledger) {
    this.workers = workers;
    this.precision = precision;
    this.ledger = ledger;
    this.scratchpads = new Scratchpad[OpenMp.canBeTold() ? workers.threads() : 1];
    for (int i = 0; i < scratchpads.length; i++) {
      scratchpads[i] = new Scratchpad(ledger);
    }
  }

  /** The same for one kernel, which has scratch memory of its own: others may run meanwhile. */
  Engine ofOneKernel() {
    return new Engine(workers, precision, ledger);
  }

  private static dnnl_engine cpu() {
    Natives.require();
    dnnl_engine engine = new dnnl_engine();
    Status.check(dnnl_engine_create(engine, dnnl_cpu, 0), "find the processor");
    return engine;
  }

  /** The processor, as oneDNN knows it. */
  dnnl_engine cpuEngine() {
    return CPU;
  }

  Workers workers() {
    return workers;
  }

  /**
   * How many parts an op on oneDNN may be divided into: one for each thread, if OpenMP leaves them
   * to us. Loops in Java have all threads in any case.
   */
  int parts() {
    return scratchpads.length;
  }

  Precision precision() {
    return precision;
  }

  Ledger ledger() {
    return ledger;
  }

  /** What the primitives of a part use; parts run at the same time, primitives of one do not. */
  Scratchpad scratchpad(int part) {
    return scratchpads[part];
  }

  /**
   * New attributes of a primitive: scratch memory is ours, and products have our precision.
   *
   * <p>Whoever describes a primitive asks for them first. Some primitives, batch normalization for
   * one, take as many threads as OpenMP had when they were described, whatever it is told later.
   */
  dnnl_primitive_attr attributes() {
    OpenMp.stayHere();
    dnnl_primitive_attr attributes = new dnnl_primitive_attr();
    Status.check(dnnl_primitive_attr_create(attributes), "make attributes");
    dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user);
    dnnl_primitive_attr_set_fpmath_mode(attributes, precision.mathMode);
    return attributes;
  }

  @Override
  public void close() {
    workers.close();
    ledger.close();
  }
}
