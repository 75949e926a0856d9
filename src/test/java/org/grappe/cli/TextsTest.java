package org.grappe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Texts;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Both languages say the same, and of every word that can be typed. */
class TextsTest {
  private static final Pattern SLOT = Pattern.compile("%[,.\\d]*[sdf]");

  private static Map<String, String> texts(String file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
      texts.load(reader);
    }
    Map<String, String> slots = new TreeMap<>();
    texts.forEach(
        (key, text) ->
            slots.put(
                key.toString(),
                SLOT.matcher(text.toString()).results().map(slot -> slot.group()).toList() + ""));
    return slots;
  }

  @Test
  void both_languages_have_the_same_sentences() throws IOException {
    assertEquals(texts("cli.properties"), texts("cli_fr.properties"));
  }

  @Test
  void every_command_and_option_is_described() {
    Terminal terminal =
        new Terminal(
            System.in,
            System.out,
            System.err,
            Map.of(),
            false,
            Path.of(""),
            Texts.of(Map.of("LANG", "fr_FR"), Locale.ENGLISH));
    List<String> undescribed = new ArrayList<>();
    walk(CommandLines.of(terminal), undescribed);
    assertEquals(List.of(), undescribed);
  }

  private static void walk(CommandLine command, List<String> undescribed) {
    String name = command.getCommandSpec().qualifiedName();
    if (command.getCommandSpec().usageMessage().header().length == 0) {
      undescribed.add(name);
    }
    for (ArgSpec argument : command.getCommandSpec().args()) {
      if (argument.description().length == 0) {
        undescribed.add(name + " " + argument.paramLabel());
      }
    }
    command.getSubcommands().values().forEach(sub -> walk(sub, undescribed));
  }

  @Test
  void the_environment_says_the_language() {
    assertEquals("fr", language(Map.of("LANG", "fr_FR.UTF-8")));
    assertEquals("en", language(Map.of("LANG", "fr_FR.UTF-8", "LC_ALL", "C.UTF-8")));
    assertEquals("en", language(Map.of("LANG", "de_DE")));
    Map<String, String> none = Map.of("LC_ALL", "C.UTF-8", "LANG", "en_GB");
    assertEquals("fr", Texts.of(none, Locale.FRENCH).locale().getLanguage());
    assertEquals("fr", Texts.of(Map.of(), Locale.FRANCE).locale().getLanguage());
    assertTrue(Texts.of(Map.of("LC_ALL", "fr"), Locale.ROOT).say("import.done").startsWith("É"));
  }

  private static String language(Map<String, String> environment) {
    return Texts.of(environment, Locale.ENGLISH).locale().getLanguage();
  }
}
