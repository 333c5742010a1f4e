package org.robotoverlord.migrate.connection;

import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.ComponentConfigurator;
import org.codehaus.plexus.component.configurator.ConfigurationListener;
import org.codehaus.plexus.component.configurator.converters.basic.AbstractBasicConverter;
import org.codehaus.plexus.component.configurator.converters.lookup.ConverterLookup;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Fills in a goal's parameters as Maven does, but for {@link Secret}s: Maven's own way prints each text that it sets with {@code -X},
 * and makes nothing of a variable without a value, which we tell.
 */
public final class SecretConfigurator extends BasicComponentConfigurator implements ComponentConfigurator {
    /** What goals ask for it by. */
    public static final String NAME = "robot";

    public SecretConfigurator() {
        converterLookup.registerConverter(new SecretConverter());
    }

    private static final class SecretConverter extends AbstractBasicConverter {
        @Override
        public boolean canConvert(Class<?> type) {
            return type == Secret.class;
        }

        @Override
        public Object fromConfiguration(
                ConverterLookup lookup,
                PlexusConfiguration configuration,
                Class<?> type,
                Class<?> enclosingType,
                ClassLoader loader,
                ExpressionEvaluator evaluator,
                ConfigurationListener listener)
                throws ComponentConfigurationException {
            Object value = fromExpression(configuration, evaluator, type);
            String written = configuration.getValue();
            boolean own = written == null || written.startsWith("${" + NAME + ".");
            return new Secret(value != null ? value.toString() : own ? "" : written);
        }

        @Override
        protected Object fromString(String text) {
            return new Secret(text);
        }
    }
}
