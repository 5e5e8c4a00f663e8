package org.synapt.backend.nd4j;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GPU, as NVIDIA's driver describes it.
 *
 * @param uuid its lasting name, such as {@code GPU-2f7e}
 * @param name its name for people, such as {@code NVIDIA H200}
 * @param capability its compute capability, such as {@code 9.0}
 */
record Gpu(String uuid, String name, String capability) {
  /** The compute capabilities for which ND4J 1.0.0-M2.1 has machine code; it has nothing else. */
  static final String SERVED = "3.7 to 8.6";

  private static final int OLDEST = 307;
  private static final int NEWEST = 806;
  private static final Pattern CAPABILITY = Pattern.compile("(\\d{1,3})\\.(\\d{1,2})");

  /** Whether ND4J has machine code for it. */
  boolean isServed() {
    Matcher matcher = CAPABILITY.matcher(capability);
    if (!matcher.matches()) {
      return false;
    }
    int number = 100 * Integer.parseInt(matcher.group(1)) + Integer.parseInt(matcher.group(2));
    return number >= OLDEST && number <= NEWEST;
  }
}
