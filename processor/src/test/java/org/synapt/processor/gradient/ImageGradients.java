package org.synapt.processor.gradient;

import static org.synapt.processor.gradient.GradientTableTest.line;

import java.util.List;
import org.synapt.processor.gradient.GradientTableTest.Line;

/** Gradients to check of what moves over images. */
final class ImageGradients {
  private ImageGradients() {}

  static List<Line> convolutions() {
    return List.of(
        line("convolution", "y [b, 3, 2] = convolution<[3 of 5]>(x [b, 5, 2], w [3, 2, 2])"),
        line(
            "convolution of one position",
            "y [b, 2, 2, 3] = convolution<[1 of 2, 1 of 2]>(x [b, 2, 2, 2], w [1, 1, 2, 3])"),
        line(
            "convolution of the whole image",
            "y [b, 1, 1, 3] = convolution<[2 of 2, 3 of 3]>(x [b, 2, 3, 2], w [2, 3, 2, 3])"),
        line(
            "convolution of rank 2",
            "y [b, 3, 2, 3] = convolution<[2 of 4, 3 of 4]>(x [b, 4, 4, 2], w [2, 3, 2, 3])"),
        line(
            "convolution of rank 3",
            """
            y [b, 2, 1, 2, 2] = convolution<[2 of 3, 2 of 2, 1 of 3 by 2]>(x [b, 3, 2, 3, 1], w [2, 2, 1, 1, 2])
            """),
        line(
            "convolution with strides",
            """
            y [b, 2, 2, 2] = convolution<[3 of 5 by 2, 2 of 5 by 3]>(x [b, 5, 5, 1], w [3, 2, 1, 2])
            """),
        line(
            "convolution with strides that leave positions out",
            "y [b, 2, 2] = convolution<[2 of 6 by 3]>(x [b, 6, 1], w [2, 1, 2])"),
        line(
            "convolution that keeps the extents",
            """
            y [b, 4, 3, 2] = convolution<[3 of 4 padded 1+1, 3 of 3 padded 1+1]>(x [b, 4, 3, 1], w [3, 3, 1, 2])
            """),
        line(
            "convolution with odd padding",
            """
            y [b, 2, 3, 2] = convolution<[3 of 4 by 2 padded 0+1, 2 of 3 padded 0+1]>(x [b, 4, 3, 1], w [3, 2, 1, 2])
            """),
        line(
            "convolution with more padding than image",
            "y [b, 2, 1] = convolution<[5 of 2 padded 2+2]>(x [b, 2, 1], w [5, 1, 1])"),
        line(
            "convolution with strides, dilation and padding",
            """
            y [b, 3, 2] = convolution<[2 of 5 by 2 dilated 3 padded 1+2]>(x [b, 5, 1], w [2, 1, 2])
            """),
        line(
            "causal convolution",
            "y [b, 5, 2] = convolution<[2 of 5 dilated 2 padded 2+0]>(x [b, 5, 2], w [2, 2, 2])"),
        line(
            "convolution in groups",
            "y [b, 2, 2, 4] = convolution<[2 of 3, 1 of 2], 2>(x [b, 3, 2, 6], w [2, 1, 3, 4])"),
        line(
            "depthwise convolution",
            """
            w [2, 2, 1, 6] = reshape<[2, 2, 1, 6]>(k [2, 2, 3, 2])
            y [b, 2, 2, 6] = convolution<[2 of 3, 2 of 3], 3>(x [b, 3, 3, 3], w)
            """),
        line(
            "transposed convolution",
            """
            y [b, 5, 3, 2] = convolutionDataGradient<[3 of 5 by 2, 2 of 3]>(x [b, 2, 2, 3], w [3, 2, 2, 3])
            """),
        line(
            "transposed convolution with padding",
            """
            y [b, 4, 1] = convolutionDataGradient<[3 of 4 by 2 padded 0+1]>(x [b, 2, 2], w [3, 1, 2])
            """),
        line(
            "transposed convolution in groups",
            """
            y [b, 4, 4] = convolutionDataGradient<[2 of 4 dilated 2], 2>(x [b, 2, 2], w [2, 2, 2])
            """),
        line(
            "gradient of a weight",
            """
            y [2, 1, 2, 3] = convolutionWeightGradient<[2 of 3, 1 of 2]>(x [b, 3, 2, 2], z [b, 2, 2, 3])
            """),
        line(
            "gradient of a weight, with strides and padding",
            """
            y [3, 1, 2] = convolutionWeightGradient<[3 of 4 by 2 padded 0+1]>(x [b, 4, 1], z [b, 2, 2])
            """),
        line(
            "gradient of a weight in groups",
            """
            y [2, 1, 4] = convolutionWeightGradient<[2 of 3], 2>(x [b, 3, 2], z [b, 2, 4])
            """));
  }

