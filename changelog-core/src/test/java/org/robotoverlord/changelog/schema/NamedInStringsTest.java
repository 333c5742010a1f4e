package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds which strings of an expression are names, and that no other text of it changes. */
class NamedInStringsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nextval('ticket')|nextval('other')",
                "nextval( 'Ticket' )|nextval( 'other' )",
                "1 + pg_catalog.nextval('ticket'::regclass) * 2|1 + pg_catalog.nextval('other'::regclass) * 2",
                "setval('ticket', 7)|setval('other', 7)",
                "nextval('public.ticket')|nextval('other')",
                "nextval('\"ticket\"')|nextval('other')",
                "nextval('audit.ticket')|nextval('audit.ticket')",
                "nextval('\"Ticket\"')|nextval('\"Ticket\"')",
                "nextval('Audit.\"It''s a \"\"seq\"\"\"')|nextval('audit.\"It''s a \"\"seq\"\"\"')",
                "nextval('ticket'::text::regclass)|nextval('ticket'::text::regclass)",
                "lower('ticket') < nextval('16384')|lower('ticket') < nextval('16384')",
                "'nextval(''ticket'')'|'nextval(''ticket'')'",
                "nextval('a.b.c')|nextval('a.b.c')",
            })
    void a_name_is_replaced_where_it_is_one(String before, String after) {
        Expression mapped = NamedInStrings.map(Expression.of(before), name -> {
            boolean wanted = name.local().equals("ticket")
                    && name.schema().filter(schema -> !schema.equals("public")).isEmpty();
            return wanted ? Name.of("other") : name;
        });
        assertThat(mapped.sql()).isEqualTo(after);
    }
}
