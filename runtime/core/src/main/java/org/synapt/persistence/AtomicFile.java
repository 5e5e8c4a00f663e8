package org.synapt.persistence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Replaces a file so that, whatever happens, either the old or the new one is there as a whole.
 *
 * <p>What is written has a name that belongs to this process, and is locked until it has the
 * file's. So what a process that was killed has left behind can be told from what another is
 * writing, and is cleared away.
 */
final class AtomicFile {
  private static final String PROCESS = UUID.randomUUID().toString();
  private static final String PART = "\\.[0-9a-f-]{36}\\.[0-9]+\\.part";

  private AtomicFile() {}

  /** Writes what a file is to hold. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes into a new file beside the old, brings it to the disk, and gives it the old's name. */
  static void write(Path file, Content content) throws IOException {
    if (file.getFileName() == null) {
      throw new IOException(file + " is a folder, not a file");
    }
    clearAway(file);
    Path part = beside(file);
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      lock(channel);
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      channel.force(true);
      rename(part, file);
    } catch (IOException | RuntimeException | Error e) {
      // Only now: once renamed, somebody else may have taken the name of the part.
      Files.deleteIfExists(part);
      throw e;
    }
    syncFolder(file);
  }

  private static Path beside(Path file) throws IOException {
    for (int i = 0; ; i++) {
      Path part = file.resolveSibling(file.getFileName() + "." + PROCESS + "." + i + ".part");
      try {
        return Files.createFile(part);
      } catch (FileAlreadyExistsException e) {
        // Another thread is writing it.
        if (i == 99) {
          throw e;
        }
      }
    }
  }

  private static void lock(FileChannel channel) {
    try {
      channel.tryLock();
    } catch (IOException | OverlappingFileLockException e) {
      // Where there are no locks, others get none either, and leave the part alone.
      return;
    }
  }

  /** Deletes what processes that are no more have left behind beside a file. */
  private static void clearAway(Path file) {
    Pattern parts = Pattern.compile(Pattern.quote(file.getFileName().toString()) + PART);
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(
            folder(file),
            path -> {
              String name = path.getFileName().toString();
              return parts.matcher(name).matches() && !name.contains(PROCESS);
            })) {
      for (Path part : found) {
        deleteUnlessLocked(part);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Then nothing is cleared away, and writing says what is wrong with the folder.
      return;
    }
  }

  /** Deletes under the lock, so that nobody who takes the lock later believes it is there. */
  private static void deleteUnlessLocked(Path part) {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // Not ours to touch where one cannot tell.
      return;
    }
  }

  private static void rename(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Brings the new name to the disk; some platforms cannot be asked to, and need not be. */
  private static void syncFolder(Path file) {
    try (FileChannel channel = FileChannel.open(folder(file), StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().resolveSibling("");
  }
}
