package org.synapt.samples.bench;

import java.lang.reflect.Proxy;
import java.util.Optional;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

/** Another backend, each call of whose kernels is timed. */
final class ProfiledBackend implements Backend {
  private final Backend backend;
  private final Profile profile;

  ProfiledBackend(Backend backend, Profile profile) {
    this.backend = backend;
    this.profile = profile;
  }

  @Override
  public String device() {
    return backend.device();
  }

  @Override
  public Buffer allocate(int floats) {
    return backend.allocate(floats);
  }

  @Override
  public Buffer allocateMoments(int floats) {
    return backend.allocateMoments(floats);
  }

  @Override
  public Backend suited(long flops) {
    return new ProfiledBackend(backend.suited(flops), profile);
  }

  @Override
  public <K extends Kernel> Optional<K> kernel(Class<K> type) {
    return backend.kernel(type).map(kernel -> profiled(type, kernel));
  }

  private <K extends Kernel> K profiled(Class<K> type, K kernel) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> profile.timed(type, kernel, method, arguments)));
  }

  @Override
  public void close() {
    backend.close();
  }
}
