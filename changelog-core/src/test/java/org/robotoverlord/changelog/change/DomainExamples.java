package org.robotoverlord.changelog.change;

/** Domains, alone and in use. */
final class DomainExamples extends ExampleGroup {
    private static final String USED = """
            - createFunction: {name: is_short(text), returns: boolean, language: sql, volatility: immutable, body: select length($1) < 40}
            - createDomain: {name: email, type: text, checks: {email_check: "value like '%@%'", short: is_short(value)}, comment: Where to write to.}
            - createDomain: {name: audit.work_email, type: email, default: nobody@example.org}
            - createDomain: {name: percent, type: integer, default: 0, checks: {percent_check: value between 0 and 100}}
            - createDomain: {name: rank, type: user_role, default: citizen, checks: {no_boss: "value <> 'overlord'"}}
            - createDomain: {name: tags, type: "varchar(20)[]", default: "{}"}
            - createFunction: {name: is_done(percent), returns: boolean, language: sql, volatility: immutable, body: select $1 = 100}
            - createTable:
                name: jobs
                columns:
                  id: {type: integer, nullable: false}
                  mail: {type: email, default: a@b}
                  work: audit.work_email
                  done: {type: percent, nullable: false}
                  all_done: {type: "percent[]", default: "{1,2}"}
                  half: {type: percent, generated: {sql: done / 2}}
                  rank: {type: rank, default: moderator}
                  tags: tags
                primaryKey: [id]
                unique: {jobs_mail_done_key: [mail, done]}
                checks: {jobs_done_check: done <> 13, jobs_mail_check: "mail <> 'x@y'"}
                indexes: {jobs_done_idx: {columns: [{sql: done + 1}], where: is_done(done)}, jobs_rank_idx: [rank]}
            - insert:
                table: jobs
                rows:
                  - {id: 1, mail: a@b, done: 50, all_done: "{1,50}", rank: citizen, tags: "{a,b}"}
                  - {id: 2, work: c@d, done: 100}
            """;

    private static final String PLAIN = """
            - createDomain: {name: email, type: text, checks: {email_check: "value like '%@%'"}}
            - createTable: {name: people, columns: {id: integer, mail: email}}
            - insert: {table: people, rows: [{id: 1, mail: a@b}, {id: 2, mail: c@d}], down: none}
            """;

