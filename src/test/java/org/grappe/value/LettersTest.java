package org.grappe.value;

import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is found with the letters of a keyboard, and the database and Java agree on them. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LettersTest {
  /** Signs of phonetics and abbreviations of manuscripts, which stand for no letter of a name. */
  private static final String NONE = "ƅƨƻƽƾǀǁǂǃɂɤʔʕʖʘʡʢʩʬʭᴤᴥᵻᵾꜣꜥꜫꜭꜯꝝꝫꝭꝯꝱꝲꝳꝴꝵꝶꝷꝸꞌꞏꟷꟻꟼꟽꟾꟿꬱꭃꭄꭠ";

  @Inject DataSource database;

  @ParameterizedTest
  @CsvSource({
    "Łódź Tech, lodztech",
    "Møller, MOLLER",
    "Đặng, dang",
    "IŞIK, isik",
    "ışık, ISIK",
    "İzmir, izmir",
    "Þórður, thordur",
    "Straße, strasse",
    "STRAẞE, strasse",
    "Ǽ Œuvre, aeoeuvre",
    "Ħamrun, hamrun",
    "Ŋuŧ, nut",
    "Ƀuɏ, buy"
  })
  void a_name_is_found_with_the_letters_of_a_keyboard(String name, String asked) {
    String mark = unique("x").replaceAll("[^a-z0-9]", "");
    String id = make("/organisations", with(anOrganisation(), "name", name + " " + mark));
    anyone()
        .queryParam("q", asked + mark)
        .get("/organisations")
        .then()
        .body("items.id", contains(id));
  }

  @Test
  void the_database_and_java_spell_every_latin_letter_alike() throws SQLException {
    List<String> wrong = new ArrayList<>();
    int walked = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement plain =
            connection.prepareStatement(
                "select case when ? collate french ~ '[[:alnum:]]' then plain(?) end")) {
      for (int c = 0x80; c < 0x10000; c++) {
        if (Character.isLetter(c)
            && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
          walked++;
          String letter = Character.toString(c);
          String found = plain(plain, letter);
          if (found == null) {
            // the database's Unicode is older than the letter
            walked--;
            continue;
          }
          boolean spelled = found.matches("[a-z0-9]+") || none(letter);
          if (!spelled || !found.equals(inJava(letter))) {
            wrong.add("%04X %s: %s, in Java %s".formatted(c, letter, found, inJava(letter)));
          }
        }
      }
    }
    assertTrue(walked > 1000, walked + " letters");
    assertEquals(List.of(), wrong);
  }

  private static boolean none(String letter) {
    return inJava(letter).codePoints().anyMatch(c -> NONE.indexOf(c) >= 0);
  }

  private static String inJava(String letter) {
    String apart =
        Normalizer.normalize(letter.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT);
    return Letters.unstroked(apart.replaceAll("[^\\p{L}\\p{N}]", ""));
  }

  /** Null for what the database does not know as a letter. */
  private static String plain(PreparedStatement statement, String text) throws SQLException {
    statement.setString(1, text);
    statement.setString(2, text);
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }
}
