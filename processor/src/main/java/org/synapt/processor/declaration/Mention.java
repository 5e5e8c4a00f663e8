package org.synapt.processor.declaration;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.synapt.processor.diagnostic.Origin;

/**
 * An annotation as written on a row, with all its attributes, defaults too.
 *
 * @param name the annotation's simple name
 * @param attributes by name
 * @param block what stands behind it if it is a user's own layer
 * @param origin the annotation
 */
public record Mention(
    String name,
    Map<String, Attribute> attributes,
    Optional<BlockDeclaration> block,
    Origin origin) {

  /** Copies the attributes, in the order in which they are declared. */
  public Mention {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** The same with another value of an attribute. */
  public Mention with(String attribute, Attribute value) {
    Map<String, Attribute> changed = new LinkedHashMap<>(attributes);
    changed.put(attribute, value);
    return new Mention(name, changed, block, origin);
  }

  /** Whether it is this word of the language, and not a user's own layer of the same name. */
  public boolean is(String word) {
    return block.isEmpty() && name.equals(word);
  }

  /** The same, with every part of it standing somewhere. */
  public Mention movedTo(UnaryOperator<Origin> place) {
    Map<String, Attribute> moved = new LinkedHashMap<>();
    attributes.forEach(
        (attribute, it) ->
            moved.put(
                attribute,
                new Attribute(
                    it.value() instanceof Mention nested ? nested.movedTo(place) : it.value(),
                    it.stated(),
                    place.apply(it.origin()))));
    return new Mention(name, moved, block, place.apply(origin));
  }

  public Attribute attribute(String attribute) {
    Attribute found = attributes.get(attribute);
    if (found == null) {
      throw new IllegalArgumentException("@" + name + " has no attribute " + attribute);
    }
    return found;
  }

  public int integer(String attribute) {
    return (Integer) attribute(attribute).value();
  }

  /** A whole number that may be too large for an {@code int}. */
  public long whole(String attribute) {
    return ((Number) attribute(attribute).value()).longValue();
  }

  /** A flat array of whole numbers; a single one is an array of length 1. */
  public List<Integer> integers(String attribute) {
    return ((List<?>) attribute(attribute).value()).stream().map(Integer.class::cast).toList();
  }

  public double decimal(String attribute) {
    return (Double) attribute(attribute).value();
  }

  public boolean flag(String attribute) {
    return (Boolean) attribute(attribute).value();
  }

  public String text(String attribute) {
    return (String) attribute(attribute).value();
  }

  /** The name of an enum's constant. */
  public String constant(String attribute) {
    return ((Constant) attribute(attribute).value()).name();
  }

  public Mention mention(String attribute) {
    return (Mention) attribute(attribute).value();
  }

  /** Whether the user wrote the attribute, rather than leaving it at its default. */
  public boolean states(String attribute) {
    return attribute(attribute).stated();
  }

  /** Where an attribute's value stands; the annotation if it was left at its default. */
  public Origin origin(String attribute) {
    return attribute(attribute).origin();
  }

  /** {@code @Dense(units = 500, activation = RELU)}: what the user wrote, no defaults. */
  @Override
  public String toString() {
    return attributes.entrySet().stream()
        .filter(attribute -> attribute.getValue().stated())
        .map(attribute -> attribute.getKey() + " = " + attribute.getValue().value())
        .collect(joining(", ", "@" + name + "(", ")"));
  }
}
