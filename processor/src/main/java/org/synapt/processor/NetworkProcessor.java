package org.synapt.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
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
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;
import org.synapt.processor.card.Card;
import org.synapt.processor.declaration.BlockDeclaration;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.DeclarationReader;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problem;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.diagnostic.Reporter;
import org.synapt.processor.emission.Nd4jWriter;
import org.synapt.processor.emission.Source;
import org.synapt.processor.emission.Surroundings;

/**
 * The annotation processor: writes a class for every {@code @Network}, or says what is wrong.
 *
 * <p>{@code -Asynapt.dump=<room>} prints what leaves a room: {@code declaration}, {@code model},
 * {@code check}, {@code graph}, {@code gradient}, {@code plan}, {@code cost}, {@code emission} or
 * {@code card}. {@code -Asynapt.card=md} or {@code html} writes a card beside each class: what the
 * network takes, gives and costs, with its graph. {@code -Asynapt.nd4j=true} writes a class beside
 * each that takes and gives arrays of ND4J.
 *
 * <p>A declaration that names types which do not exist waits for the next round: another processor
 * may write them.
 */
@AutoService(Processor.class)
@SupportedOptions({Options.DUMP, Options.CARD, Options.ND4J})
public final class NetworkProcessor extends AbstractProcessor {
  /** By name, because the processor's own path need not have the annotations. */
  private static final String NETWORK = "org.synapt.annotations.Network";

  private static final String BLOCK = "org.synapt.annotations.Block";
  private static final String BUDGET = "org.synapt.annotations.Budget";

  /** The blocks whose source is being compiled, by their qualified names. */
  private final Set<String> compiledBlocks = new LinkedHashSet<>();

  private final Set<String> waitingBlocks = new LinkedHashSet<>();
  private final Set<String> waitingNetworks = new LinkedHashSet<>();

  /** Networks that use the same block have the same problems with it, which are told once. */
  private final Set<Problem> told = new HashSet<>();

  private Options options = Options.NONE;
  private boolean toldOfNd4j;

  /** Creates the processor; compilers do, by its name. */
  public NetworkProcessor() {}

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    options = Options.of(environment.getOptions(), this::warn);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(NETWORK, BLOCK, BUDGET);
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
    names(BUDGET, round).forEach(this::checkBudget);
    return false;
  }

  private void checkBudget(String name) {
    Problems problems = new Problems();
    DeclarationReader.checkBudget(processingEnv.getElementUtils().getTypeElement(name), problems);
    report(problems);
  }

  private void report(Problems problems) {
    new Reporter(processingEnv.getMessager())
        .report(problems.all().stream().filter(told::add).toList());
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
    Journey journey = new Journey(options.dump(), this::note);
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
      report(problems);
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
    return Optional.ofNullable(visible(elements, module, name)).map(type -> name);
  }

  /** A type as a module sees it; before Java 9 there were none. */
  private static @Nullable TypeElement visible(
      Elements elements, @Nullable ModuleElement module, String name) {
    return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
  }

  private boolean compileNetwork(
      TypeElement type, Pipeline pipeline, Problems problems, boolean lastRound)
      throws IOException {
    Declaration declaration = pipeline.readNetwork(type);
    if (!declaration.complete() && !lastRound) {
      return false;
    }
    Optional<String> missing = options.nd4j() ? missingForNd4j(type) : Optional.empty();
    Optional<Pipeline.Written> written =
        pipeline.compile(
            declaration, options.card(), /* nd4j= */ options.nd4j() && missing.isEmpty());
    if (written.isPresent()) {
      for (Source source : written.get().sources()) {
        write(source, declaration.sources(), problems);
      }
      if (written.get().card().isPresent() && !problems.hasErrors()) {
        write(written.get().card().get(), declaration.sources());
      }
    }
    if (missing.isPresent()) {
      tellOfNd4j(declaration, missing.get(), problems);
    }
    return true;
  }

  /** The first of the types that an adapter for ND4J needs and a declaration does not see. */
  private Optional<String> missingForNd4j(TypeElement declaration) {
    Elements elements = processingEnv.getElementUtils();
    ModuleElement module = elements.getModuleOf(declaration);
    return Nd4jWriter.needed().stream()
        .filter(name -> visible(elements, module, name) == null)
        .findFirst();
  }

  /** One library is missing, however many networks need it. */
  private void tellOfNd4j(Declaration declaration, String missing, Problems problems) {
    if (!toldOfNd4j) {
      problems.add(
          Code.Nd4jMissing,
          declaration.origin(),
          "%s needs %s, which is not on the class path"
              .formatted(declaration.adapterName(), missing),
          "add the library org.synapt:synapt-nd4j (a module requires org.synapt.nd4j too),"
              + " or leave out -Asynapt.nd4j=true");
    }
    toldOfNd4j = true;
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
    try (Writer writer =
        processingEnv.getFiler().createSourceFile(source.name(), elements(origins)).openWriter()) {
      writer.write(source.text());
    } catch (FilerException taken) {
      problems.add(
          Code.GeneratedNameTaken,
          origins.iterator().next(),
          "the class %s, which is to be generated, exists already".formatted(source.name()),
          "rename one of the two");
    }
  }

  /** In UTF-8, whatever the compiler writes sources in. */
  private void write(Card card, Set<Origin> origins) throws IOException {
    try (OutputStream stream =
        processingEnv
            .getFiler()
            .createResource(
                StandardLocation.CLASS_OUTPUT,
                card.packageName(),
                card.fileName(),
                elements(origins))
            .openOutputStream()) {
      stream.write(card.text().getBytes(UTF_8));
    }
  }

  private static Element[] elements(Set<Origin> origins) {
    return origins.stream().map(Origin::element).toArray(Element[]::new);
  }

  private void warn(String text) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.WARNING, "Synapt: " + text);
  }

  private void note(String text) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, text);
  }
}
