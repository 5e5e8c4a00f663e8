package org.synapt.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What the README shows is what happens. */
final class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);

  private static final String IMPORTS =
      """
      import static org.synapt.annotations.ActivationFunction.*;
      import static org.synapt.annotations.Loss.*;
      import org.synapt.annotations.Concatenate;
      import org.synapt.annotations.Dense;
      import org.synapt.annotations.Input;
      import org.synapt.annotations.Network;
      import org.synapt.annotations.Output;
      import org.synapt.annotations.Tensor;
      """;

  @Test
  void theDeclarationCompilesAndIsUsedAsShown() throws IOException {
    JavaFileObject use =
        source(
            "InUse",
            """
            import java.nio.file.Path;
            import org.synapt.backend.Backends;
            import org.synapt.data.Mnist;
            import org.synapt.network.Seed;
            import org.synapt.optimizer.Adam;
            import org.synapt.training.Evaluation;
            import org.synapt.training.History;
            import org.synapt.training.Trainer;

            final class InUse {
              static void use(float[] pixels, Path path) throws Exception {
            """
                + block("java", 2)
                + "}}");

    assertThat(javac().withProcessors(new NetworkProcessor()).compile(declaration(), use))
        .succeededWithoutWarnings();
  }

  @Test
  void theExcerptIsWhatIsWritten() throws IOException {
    Compilation compilation = javac().withProcessors(new NetworkProcessor()).compile(declaration());

    String written =
        compilation
            .generatedSourceFile("MnistMlpNetwork")
            .orElseThrow()
            .getCharContent(false)
            .toString();

    for (String line : block("java", 1).split("\n")) {
      assertThat(unwrapped(written)).contains(line.strip().split(",$")[0]);
    }
  }

  @Test
  void theMessageIsWhatIsSaid() throws IOException {
    JavaFileObject house =
        source(
            "HousePrice",
            IMPORTS
                + """
                @Network interface HousePrice {
                  @Input(shape = 32) Tensor size();
                  @Input(shape = {16, 2}) Tensor tone();
                  @Concatenate Tensor both(Tensor size, Tensor tone);
                  @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 1) Tensor price();
                }
                """);

    Compilation compilation = javac().withProcessors(new NetworkProcessor()).compile(house);

    List<String> shown = block("", 0).lines().toList();
    String said = compilation.errors().get(0).getMessage(null);
    assertThat(shown.get(0)).endsWith(": error: " + said.lines().findFirst().orElseThrow());
    assertThat(shown.get(3).strip())
        .isEqualTo(said.lines().skip(1).findFirst().orElseThrow().strip());
  }

  private static JavaFileObject declaration() throws IOException {
    return source("MnistMlp", IMPORTS + block("java", 0));
  }

  private static JavaFileObject source(String type, String text) {
    return JavaFileObjects.forSourceString(type, text);
  }

  private static String unwrapped(String source) {
    return source.replaceAll(",\n +", ", ");
  }

  private static String block(String language, int number) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("..", "README.md"), StandardCharsets.UTF_8))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map((MatchResult block) -> block.group(2))
        .skip(number)
        .findFirst()
        .orElseThrow();
  }
}
