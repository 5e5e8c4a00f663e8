package org.synapt.image;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("L5")
final class ImageKernelTest {

  /** The middle pixel of a 3 × 3 image, as a convolution gives it. */
  private static float filtered(ImageKernel kernel, float... image) {
    float[] weight = kernel.weight(1);
    float sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += weight[i] * image[i];
    }
    return sum;
  }

  /** By hand: what is even stays as it is, or has no edges. */
  @ParameterizedTest
  @EnumSource
  void keepsWhatIsEven(ImageKernel kernel) {
    float even = filtered(kernel, 3, 3, 3, 3, 3, 3, 3, 3, 3);

    assertThat(even).isEqualTo(kernel == ImageKernel.EDGES ? 0f : 3f);
  }

  /** By hand, for a step from 1 to 2 between the second column and the third. */
  @Test
  void doesWhatItsNameSays() {
    float[] step = {1, 1, 2, 1, 1, 2, 1, 1, 2};

    assertThat(filtered(ImageKernel.IDENTITY, step)).isEqualTo(1f);
    assertThat(filtered(ImageKernel.BLUR, step)).isEqualTo(1.25f);
    assertThat(filtered(ImageKernel.SHARPEN, step)).isEqualTo(0f);
    assertThat(filtered(ImageKernel.EMBOSS, step)).isEqualTo(4f);
    assertThat(filtered(ImageKernel.EDGES, step)).isEqualTo(-3f);
  }

  @Test
  void filtersEachChannelByItself() {
    float[] weight = ImageKernel.SHARPEN.weight(2);

    assertThat(weight).hasLength(36);
    // In the middle, [in, out] is 5 on the diagonal.
    assertThat(new float[] {weight[16], weight[17], weight[18], weight[19]})
        .isEqualTo(new float[] {5, 0, 0, 5});
    assertThrows(IllegalArgumentException.class, () -> ImageKernel.BLUR.weight(0));
  }

  @Test
  void standsBesideOthers() {
    float[] weight = ImageKernel.weight(ImageKernel.SHARPEN, ImageKernel.EDGES);

    assertThat(weight)
        .isEqualTo(new float[] {0, -1, -1, -1, 0, -1, -1, -1, 5, 8, -1, -1, 0, -1, -1, -1, 0, -1});
  }
}
