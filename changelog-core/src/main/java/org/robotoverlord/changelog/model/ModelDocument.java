package org.robotoverlord.changelog.model;

import java.util.List;
import java.util.Map;
import org.robotoverlord.changelog.form.NameList;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.EnumBody;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Procedure;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.TableBody;
import org.robotoverlord.changelog.schema.View;

/**
 * The keys of a file of models.
 *
 * @param schemas schemas beside the app's own
 * @param extensions name → extension, or a list of names
 * @param enums name → enum
 * @param domains name → domain
 * @param functions signature → function
 * @param procedures signature → procedure
 * @param sequences name → sequence
 * @param views name → view
 * @param tables name → table
 */
public record ModelDocument(
        List<String> schemas,
        @NameList Map<String, Extension> extensions,
        Map<String, EnumBody> enums,
        Map<String, Domain> domains,
        Map<String, Function> functions,
        Map<String, Procedure> procedures,
        Map<String, Sequence> sequences,
        Map<String, View> views,
        Map<String, TableBody> tables) {}
