package org.synapt.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@link Transfer} took, and what it did not and why, row by row.
 *
 * <pre>
 * Flowers takes 2 of 3 rows (9,248 floats) from photos.safetensors
 *   taken    conv1, conv2
 *   skipped  kind: weight is [64, 1000] there but [64, 5] here
 *   left     (none)
 *   unused   head
 * </pre>
 */
public final class TransferReport {
  private final String title;
  private final List<String> taken;
  private final Map<String, String> skipped;
  private final Map<String, String> left;
  private final List<String> unused;

  TransferReport(
      String title,
      List<String> taken,
      Map<String, String> skipped,
      Map<String, String> left,
      List<String> unused) {
    this.title = title;
    this.taken = Collections.unmodifiableList(new ArrayList<>(taken));
    this.skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
    this.left = Collections.unmodifiableMap(new LinkedHashMap<>(left));
    this.unused = Collections.unmodifiableList(new ArrayList<>(unused));
  }

  /**
   * The network's rows whose parameters were taken.
   *
   * @return their names
   */
  public List<String> taken() {
    return taken;
  }

  /**
   * The network's rows that have a namesake, which does not fit; they are as they were.
   *
   * @return the reason for each, by its name
   */
  public Map<String, String> skipped() {
    return skipped;
  }

  /**
   * The network's rows that have no namesake or were not to be taken; they are as they were.
   *
   * @return the reason for each, by its name
   */
  public Map<String, String> left() {
    return left;
  }

  /**
   * The other's rows that the network has none for, by the network's names where they were renamed.
   *
   * @return their names
   */
  public List<String> unused() {
    return unused;
  }

  @Override
  public String toString() {
    return title
        + "\n  taken    "
        + list(taken)
        + "\n  skipped  "
        + reasons(skipped)
        + "\n  left     "
        + reasons(left)
        + "\n  unused   "
        + list(unused);
  }

  private static String list(List<String> names) {
    return names.isEmpty() ? "(none)" : String.join(", ", names);
  }

  private static String reasons(Map<String, String> reasons) {
    List<String> lines = new ArrayList<>();
    reasons.forEach((row, reason) -> lines.add(row + ": " + reason));
    return lines.isEmpty() ? "(none)" : String.join("\n           ", lines);
  }
}
