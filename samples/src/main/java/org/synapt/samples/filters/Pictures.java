package org.synapt.samples.filters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.synapt.data.NdArray;
import org.synapt.image.ActivationMaximization;
import org.synapt.image.ImageGrid;
import org.synapt.image.ImageKernel;
import org.synapt.image.Images;
import org.synapt.image.PixelRange;
import org.synapt.network.Parameter;

/** The pictures, and the folder that they are written to. */
final class Pictures {
  private static final int FILTERS = 32;
  private static final ImageGrid GRID = ImageGrid.scale(4).columns(8);

  private final Path folder;

  Pictures(Path folder) {
    this.folder = folder;
  }

  /** A digit as windows see it that people thought of. */
  void handMade(HandMadeNetwork network, float[] digit) throws IOException {
    float[] weight =
        ImageKernel.weight(
            ImageKernel.BLUR, ImageKernel.SHARPEN, ImageKernel.EMBOSS, ImageKernel.EDGES);
    network.parameter("filtered.weight").set(weight);
    NdArray filtered = NdArray.of(network.predict(digit)).reshape(28, 28, 4);
    write("handmade.png", ImageGrid.scale(4).columns(4).channels(filtered));
  }

  /** The windows of a first layer. */
  void kernels(Parameter weight) throws IOException {
    NdArray kernels = NdArray.of(weight.get()).reshape(weight.shape());
    write("kernels.png", ImageGrid.scale(16).columns(8).gap(2, 1).kernels(kernels));
  }

  /** What each filter of the second layer answers to a digit, and where. */
  void activations(float[] strokes) throws IOException {
    write("activations.png", GRID.channels(NdArray.of(strokes).reshape(26, 26, FILTERS)));
  }

  /** For each filter of the second layer an image that it answers to most; gives the answers. */
  float[] maximised(StrokesProbeNetwork probe, int pixels) throws IOException {
    List<NdArray> images = new ArrayList<>();
    float[] answers = new float[FILTERS];
    for (int filter = 0; filter < FILTERS; filter++) {
      float[] asked = new float[FILTERS];
      asked[filter] = 1;
      float[] image =
          ActivationMaximization.of(x -> probe.pixelsGradient(x, asked)).fromNoise(pixels, 7);
      answers[filter] = answers(probe, image)[filter];
      images.add(Images.stretch(NdArray.of(image).reshape(28, 28)));
    }
    write("maximised.png", GRID.gap(1, 0.5).images(images));
    return answers;
  }

  /** How strongly each filter answers to an image. */
  float[] answers(StrokesProbeNetwork probe, float[] image) {
    return probe.predict(image);
  }

  private void write(String name, NdArray grid) throws IOException {
    Images.write(folder.resolve(name), grid, PixelRange.UNIT);
  }
}
