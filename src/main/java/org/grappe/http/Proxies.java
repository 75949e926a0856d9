package org.grappe.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** The proxies that are believed, by their addresses and networks. */
final class Proxies {
  private final List<IpSubnetFilterRule> networks;

  Proxies(List<String> networks) {
    this.networks = networks.stream().map(Proxies::rule).toList();
  }

  private static IpSubnetFilterRule rule(String network) {
    String[] parts = network.strip().split("/", 2);
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(parts[0]);
    if (address == null) {
      throw new IllegalArgumentException("GRAPPE_PROXIES has no address or network: " + network);
    }
    int prefix = parts.length > 1 ? Integer.parseInt(parts[1]) : address.getAddress().length * 8;
    return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
  }

  boolean areNone() {
    return networks.isEmpty();
  }

  boolean include(String address) {
    return !areNone()
        && parse(address)
            .map(known -> new InetSocketAddress(known, 0))
            .filter(known -> networks.stream().anyMatch(network -> network.matches(known)))
            .isPresent();
  }

  static Optional<InetAddress> parse(String text) {
    return Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(text));
  }
}
