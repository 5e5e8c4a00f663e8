package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.MatMul;

/**
 * A backend whose products note where their operands lie.
 *
 * @param there what computes
 * @param read where left factors lay
 * @param written where results lay
 */
record WatchedBackend(Backend there, List<Long> read, List<Long> written) implements Backend {
  WatchedBackend(Backend there) {
    this(there, new ArrayList<>(), new ArrayList<>());
  }

  @Override
  public String device() {
    return there.device();
  }

  @Override
  public Buffer allocate(int floats) {
    return there.allocate(floats);
  }

  @Override
  public <K extends Kernel> Optional<K> kernel(Class<K> type) {
    Optional<K> kernel = there.kernel(type);
    return type == MatMul.class
        ? kernel.map(product -> type.cast(new Watched((MatMul) product)))
        : kernel;
  }

  @Override
  public void close() {
    there.close();
  }

  /** Products that are noted. */
  private final class Watched implements MatMul {
    private final MatMul product;

    Watched(MatMul product) {
      this.product = product;
    }

    private void note(Buffer a, Buffer c) {
      read.add(a.address());
      written.add(c.address());
    }

    @Override
    public void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
      note(a, c);
      product.mult(m, k, n, a, b, c);
    }

    @Override
    public void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c, Formula f) {
      note(a, c);
      product.mult(m, k, n, a, b, c, f);
    }

    @Override
    public void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c, Formula f, Buffer bias) {
      note(a, c);
      product.mult(m, k, n, a, b, c, f, bias);
    }

    @Override
    public void multAdd(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
      product.multAdd(m, k, n, a, b, c);
    }

    @Override
    public void multTransA(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
      product.multTransA(m, k, n, a, b, c);
    }

    @Override
    public void multAddTransA(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
      product.multAddTransA(m, k, n, a, b, c);
    }

    @Override
    public void multTransB(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
      product.multTransB(m, k, n, a, b, c);
    }

    @Override
    public void multAddTransB(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
      product.multAddTransB(m, k, n, a, b, c);
    }
  }
}