    DomainExamples() {
        add(
                "create-domain",
                "createDomain: {name: audit.email, type: varchar(80), nullable: false, default: x@y, checks: {email_check: \"value like '%@%' -- so\", \"It's\": value <> ''}, comment: Where to write to.}");
        add("create-domain-that-is-plain", "createDomain: {name: Amount, type: \"decimal(10,2)\"}");
        add("create-domain-over-an-enum", "createDomain: {name: rank, type: user_role, default: citizen}");
        add("create-domain-over-a-domain", "createDomain: {name: work_email, type: email, nullable: false}", PLAIN);
        add("drop-domain", "dropDomain: {name: spare}", """
                - createDomain: {name: spare, type: timestamptz, default: {sql: now()}, comment: For later.}
                """);
        add("rename-domain", "renameDomain: {from: percent, to: Share}", USED);
        add("rename-domain-into-a-schema", "renameDomain: {from: email, to: audit.address}", USED);
        add("rename-schema-with-a-domain", "renameSchema: {from: audit, to: archive}", USED);
        add("rename-enum-of-a-domain", "renameEnum: {from: user_role, to: role}", USED);
        add("rename-enum-value-of-a-domain", "renameEnumValue: {enum: user_role, from: moderator, to: mod}", """
                - createDomain: {name: rank, type: user_role, default: moderator}
                - createTable: {name: jobs, columns: {rank: rank, other: {type: rank, default: moderator}}}
                """);
        add("rename-function-of-a-domain", "renameFunction: {from: is_short(text), to: is_brief(text)}", USED);
        add(
                "alter-domain-in-place",
                """
                alterDomain:
                  name: email
                  type: text
                  nullable: false
                  default: nobody@nowhere
                  checks: {has_at: "value like '%@%'", long: length(value) > 2}
                  comment: Where one gets letters.
                """,
                PLAIN.replace(
                        "email_check: \"value like '%@%'\"",
                        "email_check: \"value like '%@%'\", short: length(value) < 9"));
        add(
                "alter-domain-to-take-more",
                "alterDomain: {name: email, type: text}",
                PLAIN.replace("type: text, checks", "type: text, nullable: false, default: a@b, checks"));
        add(
                "alter-domain-that-arrays-hold",
                "alterDomain: {name: percent, type: integer, default: 0, checks: {small: value < 101}}",
                USED);
        add(
                "alter-domain-to-another-type",
                "alterDomain: {name: percent, type: \"decimal(5,2)\", checks: {percent_check: value between 0 and 100}}",
                USED);
        add("alter-domain-to-longer-text", "alterDomain: {name: tags, type: \"varchar(40)[]\"}", USED);
        add(
                "alter-domain-below-another",
                "alterDomain: {name: email, type: varchar(60), checks: {email_check: \"value like '%@%'\"}}",
                USED);
        add(
                "alter-domain-with-a-default-below-another",
                "alterDomain: {name: base, type: varchar(9), default: b}",
                """
                - createDomain: {name: base, type: text, default: a}
                - createDomain: {name: upper, type: base}
                - createTable: {name: things, columns: {id: integer, thing: upper, own: {type: upper, default: c}}}
                - insert: {table: things, rows: [{id: 1}, {id: 2, thing: t}], down: none}
                """);
        add(
                "alter-domain-with-a-default-in-place-below-another",
                "alterDomain: {name: base, type: text, default: b}",
                """
                - createDomain: {name: base, type: text, default: a}
                - createDomain: {name: upper, type: base}
                - createTable: {name: things, columns: {id: integer, thing: upper}}
                """);
        add("alter-domain-to-one-with-a-default", "alterDomain: {name: upper, type: base}", """
                - createDomain: {name: base, type: text, default: a}
                - createDomain: {name: upper, type: text, default: a}
                - createTable: {name: things, columns: {id: integer, thing: upper}}
                """);
        add("alter-domain-from-text-to-number", "alterDomain: {name: code, type: integer, default: 7}", """
                - createDomain: {name: code, type: text, default: "7"}
                - createTable: {name: codes, columns: {code: {type: code, default: "8"}, codes: "code[]", plain: code}}
                - insert: {table: codes, rows: [{code: "1", codes: "{1,2}"}], down: none}
                """);
        add("alter-domain-to-an-enum", "alterDomain: {name: code, type: user_role}", """
                - createDomain: {name: code, type: text}
                - createTable: {name: codes, columns: {code: {type: code, default: citizen}, codes: "code[]"}}
                - insert: {table: codes, rows: [{code: citizen, codes: "{overlord}"}], down: none}
                """);
        add(
                "change-enum-below-domains",
                "changeEnum: {enum: user_role, values: [overlord, citizen], map: {moderator: citizen}}",
                USED.replace("default: moderator", "default: citizen"));
        add("comment-on-domain", "setComment: {domain: email, comment: It's where one gets letters.}", USED);
        add("remove-comment-of-domain", "setComment: {domain: email}", USED);
        add("change-type-to-a-domain", "changeType: {table: users, column: age, to: share}", """
                - createDomain: {name: share, type: smallint, checks: {few: value < 50}}
                """);
        add("change-type-of-array-to-a-domains", "changeType: {table: users, column: roles, to: \"rank[]\"}", """
                - createDomain: {name: rank, type: user_role}
                """);
        add("change-type-between-domains", "changeType: {table: jobs, column: mail, to: audit.work_email}", USED);
        add(
                "add-column-of-a-domain-that-is-not-null",
                """
                addColumn: {table: users, column: {mail: must}, fill: x@y}
                """,
                "- createDomain: {name: must, type: text, nullable: false}");
        add("add-column-of-a-domain-filled-by-sql", """
                addColumn: {table: users, column: {mail: {type: must, nullable: false, default: a}}, fill: {sql: email}}
                """, "- createDomain: {name: must, type: text, nullable: false}");
        add("drop-column-of-a-domain", "dropColumn: {table: jobs, column: tags}", USED);
    }
}
