package org.grappe.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.grappe.cli.backup.Manifest;
import picocli.CommandLine.IVersionProvider;

/** {@code grappe --version}: what the build wrote into the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"grappe " + text()};
  }

  /** Such as {@code 1.0.0}. */
  static String text() {
    return build().getProperty("version");
  }

  /** The same with the commit, {@code unknown} where the build knew none. */
  static Manifest.Maker maker() {
    Properties build = build();
    return new Manifest.Maker(build.getProperty("version"), build.getProperty("commit"));
  }

  private static Properties build() {
    Properties build = new Properties();
    try (InputStream told = Version.class.getResourceAsStream("/build.properties")) {
      build.load(told);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return build;
  }
}
