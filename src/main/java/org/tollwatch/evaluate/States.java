package org.tollwatch.evaluate;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The states of the world by their ISO 3166 alpha-3 code, as the Java platform knows them. */
final class States {

    private final Map<String, String> nameByCode = new TreeMap<>();

    States() {
        for (String country : Locale.getISOCountries()) {
            Locale state = new Locale.Builder().setRegion(country).build();
            nameByCode.put(state.getISO3Country().toLowerCase(Locale.ROOT), state.getDisplayCountry(Locale.ENGLISH));
        }
    }

    /** Its English name; case makes no difference. */
    Optional<String> name(String code) {
        return Optional.ofNullable(nameByCode.get(code.toLowerCase(Locale.ROOT)));
    }
}
