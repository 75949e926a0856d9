package org.grappe.webhook;

import io.netty.util.NetUtil;
import java.util.regex.Pattern;

/** How the host of a receiver is written: a name with a dot, or an address as usual. */
final class ReceiverHost {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** Resolvers take such ends of a host for numbers: decimal, octal, hexadecimal. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

  private static final Pattern QUAD =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  private ReceiverHost() {}

  /**
   * Whether this is one.
   *
   * @param loopback whether this machine may be meant
   */
  static boolean isOne(String host, boolean loopback) {
    if (host.startsWith("[")) {
      return host.indexOf('%') < 0;
    }
    String[] labels = host.split("\\.", -1);
    if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
      return QUAD.matcher(host).matches() && NetUtil.isValidIpV4Address(host);
    }
    if (host.length() > 253 || (labels.length < 2 && !(loopback && host.equals("localhost")))) {
      return false;
    }
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return loopback || !labels[labels.length - 1].equals("localhost");
  }
}
