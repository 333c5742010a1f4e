package org.robotoverlord.changelog.run;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** That one of several statements which travelled together failed; the ones after it weren't run. */
final class BatchFailure extends SQLException {
    private static final long serialVersionUID = 1L;
    /** pgjdbc gives no counts of a batch that failed; its message says "Batch entry 3 …", in whatever language. */
    private static final Pattern ENTRY = Pattern.compile("\\d+");

    private final int position;

    BatchFailure(SQLException cause, int position) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
        this.position = position;
    }

    static BatchFailure of(BatchUpdateException failed, int size) {
        SQLException cause = failed.getCause() instanceof SQLException inner ? inner : failed;
        int[] counts = failed.getUpdateCounts();
        boolean told = counts.length < size
                && Arrays.stream(counts).allMatch(count -> count != java.sql.Statement.EXECUTE_FAILED);
        return new BatchFailure(cause, told ? counts.length : entry(failed.getMessage(), size));
    }

    private static int entry(String message, int size) {
        Matcher number = ENTRY.matcher(String.valueOf(message));
        int entry = number.find() && number.group().length() < 10 ? Integer.parseInt(number.group()) : -1;
        return entry < size ? entry : -1;
    }

    /** The same, where that many statements were sent before. */
    BatchFailure after(int sent) {
        return position < 0 ? this : new BatchFailure(said(), position + sent);
    }

    /** Which of the statements failed, counted from 0; -1 where the driver doesn't say. */
    int position() {
        return position;
    }

    /** What the database said. */
    SQLException said() {
        return (SQLException) getCause();
    }
}
