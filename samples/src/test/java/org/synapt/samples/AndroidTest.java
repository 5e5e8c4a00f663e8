package org.synapt.samples;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.JdkClassFileProvider;
import com.android.tools.r8.OutputMode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.annotations.Network;
import org.synapt.buffer.Buffer;

/** What an Android application takes along, through Android's own compiler. */
final class AndroidTest {
  private static final int ANDROID_8 = 26;

  /** The generated classes; the build copies them there from among the others. */
  private static final Path NETWORKS = Path.of("target", "networks");

  @Test
  void dexesWithoutAWarning(@TempDir Path dex) throws Exception {
    Complaints complaints = new Complaints();

    dex(complaints, dex);

    assertThat(complaints.texts).isEmpty();
    assertThat(Files.size(dex.resolve("classes.dex"))).isGreaterThan(0);
  }

  private static void dex(Complaints complaints, Path to)
      throws CompilationFailedException, IOException, URISyntaxException {
    List<Path> networks = classes(NETWORKS);
    assertWithMessage("generated networks").that(networks).isNotEmpty();
    D8.run(
        D8Command.builder(complaints)
            .addLibraryResourceProvider(
                JdkClassFileProvider.fromJdkHome(Path.of(System.getProperty("java.home"))))
            .addProgramFiles(classes(home(Network.class)))
            .addProgramFiles(classes(home(Buffer.class)))
            .addProgramFiles(networks)
            .setMinApiLevel(ANDROID_8)
            .setMode(CompilationMode.RELEASE)
            .setOutput(to, OutputMode.DexIndexed)
            .build());
  }

  private static Path home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** A jar as it is, the class files of a folder one by one. */
  private static List<Path> classes(Path home) throws IOException {
    if (Files.isRegularFile(home)) {
      return List.of(home);
    }
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }

  private static final class Complaints implements DiagnosticsHandler {
    final List<String> texts = new ArrayList<>();

    @Override
    public void warning(Diagnostic warning) {
      texts.add(warning.getDiagnosticMessage());
    }

    @Override
    public void error(Diagnostic error) {
      texts.add(error.getDiagnosticMessage());
    }
  }
}
