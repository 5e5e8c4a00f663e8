package org.synapt.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts that lie in a folder for each class, on a disk or in an archive. */
final class TextFolder {
  private static final String ENDING = ".txt";

  private TextFolder() {}

  static LabelledTexts read(Path folder, Charset charset) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "is no folder");
    }
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(folder)) {
      Path within = folder.relativize(file);
      if (within.getNameCount() > 1) {
        String path = within.toString().replace(within.getFileSystem().getSeparator(), "/");
        texts.put(path, TextFiles.read(file, charset));
      }
    }
    return labelled(folder.toString(), texts);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(ENDING) && Files.isRegularFile(path))
          .collect(Collectors.toList());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  static LabelledTexts readTar(Path file, String folder, Charset charset) throws IOException {
    String within = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    Map<String, String> texts = new TreeMap<>();
    try (TarEntries entries = TarEntries.open(file)) {
      for (Optional<TarEntries.Entry> next = entries.next();
          next.isPresent();
          next = entries.next()) {
        TarEntries.Entry entry = next.get();
        String name = entry.name().startsWith("./") ? entry.name().substring(2) : entry.name();
        String path = name.startsWith(within) ? name.substring(within.length()) : "";
        if (path.indexOf('/') > 0 && path.endsWith(ENDING)) {
          texts.put(path, TextFiles.decode(file + ", " + name, entry.bytes(), charset));
        }
      }
    }
    return labelled(folder.isEmpty() ? file.toString() : file + ", folder " + folder, texts);
  }

  /** The texts of paths such as {@code neg/cv000.txt}. */
  private static LabelledTexts labelled(String where, Map<String, String> byPath)
      throws IOException {
    if (byPath.isEmpty()) {
      throw new MalformedFileException(
          where + " holds no folder with texts: for each class a folder, in it " + ENDING);
    }
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    byPath.forEach(
        (path, text) -> {
          names.add(path.substring(0, path.indexOf('/')));
          texts.add(text);
        });
    return LabelledTexts.named(names, texts);
  }
}
