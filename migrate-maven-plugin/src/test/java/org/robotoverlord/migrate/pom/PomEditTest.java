package org.robotoverlord.migrate.pom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is new stands between « and » here; without that, each byte is as it was. */
class PomEditTest {
    private static final List<String> PLUGIN = List.of("<plugin>", "  <artifactId>robot</artifactId>", "</plugin>");

    private static void assertAdds(String marked) {
        assertAdds(marked, StandardCharsets.UTF_8);
    }

    private static void assertAdds(String marked, Charset charset) {
        String before = marked.replaceAll("(?s)«.*?»", "");
        String after = marked.replace("«", "").replace("»", "");

        assertThat(new String(new PomEdit(before.getBytes(charset)).with(PLUGIN), charset))
                .isEqualTo(after);
    }

    @Test
    void goes_behind_the_plugins_that_are_there() {
        assertAdds("""
                <project>
                  <build>
                    <plugins>
                      <plugin><artifactId>a</artifactId></plugin> <!-- stays -->«
                      <plugin>
                        <artifactId>robot</artifactId>
                      </plugin>»
                    </plugins>
                  </build>
                </project>
                """);
    }

    @Test
    void makes_the_build_before_the_profiles_and_their_comment() {
        assertAdds("""
                <?xml version='1.0'   encoding="UTF-8" ?>
                <!-- a licence -->
                <project xmlns="http://maven.apache.org/POM/4.0.0"
                         a = 'b'>
                  <modelVersion>4.0.0</modelVersion>

                  <dependencies/>«

                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>robot</artifactId>
                      </plugin>
                    </plugins>
                  </build>»

                  <!-- for CI -->
                  <profiles>
                    <profile/>
                  </profiles>
                </project>
                """);
    }

    @Test
    void makes_the_build_at_the_end_with_the_lines_that_the_user_leaves_empty() {
        assertAdds("""
                <project>
                    <modelVersion>4.0.0</modelVersion>
                    <artifactId>b</artifactId>«
                    <build>
                        <plugins>
                            <plugin>
                                <artifactId>robot</artifactId>
                            </plugin>
                        </plugins>
                    </build>»
                </project>
                """);
    }

    @Test
    void keeps_tabs_windows_line_ends_and_a_byte_order_mark() {
        assertAdds(
                "\uFEFF<project>\r\n\t<build>\r\n\t\t<finalName>x</finalName>«\r\n\t\t<plugins>\r\n\t\t\t<plugin>\r\n"
                        + "\t\t\t\t<artifactId>robot</artifactId>\r\n\t\t\t</plugin>\r\n\t\t</plugins>»\r\n\t</build>\r\n</project>");
    }

    @Test
    void keeps_the_encoding_and_what_is_written_as_an_entity() {
        assertAdds("""
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <project>
                  <name>Zürich &amp; &#228; <![CDATA[ < ]]></name>
                  <build>
                    <plugins>
                      <plugin><artifactId>a</artifactId></plugin>«
                      <plugin>
                        <artifactId>robot</artifactId>
                      </plugin>»
                    </plugins>
                  </build>
                </project>
                """, StandardCharsets.ISO_8859_1);
    }

    @Test
    void leaves_plugin_management_alone() {
        assertAdds("""
                <project>
                  <build>
                    <pluginManagement>
                      <plugins>
                        <plugin><artifactId>a</artifactId></plugin>
                      </plugins>
                    </pluginManagement>«
                    <plugins>
                      <plugin>
                        <artifactId>robot</artifactId>
                      </plugin>
                    </plugins>»
                  </build>
                </project>
                """);
    }

    @Test
    void opens_an_element_that_is_closed_at_once() {
        String after = new String(
                new PomEdit("<project>\n  <build>\n    <plugins/>\n  </build>\n</project>\n"
                                .getBytes(StandardCharsets.UTF_8))
                        .with(PLUGIN),
                StandardCharsets.UTF_8);

        assertThat(after).isEqualTo("""
                        <project>
                          <build>
                            <plugins>
                              <plugin>
                                <artifactId>robot</artifactId>
                              </plugin>
                            </plugins>
                          </build>
                        </project>
                        """);
    }

    @Test
    void copes_with_a_pom_on_one_line() {
        String after = new String(
                new PomEdit("<project><modelVersion>4.0.0</modelVersion></project>".getBytes(StandardCharsets.UTF_8))
                        .with(PLUGIN),
                StandardCharsets.UTF_8);

        assertThat(after)
                .startsWith("<project><modelVersion>4.0.0</modelVersion>")
                .contains("<artifactId>robot</artifactId>");
    }

    @Test
    void finds_the_plugin_where_it_is_named() {
        String pom =
                "<project><build><plugins><plugin><groupId> a </groupId><artifactId>b</artifactId></plugin></plugins>"
                        + "</build></project>";

        assertThat(new PomEdit(pom.getBytes(StandardCharsets.UTF_8)).names("a", "b"))
                .isTrue();
        assertThat(new PomEdit(pom.getBytes(StandardCharsets.UTF_8)).names("a", "c"))
                .isFalse();
    }
}
