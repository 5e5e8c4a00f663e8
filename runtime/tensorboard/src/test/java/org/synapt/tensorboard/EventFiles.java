package org.synapt.tensorboard;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.framework.Summary;
import org.tensorflow.util.Event;

/** Reads event files with TensorFlow's own classes, and every checksum on the way. */
final class EventFiles {
  private EventFiles() {}

  /** {@code epoch_loss@2} for every value of a directory's only file, in order. */
  static List<String> tags(Path directory) throws IOException {
    List<String> tags = new ArrayList<>();
    for (Event event : events(directory)) {
      for (Summary.Value value : event.getSummary().getValueList()) {
        tags.add(value.getTag() + "@" + event.getStep());
      }
    }
    return tags;
  }

  /** The numbers of a tag, in order. */
  static List<Float> scalars(Path directory, String tag) throws IOException {
    List<Float> numbers = new ArrayList<>();
    for (Event event : events(directory)) {
      for (Summary.Value value : event.getSummary().getValueList()) {
        if (value.getTag().equals(tag)) {
          ByteBuffer content = value.getTensor().getTensorContent().asReadOnlyByteBuffer();
          numbers.add(content.order(ByteOrder.LITTLE_ENDIAN).getFloat());
        }
      }
    }
    return numbers;
  }

  static List<Event> events(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      assertThat(all.get(0).getFileName().toString()).startsWith("events.out.tfevents.");
      return read(Files.readAllBytes(all.get(0)));
    }
  }

  private static List<Event> read(byte[] file) throws IOException {
    List<Event> events = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      byte[] length = new byte[8];
      bytes.get(bytes.position(), length);
      byte[] data = new byte[(int) bytes.getLong()];
      assertThat(bytes.getInt()).isEqualTo(RecordWriter.maskedCrc(length, 8));
      bytes.get(data);
      assertThat(bytes.getInt()).isEqualTo(RecordWriter.maskedCrc(data, data.length));
      events.add(Event.parseFrom(data));
    }
    return events;
  }
}
