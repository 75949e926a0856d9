package org.grappe.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** The registry that the benchmark makes up, in a database that has the service's tables. */
public final class MadeUpRegistry {
  private static final Path FILES = Path.of("bench");

  /** What psql reads in the place of this line. */
  private static final Pattern INCLUDED = Pattern.compile("(?m)^\\\\ir (\\S+)$");

  /** All else that it is told. */
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\\\.*$");

  private static final Pattern SCALE = Pattern.compile("(?<!:):scale\\b");

  private MadeUpRegistry() {}

  /**
   * Fills a registry that is empty; one that has been filled stays as it is.
   *
   * @param database a connection of a superuser, that commits by itself
   * @param scale as a fraction of the benchmark's smallest; a multiple of 1/40
   */
  public static void fill(Connection database, String scale) throws SQLException, IOException {
    if (isFilled(database)) {
      return;
    }
    String all = SCALE.matcher(text("generate.sql")).replaceAll(scale);
    try (Statement statement = database.createStatement()) {
      for (NativeQuery one : Parser.parseJdbcSql(all, true, false, true, false, false)) {
        statement.execute(one.nativeSql);
      }
    }
  }

  private static boolean isFilled(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("select to_regnamespace('bench') is not null")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static String text(String file) throws IOException {
    Matcher included = INCLUDED.matcher(Files.readString(FILES.resolve(file)));
    StringBuilder text = new StringBuilder();
    while (included.find()) {
      included.appendReplacement(text, Matcher.quoteReplacement(text(included.group(1))));
    }
    included.appendTail(text);
    return COMMAND.matcher(text).replaceAll("");
  }
}
