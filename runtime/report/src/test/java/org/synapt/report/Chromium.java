package org.synapt.report;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window, where one is on the path. */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Path program;
  private final Path directory;

  private Chromium(Path program, Path directory) {
    this.program = program;
    this.directory = directory;
  }

  /** The browser; without one, the test ends here and says so. */
  static Chromium in(Path directory) {
    Optional<Path> program =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(program.isPresent(), "there is no Chromium on the PATH, by none of " + NAMES);
    return new Chromium(program.orElseThrow(), directory);
  }

  /** The page's elements once its scripts have run; fails where they wrote to the console. */
  String dom(Path page) throws IOException, InterruptedException {
    Path out = directory.resolve("dom.html");
    Path log = directory.resolve("browser.log");
    Process browser =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + directory.resolve("profile"),
                "--enable-logging=stderr",
                "--virtual-time-budget=1000",
                "--window-size=1280,2000",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start();
    boolean ended = browser.waitFor(60, TimeUnit.SECONDS);
    browser.destroyForcibly().waitFor();
    String said = Files.readString(log);
    assertWithMessage(said).that(ended).isTrue();
    assertWithMessage(said).that(said).doesNotContain("CONSOLE");
    return Files.readString(out);
  }
}
