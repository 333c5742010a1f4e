package org.robotoverlord.changelog.change;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

class ChangeEnumTest {
    @Test
    void a_default_that_would_be_lost_has_to_go_before() {
        Name role = Name.of("role");
        Column column = Column.of(ColumnType.of("role")).withDefault(Optional.of(Value.literal("boss")));
        Schema before = ChangeExample.empty()
                .with(Kind.ENUM, role, EnumType.of(List.of("citizen", "boss")))
                .with(Name.of("users"), Table.EMPTY.with("role", column));
        Change change = new ChangeEnum(role, List.of("citizen"), Map.of("boss", "citizen"));
        assertThatThrownBy(() -> change.apply(before))
                .isInstanceOf(Problem.class)
                .hasMessage("column 'users.role' has the default 'boss', which the change removes;"
                        + " write a setDefault before");
    }
}
