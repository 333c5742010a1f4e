package org.robotoverlord.it.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robotoverlord.it.build.AnotherUser;
import org.robotoverlord.it.build.Build;
import org.robotoverlord.it.build.NewProject;

/** An ordinary user needs no more than root does; run where this is root. */
class AnotherUserIT {
    @Test
    void an_ordinary_user_upgrades_and_downgrades() throws IOException {
        Optional<AnotherUser> found = AnotherUser.find();
        assumeTrue(found.isPresent(), "it takes root, and setpriv or runuser, to become another user");
        try (AnotherUser user = found.get()) {
            Build project = NewProject.withChangelogs(
                    user.project(),
                    List.of(
                            "- createTable: {name: a, columns: {id: bigint}}",
                            "- createTable: {name: b, columns: {id: bigint}}"));
            user.own();
            project.mvn("robot:upgrade").succeeds().says("Success upgrade " + NewProject.id(2));
            String history = project.mvn("-q", "robot:history")
                    .succeeds()
                    .says("\tapplied\t")
                    .text();
            assertThat(history).contains("\t" + user.name() + "\t");
            project.mvn("robot:downgrade", "-Dversion=0", "-Dyes")
                    .succeeds()
                    .says("Success downgrade " + NewProject.id(1));
            user.withhold("migrations/models");
            project.mvn("-B", "robot:migrate", "-Dempty", "-Dname=more")
                    .fails()
                    .says("_more.yaml: the file can't be written: access is denied; nothing of it was written.");
            assertThat(project.changelogs()).hasSize(2);
            requireSqliteTold(user, project);
        }
    }

    /** The file is theirs, and its folder isn't, so there is no place for a journal. */
    private static void requireSqliteTold(AnotherUser user, Build project) throws IOException {
        String database = "-Drobot.url=sqlite:locked/shop.db";
        project.file("locked/shop.db", "");
        user.own();
        user.withhold("locked");
        project.mvn("robot:upgrade", database)
                .fails()
                .says("write to the database's file (attempt to write a readonly database):")
                .says("give this user the file and its folder");
        assertThat(project.text("locked/shop.db")).isEmpty();
        user.own();
        project.mvn("robot:upgrade", database).succeeds().says("Success upgrade " + NewProject.id(2));
    }
}
