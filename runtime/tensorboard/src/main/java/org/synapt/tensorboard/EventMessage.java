package org.synapt.tensorboard;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Makes the messages of an event file, as TensorFlow 2 writes them: numbers are tensors, and
 * metadata say which of TensorBoard's plugins shows them.
 *
 * <p>Field numbers are those of {@code event.proto}, {@code summary.proto}, {@code tensor.proto}
 * and {@code tensor_shape.proto} of TensorBoard, Apache 2.0.
 */
final class EventMessage {
  private static final int EVENT_WALL_TIME = 1;
  private static final int EVENT_STEP = 2;
  private static final int EVENT_FILE_VERSION = 3;
  private static final int EVENT_SUMMARY = 5;

  private static final int SUMMARY_VALUE = 1;

  private static final int VALUE_TAG = 1;
  private static final int VALUE_TENSOR = 8;
  private static final int VALUE_METADATA = 9;

  private static final int METADATA_PLUGIN_DATA = 1;
  private static final int PLUGIN_NAME = 1;

  private static final int TENSOR_TYPE = 1;
  private static final int TENSOR_SHAPE = 2;
  private static final int TENSOR_CONTENT = 4;
  private static final int SHAPE_AXIS = 2;
  private static final int AXIS_EXTENT = 1;

  private static final int DT_FLOAT = 1;
  private static final int DT_DOUBLE = 2;

  private EventMessage() {}

  /** Writes the fields of a message. */
  private interface Fields {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  /** What an event file begins with. */
  static byte[] version(double wallTime) {
    return message(
        event -> {
          event.writeDouble(EVENT_WALL_TIME, wallTime);
          event.writeString(EVENT_FILE_VERSION, "brain.Event:2");
        });
  }

  static byte[] scalar(double wallTime, long step, String tag, float number) {
    byte[] content = new byte[Float.BYTES];
    littleEndian(content).putFloat(number);
    return summary(wallTime, step, tag, "scalars", tensor(DT_FLOAT, content));
  }

  static byte[] histogram(double wallTime, long step, String tag, Histogram histogram) {
    double[] rows = histogram.rows();
    byte[] content = new byte[rows.length * Double.BYTES];
    littleEndian(content).asDoubleBuffer().put(rows);
    byte[] tensor = tensor(DT_DOUBLE, content, Histogram.BUCKETS, Histogram.COLUMNS);
    return summary(wallTime, step, tag, "histograms", tensor);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] summary(
      double wallTime, long step, String tag, String plugin, byte[] tensor) {
    byte[] pluginData = message(data -> data.writeString(PLUGIN_NAME, plugin));
    byte[] metadata = message(data -> data.writeByteArray(METADATA_PLUGIN_DATA, pluginData));
    byte[] value =
        message(
            fields -> {
              fields.writeString(VALUE_TAG, tag);
              fields.writeByteArray(VALUE_TENSOR, tensor);
              fields.writeByteArray(VALUE_METADATA, metadata);
            });
    byte[] summary = message(fields -> fields.writeByteArray(SUMMARY_VALUE, value));
    return message(
        event -> {
          event.writeDouble(EVENT_WALL_TIME, wallTime);
          event.writeInt64(EVENT_STEP, step);
          event.writeByteArray(EVENT_SUMMARY, summary);
        });
  }

  private static byte[] tensor(int type, byte[] content, int... shape) {
    byte[] extents =
        message(
            fields -> {
              for (int extent : shape) {
                byte[] axis = message(axisFields -> axisFields.writeInt64(AXIS_EXTENT, extent));
                fields.writeByteArray(SHAPE_AXIS, axis);
              }
            });
    return message(
        fields -> {
          fields.writeEnum(TENSOR_TYPE, type);
          fields.writeByteArray(TENSOR_SHAPE, extents);
          fields.writeByteArray(TENSOR_CONTENT, content);
        });
  }

  private static byte[] message(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      fields.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes all that is written to it", e);
    }
    return bytes.toByteArray();
  }
}
