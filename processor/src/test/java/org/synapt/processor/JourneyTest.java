package org.synapt.processor;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JourneyTest {
  private final List<String> printed = new ArrayList<>();
  private final Journey journey = new Journey("check", printed::add);

  @Test
  void printsOnlyTheRoomThatIsAskedFor() {
    journey.through("model", () -> "as read");
    journey.through("check", () -> "as checked");

    assertThat(printed).containsExactly("as checked");
  }

  @Test
  void saysThatARoomChangedNothing() {
    journey.through("model", () -> "as read");
    journey.through("check", () -> "as read");

    assertThat(printed).containsExactly("(unchanged)");
  }

  @Test
  void remembersWhatWentIntoTheRoomThatFailed() {
    journey.through("model", () -> "as read");

    assertThrows(
        IllegalStateException.class,
        () ->
            journey.through(
                "check",
                () -> {
                  throw new IllegalStateException();
                }));

    assertThat(journey.room()).isEqualTo("check");
    assertThat(journey.last()).isEqualTo("as read");
  }
}
