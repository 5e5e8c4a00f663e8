package org.synapt.testkit;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.synapt.backend.Backend;
import org.synapt.kernel.BatchMatMul;
import org.synapt.kernel.BatchNormalization;
import org.synapt.kernel.Constrain;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Copy;
import org.synapt.kernel.Gather;
import org.synapt.kernel.Interpolation;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.LayerNormalization;
import org.synapt.kernel.MaskedSoftmax;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.OneHot;
import org.synapt.kernel.Penalty;
import org.synapt.kernel.Permute;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.RandomMask;
import org.synapt.kernel.RandomNormal;
import org.synapt.kernel.Recurrent;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Share;
import org.synapt.kernel.Softmax;
import org.synapt.kernel.SoftmaxCrossEntropy;
import org.synapt.kernel.Spread;
import org.synapt.kernel.Update;
import org.synapt.kernel.UpdateRows;
import org.synapt.kernel.ZeroPadding;

/**
 * What every backend must do, each kernel against plain loops in double precision.
 *
 * <p>A backend's test extends this class and says how to open the backend:
 *
 * <pre>{@code
 * final class JavaBackendTest extends BackendConformance {
 *   @Override
 *   protected Backend backend() {
 *     return Backends.named("java");
 *   }
 * }
 * }</pre>
 */
public abstract class BackendConformance {
  private static final List<Family<?>> FAMILIES =
      List.of(
          new Family<>(BatchMatMul.class, BatchMatMulChecks::of),
          new Family<>(BatchNormalization.class, BatchNormalizationChecks::of),
          new Family<>(Constrain.class, ConstrainChecks::of),
          new Family<>(Convolution.class, ConvolutionChecks::of),
          new Family<>(Copy.class, MovementChecks::copy),
          new Family<>(Gather.class, GatherChecks::of),
          new Family<>(Interpolation.class, InterpolationChecks::of),
          new Family<>(LayerNormalization.class, LayerNormalizationChecks::of),
          new Family<>(MaskedSoftmax.class, MaskedSoftmaxChecks::of),
          new Family<>(MatMul.class, MatMulChecks::of),
          new Family<>(OneHot.class, MovementChecks::oneHot),
          new Family<>(Penalty.class, PenaltyChecks::of),
          new Family<>(Permute.class, MovementChecks::permute),
          new Family<>(Pointwise.class, PointwiseChecks::of),
          new Family<>(Pooling.class, PoolingChecks::of),
          new Family<>(RandomMask.class, RandomMaskChecks::of),
          new Family<>(RandomNormal.class, RandomNormalChecks::of),
          new Family<>(Recurrent.class, RecurrentChecks::of),
          new Family<>(Reduce.class, ReduceChecks::of),
          new Family<>(Share.class, UpdateChecks::share),
          new Family<>(Softmax.class, SoftmaxChecks::of),
          new Family<>(SoftmaxCrossEntropy.class, SoftmaxCrossEntropyChecks::of),
          new Family<>(Spread.class, MovementChecks::spread),
          new Family<>(Update.class, UpdateChecks::update),
          new Family<>(ZeroPadding.class, ZeroPaddingChecks::of));

  /** What a backend may be without. */
  private static final List<Family<?>> OPTIONAL_FAMILIES =
      List.of(new Family<>(UpdateRows.class, UpdateRowsChecks::of));

  private Backend backend;

  /** For subclasses. */
  protected BackendConformance() {}

  /**
   * Opens the backend to be tested; the suite closes it.
   *
   * @return a new backend
   */
  protected abstract Backend backend();

  @BeforeEach
  final void open() {
    backend = backend();
  }

  @AfterEach
  final void close() {
    backend.close();
  }

  @Test
  final void hasEveryKernel() {
    List<String> missing = new ArrayList<>();
    for (Family<?> family : FAMILIES) {
      if (backend.kernel(family.type).isEmpty()) {
        missing.add(family.type.getSimpleName());
      }
    }
    assertWithMessage("kernels that %s lacks", backend.device()).that(missing).isEmpty();
  }

  @Test
  final void givesMemoryThatIsZero() {
    float[] floats = new float[207];
    floats[13] = 1f;
    backend.allocate(207).get(0, floats, 0, 207);
    Reference.same("new memory", new float[207], floats);
  }

  @TestFactory
  final Stream<DynamicContainer> everyKernelAgreesWithTheReference() {
    return Stream.concat(FAMILIES.stream(), OPTIONAL_FAMILIES.stream())
        .flatMap(family -> family.checks(backend));
  }

  /** The checks of one kernel. */
  private record Family<K extends Kernel>(
      Class<K> type, BiFunction<Backend, K, Stream<DynamicTest>> checks) {

    /** Nothing for a kernel that the backend lacks: that has a test of its own. */
    Stream<DynamicContainer> checks(Backend backend) {
      return backend.kernel(type).stream()
          .map(
              kernel ->
                  DynamicContainer.dynamicContainer(
                      type.getSimpleName(), checks.apply(backend, kernel)));
    }
  }
}
