package org.grappe.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes a page of a guide that is written in CommonMark. */
final class GuidePage {
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), HeadingAnchorExtension.create());

  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

  /** A file of the project, with the place in it. */
  private static final Pattern FILE = Pattern.compile("(?:[.\\w/-]*/)?([\\w-]+)\\.md(#.*)?");

  private static final Pattern ABSOLUTE = Pattern.compile("https?://.*|#.*");

  private GuidePage() {}

  static PackedFile of(String name) {
    Node text = PARSER.parse(read("/guides/" + name + ".md"));
    text.accept(new Addresses());
    String page =
        read("/docs/guide.html")
            .replace("{title}", title(name))
            .replace("{others}", others(name))
            .replace("{text}", RENDERER.render(text));
    return PackedFile.made(page.getBytes(StandardCharsets.UTF_8), "text/html;charset=UTF-8");
  }

  /** The first line of a guide, after its mark. */
  static String title(String name) {
    return read("/guides/" + name + ".md").lines().findFirst().orElseThrow().substring(2);
  }

  private static String others(String name) {
    return Guides.NAMES.stream()
        .map(
            one ->
                "<a href=\"%s\"%s>%s</a>"
                    .formatted(one, one.equals(name) ? " aria-current=\"page\"" : "", title(one)))
        .collect(Collectors.joining("\n"));
  }

  /** What leads to another guide does so here, too; what leads to other files is text alone. */
  private static final class Addresses extends AbstractVisitor {
    @Override
    public void visit(Link link) {
      visitChildren(link);
      Matcher file = FILE.matcher(link.getDestination());
      if (file.matches() && Guides.NAMES.contains(file.group(1))) {
        link.setDestination(file.group(1) + (file.group(2) == null ? "" : file.group(2)));
      } else if (!ABSOLUTE.matcher(link.getDestination()).matches()) {
        while (link.getFirstChild() != null) {
          link.insertBefore(link.getFirstChild());
        }
        link.unlink();
      }
    }
  }

  private static String read(String name) {
    try (InputStream stream = GuidePage.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
