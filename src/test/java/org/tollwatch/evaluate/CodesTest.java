package org.tollwatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.conflict.Conflicts;

class CodesTest {

    private static final Codes CODES = new Codes(Conflicts.bundled().byId("nagorno-karabakh"));

    @ParameterizedTest
    @CsvSource({
        "armenia, armenia",
        "ARM, armenia",
        "ARM:president, armenia",
        "AZE, azerbaijan",
        "NKR:defence_ministry, artsakh",
        "Нагорный Карабах, artsakh",
        "ALL, *",
        "*, *",
        "RUS, rus",
        "fra, fra",
        "ARTICLE, ''",
        "MEDIA:Reuters, ''",
        "THIRD, ''"
    })
    void codesNamesAndIdsMeanAParty(String code, String id) {
        assertThat(CODES.id(code)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"ARM:president, armenia", "USA, usa", "UN, ''", "ARTICLE, ''"})
    void organisationsAreNobodysSide(String code, String side) {
        assertThat(CODES.side(code).orElse("")).isEqualTo(side);
    }

    @ParameterizedTest
    @CsvSource({"atlantis", "armenai"})
    void aMistypedCodeIsNobody(String code) {
        assertThat(CODES.id(code)).isEmpty();
        assertThat(new Codes(Optional.empty()).id(code)).contains(code);
    }
}
