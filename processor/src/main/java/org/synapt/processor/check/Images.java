package org.synapt.processor.check;

import java.util.Collections;
import java.util.List;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.model.Entry;
import org.synapt.processor.shape.Shape;

/** What a layer does to images: a convolution, a pooling, how its window moves. */
final class Images {
  private static final String STRIDES = "strides";

  private Images() {}

  /** Whether a layer weighs what windows show, in one of the ways there are. */
  static boolean isConvolution(Entry entry) {
    return entry.layer().name().contains("Conv");
  }

  /** Whether a convolution has a weight for every channel and filter, as most have. */
  static boolean isPlainConvolution(Entry entry) {
    return entry.layer().name().matches("Conv[123]D") && entry.layer().integer("groups") == 1;
  }

  static boolean isPooling(Entry entry) {
    return entry.layer().name().matches("(Max|Average)Pooling[123]D");
  }

  /** Whether a layer looks through a window that moves on by strides, and makes nothing finer. */
  static boolean hasWindow(Entry entry) {
    return isPooling(entry) || isConvolution(entry) && !entry.layer().name().contains("Transpose");
  }

  /** Whether a layer takes means, and so keeps linear what is. */
  static boolean isMean(Entry entry) {
    return entry.layer().name().matches("(Global)?AveragePooling[123]D");
  }

  /** Whether a layer picks the largest of several. */
  static boolean isMaximum(Entry entry) {
    return entry.layer().name().matches("(Global)?MaxPooling[123]D");
  }

  /** Whether a layer cuts margins off. */
  static boolean isCropping(Entry entry) {
    return entry.layer().name().startsWith("Cropping");
  }

  /** Whether a layer puts zeros around. */
  static boolean isPadding(Entry entry) {
    return entry.layer().name().startsWith("ZeroPadding");
  }

  static boolean isUpSampling(Entry entry) {
    return entry.layer().name().startsWith("UpSampling");
  }

  /** How many axes a layer's window moves along. */
  static int axes(Entry entry) {
    String name = entry.layer().name();
    return name.charAt(name.indexOf('D', 1) - 1) - '0';
  }

  /** The extent of an image along one of the axes that a layer's window moves along. */
  static int extent(Entry layer, Shape image, int axis) {
    return image.extent(image.rank() - 1 - axes(layer) + axis);
  }

  /** How many positions a window takes along each axis. */
  static List<Integer> sizes(Entry entry) {
    return numbers(entry, sizeAttribute(entry));
  }

  /** The attribute that says so. */
  static String sizeAttribute(Entry entry) {
    return isPooling(entry) ? "poolSize" : "kernelSize";
  }

  /** How far apart windows begin along each axis. */
  static List<Integer> strides(Entry entry) {
    return entry.layer().integers(STRIDES).isEmpty() ? sizes(entry) : numbers(entry, STRIDES);
  }

  static boolean isValid(Entry entry) {
    return entry.layer().constant("padding").equals("VALID");
  }

  private static List<Integer> numbers(Entry entry, String attribute) {
    List<Integer> numbers = entry.layer().integers(attribute);
    return numbers.size() == 1 ? Collections.nCopies(axes(entry), numbers.get(0)) : numbers;
  }

  /** How many numbers of an operand a filter of a convolution without groups weighs. */
  static long window(Entry entry, Shape operand) {
    return sizes(entry).stream().mapToLong(it -> it).reduce(operand.last(), (a, b) -> a * b);
  }

  /** {@code 3x3}. */
  static String text(List<Integer> numbers) {
    return String.join("x", numbers.stream().map(String::valueOf).toList());
  }

  /** How many values a layer gives at each position: units or filters. */
  static int width(Entry entry) {
    Mention layer = entry.layer();
    return layer.integer(layer.attributes().containsKey("units") ? "units" : "filters");
  }
}
