package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1",
                "100::1"
            })
    void whatIsInsideIsNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.1.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::5",
                "64:ff9b::808:808",
                "2002:808:808::1"
            })
    void whatIsOnTheInternetIs(String address) throws Exception {
        assertThat(PublicAddresses.is(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aNameThatLeadsInsideIsRefusedAndItsAddressMayBeMeantAllTheSame() throws Exception {
        assertThatThrownBy(() -> CheckedNames.checked("localhost", 80, false))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessageContaining("allow-private: true");
        assertThat(CheckedNames.checked("localhost", 80, true)).isNotEmpty();
        // The same address in other spellings.
        for (String spelt : new String[] {"2130706433", "127.1", "0177.0.0.1"}) {
            try {
                CheckedNames.checked(spelt, 80, false);
            } catch (RefusedAddressException | java.net.UnknownHostException e) {
                continue;
            }
            assertThat(InetAddress.getByName(spelt).isLoopbackAddress())
                    .as(spelt)
                    .isFalse();
        }
    }
}
