package org.synapt.processor.conformance;

import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.io.ByteStreams;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.synapt.backend.Backend;
import org.synapt.network.Network;
import org.synapt.network.Seed;
import org.synapt.processor.NetworkProcessor;

/** Networks of declarations that are compiled together, each once however often it is asked for. */
final class Networks {
  private static final String HEAD =
      """
      import static org.synapt.annotations.ActivationFunction.*;
      import static org.synapt.annotations.Loss.*;
      import static org.synapt.annotations.Padding.SAME;
      import static org.synapt.annotations.Padding.VALID;

      import org.synapt.annotations.*;

      @Network
      interface %s\s""";

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, byte[]> classes = new HashMap<>();
  private final ClassLoader loader = new Loader();

  /** Takes a declaration to be compiled. */
  void add(String text) {
    names.computeIfAbsent(text, any -> "Declaration" + names.size());
  }

  int size() {
    return names.size();
  }

  void compile() {
    List<JavaFileObject> files = new ArrayList<>();
    names.forEach(
        (text, name) ->
            files.add(JavaFileObjects.forSourceString(name, HEAD.formatted(name) + text)));
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NetworkProcessor())
            .withOptions("-Xlint:none", "-g:none", "-Xmaxerrs", "1000")
            .compile(files);
    assertWithMessage("what the compiler says").that(compilation.errors()).isEmpty();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        classes.put(file.getName().replaceFirst("^.*/", "").replace(".class", ""), bytes(file));
      }
    }
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return ByteStreams.toByteArray(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Network make(String text, Backend backend) {
    String name = names.get(text) + "Network";
    try {
      return Class.forName(name, true, loader)
          .asSubclass(Network.class)
          .getConstructor(Backend.class, Seed.class)
          .newInstance(backend, Seed.of(1));
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(name + " cannot be made", failure);
    }
  }

  private final class Loader extends ClassLoader {
    Loader() {
      super(Networks.class.getClassLoader());
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
