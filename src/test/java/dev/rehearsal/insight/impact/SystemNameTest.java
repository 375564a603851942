package dev.rehearsal.insight.impact;

import static dev.rehearsal.matching.QueryBuilder.aQuery;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemNameTest {

    @ParameterizedTest
    @CsvSource({
        "Windows_NT 10.0.0.0.19045 (x64), WINNT_x86_64-msvc, Windows 10",
        "Windows_NT 10.0.0.0.22631 (x64), WINNT_x86_64-msvc, Windows 11",
        "Windows_NT 10.0, WINNT_x86_64-msvc, Windows 10",
        "Windows_NT 6.1.1.0.7601 (x64), WINNT_x86_64-msvc, Windows 7",
        "Windows_NT 6.3, WINNT_x86_64-msvc, Windows 8.1",
        "Windows_NT 99999999999.0, WINNT_x86_64-msvc, Windows 99999999999.0",
        "Darwin 17.7.0, Darwin_x86_64-gcc3, macOS 10.13",
        "Darwin 23.1.0, Darwin_x86_64-gcc3, macOS 14",
        "Darwin 25.0.0, Darwin_aarch64-gcc3, macOS 26",
        "Darwin 99999999999, Darwin_aarch64-gcc3, macOS",
        "Linux 5.15.0-91-generic (GTK 3.24.33), Linux_x86_64-gcc3, Linux",
        "GTK 3, Linux_x86_64-gcc3, Linux",
        "'', Android_arm-eabi-gcc3, Android_arm-eabi-gcc3"
    })
    void isWhatPeopleCallIt(String osVersion, String buildTarget, String called) {
        assertThat(SystemName.of(aQuery().onOsVersion(osVersion)
                        .onBuildTarget(buildTarget)
                        .build()))
                .isEqualTo(called);
    }
}
