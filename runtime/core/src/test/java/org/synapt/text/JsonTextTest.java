package org.synapt.text;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {
  @Test
  void takesOneTokenAfterTheOther() throws JsonException {
    JsonText json = new JsonText(" { \"a\\u0062\\n\" : [1, 20] ,\t-1.5e-3 true }\n");

    json.expect('{');
    assertThat(json.comes('"')).isTrue();
    assertThat(json.string()).isEqualTo("ab\n");
    json.expect(':');
    assertThat(json.numbers()).containsExactly(1L, 20L).inOrder();
    assertThat(json.take(']')).isFalse();
    json.expect(',');
    assertThat(json.literal()).isEqualTo("-1.5e-3");
    assertThat(json.literal()).isEqualTo("true");
    json.expect('}');
    json.expectEnd();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "12", "1e5", "1.25E+7", "false", "null"})
  void takesLiterals(String literal) throws JsonException {
    assertThat(new JsonText(literal + " ").literal()).isEqualTo(literal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "01", "1.", ".5", "+1", "1e", "NaN", "yes", "--1", "0x1"})
  void refusesOtherLiterals(String literal) {
    assertThrows(JsonException.class, () -> new JsonText(literal).literal());
  }

  @Test
  void saysLineAndColumn() throws JsonException {
    JsonText json = new JsonText("{\n  \"a\": ]");
    json.expect('{');
    json.string();
    json.expect(':');

    JsonException thrown = assertThrows(JsonException.class, json::literal);
    assertThat(thrown.at()).isEqualTo(9);
    assertThat(thrown.line()).isEqualTo(2);
    assertThat(thrown.column()).isEqualTo(8);
    assertThat(new JsonText("x").wrong("x").line()).isEqualTo(1);
    assertThat(new JsonText("x").wrong("x").column()).isEqualTo(1);
  }
}
