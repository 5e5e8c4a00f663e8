package org.synapt.kernel;

/** A routine of a backend that runs an op; each op's own interface extends this one. */
public interface Kernel {}