  static List<Line> pools() {
    return List.of(
        line(
            "maxPooling",
            """
            y.saved [b, 2, 2] = batchRoom<[2, 2]>()
            y [b, 2, 2] = maxPooling<[2 of 4 by 2], train>(x [b, 4, 2], y.saved)
            """),
        line(
            "maxPooling of rank 2, where windows meet",
            """
            y.saved [b, 2, 3, 2] = batchRoom<[2, 3, 2]>()
            y [b, 2, 3, 2] = maxPooling<[3 of 4, 2 of 4], train>(x [b, 4, 4, 2], y.saved)
            """),
        line(
            "maxPooling of rank 3",
            """
            y.saved [b, 1, 2, 2, 1] = batchRoom<[1, 2, 2, 1]>()
            y [b, 1, 2, 2, 1] = maxPooling<[2 of 2, 1 of 2, 2 of 3], train>(x [b, 2, 2, 3, 1], y.saved)
            """),
        line(
            "maxPooling with padding",
            """
            y.saved [b, 2, 3, 2] = batchRoom<[2, 3, 2]>()
            y [b, 2, 3, 2] = maxPooling<[2 of 3 by 2 padded 0+1, 3 of 3 padded 1+1], train>(x [b, 3, 3, 2], y.saved)
            """),
        line(
            "maxPooling that leaves positions out",
            """
            h [b, 5, 1] = sin(x)(x [b, 5, 1])
            y.saved [b, 2, 1] = batchRoom<[2, 1]>()
            y [b, 2, 1] = maxPooling<[2 of 5 by 3], train>(h, y.saved)
            """),
        line("averagePooling", "y [b, 2, 2] = averagePooling<[2 of 4 by 2]>(x [b, 4, 2])"),
        line(
            "averagePooling of rank 2, where windows meet",
            "y [b, 2, 3, 2] = averagePooling<[3 of 4, 2 of 4]>(x [b, 4, 4, 2])"),
        line(
            "averagePooling of rank 3",
            "y [b, 1, 2, 2, 1] = averagePooling<[2 of 2, 1 of 2, 2 of 3]>(x [b, 2, 2, 3, 1])"),
        line(
            "averagePooling with padding",
            """
            y [b, 2, 3, 2] = averagePooling<[2 of 3 by 2 padded 0+1, 3 of 3 padded 1+1]>(x [b, 3, 3, 2])
            """),
        line(
            "averagePooling that leaves positions out",
            """
            h [b, 5, 1] = sin(x)(x [b, 5, 1])
            y [b, 2, 1] = averagePooling<[2 of 5 by 3]>(h)
            """));
  }

