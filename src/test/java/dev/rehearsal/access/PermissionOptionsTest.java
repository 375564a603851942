package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionOptionsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "{}", "null", "{\"products\": []}", "{\"products\": null, \"actions\": []}"})
    void whatIsAbsentOrEmptyDoesNotNarrow(@Nullable String text) {
        assertThat(PermissionOptions.parse(PermissionName.RULE, text, 3))
                .isEqualTo(Permission.unrestricted(PermissionName.RULE).at(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            rule             | {'products':['Fenix','Firefox'],'actions':['create','modify']}
            release_locale   | {'actions':['modify']}
            admin            | {'products':['Fenix']}
            permission       | {'actions':['view']}
            scheduled_change | {'actions':['enact']}
            pinnable_release | {'products':['Firefox']}
            gate             | {'products':['Firefox'],'actions':['delete']}
            break_glass      | {'products':['Firefox']}
            """)
    void comesBackAsItWasRead(String name, String options) {
        String json = options.replace('\'', '"');

        assertThat(PermissionOptions.write(parse(name, json)).toString()).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            rule             | {'channels':['beta']}           | options.channels: is no option of the permission rule
            permission       | {'products':['Firefox']}        | options.products: is no option of the permission permission
            admin            | {'actions':['create']}          | options.actions: is no option of the permission admin
            pinnable_release | {'actions':['create']}          | options.actions: is no option of the permission pinnable_release
            required_signoff | {'actions':['create']}          | options.actions: is no option of the permission required_signoff
            rule             | {'actions':['change']}          | options.actions: there is no action 'change'
            rule             | {'actions':'create'}            | options.actions: must be a list of texts
            rule             | {'products':[1]}                | options.products: must be a list of texts
            rule             | {'products':['']}               | '' is no name of a product
            rule             | {'products':['SixteenLetters16']} | is no name of a product
            rule             | {'products':                    | options: must be a JSON object
            rule             | [1]                             | options: must be a JSON object
            rule             | {'products':['P'],'products':[]} | options: must be a JSON object
            """)
    void saysWhatIsWrong(String name, String options, String sentence) {
        assertThatThrownBy(() -> parse(name, options.replace('\'', '"')))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> parse("rule", "{\"a\":1,\"products\":2,\"actions\":[\"x\"]}"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.problems()).hasSize(3));
    }

    private static Permission parse(String name, String options) {
        return PermissionOptions.parse(PermissionName.named(name).orElseThrow(), options, 1);
    }
}
