/**
 * What a run will do, made without a connection: history, what is applied, and the target become a {@link
 * org.robotoverlord.changelog.plan.Plan}. Begin with {@link org.robotoverlord.changelog.plan.Planner}.
 */
package org.robotoverlord.changelog.plan;
