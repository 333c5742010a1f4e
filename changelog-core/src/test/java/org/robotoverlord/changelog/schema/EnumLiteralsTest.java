package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.change.ChangeExample;

class EnumLiteralsTest {
    private static final Schema BEFORE = ChangeExample.after(ChangeExample.changes("""
            - createSchema: {name: audit}
            - createEnum: {name: role, values: [boss, robot]}
            - createDomain: {name: audit.rank, type: role}
            - createTable: {name: users, columns: {role: role, rank: audit.rank, roles: "role[]", note: text}}
            """));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "role = 'boss'|role = 'x'",
                "ROLE <> 'boss' and note = 'boss'|ROLE <> 'x' and note = 'boss'",
                "not users.role < 'boss'|not users.role < 'x'",
                "'boss' >= public.users.role|'x' >= public.users.role",
                "(role = 'boss') = (note = 'boss')|(role = 'x') = (note = 'boss')",
                "role not in ('robot', 'boss')|role not in ('robot', 'x')",
                "role between 'boss' and 'boss' and note = 'boss'|role between 'x' and 'x' and note = 'boss'",
                "rank is not distinct from 'boss'|rank is not distinct from 'x'",
                "rank = any (array['robot','boss']::role[])|rank = any (array['robot','x']::role[])",
                "rank = any ('{robot,boss}')|rank = any ('{robot,x}')",
                "note = 'boss'::role::text|note = 'x'::role::text",
                "note::audit.rank = cast('boss' as audit.rank)|note::audit.rank = cast('x' as audit.rank)",
                "case when role 'boss' = role then note else 'boss' end = 'boss'|case when role 'x' = role then note else 'boss' end = 'boss'",
                "roles <> '{boss,\"boss\"}'::role[]|roles <> '{x,x}'::role[]",
                "roles <> array['boss','robot']::public.role[]|roles <> array['x','robot']::public.role[]",
            })
    void a_value_is_renamed_where_it_is_surely_meant(String check, String renamed) {
        assertThat(renamed(check)).isEqualTo(renamed);
        assertThat(new EnumLiterals(BEFORE, Name.of("role"), "boss").mayBeIn(Name.of("users"), Expression.of(check)))
                .isEqualTo(renamed.contains("boss"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coalesce(role, 'boss') = 'boss'",
                "case role when 'boss' then 1 else 2 end = 1",
                "note || role = 'boss'",
                "role::text = 'boss'",
                "lower(role::text) = 'boss'",
                "role = 'boss' || note",
                "roles = '{boss}'",
                "roles[1] = 'boss'",
                "exists (select from other where role = 'boss')"
            })
    void what_can_not_be_told_stays_and_is_found(String check) {
        assertThat(renamed(check)).isEqualTo(check);
        assertThat(new EnumLiterals(BEFORE, Name.of("role"), "boss").mayBeIn(Name.of("users"), Expression.of(check)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"note = 'boss'", "note = 'boss'::log.role", "note at time zone 'boss' > note", "role = 'bossy'"})
    void what_is_something_else_stays(String check) {
        assertThat(renamed(check)).isEqualTo(check);
    }

    private static String renamed(String check) {
        Table table = BEFORE.table(Name.of("users"));
        Schema before = BEFORE.with(Name.of("users"), table.with("c", new Check(Expression.of(check))));
        Schema after = new EnumLiterals(before, Name.of("role"), "boss").renamed("x");
        return after.table(Name.of("users")).checks().get("c").check().sql();
    }
}
