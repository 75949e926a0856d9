package org.grappe.http;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.InetAddress;

/**
 * All addresses that begin with the same bits (RFC 4632, RFC 4291, 2.3). Netty's {@code
 * IpSubnetFilterRule} takes {@code fc00::} for one of {@code 2000::/3}.
 */
public final class IpNetwork {
  private final int bits;
  private final int rest;
  private final BigInteger prefix;

  private IpNetwork(byte[] address, int length) {
    this.bits = address.length * Byte.SIZE;
    if (length < 0 || length > bits) {
      throw new IllegalArgumentException("a prefix has 0 to " + bits + " bits, not " + length);
    }
    this.rest = bits - length;
    this.prefix = new BigInteger(1, address).shiftRight(rest);
  }

  /**
   * The one of this text: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or one address.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static IpNetwork of(String text) {
    String[] parts = text.strip().split("/", 2);
    byte[] address = NetUtil.createByteArrayFromIpAddressString(parts[0]);
    if (address == null) {
      throw new IllegalArgumentException("no address: " + text);
    }
    return new IpNetwork(
        address, parts.length > 1 ? Integer.parseInt(parts[1]) : address.length * Byte.SIZE);
  }

  /** Whether an address is one of these. */
  public boolean has(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length * Byte.SIZE == bits
        && new BigInteger(1, bytes).shiftRight(rest).equals(prefix);
  }
}
