package org.synapt.processor.declaration;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.synapt.processor.diagnostic.Problems;

/**
 * What a class file does not say of a block's rows: their order, and the names of their operands.
 *
 * <p>It is the constant {@value #FIELD} of a class that is generated beside each block. Everything
 * else is read from the block's own class file.
 *
 * <pre>
 * x()
 * inner(x)
 * sum(inner, x)
 * </pre>
 */
public final class Companion {
  /** The name of the constant. */
  public static final String FIELD = "ROWS";

  private Companion() {}

  /** The constant's text for a block from source. */
  public static String text(BlockDeclaration block) {
    return block.rows().stream().map(Row::toString).collect(joining("\n"));
  }

  /**
   * The rows of a block that came in a jar; none if its companion is missing or of another time.
   */
  static List<Row> rows(
      BlockReader blocks, Elements elements, TypeElement annotation, TypeElement body) {
    Map<String, ExecutableElement> methods =
        ElementFilter.methodsIn(body.getEnclosedElements()).stream()
            .collect(Collectors.toMap(it -> it.getSimpleName().toString(), it -> it, (a, b) -> a));
    List<Row> rows = new ArrayList<>();
    for (String line : constant(elements, annotation).orElse("").lines().toList()) {
      int open = line.indexOf('(');
      ExecutableElement method = methods.get(line.substring(0, Math.max(open, 0)));
      List<String> names = names(line.substring(open + 1, line.length() - 1));
      if (method == null || method.getParameters().size() != names.size()) {
        return List.of();
      }
      rows.add(RowReader.read(blocks, method, names, new Problems()));
    }
    return rows;
  }

  private static List<String> names(String list) {
    return list.isEmpty() ? List.of() : Arrays.asList(list.split(", "));
  }

  private static Optional<String> constant(Elements elements, TypeElement annotation) {
    String packageName = Words.packageOf(elements, annotation);
    String name = String.join("_", TypeReader.nesting(annotation)) + "Rows";
    TypeElement companion =
        elements.getTypeElement(packageName.isEmpty() ? name : packageName + "." + name);
    return companion == null
        ? Optional.empty()
        : ElementFilter.fieldsIn(companion.getEnclosedElements()).stream()
            .filter(field -> field.getSimpleName().contentEquals(FIELD))
            .map(VariableElement::getConstantValue)
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .findFirst();
  }
}
