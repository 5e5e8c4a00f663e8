package org.synapt.tensorboard;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A new file of events in a directory, named as TensorFlow names them so that TensorBoard finds it:
 * {@code events.out.tfevents.<seconds>.<host>.<process>.<number>.v2}.
 */
final class EventFile implements Closeable {
  private final OutputStream out;
  private final RecordWriter records;

  private EventFile(OutputStream out) {
    this.out = out;
    this.records = new RecordWriter(out);
  }

  /** Makes a file that begins with its version; the directory is made if there is none. */
  static EventFile in(Path directory) throws IOException {
    Files.createDirectories(directory);
    double now = now();
    String name =
        "events.out.tfevents." + (long) now + "." + host() + "." + ProcessHandle.current().pid();
    EventFile file = new EventFile(new BufferedOutputStream(create(directory, name)));
    file.records.write(EventMessage.version(now));
    file.flush();
    return file;
  }

  /** Never takes a file that is there: several trainings may begin within a second. */
  private static OutputStream create(Path directory, String name) throws IOException {
    for (int number = 0; ; number++) {
      Path file = directory.resolve(name + "." + number + ".v2");
      try {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      } catch (FileAlreadyExistsException e) {
        if (number == 9_999) {
          throw e;
        }
      }
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private static double now() {
    return System.currentTimeMillis() / 1000.0;
  }

  void scalar(String tag, long step, double number) throws IOException {
    records.write(EventMessage.scalar(now(), step, tag, (float) number));
  }

  void histogram(String tag, long step, float[] numbers) throws IOException {
    records.write(EventMessage.histogram(now(), step, tag, Histogram.of(numbers)));
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
