package org.tollwatch.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The committed file is what is made of ICU's names and those written by hand: neither can change by itself. */
class WorldFileTest {

    @Test
    void theCommittedFileIsWhatIsMade() throws IOException {
        assertThat(Files.readString(WorldFile.FILE))
                .as("world.yaml is old: run WorldFile.main")
                .isEqualTo(WorldFile.made());
    }
}
