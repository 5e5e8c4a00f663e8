package org.synapt.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * The page as a file: one that holds all it needs and asks no network for anything.
 *
 * <p>Whatever people named stands in the page's data alone, as JSON in which every {@code <},
 * {@code >} and {@code &} is escaped, and comes on the page as text.
 */
final class HtmlPage {
  private static final Gson JSON =
      new GsonBuilder()
          .registerTypeAdapter(Double.class, new Finite())
          .registerTypeAdapter(double.class, new Finite())
          .create();

  private HtmlPage() {}

  /** Replaces the file, so that whoever looks at it finds the old page or the new as a whole. */
  static void write(Page page, Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    if (absolute.getParent() != null) {
      Files.createDirectories(absolute.getParent());
    }
    try {
      Files.writeString(part, text(page));
      rename(part, absolute);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void rename(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static String text(Page page) throws IOException {
    // The data come last: what they say is not looked through for places to fill.
    return resource("page.html")
        .replace("{{style}}", resource("page.css"))
        .replace("{{licence}}", d3("LICENSE"))
        .replace("{{d3}}", d3("dist/d3.min.js"))
        .replace("{{script}}", resource("page.js"))
        .replace("{{data}}", JSON.toJson(page));
  }

  /** A file of the library that draws, of whichever version is on the class path. */
  private static String d3(String name) throws IOException {
    Properties about = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars.npm/d3/pom.properties")) {
      about.load(in);
    }
    return resource("/META-INF/resources/webjars/d3/" + about.getProperty("version") + "/" + name);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = HtmlPage.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(name + " is not on the class path; is the jar of D3 there?");
    }
    return in;
  }

  /** JSON has no NaN and no infinity: they become null, a gap in a curve. */
  private static final class Finite extends TypeAdapter<Double> {
    @Override
    public void write(JsonWriter out, Double value) throws IOException {
      if (value == null || !Double.isFinite(value)) {
        out.nullValue();
      } else {
        out.value(value);
      }
    }

    @Override
    public Double read(JsonReader in) throws IOException {
      return in.nextDouble();
    }
  }
}
