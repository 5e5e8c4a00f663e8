package org.synapt.processor.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the name that was meant by one that is not there. */
public final class Spelling {

  /** What Keras 1, or Keras in Python, calls what has another name here. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("atrousconvolution2d", "Conv2D"),
          Map.entry("avgpool1d", "AveragePooling1D"),
          Map.entry("avgpool2d", "AveragePooling2D"),
          Map.entry("avgpool3d", "AveragePooling3D"),
          Map.entry("bordermode", "padding"),
          Map.entry("convolution1d", "Conv1D"),
          Map.entry("convolution2d", "Conv2D"),
          Map.entry("convolution3d", "Conv3D"),
          Map.entry("deconvolution2d", "Conv2DTranspose"),
          Map.entry("globalavgpool1d", "GlobalAveragePooling1D"),
          Map.entry("globalavgpool2d", "GlobalAveragePooling2D"),
          Map.entry("globalavgpool3d", "GlobalAveragePooling3D"),
          Map.entry("init", "kernelInitializer"),
          Map.entry("inputdim", "shape"),
          Map.entry("inputlayer", "Input"),
          Map.entry("inputshape", "shape"),
          Map.entry("lambda", "Formula"),
          Map.entry("merge", "Concatenate"),
          Map.entry("nbcol", "kernelSize"),
          Map.entry("nbepoch", "epochs"),
          Map.entry("nbfilter", "filters"),
          Map.entry("nbrow", "kernelSize"),
          Map.entry("outputdim", "units"),
          Map.entry("outputshape", "targetShape"),
          Map.entry("p", "rate"),
          Map.entry("poollength", "poolSize"),
          Map.entry("subsample", "strides"),
          Map.entry("timedistributeddense", "Dense"));

  private Spelling() {}

  /**
   * The candidate that a name most likely means: the same but for case and underscores, or what
   * Keras 1 called it, or one that few slips of the hand turn into it.
   */
  public static Optional<String> closest(String name, Collection<String> candidates) {
    String plain = plain(name);
    String translated = plain(ELSEWHERE.getOrDefault(plain, name));
    return candidates.stream()
        .filter(candidate -> distance(translated, plain(candidate)) <= slips(translated, candidate))
        .min(
            Comparator.<String>comparingInt(candidate -> distance(translated, plain(candidate)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** What to do about a name that is not there: {@code did you mean both? known are size, both}. */
  public static String remedy(String name, Collection<String> candidates) {
    if (candidates.isEmpty()) {
      return "there is nothing above that could be named here";
    }
    String known = String.join(", ", candidates);
    return closest(name, candidates)
        .map(meant -> "did you mean %s? declared above are: %s".formatted(meant, known))
        .orElse("name one of: " + known);
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** One slip in every three letters; a name is not a slip of one that shares nothing with it. */
  private static int slips(String name, String candidate) {
    return Math.max(name.length(), candidate.length()) / 3;
  }

  /**
   * Letters inserted, left out, exchanged, or swapped with their neighbour.
   *
   * <p>Damerau 1964, in the restricted form that edits no substring twice.
   */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(int[][] d, String a, String b, int i, int j) {
    int exchange = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(d[i - 1][j - 1] + exchange, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
