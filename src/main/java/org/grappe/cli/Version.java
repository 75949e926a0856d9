package org.grappe.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** {@code grappe --version}: what the build wrote into the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"grappe " + text()};
  }

  /** Such as {@code 1.0.0}. */
  static String text() {
    Properties build = new Properties();
    try (InputStream told = Version.class.getResourceAsStream("/build.properties")) {
      build.load(told);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return build.getProperty("version");
  }
}
