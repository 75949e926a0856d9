package org.grappe.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grappe.caller.Caller;
import org.grappe.config.GrappeConfig;

/**
 * Where requests come from. {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed of
 * configured proxies alone, and read from the end: what stands before the first address that is no
 * proxy, anybody could have written.
 */
@Startup
@ApplicationScoped
public class Clients {
  private final List<IpSubnetFilterRule> proxies;

  Clients(GrappeConfig config) {
    proxies = config.proxies().orElse(List.of()).stream().map(Clients::rule).toList();
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

  /** The address of the caller. */
  public String address(HttpServerRequest request) {
    String address = remote(request);
    if (proxies.isEmpty()) {
      return address;
    }
    List<String> forwarded = request.headers().getAll("X-Forwarded-For");
    String[] hops = forwarded.isEmpty() ? new String[0] : String.join(",", forwarded).split(",");
    for (int i = hops.length - 1; i >= 0 && isProxy(address); i--) {
      Optional<InetAddress> before = parse(hops[i].strip());
      if (before.isEmpty()) {
        break;
      }
      address = before.get().getHostAddress();
    }
    return address;
  }

  /** The same, or for IPv6 the /64 in which one caller has all addresses. */
  public String network(HttpServerRequest request) {
    String address = address(request);
    if (address.indexOf(':') < 0 || !(parse(address).orElse(null) instanceof Inet6Address wide)) {
      return address;
    }
    byte[] bytes = wide.getAddress();
    Arrays.fill(bytes, 8, 16, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Who asks: the credential, or the network of who has none. */
  public String sender(RoutingContext context) {
    return credential(context).orElseGet(() -> network(context.request()));
  }

  /** The credential that was shown. */
  public static Optional<String> credential(RoutingContext context) {
    return context.user() instanceof QuarkusHttpUser user
        ? Optional.<Caller>ofNullable(user.getSecurityIdentity().getAttribute(Caller.ATTRIBUTE))
            .map(caller -> caller.author().key())
        : Optional.empty();
  }

  /** Whether the caller speaks TLS, with the service or with its proxy. */
  public boolean isSecure(HttpServerRequest request) {
    return request.isSSL()
        || (isProxy(remote(request))
            && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
  }

  private static String remote(HttpServerRequest request) {
    var remote = request.remoteAddress();
    return remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
  }

  private boolean isProxy(String address) {
    return !proxies.isEmpty()
        && parse(address)
            .map(known -> new InetSocketAddress(known, 0))
            .filter(known -> proxies.stream().anyMatch(proxy -> proxy.matches(known)))
            .isPresent();
  }

  private static Optional<InetAddress> parse(String text) {
    return Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(text));
  }
}
