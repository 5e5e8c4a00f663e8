package org.synapt.processor.generated;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads how long the methods of a class file are, in bytes of code.
 *
 * <p>Source: The Java Virtual Machine Specification, Java SE 17 Edition, chapter 4.
 */
final class ClassFiles {
  private final DataInputStream in;
  private final Map<Integer, String> texts = new LinkedHashMap<>();
  private final Map<String, Integer> lengths = new LinkedHashMap<>();

  private ClassFiles(byte[] bytes) {
    in = new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /** The code of every method, by its name and descriptor. */
  static Map<String, Integer> codeLengths(byte[] bytes) {
    ClassFiles file = new ClassFiles(bytes);
    try {
      file.read();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return file.lengths;
  }

  private void read() throws IOException {
    in.skipNBytes(8); // magic, minor and major version
    readConstants();
    in.skipNBytes(6); // access flags, this class, super class
    in.skipNBytes(2L * in.readUnsignedShort());
    readMembers();
    readMembers();
  }

  private void readConstants() throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // A long or a double takes two entries.
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("constant " + tag);
      }
    }
  }

  private void readMembers() throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      in.skipNBytes(2);
      String name = texts.get(in.readUnsignedShort()) + texts.get(in.readUnsignedShort());
      readAttributes(name);
    }
  }

  private void readAttributes(String member) throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      boolean code = texts.get(in.readUnsignedShort()).equals("Code");
      long length = Integer.toUnsignedLong(in.readInt());
      if (code) {
        in.skipNBytes(4);
        int codeLength = in.readInt();
        lengths.put(member, codeLength);
        in.skipNBytes(length - 8);
      } else {
        in.skipNBytes(length);
      }
    }
  }
}
