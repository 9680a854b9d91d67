package io.github.flexalerts.cli.profiles;

import picocli.CommandLine.Command;

/** The group of commands for profiles. */
@Command(
        name = "profiles",
        description = {
            "Lists, shows and checks profiles: an instance with its account and references to its secrets.",
            "Profiles are in flex-alerts/profiles.yaml in $XDG_CONFIG_HOME or ~/.config. Every command that calls the",
            "service takes --profile NAME."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "profiles.yaml:",
            "  profiles:",
            "    staging:",
            "      instance_sid: GO00000000000000000000000000000001",
            "      account_sid: AC00000000000000000000000000000001",
            "      auth_token: {env: STAGING_TOKEN}   # or {file: /run/secrets/token}",
            "      # instead of auth_token: api_key: {sid: SK..., secret: {env: STAGING_SECRET}}",
            "      # optional: base_url, taskrouter_url, workspace_sid",
            "",
            "Example:",
            "  flex-alerts profiles check staging"
        })
public final class ProfilesCommand {}
