package org.grappe.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences: each once, in both languages, with the same slots, and none that nobody says. */
class MessagesTest {
  private static final Path MAIN = Path.of("src/main");
  private static final String ENGLISH = "problems.properties";
  private static final String FRENCH = "problems_fr.properties";

  /** Where a sentence is named by a literal. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?:(?:Refusal|IllFormed)\\(|Problems\\.(?:malformed|refused)\\(|Problems\\.of\\(\\s*[\\w.]+,"
              + "|Problems\\.(?:parameter|validationFailed)\\(\\s*\"[^\"]*\","
              + "|Problems\\.header\\(\\s*[\\w.]+,\\s*[\\w.\"-]+,)\\s*\"([\\w.-]+)\"");

  @Test
  void what_another_try_may_overcome_says_when() {
    Set<Integer> passing = Set.of(429, 503, 504);
    for (ProblemType type : ProblemTypes.all()) {
      boolean saysWhen = Problems.of(type, type.slug()).headers().containsKey("Retry-After");
      boolean passes =
          passing.contains(type.status()) || type.equals(ProblemType.REQUEST_IN_PROGRESS);
      assertEquals(passes, saysWhen, type.slug());
    }
    assertTrue(Problems.ofStatus(503).headers().containsKey("Retry-After"));
  }

  private static Stream<Path> files(String ending) {
    try (Stream<Path> all = Files.walk(MAIN)) {
      return all.filter(path -> path.toString().endsWith(ending)).toList().stream();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static List<String> keys(Path path) {
    return text(path)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf('=')).strip())
        .toList();
  }

  private static Set<String> keys(String name) {
    return new TreeSet<>(keys(MAIN.resolve("resources").resolve(name)));
  }

  @Test
  void no_file_of_properties_says_a_key_twice() {
    List<String> twice =
        files(".properties")
            .flatMap(
                path -> {
                  Set<String> seen = new HashSet<>();
                  return keys(path).stream()
                      .filter(key -> !seen.add(key))
                      .map(key -> path + ": " + key);
                })
            .toList();
    assertEquals(List.of(), twice);
  }

  @Test
  void what_is_said_in_one_language_is_said_in_the_other_with_the_same_slots() {
    assertEquals(keys(ENGLISH), keys(FRENCH));
    assertEquals(slots(ENGLISH), slots(FRENCH));
  }

  private static List<String> slots(String name) {
    return text(MAIN.resolve("resources").resolve(name))
        .lines()
        .filter(line -> line.contains("{"))
        .map(line -> line.substring(0, line.indexOf('=')) + slotsOf(line))
        .sorted()
        .toList();
  }

  private static Set<String> slotsOf(String line) {
    return Pattern.compile("\\{\\d}")
        .matcher(line)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_type_of_problem_has_a_title_and_an_explanation() {
    Set<String> expected =
        ProblemTypes.all().stream()
            .flatMap(type -> Stream.of("title." + type.slug(), "about." + type.slug()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> told =
        keys(ENGLISH).stream()
            .filter(key -> key.matches("(title|about)\\..*"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, told);
  }

  @Test
  void what_the_code_says_has_a_sentence() {
    Set<String> known = keys(ENGLISH);
    known.addAll(keys("cli.properties")); // a start that is refused is told as commands are
    List<String> missing =
        files(".java")
            .flatMap(
                path ->
                    SAID.matcher(text(path))
                        .results()
                        .map(said -> said.group(1))
                        .filter(key -> key.matches(".+[.].+") && !known.contains(key))
                        .map(key -> path + ": " + key))
            .toList();
    assertEquals(List.of(), missing);
  }

  /** Some keys are put together: then their last part stands in the code. */
  @Test
  void every_sentence_is_said_somewhere() {
    Set<String> words =
        Stream.concat(files(".java"), files(".sql"))
            .flatMap(path -> Pattern.compile("[\\w-]+").matcher(text(path)).results())
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    Set<String> slugs =
        ProblemTypes.all().stream().map(ProblemType::slug).collect(Collectors.toSet());
    List<String> unsaid =
        keys(ENGLISH).stream()
            .filter(key -> !key.matches("(title|about|noun)\\..*"))
            .filter(key -> !slugs.contains(key))
            .filter(key -> !words.contains(key.substring(key.lastIndexOf('.') + 1)))
            .toList();
    assertTrue(unsaid.isEmpty(), unsaid::toString);
  }

  /** Nothing is left of how {@link java.text.MessageFormat} would have it written. */
  @Test
  void every_sentence_is_read_as_it_is_written() {
    List<String> odd =
        Stream.of(ENGLISH, FRENCH)
            .flatMap(name -> text(MAIN.resolve("resources").resolve(name)).lines())
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceAll("\\{\\d\\|[^|{}]+\\|[^|{}]+}", ""))
            .filter(
                line -> Pattern.compile("''|'\\{|}'|\\{(?!\\d})|(?<!\\{\\d)}").matcher(line).find())
            .toList();
    assertEquals(List.of(), odd);
  }

  @Test
  void words_go_with_the_number_that_is_told() {
    assertEquals("At least 1 item belongs here.", say(Messages.ENGLISH, 1));
    assertEquals("At least 2 items belong here.", say(Messages.ENGLISH, 2));
    assertEquals("At least 0 items belong here.", say(Messages.ENGLISH, 0));
    assertEquals("Il faut ici au moins 1 élément.", say(Messages.FRENCH, 1));
    assertEquals("Il faut ici au moins 2 éléments.", say(Messages.FRENCH, 2));
    assertEquals("Il faut ici au moins 0 élément.", say(Messages.FRENCH, 0));
  }

  private static String say(Messages language, int count) {
    return language.say("items.min", List.of(count));
  }

  @Test
  void no_sentence_leaves_it_to_the_reader_whether_there_are_several() {
    List<String> undecided =
        Stream.of(ENGLISH, FRENCH)
            .flatMap(name -> text(MAIN.resolve("resources").resolve(name)).lines())
            .filter(line -> line.contains("(s)"))
            .toList();
    assertEquals(List.of(), undecided);
  }
}
