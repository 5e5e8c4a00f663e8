package org.synapt.tensorboard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Writes records one behind the other, each with its length and two checksums.
 *
 * <pre>
 * 8 bytes   length of the data
 * 4 bytes   checksum of those 8 bytes
 *           data
 * 4 bytes   checksum of the data
 * </pre>
 *
 * <p>Numbers are little-endian. Source: TensorFlow, “TFRecord and tf.train.Example”, “TFRecords
 * format details”.
 */
final class RecordWriter {
  private static final int MASK_DELTA = 0xa282ead8;

  private final OutputStream out;
  private final ByteBuffer head =
      ByteBuffer.allocate(Long.BYTES + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer foot = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);

  RecordWriter(OutputStream out) {
    this.out = out;
  }

  void write(byte[] data) throws IOException {
    head.putLong(0, data.length).putInt(Long.BYTES, maskedCrc(head.array(), Long.BYTES));
    foot.putInt(0, maskedCrc(data, data.length));
    out.write(head.array());
    out.write(data);
    out.write(foot.array());
  }

  /**
   * The checksum as it is stored: the CRC of a text that holds CRCs is a weak one, so they are
   * rotated and moved first.
   *
   * <pre>masked = (crc ⋙ 15 | crc ≪ 17) + 0xa282ead8</pre>
   */
  static int maskedCrc(byte[] data, int length) {
    CRC32C crc = new CRC32C();
    crc.update(data, 0, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
  }
}
