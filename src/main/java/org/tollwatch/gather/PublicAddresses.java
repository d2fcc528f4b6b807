package org.tollwatch.gather;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Which addresses are of the public Internet. Whatever else a name leads to is inside: this machine, a private network, the
 * metadata of a cloud, nobody in particular. After the registries of special addresses, RFC 6890.
 */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 0xFF;
        int second = b[1] & 0xFF;
        int third = b[2] & 0xFF;
        return !(first == 0
                || first == 127
                || first >= 224
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 198 && (second == 18 || second == 19)
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113);
    }

    /** Only 2000::/3 is given out; inside it some carry an address of the other kind, or are for examples. */
    private static boolean isPublic6(byte[] b) {
        if ((b[0] & 0xFF) == 0x00 && (b[1] & 0xFF) == 0x64 && (b[2] & 0xFF) == 0xFF && (b[3] & 0xFF) == 0x9B) {
            return isPublic(Arrays.copyOfRange(b, 12, 16));
        }
        if ((b[0] & 0xE0) != 0x20) {
            return false;
        }
        int head = (b[0] & 0xFF) << 8 | b[1] & 0xFF;
        int next = (b[2] & 0xFF) << 8 | b[3] & 0xFF;
        if (head == 0x2002) {
            return isPublic(Arrays.copyOfRange(b, 2, 6));
        }
        return !(head == 0x2001 && (next == 0x0DB8 || next < 0x0200) || head == 0x3FFF && next < 0x1000);
    }

    private static boolean isPublic(byte[] four) {
        try {
            return is(InetAddress.getByAddress(four));
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
