package org.synapt.processor.layer;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.processor.declaration.Attribute;
import org.synapt.processor.declaration.Constant;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Origin;

/** Builds mentions without a compiler, with the defaults that the annotations declare. */
public final class Mentions {

  private Mentions() {}

  /**
   * An annotation of {@code org.synapt.annotations}, as if written on a row.
   *
   * @param name its simple name
   * @param stated attributes and their values in turn; enum constants as {@link Constant}, arrays
   *     as lists
   */
  public static Mention of(String name, Object... stated) {
    Map<String, Attribute> attributes = defaults(type(name));
    for (int i = 0; i < stated.length; i += 2) {
      String attribute = (String) stated[i];
      if (!attributes.containsKey(attribute)) {
        throw new IllegalArgumentException("@" + name + " has no attribute " + attribute);
      }
      attributes.put(attribute, new Attribute(stated[i + 1], true, Origin.NOWHERE));
    }
    return new Mention(name, attributes, Optional.empty(), Origin.NOWHERE);
  }

  /** {@code @Initialize(...)}. */
  public static Mention initialize(String initializer, Object... stated) {
    Object[] all = new Object[stated.length + 2];
    all[0] = "value";
    all[1] = new Constant("Initializer", initializer);
    System.arraycopy(stated, 0, all, 2, stated.length);
    return of("Initialize", all);
  }

  /** A constant of whichever enum the attribute has. */
  public static Constant constant(String name) {
    return new Constant("", name);
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName("org.synapt.annotations." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static Map<String, Attribute> defaults(Class<?> type) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (Method method : type.getDeclaredMethods()) {
      Object value = method.getDefaultValue();
      attributes.put(
          method.getName(),
          new Attribute(value == null ? "" : converted(value), false, Origin.NOWHERE));
    }
    return attributes;
  }

  private static Object converted(Object value) {
    if (value instanceof Enum<?> constant) {
      return new Constant(constant.getDeclaringClass().getSimpleName(), constant.name());
    } else if (value instanceof Annotation annotation) {
      return converted(annotation);
    } else if (value.getClass().isArray()) {
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        list.add(converted(Array.get(value, i)));
      }
      return list;
    }
    return value;
  }

  private static Mention converted(Annotation annotation) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (Method method : annotation.annotationType().getDeclaredMethods()) {
      attributes.put(
          method.getName(),
          new Attribute(converted(value(annotation, method)), false, Origin.NOWHERE));
    }
    return new Mention(
        annotation.annotationType().getSimpleName(), attributes, Optional.empty(), Origin.NOWHERE);
  }

  private static Object value(Annotation annotation, Method method) {
    try {
      return method.invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(method.getName(), e);
    }
  }

  /** A list of extents or axes. */
  public static List<Integer> list(Integer... numbers) {
    return Arrays.asList(numbers);
  }
}
