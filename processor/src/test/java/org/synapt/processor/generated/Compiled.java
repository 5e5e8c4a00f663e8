package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.common.io.ByteSource;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.network.Network;
import org.synapt.network.Seed;
import org.synapt.processor.NetworkProcessor;
import org.synapt.processor.cost.Costs;
import org.synapt.processor.graph.Graph;

/** Declarations, compiled with the processor against the real runtime, and what came of them. */
final class Compiled {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:public )?(?:abstract )?(?:@?interface|class) (\\w+)");

  /** All that users see is said in full; what they do not see is at least sound. */
  private static final String DOCLINT =
      "-Xdoclint:all/protected,syntax/private,reference/private,html/private";

  private final GraphCapture graphs = new GraphCapture();
  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final ClassLoader loader = new Loader();
  private final Compilation compilation;

  private Compiled(List<String> declarations, String... options) {
    compilation =
        Compiler.javac()
            .withProcessors(new NetworkProcessor(), graphs)
            .withOptions(
                Stream.concat(
                        Stream.of("-Xlint:all,-processing,-classfile", DOCLINT, "-Werror"),
                        Arrays.stream(options))
                    .toArray())
            .compile(declarations.stream().map(Compiled::file).toList());
    assertWithMessage("what the compiler says")
        .that(compilation.diagnostics().stream().map(String::valueOf).collect(joining("\n")))
        .isEmpty();
    compilation.generatedFiles().forEach(this::keep);
  }

  /** Compiles files, each of one type; neither the files nor what is written may give a warning. */
  static Compiled of(String... declarations) {
    return of(Arrays.asList(declarations));
  }

  static Compiled of(List<String> declarations) {
    return new Compiled(declarations);
  }

  /** The same, with adapters for ND4J. */
  static Compiled withNd4j(String... declarations) {
    return new Compiled(Arrays.asList(declarations), "-Asynapt.nd4j=true");
  }

  private static JavaFileObject file(String text) {
    Matcher packageName = PACKAGE.matcher(text);
    Matcher type = TYPE.matcher(text);
    if (!type.find()) {
      throw new IllegalArgumentException(text);
    }
    String name = packageName.find() ? packageName.group(1) + "." + type.group(1) : type.group(1);
    return JavaFileObjects.forSourceString(name, text);
  }

  private void keep(JavaFileObject file) {
    String name = file.getName().replaceFirst("^/(CLASS|SOURCE)_OUTPUT/", "");
    try {
      byte[] bytes = bytes(file);
      switch (file.getKind()) {
        case CLASS -> classes.put(name.replaceFirst("\\.class$", "").replace('/', '.'), bytes);
        case SOURCE ->
            sources.put(
                name.replaceFirst("\\.java$", "").replace('/', '.'), new String(bytes, UTF_8));
        default -> {}
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] bytes(JavaFileObject file) throws IOException {
    return new ByteSource() {
      @Override
      public java.io.InputStream openStream() throws IOException {
        return file.openInputStream();
      }
    }.read();
  }

  /** What was written, by the qualified names of the classes. */
  Map<String, String> sources() {
    return sources;
  }

  /** The class files, by the binary names of the classes. */
  Map<String, byte[]> classes() {
    return classes;
  }

  Graph predicting(String declaration) {
    return graphs.predicting(declaration);
  }

  Graph training(String declaration) {
    return graphs.training(declaration);
  }

  Costs costs(String declaration) {
    return graphs.costs(declaration);
  }

  /** A network on the Java backend. */
  Network network(String className, long seed) {
    return network(className, seed, Backends.named("java"));
  }

  Network network(String className, long seed, Backend backend) {
    try {
      return Class.forName(className, true, loader)
          .asSubclass(Network.class)
          .getConstructor(Backend.class, Seed.class)
          .newInstance(backend, Seed.of(seed));
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(className + " cannot be made", failure);
    }
  }

  /** Calls a method that was written for this network. */
  static Object call(Object target, String method, Object... arguments) {
    try {
      for (var each : target.getClass().getMethods()) {
        if (each.getName().equals(method) && accepts(each.getParameterTypes(), arguments)) {
          return each.invoke(target, arguments);
        }
      }
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(method + " cannot be called", failure);
    }
    throw new AssertionError(target.getClass() + " has no " + method + Arrays.toString(arguments));
  }

  private static boolean accepts(Class<?>[] types, Object[] arguments) {
    boolean accepts = types.length == arguments.length;
    for (int i = 0; accepts && i < types.length; i++) {
      accepts =
          types[i].isInstance(arguments[i])
              || types[i] == int.class && arguments[i] instanceof Integer;
    }
    return accepts;
  }

  private final class Loader extends ClassLoader {
    Loader() {
      super(Compiled.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
