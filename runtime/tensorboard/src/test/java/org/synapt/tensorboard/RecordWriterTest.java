package org.synapt.tensorboard;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

final class RecordWriterTest {

  /** RFC 3720, “iSCSI”, section B.4, “CRC examples”. */
  @Test
  void checksumsAreThoseOfTheStandard() {
    byte[] zeros = new byte[32];
    byte[] ascending = new byte[32];
    for (int i = 0; i < ascending.length; i++) {
      ascending[i] = (byte) i;
    }

    assertThat(crc(zeros)).isEqualTo(0x8a9136aaL);
    assertThat(crc(ascending)).isEqualTo(0x46dd794eL);
    assertThat(RecordWriter.maskedCrc(zeros, 32)).isEqualTo(masked(0x8a9136aaL));
    assertThat(RecordWriter.maskedCrc(ascending, 32)).isEqualTo(masked(0x46dd794eL));
  }

  private static long crc(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    return crc.getValue();
  }

  /** The formula as TensorFlow's guide gives it: ((crc >> 15) | (crc << 17)) + 0xa282ead8. */
  private static int masked(long crc) {
    return (int) ((crc >> 15 | crc << 17) + 0xa282ead8L);
  }

  /** Taken from a file that TensorFlow wrote: masked_crc.rs of TensorBoard's data server. */
  @Test
  void masksAsTensorFlowDoes() {
    byte[] event = "\u001a\u0011CRC test, one two".getBytes(StandardCharsets.US_ASCII);

    assertThat(RecordWriter.maskedCrc(event, event.length)).isEqualTo(0x5794d08a);
  }

  /** A whole record that TensorFlow wrote: tf_record.rs of TensorBoard's data server. */
  @Test
  void framesAsTensorFlowDoes() throws IOException {
    byte[] event = HexFormat.of().parseHex("090000803899d6d7411a0d627261696e2e4576656e743a32");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new RecordWriter(out).write(event);

    assertThat(HexFormat.of().formatHex(out.toByteArray()))
        .isEqualTo(
            "1800000000000000"
                + "a37f4b22"
                + "090000803899d6d7411a0d627261696e2e4576656e743a32"
                + "124b36ab");
  }
}
