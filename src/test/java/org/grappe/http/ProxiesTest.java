package org.grappe.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses are those of proxies. */
class ProxiesTest {
  private final Proxies proxies = new Proxies(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/32"));

  @ParameterizedTest
  @CsvSource({
    "10.255.0.1,true",
    "11.0.0.1,false",
    "192.0.2.7,true",
    "192.0.2.8,false",
    "2001:db8:1::5,true",
    "2001:db9::5,false",
    "unknown,false"
  })
  void an_address_or_a_network_is_believed(String address, boolean isProxy) {
    assertEquals(isProxy, proxies.include(address));
  }

  @ParameterizedTest
  @CsvSource({
    "2000::/3,2001:db8::1,true",
    "2000::/3,3fff::1,true",
    "2000::/3,fc00::1,false",
    "2000::/3,fe80::1,false",
    "2000::/3,10.0.0.1,false",
    "0.0.0.0/0,2001:db8::1,false",
    "0.0.0.0/0,203.0.113.9,true",
    "10.0.0.0/31,10.0.0.1,true",
    "10.0.0.0/31,10.0.0.2,false"
  })
  void a_network_has_the_addresses_that_begin_as_it_does(
      String network, String address, boolean isProxy) {
    assertEquals(isProxy, new Proxies(List.of(network)).include(address));
  }

  @Test
  void nobody_is_believed_where_none_is_configured() {
    Proxies none = new Proxies(List.of());
    assertTrue(none.areNone());
    assertFalse(none.include("10.0.0.1"));
  }

  @Test
  void what_is_no_address_is_told() {
    List<String> wrong = List.of("proxy.example");
    assertThrows(IllegalArgumentException.class, () -> new Proxies(wrong));
    assertThrows(IllegalArgumentException.class, () -> new Proxies(List.of("10.0.0.0/33")));
    assertThrows(IllegalArgumentException.class, () -> new Proxies(List.of("10.0.0.0/x")));
  }
}
