package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who mistypes a setting is told which, before anything is started. */
class WrongSettingTest {
  private final List<String> set = new java.util.ArrayList<>();

  private List<String> told(String name, String value) {
    set.add(name);
    System.setProperty(name, value);
    Texts english = Texts.of(Map.of(), Locale.ENGLISH);
    try {
      return Settings.read().faults().map(fault -> fault.in(english)).toList();
    } catch (Refusal refused) {
      return List.of(refused.in(english));
    }
  }

  @AfterEach
  void unset() {
    set.forEach(System::clearProperty);
  }

  @Test
  void a_setting_is_named_by_its_variable() {
    assertEquals(
        List.of("GRAPPE_LIMITS_ANONYMOUS cannot be \"lots\"."),
        told("grappe.limits.anonymous", "lots"));
    unset();
    assertEquals(
        List.of("GRAPPE_ZONE cannot be \"Europe/Pari\"."), told("grappe.zone", "Europe/Pari"));
    unset();
    assertEquals(List.of("QUARKUS_HTTP_PORT cannot be \"abc\"."), told("quarkus.http.port", "abc"));
    unset();
    assertEquals(
        List.of("GRAPPE_WEBHOOK_PAUSE cannot be \"soon\"."), told("grappe.webhook.pause", "soon"));
    unset();
    assertEquals(List.of(), told("grappe.limits.anonymous", "7"));
  }

  @Test
  void what_is_on_or_off_is_not_guessed() {
    for (String name :
        List.of("demo", "log-json", "limits.enabled", "webhook.enabled", "webhook.loopback")) {
      String variable = "GRAPPE_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "_");
      assertEquals(
          List.of(variable + " cannot be \"maybe\": it is true or false."),
          told("grappe." + name, "maybe"));
      unset();
      for (String right : List.of("true", "NO", "1", "off")) {
        assertEquals(List.of(), told("grappe." + name, right));
      }
      unset();
    }
  }

  @Test
  void the_settings_of_all_features_are_looked_at() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<String> found =
          files
              .filter(file -> file.toString().endsWith("Config.java"))
              .filter(file -> !file.endsWith("GrappeConfig.java"))
              .filter(WrongSettingTest::isMapping)
              .map(file -> Path.of("src/main/java").relativize(file).toString())
              .map(file -> file.replace(".java", "").replace('/', '.').replace('\\', '.'))
              .sorted()
              .toList();
      assertEquals(found, WrongSetting.OF_FEATURES);
    }
  }

  private static boolean isMapping(Path file) {
    try {
      return Files.readString(file).contains("@ConfigMapping");
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
