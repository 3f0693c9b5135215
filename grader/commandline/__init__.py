"""The shared parts of commands: group, options, exit codes, progress, runs of files and classes."""
