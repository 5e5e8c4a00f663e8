package org.synapt.tensorboard;

import static com.google.common.truth.Truth.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.tensorflow.framework.DataType;
import org.tensorflow.framework.Summary;
import org.tensorflow.framework.TensorProto;
import org.tensorflow.util.Event;

final class EventMessageTest {

  /**
   * What TensorFlow wrote for {@code tf.summary.scalar("accuracy", 0.99, step=77)}: tf_record.rs of
   * TensorBoard's data server.
   */
  @Test
  void writesTheVeryBytesThatTensorFlowWrites() {
    byte[] version = EventMessage.version(Double.longBitsToDouble(0x41d7d69938800000L));
    byte[] scalar =
        EventMessage.scalar(Double.longBitsToDouble(0x41d7d6993db705c4L), 77, "accuracy", 0.99f);

    assertThat(hex(version)).isEqualTo("090000803899d6d741" + "1a0d" + hex(ascii("brain.Event:2")));
    assertThat(hex(scalar))
        .isEqualTo(
            "09c405b73d99d6d741"
                + "104d"
                + "2a25"
                + "0a23"
                + "0a08"
                + hex(ascii("accuracy"))
                + "420a080112002204a4707d3f"
                + "4a0b0a090a07"
                + hex(ascii("scalars")));
  }

  @Test
  void histogramsAreReadByTensorFlowsOwnClasses() throws InvalidProtocolBufferException {
    Histogram histogram = Histogram.of(new float[] {0, 0.5f, 1.5f, 3});

    Event event = Event.parseFrom(EventMessage.histogram(1.5, 4, "weights", histogram));

    assertThat(event.getWallTime()).isEqualTo(1.5);
    assertThat(event.getStep()).isEqualTo(4);
    Summary.Value value = event.getSummary().getValue(0);
    assertThat(value.getTag()).isEqualTo("weights");
    assertThat(value.getMetadata().getPluginData().getPluginName()).isEqualTo("histograms");
    TensorProto tensor = value.getTensor();
    assertThat(tensor.getDtype()).isEqualTo(DataType.DT_DOUBLE);
    assertThat(tensor.getTensorShape().getDim(0).getSize()).isEqualTo(30);
    assertThat(tensor.getTensorShape().getDim(1).getSize()).isEqualTo(3);
    double[] rows = new double[90];
    tensor
        .getTensorContent()
        .asReadOnlyByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asDoubleBuffer()
        .get(rows);
    assertThat(rows).isEqualTo(histogram.rows());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
