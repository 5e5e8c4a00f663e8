package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;

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

  @Test
  void knowsNoOthers() {
    assertThat(Layers.named("Dens").isPresent()).isFalse();
    assertThat(Layers.names()).hasSize(22);
  }
}
