package org.tollwatch.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.WordProfile;

/** The policies that are known. Immutable. */
public final class Policies {

    private static final String POLICIES = "policies";
    private static final String WORDS = "words";

    private final List<Policy> policies;
    private final Map<String, WordProfile> profiles;

    private Policies(List<Policy> policies, Map<String, WordProfile> profiles) {
        this.policies = List.copyOf(policies);
        this.profiles = profiles;
    }

    /** Those that come with Tollwatch. Reads and checks their files each time it is called: keep what it returns. */
    public static Policies bundled() {
        Map<String, WordProfile> profiles = new LinkedHashMap<>();
        for (String name : DataFiles.bundled(WORDS)) {
            WordProfile profile = WordsReader.read(WORDS + "/" + name, DataFiles.bundled(WORDS, name));
            profiles.put(profile.name(), profile);
        }
        PolicyReader reader = new PolicyReader(profiles);
        return new Policies(
                DataFiles.bundled(POLICIES).stream()
                        .map(name -> reader.read(POLICIES + "/" + name, DataFiles.bundled(POLICIES, name)))
                        .toList(),
                profiles);
    }

    /**
     * These and the one of a user's file.
     *
     * @throws DataFileException if the file cannot be used, or its policy has a name that is taken; says where and why
     */
    public Policies with(Path file) {
        List<Policy> more = new ArrayList<>(policies);
        more.add(read(file));
        return new Policies(more, profiles);
    }

    /**
     * The policy of a user's file, which may name the word profiles that are known here. It may not take the name of
     * another: a figure marked {@code acled} would be none of ACLED's.
     *
     * @throws DataFileException as {@link #with}
     */
    public Policy read(Path file) {
        return new PolicyReader(profiles).read(file.toString(), DataFiles.read(file), names());
    }

    /**
     * The word profile of a user's file.
     *
     * @throws DataFileException if the file cannot be used; says where and why
     */
    public static WordProfile words(Path file) {
        return WordsReader.read(file.toString(), DataFiles.read(file));
    }

    public Optional<Policy> byName(String name) {
        return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    public List<Policy> all() {
        return policies;
    }

    /** In the order they were read. */
    public List<String> names() {
        return policies.stream().map(Policy::name).toList();
    }
}
