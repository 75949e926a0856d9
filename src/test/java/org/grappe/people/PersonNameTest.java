package org.grappe.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is found however it is spelled, and what looks for it in the database misses none. */
class PersonNameTest {

  /** As PostgreSQL reads them ({@code may_contain_name}), but for case beyond ASCII. */
  private static boolean isLookedAt(PersonName name, String text) {
    return Pattern.compile("%[0-9A-Fa-f]{2}").matcher(text).find()
        || name.spellings().stream()
            .allMatch(one -> Pattern.compile(one, Pattern.CASE_INSENSITIVE).matcher(text).find());
  }

  @ParameterizedTest
  @CsvSource({
    "Zoé Lœb,by ZOE LOEB.",
    "Zoe Loeb,Lœb (Zoé)",
    "Zoé Lœb,Zoe\u0301 Lœb",
    "Géraud Lafitte,GÉRAUD LAFITTE",
    "Géraud Lafitte,Géraud Laﬁtte",
    "Jürgen Groß,Jurgen GROSS",
    "Jurgen Gross,Jürgen Groß",
    "Łukasz Đorđević,lukasz dordevic",
    "Tony Marchand,Ｔｏｎｙ　Ｍａｒｃｈａｎｄ",
    "Tony Marchand,𝐓𝐨𝐧𝐲 𝐌𝐚𝐫𝐜𝐡𝐚𝐧𝐝",
    "Tony Marchand,Tony Mar\u00adchand",
    "Tony Marchand,Tony\u00a0\u00a0MARCHAND",
    "Иван Петров,ИВАН ПЕТРОВ",
    "Zébulon Utrakwist,ZEBULONUTRAKWIST",
    "Zébulon Utrakwist,by UtrakwistZébulon.",
    "Zébulon Utrakwist,Zebulon%20Utrakwist",
    "Zébulon Utrakwist,?q=Z%C3%A9bulon+Utrakwist",
    "Zébulon Utrakwist,?q=Z%E9bulon%20Utrakwist",
    "Zébulon Utrakwist,?q=Z%25C3%25A9bulon%2520Utrakwist",
    "Zébulon Utrakwist,Z&eacute;bulon&nbsp;Utrakwist",
    "Zébulon Utrakwist,Z&amp;eacute;bulon Utrakwist",
    "Zébulon Utrakwist,Z&#233;bulon Utrakwist",
    "Zébulon Utrakwist,Z&#xE9;bulon Utrakwist",
    "Zébulon Utrakwist,Z\\u00e9bulon Utrakwist",
    "Jean Pierre Martin,JeanPierre Martin"
  })
  void it_is_found_and_taken_out(String person, String text) {
    PersonName name = new PersonName(person);
    assertTrue(name.takenOutOf(text).contains(PersonName.ERASED), name.takenOutOf(text));
    assertTrue(isLookedAt(name, text), name.spellings() + " " + text);
  }

  @ParameterizedTest
  @CsvSource({
    "Tony Marchand,Tony Marchands",
    "Tony Marchand,Antony Marchand",
    "Tony Marchand,Tony",
    "An Na,Anna",
    "Tony Marchand,TonyMarchands",
    "Tony Marchand,50%de Tony"
  })
  void another_is_not_meant(String person, String text) {
    assertEquals(text, new PersonName(person).takenOutOf(text));
  }

  @Test
  void little_else_is_looked_at() {
    PersonName name = new PersonName("Tony Marchand");
    for (String text : List.of("Été à Sète, l’an 2016", "Marchand de Nîmes", "Tony")) {
      assertFalse(isLookedAt(name, text), text);
    }
  }
}
