package org.synapt.processor;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.synapt.processor.declaration.BlockDeclaration;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.DeclarationReader;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.diagnostic.Reporter;
import org.synapt.processor.emission.Source;
import org.synapt.processor.emission.Surroundings;

/**
 * The annotation processor: writes a class for every {@code @Network}, or says what is wrong.
 *
 * <p>{@code -Asynapt.dump=<room>} prints what leaves a room: {@code declaration}, {@code model},
 * {@code check}, {@code graph}, {@code gradient}, {@code plan} or {@code emission}.
 *
 * <p>A declaration that names types which do not exist waits for the next round: another processor
 * may write them.
 */
@AutoService(Processor.class)
@SupportedOptions(NetworkProcessor.DUMP)
public final class NetworkProcessor extends AbstractProcessor {
  static final String DUMP = "synapt.dump";

  /** By name, because the processor's own path need not have the annotations. */
  private static final String NETWORK = "org.synapt.annotations.Network";

  private static final String BLOCK = "org.synapt.annotations.Block";

  /** The blocks whose source is being compiled, by their qualified names. */
  private final Set<String> compiledBlocks = new LinkedHashSet<>();

  private final Set<String> waitingBlocks = new LinkedHashSet<>();
  private final Set<String> waitingNetworks = new LinkedHashSet<>();

  /** Creates the processor; compilers do, by its name. */
  public NetworkProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(NETWORK, BLOCK);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    List<String> newBlocks = names(BLOCK, round);
    compiledBlocks.addAll(newBlocks);
    waitingBlocks.addAll(newBlocks);
    waitingNetworks.addAll(names(NETWORK, round));
    for (String name : List.copyOf(waitingBlocks)) {
      guarded(name, waitingBlocks, round, this::compileBlock);
    }
    for (String name : List.copyOf(waitingNetworks)) {
      guarded(name, waitingNetworks, round, this::compileNetwork);
    }
    return false;
  }

  private List<String> names(String annotation, RoundEnvironment round) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(annotation);
    Set<? extends Element> marked = type == null ? Set.of() : round.getElementsAnnotatedWith(type);
    return ElementFilter.typesIn(marked).stream()
        .map(it -> it.getQualifiedName().toString())
        .toList();
  }

  /** What is done with one type. */
  private interface Step {
    /**
     * Compiles a type.
     *
     * @return whether it is done; else it has to wait for the next round
     */
    boolean compile(TypeElement type, Pipeline pipeline, Problems problems, boolean lastRound)
        throws IOException;
  }

  private void guarded(String name, Set<String> waiting, RoundEnvironment round, Step step) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
    Problems problems = new Problems();
    Journey journey = new Journey(processingEnv.getOptions().getOrDefault(DUMP, ""), this::note);
    boolean done = true;
    try {
      done =
          step.compile(type, pipeline(type, journey, problems), problems, round.processingOver());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (RuntimeException | StackOverflowError | AssertionError fault) {
      problems.add(
          Code.InternalFault,
          Origin.of(type),
          "the compiler failed in the room %s: %s".formatted(journey.room(), fault),
          "this is a fault of Synapt; please report it with what went in:\n" + journey.last());
    }
    if (done) {
      waiting.remove(name);
      new Reporter(processingEnv.getMessager()).report(problems.all());
    }
  }

  private Pipeline pipeline(TypeElement type, Journey journey, Problems problems) {
    Elements elements = processingEnv.getElementUtils();
    return new Pipeline(
        new DeclarationReader(elements, compiledBlocks),
        journey,
        problems,
        new Surroundings(
            generatedAnnotation(elements, elements.getModuleOf(type)),
            hidesJavaLang(elements, elements.getPackageOf(type))));
  }

  private static boolean hidesJavaLang(Elements elements, PackageElement around) {
    return around.getEnclosedElements().stream()
        .anyMatch(type -> elements.getTypeElement("java.lang." + type.getSimpleName()) != null);
  }

  /** Android has none, and a module may not read the one there is. */
  private static Optional<String> generatedAnnotation(Elements elements, ModuleElement module) {
    String name = "javax.annotation.processing.Generated";
    TypeElement found =
        module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
    return Optional.ofNullable(found).map(type -> name);
  }

  private boolean compileNetwork(
      TypeElement type, Pipeline pipeline, Problems problems, boolean lastRound)
      throws IOException {
    Declaration declaration = pipeline.readNetwork(type);
    if (!declaration.complete() && !lastRound) {
      return false;
    }
    Optional<Source> source = pipeline.compile(declaration);
    if (source.isPresent()) {
      write(source.get(), declaration.sources(), problems);
    }
    return true;
  }

  private boolean compileBlock(
      TypeElement type, Pipeline pipeline, Problems problems, boolean lastRound)
      throws IOException {
    BlockDeclaration block = pipeline.readBlock(type);
    if (!block.complete() && !lastRound) {
      return false;
    }
    Optional<Source> source = pipeline.compile(block);
    if (source.isPresent()) {
      write(source.get(), Set.of(block.origin()), problems);
    }
    return true;
  }

  private void write(Source source, Set<Origin> origins, Problems problems) throws IOException {
    List<Element> elements = new ArrayList<>();
    origins.forEach(origin -> elements.add(origin.element()));
    try (Writer writer =
        processingEnv
            .getFiler()
            .createSourceFile(source.name(), elements.toArray(Element[]::new))
            .openWriter()) {
      writer.write(source.text());
    } catch (FilerException taken) {
      problems.add(
          Code.GeneratedNameTaken,
          origins.iterator().next(),
          "the class %s, which is to be generated, exists already".formatted(source.name()),
          "rename one of the two");
    }
  }

  private void note(String text) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, text);
  }
}
