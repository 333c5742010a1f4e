package org.robotoverlord.changelog.dialect.mysql;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates between the quotes that models use everywhere, {@code "name"}, and the server's own, {@code `name`}. What stands in
 * strings is left alone, but for the way a quote in one is written.
 */
final class MysqlQuotes {
    private static final Pattern PIECE = Pattern.compile(
            "--[^\n]*|/\\*.*?\\*/|(?:_utf8(?:mb[34])?)?'(?:[^'\\\\]|''|\\\\.)*+'|\"(?:[^\"]|\"\")*+\"|`(?:[^`]|``)*+`|-\\([\\d.]+\\)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** The words that name nothing without quotes, on MySQL or on MariaDB. */
    private static final Set<String> RESERVED = Set.of(
            ("accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade case change char "
                            + "character check collate column condition constraint continue convert create cross cube cume_dist current_date "
                            + "current_role current_time current_timestamp current_user cursor database databases day_hour day_microsecond "
                            + "day_minute day_second dec decimal declare default delayed delete dense_rank desc describe deterministic distinct "
                            + "distinctrow div double drop dual each else elseif empty enclosed escaped except exists exit explain false fetch "
                            + "first_value float float4 float8 for force foreign from fulltext function general generated get grant group grouping "
                            + "groups having high_priority hour_microsecond hour_minute hour_second if ignore in index infile inner inout "
                            + "insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into io_after_gtids io_before_gtids is "
                            + "iterate join json_table key keys kill lag last_value lateral lead leading leave left like limit linear lines load "
                            + "localtime localtimestamp lock long longblob longtext loop low_priority master_bind "
                            + "master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext middleint minute_microsecond "
                            + "minute_second mod modifies natural not no_write_to_binlog nth_value ntile null numeric of offset on optimize "
                            + "optimizer_costs option optionally or order out outer outfile over partition percent_rank precision primary "
                            + "procedure purge range rank read reads read_write real recursive references regexp release rename repeat replace "
                            + "require resignal restrict return returning revoke right rlike row row_number rows schema schemas "
                            + "second_microsecond select sensitive separator set show signal smallint spatial specific sql sqlexception sqlstate "
                            + "sqlwarning sql_big_result sql_calc_found_rows sql_small_result ssl starting stored straight_join system table "
                            + "terminated then tinyblob tinyint tinytext to trailing trigger true undo union unique unlock unsigned update usage "
                            + "use using utc_date utc_time utc_timestamp values varbinary varchar varcharacter varying virtual when where while "
                            + "window with write xor year_month zerofill")
                    .split(" "));

    private MysqlQuotes() {}

    /** The user's SQL as the server takes it. */
    static String sent(String sql) {
        return translated(sql, piece -> piece.startsWith("\"") ? name(inside(piece, '"')) : piece);
    }

    /** The server's SQL as a model has it. MySQL encloses a number that is negative, and not always. */
    static String read(String sql) {
        return translated(sql, piece -> {
            if (piece.startsWith("-(")) {
                return "-" + piece.substring(2, piece.length() - 1);
            }
            if (piece.startsWith("`")) {
                String name = inside(piece, '`');
                return isPlain(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
            }
            boolean text = piece.endsWith("'") && piece.indexOf('\'') < piece.length() - 1;
            return text
                    ? piece.substring(piece.indexOf('\'')).replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\'", "$1''")
                    : piece;
        });
    }

    /** The server's SQL without the name of a database before others: what lies in the home is named without it. */
    static String without(String home, String sql) {
        String leading = name(home) + ".";
        StringBuilder text = new StringBuilder();
        int end = 0;
        Matcher pieces = PIECE.matcher(sql);
        while (pieces.find()) {
            if (sql.startsWith(leading, pieces.start())
                    && (pieces.start() == 0 || sql.charAt(pieces.start() - 1) != '.')) {
                text.append(sql, end, pieces.start());
                end = pieces.start() + leading.length();
            }
        }
        return text.append(sql.substring(end)).toString();
    }

    /** A name in the server's quotes. */
    static String name(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** A text in quotes; a backslash means itself only where it stands twice. */
    static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** What a literal stands for. */
    static String meant(String literal) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c == '\\') {
                i++;
                text.append(escaped(literal.charAt(i)));
            } else {
                text.append(c);
                i += c == '\'' ? 1 : 0;
            }
        }
        return text.toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case '0' -> '\0';
            case 'Z' -> '\032';
            default -> c;
        };
    }

    /** What stands between quotes that are doubled within. */
    static String inside(String quoted, char quote) {
        return quoted.substring(1, quoted.length() - 1).replace("" + quote + quote, "" + quote);
    }

    private static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String translated(String sql, UnaryOperator<String> change) {
        Matcher pieces = PIECE.matcher(sql);
        return pieces.replaceAll(piece -> Matcher.quoteReplacement(change.apply(piece.group())));
    }
}
