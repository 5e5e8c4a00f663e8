package org.synapt.persistence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
  private static final String ANOTHER = "01234567-89ab-cdef-0123-456789abcdef";

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }

  private void write(String name, int content) throws IOException {
    AtomicFile.write(folder.resolve(name), out -> out.write(content));
  }

  @Test
  void replacesAFile() throws IOException {
    write("file", 1);
    write("file", 2);

    assertThat(Files.readAllBytes(folder.resolve("file"))).isEqualTo(new byte[] {2});
    assertThat(names()).containsExactly("file");
  }

  @Test
  void leavesTheOldFileIfWritingFails() throws IOException {
    write("file", 1);

    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                folder.resolve("file"),
                out -> {
                  out.write(2);
                  throw new IOException("as planned");
                }));

    assertThat(Files.readAllBytes(folder.resolve("file"))).isEqualTo(new byte[] {1});
    assertThat(names()).containsExactly("file");
  }

  @Test
  void clearsAwayWhatAProcessThatDiedHasLeftBehind() throws IOException {
    Files.createFile(folder.resolve("file." + ANOTHER + ".0.part"));
    Files.createFile(folder.resolve("file." + ANOTHER + ".17.part"));

    write("file", 1);

    assertThat(names()).containsExactly("file");
  }

  @Test
  void leavesWhatIsBeingWrittenAndWhatIsNotItsOwn() throws IOException {
    String written = "file." + ANOTHER + ".0.part";
    String[] others = {"file.part", "file.x.0.part", "other." + ANOTHER + ".0.part"};
    for (String other : others) {
      Files.createFile(folder.resolve(other));
    }
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(written), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.lock();

      write("file", 1);
    }

    assertThat(names()).containsExactly("file", written, "file.part", "file.x.0.part", others[2]);
  }

  @Test
  void saysThatThereIsNoSuchFolder() {
    assertThrows(
        java.nio.file.NoSuchFileException.class,
        () -> AtomicFile.write(folder.resolve("no/file"), out -> {}));
  }
}
