package org.grappe.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** The proxies that are believed, by their addresses and networks. */
final class Proxies {
  private final List<IpNetwork> networks;

  Proxies(List<String> networks) {
    this.networks = networks.stream().map(Proxies::network).toList();
  }

  private static IpNetwork network(String text) {
    try {
      return IpNetwork.of(text);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException("GRAPPE_PROXIES has no address or network: " + text, none);
    }
  }

  boolean areNone() {
    return networks.isEmpty();
  }

  boolean include(String address) {
    return !areNone()
        && parse(address)
            .filter(known -> networks.stream().anyMatch(network -> network.has(known)))
            .isPresent();
  }

  static Optional<InetAddress> parse(String text) {
    return Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(text));
  }
}
