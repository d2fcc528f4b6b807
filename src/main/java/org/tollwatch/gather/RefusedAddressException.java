package org.tollwatch.gather;

import java.io.IOException;

/** A name that leads to an address which may not be asked. */
final class RefusedAddressException extends IOException {

    private static final long serialVersionUID = 1;

    RefusedAddressException(String host) {
        super(host + " leads to an address of this machine or of a private network; where that is meant, write"
                + " allow-private: true");
    }
}
