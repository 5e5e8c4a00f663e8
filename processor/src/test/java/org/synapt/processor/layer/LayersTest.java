package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayersTest {

  @Test
  void findsEachByItsAnnotation() {
    for (String name : Layers.names()) {
      assertThat(Layers.named(name).orElseThrow().annotation()).isEqualTo(name);
    }
  }

  @Test
  void hasAnAnnotationForEach() throws ClassNotFoundException {
    for (String name : Layers.names()) {
      assertThat(Class.forName("org.synapt.annotations." + name).isAnnotation()).isTrue();
    }
  }

  /** Else {@code @Trainable(false)} would pass it by. */
  @Test
  void letsUsersFreezeWhateverStartsSomehow() throws ClassNotFoundException {
    for (String name : Layers.names()) {
      List<String> attributes =
          Arrays.stream(Class.forName("org.synapt.annotations." + name).getDeclaredMethods())
              .map(Method::getName)
              .toList();
      boolean keeps =
          attributes.stream().anyMatch(it -> it.endsWith("Initializer") || it.equals("useScale"));
      assertWithMessage(name).that(attributes.contains("trainable")).isEqualTo(keeps);
    }
  }

  @Test
  void knowsNoOthers() {
    assertThat(Layers.named("Dens").isPresent()).isFalse();
    assertThat(Layers.names()).hasSize(72);
  }
}
