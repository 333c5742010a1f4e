package org.robotoverlord.migrate;

import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.DraftRequest;

/** What the goals share that make changes of models: the answers to what may be asked. */
abstract class AnsweredMojo extends AppsMojo {
    /**
     * Answers beforehand what was renamed, by the names in the models: {@code users.mail:email,articles:posts,user_role.boss:overlord}.
     * What isn't listed is asked, unless the list ends in {@code none}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.rename")
    String rename;

    /**
     * Gives the values that existing rows get, as YAML: {@code users.verified=false,users.since={sql: now()}}; {@code none} says that
     * there are no such rows.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.fill")
    String fill;

    /**
     * Says what the rows of a removed enum value become: {@code user_role.gone:citizen}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.map")
    String map;

    /**
     * Consents to changes that lose data; it does no harm where none does.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.allowDataLoss", defaultValue = "false")
    boolean allowDataLoss;

    @Override
    final boolean actsOnOne() {
        return true;
    }

    final DraftRequest request(Optional<String> called) {
        return new DraftRequest(called, given(rename), given(fill), given(map), allowDataLoss);
    }
}