  static List<Line> resizes() {
    return List.of(
        line("pad", "y [b, 4] = pad<[1], [2]>(x [b, 1])"),
        line("pad of rank 3", "y [b, 3, 5, 2] = pad<[0, 1, 0], [1, 2, 0]>(x [b, 2, 2, 2])"),
        line(
            "crop",
            """
            h [b, 4] = sin(x)(x [b, 4])
            y [b, 1] = crop<[1], [2]>(h)
            """),
        line("crop of rank 3", "y [b, 2, 2, 2] = crop<[0, 1, 0], [1, 2, 0]>(x [b, 3, 5, 2])"),
        line(
            "pad, then crop",
            """
            h [b, 6] = pad<[1], [2]>(x [b, 3])
            y [b, 4] = crop<[2], [0]>(h)
            """),
        line("interpolation", "y [b, 6] = interpolation<0, 2>(x [b, 3])"),
        line("interpolation by 3", "y [b, 6, 2] = interpolation<0, 3>(x [b, 2, 2])"),
        line("interpolation of one", "y [b, 2, 4] = interpolation<1, 4>(x [b, 2, 1])"),
        line(
            "interpolation of both axes",
            """
            h [b, 4, 3, 2] = interpolation<0, 2>(x [b, 2, 3, 2])
            y [b, 4, 9, 2] = interpolation<1, 3>(h)
            """));
  }

  static List<Line> graphs() {
    return List.of(
        line(
            "convolution with bias and activation",
            """
            y.product [b, 3, 2, 2] = convolution<[2 of 4, 2 of 3]>(x [b, 4, 3, 2], w [2, 2, 2, 2])
            y.sum [b, 3, 2, 2] = x + b(y.product, v [2])
            y [b, 3, 2, 2] = sigmoid(x) via y * (1 - y)(y.sum)
            """),
        line(
            "convolutions with one weight",
            """
            h [b, 3, 2] = convolution<[3 of 3 padded 1+1]>(x [b, 3, 2], w [3, 2, 2])
            y [b, 3, 2] = convolution<[3 of 3 dilated 2 padded 2+2]>(h, w)
            """),
        line(
            "depthwise convolutions with one weight, and a penalty",
            """
            k.penalty [] = penalty<0.2, 0.3>(k [2, 2, 2])
            h.filters [2, 1, 4] = reshape<[2, 1, 4]>(k)
            h [b, 3, 4] = convolution<[2 of 4], 2>(x [b, 4, 2], h.filters)
            g [b, 3, 2] = mult(h, w [4, 2])
            y.filters [2, 1, 4] = reshape<[2, 1, 4]>(k)
            y [b, 2, 4] = convolution<[2 of 3], 2>(g, y.filters)
            """),
        line(
            "a convolution and its transpose with one weight",
            """
            h [b, 2, 3] = convolution<[2 of 4 by 2]>(x [b, 4, 2], w [2, 2, 3])
            g [b, 2, 3] = tanh(x)(h)
            y [b, 4, 2] = convolutionDataGradient<[2 of 4 by 2]>(g, w)
            """),
        line(
            "a value that two convolutions take, and a sum",
            """
            h [b, 3, 2] = tanh(x)(x [b, 3, 2])
            p [b, 3, 2] = convolution<[3 of 3 padded 1+1]>(h, v [3, 2, 2])
            q [b, 3, 2] = convolution<[1 of 3]>(h, w [1, 2, 2])
            r [b, 3, 2] = a + b(p, q)
            y [b, 3, 2] = a + b(r, h)
            """),
        line(
            "a convolution of a pool, and a penalty",
            """
            w.penalty [] = penalty<0, 0.3>(w [2, 2, 2])
            h [b, 4, 2] = convolution<[2 of 4 padded 0+1]>(x [b, 4, 2], w)
            p.saved [b, 2, 2] = batchRoom<[2, 2]>()
            p [b, 2, 2] = maxPooling<[2 of 4 by 2], train>(h, p.saved)
            y [b, 1, 2] = convolution<[2 of 2]>(p, w)
            """),
        line(
            "two pools of one image",
            """
            h [b, 4, 2] = sin(x)(x [b, 4, 2])
            p.saved [b, 3, 2] = batchRoom<[3, 2]>()
            p [b, 3, 2] = maxPooling<[2 of 4], train>(h, p.saved)
            q [b, 3, 2] = averagePooling<[2 of 4]>(h)
            y [b, 3, 2] = a * b(p, q)
            """));
  }
}
