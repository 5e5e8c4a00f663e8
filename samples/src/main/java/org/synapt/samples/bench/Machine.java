package org.synapt.samples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of this process and of all others; not a number on other systems. */
final class Machine {
  private static final double TICKS_PER_SECOND = 100;

  private Machine() {}

  /** Processor time in seconds: the whole machine's and this process's own. */
  record Used(double all, double own) {}

  static Used used() {
    try {
      String[] machine = Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+");
      long busy = 0;
      for (int i = 1; i <= 8; i++) {
        boolean idle = i == 4 || i == 5;
        busy += idle ? 0 : Long.parseLong(machine[i]);
      }
      String[] self = self();
      double own = Long.parseLong(self[11]) + Long.parseLong(self[12]);
      return new Used(busy / TICKS_PER_SECOND, own / TICKS_PER_SECOND);
    } catch (IOException absent) {
      return new Used(Double.NaN, Double.NaN);
    }
  }

  /** Since this process began. */
  static double elapsedMillis() {
    try {
      double up = Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ")[0]);
      return (up - Long.parseLong(self()[19]) / TICKS_PER_SECOND) * 1000;
    } catch (IOException absent) {
      return Double.NaN;
    }
  }

  static double peakMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException absent) {
      return Double.NaN;
    }
  }

  /** The processor, how many of its cores there are, and what runs this program. */
  static String description() {
    return processor()
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores; Java "
        + System.getProperty("java.vm.version")
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version");
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException absent) {
      return System.getProperty("os.arch");
    }
  }

  /** The fields behind the process's name. */
  private static String[] self() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
  }
}
