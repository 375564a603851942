package dev.rehearsal.startup;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The systems and languages that clients of the demo have, with how many of a thousand have each. */
final class DemoClient {

    /** A system, by what an update URL says of it. */
    record Machine(
            String target,
            String system,
            String instructions,
            @Nullable Boolean mig64,
            double weight) {}

    /** A language that people speak. */
    record Language(String locale, double weight) {}

    private record Memory(int megabytes, double weight) {}

    private static final String X64 = "WINNT_x86_64-msvc-x64";

    static final List<Machine> USUAL = List.of(
            new Machine(X64, "Windows_NT 10.0.0.0.26100 (x64)", "AVX2", null, 430),
            new Machine(X64, "Windows_NT 10.0.0.0.19045 (x64)", "AVX2", null, 290),
            new Machine(X64, "Windows_NT 10.0.0.0.19045 (x64)", "SSE4_2", null, 48),
            new Machine("WINNT_x86-msvc-x64", "Windows_NT 10.0.0.0.19045 (x64)", "SSE4_2", true, 24),
            new Machine("WINNT_x86-msvc-x86", "Windows_NT 10.0.0.0.19045 (x86)", "SSE3", null, 9),
            new Machine("WINNT_aarch64-msvc-aarch64", "Windows_NT 10.0.0.0.26100 (ARM64)", "ARM64", null, 6),
            new Machine("Darwin_aarch64-gcc3", "Darwin 25.1.0", "NEON", null, 62),
            new Machine("Darwin_aarch64-gcc3", "Darwin 24.6.0", "NEON", null, 31),
            new Machine("Darwin_x86_64-gcc3-u-i386-x86_64", "Darwin 22.6.0", "SSE4_2", null, 22),
            new Machine("Linux_x86_64-gcc3", "Linux 6.12.0 (GTK 3.24.43,libpulse 17.0.0)", "AVX2", null, 68),
            new Machine("Linux_x86-gcc3", "Linux 5.15.0 (GTK 3.24.33,libpulse 15.99.1)", "SSE4_2", null, 1));

    /** Systems whose support has ended. */
    static final List<Machine> OLD = List.of(
            new Machine(X64, "Windows_NT 6.1.1.0.7601 (x64)", "SSE4_2", null, 610),
            new Machine(X64, "Windows_NT 6.3.0.0.9600 (x64)", "SSE4_2", null, 180),
            new Machine("WINNT_x86-msvc-x86", "Windows_NT 6.1.1.0.7601 (x86)", "SSE3", null, 110),
            new Machine("Darwin_x86_64-gcc3-u-i386-x86_64", "Darwin 18.7.0", "SSE4_2", null, 70),
            new Machine("Darwin_x86_64-gcc3-u-i386-x86_64", "Darwin 17.7.0", "SSE4_2", null, 30));

    /** What people have who help to test. */
    static final List<Machine> TESTED = List.of(
            new Machine(X64, "Windows_NT 10.0.0.0.26100 (x64)", "AVX2", null, 5),
            new Machine("Darwin_aarch64-gcc3", "Darwin 25.1.0", "NEON", null, 3),
            new Machine("Linux_x86_64-gcc3", "Linux 6.12.0 (GTK 3.24.43,libpulse 17.0.0)", "AVX2", null, 2));

    /** Those that most releases of the demo are in, and few others: these get an error. */
    static final List<Language> SPOKEN = List.of(
            new Language("en-US", 372),
            new Language("de", 148),
            new Language("fr", 82),
            new Language("es-ES", 58),
            new Language("pt-BR", 42),
            new Language("ja", 38),
            new Language("zh-CN", 36),
            new Language("ar", 12),
            new Language("an", 0.6),
            new Language("wo", 0.4));

    /** Those that each release of Heron for beta and for ESR is in. */
    static final List<Language> OF_BETA = in("en-US", "de", "fr", "pt-BR", "ja", "zh-CN");

    static final List<Language> OF_PETREL = in("en-US", "de", "fr", "ja");

    /** Those that every release is in. */
    static final List<Language> OF_ALL = in("en-US", "de", "ja");

    private static final List<Memory> MEMORIES = List.of(
            new Memory(2048, 30),
            new Memory(4096, 150),
            new Memory(8192, 360),
            new Memory(16384, 340),
            new Memory(32768, 120));

    private DemoClient() {}

    private static List<Language> in(String... locales) {
        Set<String> wanted = Set.of(locales);
        return SPOKEN.stream()
                .filter(language -> wanted.contains(language.locale()))
                .toList();
    }

    /** One that asks for this product, of these machines and languages. */
    static UpdateQuery ask(
            int urlVersion,
            String product,
            String version,
            String buildId,
            String channel,
            List<Machine> machines,
            List<Language> languages,
            RandomGenerator random) {
        Machine machine = one(machines, Machine::weight, random);
        boolean capable = urlVersion == 6;
        String locale = one(languages, Language::weight, random).locale();
        int memory = one(MEMORIES, Memory::weight, random).megabytes();
        return new UpdateQuery(
                urlVersion,
                product,
                version,
                buildId,
                machine.target(),
                locale.equals("ja") && machine.system().startsWith("Darwin") ? "ja-JP-mac" : locale,
                channel,
                machine.system(),
                capable ? machine.instructions() : "",
                capable ? Integer.valueOf(memory) : null,
                null,
                capable ? machine.mig64() : null,
                "default",
                "default",
                null,
                Force.NONE,
                null);
    }

    static <T> T one(List<T> choices, ToDoubleFunction<T> weight, RandomGenerator random) {
        double left = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.getLast();
    }
}
