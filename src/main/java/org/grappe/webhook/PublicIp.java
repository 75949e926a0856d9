package org.grappe.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.grappe.http.IpNetwork;

/**
 * Which addresses are anybody's on the internet: not those of the special-purpose registries (RFC
 * 6890 and what was added to them), behind which the service's own neighbours may stand.
 */
final class PublicIp {
  private static final List<IpNetwork> SPECIAL_4 =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          // shared by the customers of a provider
          "100.64.0.0/10",
          "127.0.0.0/8",
          // link-local, and the metadata of clouds
          "169.254.0.0/16",
          "168.63.129.16/32",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          // multicast, reserved, broadcast
          "224.0.0.0/3");

  /**
   * Outside of it: mapped and compatible ones, 64:ff9b::/96, unique-local, link-local and so on.
   */
  private static final IpNetwork GLOBAL_6 = IpNetwork.of("2000::/3");

  private static final List<IpNetwork> SPECIAL_6 =
      networks(
          // protocols, Teredo and ORCHID among them
          "2001::/23",
          "2001:db8::/32",
          // 6to4, which has an IPv4 address inside
          "2002::/16",
          "2620:4f:8000::/48",
          "3fff::/20");

  private PublicIp() {}

  static boolean is(InetAddress address) {
    return address instanceof Inet4Address
        ? SPECIAL_4.stream().noneMatch(network -> network.has(address))
        : GLOBAL_6.has(address) && SPECIAL_6.stream().noneMatch(network -> network.has(address));
  }

  private static List<IpNetwork> networks(String... networks) {
    return Stream.of(networks).map(IpNetwork::of).toList();
  }
}
