package org.synapt.backend.nd4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Java program, run as a process of its own with the class path of the tests, or part of it. */
final class Program {
  private final Class<?> main;
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private String classPath = System.getProperty("java.class.path");

  Program(Class<?> main) {
    this.main = main;
    option("-Duser.language=en");
    option("-Dfile.encoding=UTF-8");
    option("-Dsynapt.home=nobody");
  }

  Program option(String option) {
    options.add(option);
    return this;
  }

  Program environment(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Leaves out jars and folders whose whole names match. */
  Program without(String pattern) {
    classPath =
        Arrays.stream(classPath.split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).getFileName().toString().matches(pattern))
            .collect(Collectors.joining(File.pathSeparator));
    return this;
  }

  Program classPathBegins(Path folder) {
    classPath = folder + File.pathSeparator + classPath;
    return this;
  }

  /** What it printed, log included. */
  String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("synapt", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("SYNAPT_.*|BACKEND_PRIORITY_.*|CUDA_.*|OMP_NUM_THREADS"));
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(output.toFile()).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    String text = Files.readString(output, UTF_8);
    Files.delete(output);
    if (process.exitValue() != 0) {
      throw new AssertionError("it ended with " + process.exitValue() + ":\n" + text);
    }
    return text;
  }
}
