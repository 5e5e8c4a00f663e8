package org.synapt.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** A file with a known SHA-256 that can be had from any of several places. */
final class Download {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final String name;
  private final String sha256;
  private final List<String> places;

  Download(String name, String sha256, List<String> places) {
    this.name = name;
    this.sha256 = sha256;
    this.places = places;
  }

  /** The file in a folder where the user has put it. */
  Path in(Path folder) throws IOException {
    return Mnist.find(folder, name);
  }

  /** Downloads the file into a folder, unless it is there already. */
  void into(Path folder) throws IOException {
    Path file = folder.resolve(name);
    if (Files.isRegularFile(file) && hash(file).equals(sha256)) {
      return;
    }
    StringBuilder tried = new StringBuilder();
    for (String place : places) {
      try {
        fetch(place + name, file);
        return;
      } catch (IOException e) {
        tried.append("\n  ").append(place).append(name).append(": ").append(e);
      }
    }
    throw new IOException(name + " cannot be had from any of these; put it into " + folder + tried);
  }

  private void fetch(String url, Path file) throws IOException {
    Path part = Files.createTempFile(file.getParent(), name, ".part");
    try {
      copy(url, part);
      String found = hash(part);
      if (!found.equals(sha256)) {
        throw new MalformedFileException(
            "what came has SHA-256 " + found + ", but " + sha256 + " is expected");
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void copy(String url, Path to) throws IOException {
    URLConnection connection = new URL(url).openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    try (InputStream in = connection.getInputStream()) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      if (connection instanceof HttpURLConnection http) {
        http.disconnect();
      }
    }
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[1 << 16];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    }
    StringBuilder text = new StringBuilder();
    for (byte b : digest.digest()) {
      text.append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
    }
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
