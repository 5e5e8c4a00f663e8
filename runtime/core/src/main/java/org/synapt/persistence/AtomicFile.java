package org.synapt.persistence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file so that, whatever happens, either the old or the new one is there as a whole. */
final class AtomicFile {
  private AtomicFile() {}

  /** Writes what a file is to hold. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes into a new file beside the old, brings it to the disk, and gives it the old's name. */
  static void write(Path file, Content content) throws IOException {
    Path part = beside(file);
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      rename(part, file);
    } catch (IOException | RuntimeException | Error e) {
      // Only now: once renamed, somebody else may have taken the name of the part.
      Files.deleteIfExists(part);
      throw e;
    }
  }

  private static Path beside(Path file) throws IOException {
    for (int i = 0; ; i++) {
      Path part = file.resolveSibling(file.getFileName() + "." + i + ".part");
      try {
        return Files.createFile(part);
      } catch (FileAlreadyExistsException e) {
        // Somebody else's, or left over from a crash: not ours to touch.
        if (i == 99) {
          throw e;
        }
      }
    }
  }

  private static void rename(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
